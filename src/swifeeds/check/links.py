"""Atom's `link`, in Atom and in RSS (RFC 4287 4.2.7, RFC 8288, RFC 5005)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from swifeeds.check.address_checks import href, saying
from swifeeds.check.addresses import base_of, has_host, judge, resolved, to_uri
from swifeeds.check.canonical import canonical_form
from swifeeds.check.dates import is_rfc3339
from swifeeds.check.languages import is_language
from swifeeds.check.notes import Notes
from swifeeds.check.plain import no_markup
from swifeeds.check.relations import RELATIONS
from swifeeds.check.values import is_media_type, whole
from swifeeds.check.vocabulary import ATOM, THREADS
from swifeeds.check.walk import ANYTHING, Kind
from swifeeds.check.words import words
from swifeeds.markup.outline import Node

PAGES = words("current first last next next-archive prev-archive previous")
"""Relations between the documents of one feed (RFC 5005)."""

_FEED_TYPES = frozenset({"application/atom+xml", "application/rss+xml", "application/rdf+xml"})
_REGISTRY = re.compile(r"http://www\.iana\.org/assignments/relation/")


@dataclass(frozen=True, slots=True)
class Link:
    """The facts of a link that rules between links ask for."""

    rel: str
    href: str
    type: str
    hreflang: str


def link_of(node: Node) -> Link:
    """A link's facts, with the relation that RFC 4287 4.2.7.2 gives one that names none."""
    said = {name: value for (space, name), value in node.attributes.items() if space is None}
    return Link(
        rel=_REGISTRY.sub("", said.get("rel", "alternate")),
        href=said.get("href", ""),
        type=said.get("type", ""),
        hreflang=said.get("hreflang", ""),
    )


def links_of(node: Node) -> list[Link]:
    """The Atom links right inside an element."""
    return [link_of(child) for child in node.children if child.name == (ATOM, "link")]


def check_link(node: Node, notes: Notes) -> None:
    """Every attribute of a link."""
    link = link_of(node)
    said = {name: value for (space, name), value in node.attributes.items() if space is None}
    if "rel" in said:
        _rel(node, link.rel, notes)
    if "type" in said:
        _type(node, link, notes)
    if "title" in said:
        _title(node, said["title"], notes)
    _numbers_and_language(node, said, notes)
    if "href" in said:
        href(node, said["href"], notes)
        if link.rel == "self" and node.parent and node.parent.name[1] in {"feed", "channel"}:
            _own_address(node, said["href"], notes)
    else:
        notes.note("missing-href", node)
    _threads(node, link, notes)
    if node.text.strip():
        notes.note("atom-link-not-empty", node)


def _rel(node: Node, rel: str, notes: Notes) -> None:
    if not rel:
        notes.note("attr-not-blank", node, attribute="rel")
    elif rel not in RELATIONS and not judge(to_uri(rel), lambda *_, **__: None, whole=True):
        notes.note("unregistered-atom-link-rel", node, attribute="rel", value=rel)
    if rel in PAGES and node.parent and node.parent.name[1] == "entry":
        notes.note("feed-history-rel-in-entry", node, value=rel)


def _type(node: Node, link: Link, notes: Notes) -> None:
    if not is_media_type(link.type):
        notes.note("invalid-mime-type", node, attribute="type", value=link.type)
    elif link.rel == "self" and link.type.partition(";")[0] not in _FEED_TYPES:
        notes.note("self-not-atom", node, value=link.type)


def _title(node: Node, title: str, notes: Notes) -> None:
    if not title:
        notes.note("attr-not-blank", node, attribute="title")
    no_markup(node, title, notes, attribute="title")


def _numbers_and_language(node: Node, said: dict[str, str], notes: Notes) -> None:
    if (length := said.get("length")) is not None:
        number = whole(length)
        if number is None or number < 0:
            notes.note("invalid-non-negative-integer", node, attribute="length", value=length)
        if not length:
            notes.note("not-blank", node, attribute="length")
    if (language := said.get("hreflang")) is not None and not is_language(language):
        notes.note("invalid-language", node, attribute="hreflang", value=language)


def _own_address(node: Node, address: str, notes: Notes) -> None:
    base = base_of(node)
    if not has_host(address) and not has_host(base or ""):
        notes.note("relative-self", node, value=address)
    stands = resolved(base or notes.address or "", address)
    if notes.address and canonical_form(stands) != canonical_form(notes.address):
        notes.note("self-doesnt-match-location", node, value=stands)


def _threads(node: Node, link: Link, notes: Notes) -> None:
    """RFC 4685 5: counts and dates of replies, on links to replies."""
    say = saying(node, notes)
    for name in ("count", "updated"):
        value = node.attributes.get((THREADS, name))
        if value is None:
            continue
        if link.rel != "replies":
            say("unexpected-attribute", attribute=f"thr:{name}")
        if name == "updated" and not is_rfc3339(value):
            say("invalid-rfc3339-date", attribute="thr:updated", value=value)
        if name == "count" and (whole(value) is None or (whole(value) or 0) < 0):
            say("invalid-non-negative-integer", attribute="thr:count", value=value)
    if (THREADS, "when") in node.attributes:
        notes.note("no-thr-when", node)


def link_kind() -> Kind:
    """A link may hold elements of other vocabularies, and nobody says which."""
    return Kind(
        children=ANYTHING.children,
        text=True,
        before=(_unknown_attributes, check_link),
    )


_ATTRIBUTES = frozenset({"type", "title", "rel", "href", "length", "hreflang"})


def _unknown_attributes(node: Node, notes: Notes) -> None:
    for space, name in node.attributes:
        if space is None and name not in _ATTRIBUTES:
            notes.note("unexpected-attribute", node, attribute=name)


def duplicate_alternates(node: Node, notes: Notes) -> None:
    """RFC 4287 4.1.1 and 4.1.2: no two alternates of one type and language."""
    seen: set[tuple[str, str]] = set()
    for link in links_of(node):
        if link.rel != "alternate":
            continue
        if (link.type, link.hreflang) in seen:
            notes.note("duplicate-atom-link", node, element="link", parent=node.name[1])
        seen.add((link.type, link.hreflang))
