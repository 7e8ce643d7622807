"""Atom 1.0 as a table (RFC 4287), with RFC 5005."""

from __future__ import annotations

from swifeeds.check.address_checks import atom_id, attribute, required, uri_reference
from swifeeds.check.atom_whole import (
    entries_differ,
    has_author,
    has_content,
    metadata_first,
    names_itself,
    pages_agree,
    source_facts,
)
from swifeeds.check.constructs import content_kind, person, text_construct
from swifeeds.check.dates import rfc3339_date
from swifeeds.check.everywhere import leaf
from swifeeds.check.extensions import CHANNEL, CHANNEL_MANY, EATEN, ITEM, ITEM_MANY
from swifeeds.check.links import duplicate_alternates, link_kind
from swifeeds.check.notes import Notes
from swifeeds.check.plain import no_markup, plain_text
from swifeeds.check.stray import STRAY
from swifeeds.check.values import no_space_around, not_blank, yes_or_no
from swifeeds.check.vocabulary import ATOM
from swifeeds.check.walk import Format, Kind
from swifeeds.check.words import words
from swifeeds.markup.outline import Node

_DEFAULT = frozenset({ATOM})


def _category() -> Kind:
    return Kind(
        attributes=words("term scheme label"),
        after=(
            required("term"),
            _term,
            attribute("scheme", "invalid-full-link", whole=True, as_iri=True),
            _label,
        ),
    )


def _term(node: Node, notes: Notes) -> None:
    if node.attributes.get((None, "term")) == "":
        notes.note("not-blank", node, attribute="term")


def _label(node: Node, notes: Notes) -> None:
    no_markup(node, node.attributes.get((None, "label")) or "", notes, attribute="label")


def _generator() -> Kind:
    return Kind(
        text=True,
        attributes=words("uri version"),
        after=(attribute("uri", "invalid-uri-attribute"), plain_text, not_blank),
    )


_address = leaf(not_blank, no_space_around, uri_reference)
_date = leaf(rfc3339_date, no_space_around)
_feed_children = {
    **CHANNEL,
    "author": person,
    "category": _category,
    "contributor": person,
    "generator": _generator,
    "icon": _address,
    "id": leaf(atom_id, no_space_around),
    "link": link_kind,
    "logo": _address,
    "rights": text_construct,
    "subtitle": text_construct,
    "title": text_construct,
    "updated": _date,
}
_FEED_MANY = CHANNEL_MANY | {"author", "category", "contributor", "link", "entry"}


def _missing(*names: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, "missing-element") for name in names)


def _source() -> Kind:
    return Kind(
        children=_feed_children,
        many=_FEED_MANY,
        after=(source_facts, pages_agree, duplicate_alternates),
    )


def entry() -> Kind:
    """An entry, in a feed or as a document of its own."""
    return Kind(
        children={
            **ITEM,
            "author": person,
            "category": _category,
            "contributor": person,
            "content": content_kind,
            "id": leaf(atom_id, no_space_around, not_blank),
            "link": link_kind,
            "published": _date,
            "rights": text_construct,
            "source": _source,
            "summary": text_construct,
            "title": text_construct,
            "updated": leaf(rfc3339_date, no_space_around, not_blank),
            "app:edited": _date,
            "app:control": lambda: Kind(children={"app:draft": leaf(yes_or_no)}),
        },
        many=ITEM_MANY | {"author", "category", "contributor", "link"},
        attributes=frozenset({"rdf:parseType"}),
        required=_missing("title", "id", "updated"),
        after=(has_author, has_content, duplicate_alternates),
    )


def feed() -> Kind:
    """A whole feed."""
    return Kind(
        children={**_feed_children, "entry": entry},
        many=_FEED_MANY,
        attributes=frozenset({"indexing:index"}),
        required=_missing("title", "id", "updated"),
        after=(metadata_first, names_itself, pages_agree, duplicate_alternates, entries_differ),
    )


def atom_format(root: Kind) -> Format:
    """Atom, with names of its own namespace."""
    return Format(name="atom", default=_DEFAULT, eaten=EATEN, root=root, stray=STRAY)
