"""An item of RSS 2.0."""

from __future__ import annotations

from swifeeds.check.address_checks import (
    http_url,
    mail_with_name,
    required,
    saying,
    whole_uri,
)
from swifeeds.check.addresses import judge
from swifeeds.check.constructs import content_kind, judge_xhtml, person, text_construct
from swifeeds.check.dates import rfc3339_date, rss_date
from swifeeds.check.everywhere import anything, leaf, same
from swifeeds.check.extensions import ITEM, ITEM_MANY
from swifeeds.check.links import link_kind
from swifeeds.check.notes import Notes
from swifeeds.check.plain import html_text, rss_text
from swifeeds.check.rss_parts import category
from swifeeds.check.values import is_media_type, not_blank, whole
from swifeeds.check.vocabulary import known_name
from swifeeds.check.walk import Kind, names_in
from swifeeds.markup.outline import Node

_SAME = (
    ("pubDate", "dc:date"),
    ("pubDate", "atom:published"),
    ("author", "dc:creator"),
    ("category", "dc:subject"),
    ("guid", "atom:id"),
    ("source", "dc:source"),
    ("creativeCommons:license", "cc:license"),
)
_FEW_DIGITS = 9
_NONE = frozenset[str]()


def _something_to_show(node: Node, notes: Notes) -> None:
    if not {"title", "description"} & set(names_in(node, _NONE)):
        notes.note("item-must-contain-title-or-description", node)


def _guid_advice(version: str, node: Node, notes: Notes) -> None:
    if version.startswith("2.") and "guid" not in names_in(node, _NONE):
        notes.note("missing-guid", node, parent="item", element="guid")


def _summary_first(node: Node, notes: Notes) -> None:
    """Readers that take the first text for the summary need the order."""
    names = names_in(node, _NONE)
    if "content:encoded" in names:
        before = names[: names.index("content:encoded")]
        if "description" not in before:
            notes.note("need-description-before-content", node)


def _says_description_again(node: Node, notes: Notes) -> None:
    for child in node.children:
        name = known_name(child.name, _NONE)
        if name == "xhtml:body":
            notes.note("duplicate-description-semantics", child, element=name)


def _enclosure_facts(node: Node, notes: Notes) -> None:
    length = node.attributes.get((None, "length"))
    if length is not None:
        number = whole(length)
        if number is None:
            notes.note("invalid-integer-attribute", node, attribute="length", value=length)
        elif number == -1:
            notes.note("use-zero-for-unknown", node, attribute="length")
        elif number < 0:
            notes.note("invalid-non-negative-integer", node, attribute="length", value=length)
    kind = node.attributes.get((None, "type"))
    if kind is not None and not is_media_type(kind):
        notes.note("invalid-mime-attribute", node, attribute="type", value=kind)


def _enclosure() -> Kind:
    names = ("url", "length", "type")
    return Kind(
        attributes=frozenset(names),
        before=(required(*names), _enclosure_facts, http_url("url")),
    )


def _guid(node: Node, notes: Notes) -> None:
    text = node.text.strip()
    stated = node.attributes.get((None, "isPermaLink"))
    if stated is not None and stated not in {"true", "false"}:
        notes.note("invalid-boolean-attribute", node, attribute="isPermaLink", value=stated)
    if stated in {None, "true"}:
        if judge(text, saying(node, notes), "invalid-http-guid", whole=True) and (
            text.lower().startswith(("tag:", "urn:uuid:"))
        ):
            notes.note("invalid-permalink", node, value=text)
    elif len(text) < _FEW_DIGITS and text.isdigit():
        notes.note("not-sufficiently-unique", node, value=text)


def _source_address(node: Node, notes: Notes) -> None:
    url = node.attributes.get((None, "url"))
    if url is None:
        notes.note("missing-attribute", node, attribute="url")
    else:
        judge(url, saying(node, notes, attribute="url"), "invalid-full-link", whole=True)


def _body_facts(node: Node, notes: Notes) -> None:
    for child in node.children:
        judge_xhtml(child, node, notes)


def _body() -> Kind:
    return Kind(children=None, text=True, after=(_body_facts,))


def item(version: str) -> Kind:
    """An item."""
    description = rss_text if version == "0.91" else html_text

    def guid_advice(node: Node, notes: Notes) -> None:
        _guid_advice(version, node, notes)

    return Kind(
        children={
            **ITEM,
            "title": leaf(rss_text, not_blank),
            "link": leaf(whole_uri),
            "description": leaf(description),
            "author": leaf(mail_with_name),
            "category": lambda: Kind(
                text=True, attributes=frozenset({"domain"}), after=(rss_text, not_blank)
            ),
            "comments": leaf(whole_uri),
            "enclosure": _enclosure,
            "guid": lambda: Kind(text=True, attributes=frozenset({"isPermaLink"}), after=(_guid,)),
            "pubDate": leaf(rss_date),
            "source": lambda: Kind(
                text=True,
                attributes=frozenset({"url"}),
                before=(_source_address,),
                after=(rss_text,),
            ),
            "content:encoded": leaf(html_text),
            "content:items": anything,
            "xhtml:body": _body,
            "atom:author": person,
            "atom:contributor": person,
            "atom:content": content_kind,
            "atom:id": leaf(whole_uri),
            "atom:link": link_kind,
            "atom:published": leaf(rfc3339_date),
            "atom:summary": text_construct,
            "atom:title": content_kind,
            "atom:updated": leaf(rfc3339_date),
        },
        many=ITEM_MANY | {"category", "atom:link", "atom:contributor", "atom:content", "dc:date"},
        duplicate={"enclosure": "duplicate-enclosure"},
        after=(
            _something_to_show,
            guid_advice,
            _summary_first,
            _says_description_again,
            *(same(core, other, "duplicate-item-semantics") for core, other in _SAME),
        ),
    )


__all__ = ["category", "item"]
