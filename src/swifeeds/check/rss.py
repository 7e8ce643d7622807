"""RSS 2.0 as a table (rssboard.org/rss-specification), with the Advisory Board's profile."""

from __future__ import annotations

from functools import partial

from swifeeds.check.address_checks import mail_with_name, required, uri_reference, whole_uri
from swifeeds.check.constructs import person, text_construct
from swifeeds.check.dates import rfc3339_date, rss_date
from swifeeds.check.everywhere import anything, language, leaf, same
from swifeeds.check.extensions import CHANNEL, CHANNEL_MANY, EATEN
from swifeeds.check.links import link_kind, links_of
from swifeeds.check.notes import Notes
from swifeeds.check.plain import rss_text
from swifeeds.check.rss_item import item
from swifeeds.check.rss_parts import category, cloud, image, skip_days, skip_hours, text_input
from swifeeds.check.stray import STRAY
from swifeeds.check.values import not_blank, positive
from swifeeds.check.vocabulary import XML, known_name
from swifeeds.check.walk import Format, Kind, names_in
from swifeeds.check.words import words
from swifeeds.markup.outline import Node

_VERSIONS = frozenset({"0.91", "0.92", "2.0"})
_SAME = (
    ("managingEditor", "dc:creator"),
    ("category", "dc:subject"),
    ("pubDate", "dc:date"),
    ("webMaster", "dc:publisher"),
    ("language", "dc:language"),
    ("copyright", "dc:rights"),
    ("lastBuildDate", "dcterms:modified"),
    ("generator", "admin:generatorAgent"),
    ("creativeCommons:license", "cc:license"),
)
_OWN = words(
    """category cloud copyright description docs generator image language lastBuildDate link
    managingEditor pubDate rating skipDays skipHours textInput title ttl webMaster atom:link"""
)


def _language(node: Node, notes: Notes) -> None:
    names = names_in(node, frozenset())
    root = node.parent
    stated = (XML, "lang") in node.attributes or (root and (XML, "lang") in root.attributes)
    if "language" not in names and "dc:language" not in names and not stated:
        notes.note("missing-dc-language", node, parent="channel", element="language")


def _self(node: Node, notes: Notes) -> None:
    root = node.parent
    if root is None or root.attributes.get((None, "version"), "2.0") != "2.0":
        return
    if not any(link.rel == "self" for link in links_of(node)):
        notes.note("missing-atom-self-link", node)


def _order(node: Node, notes: Notes) -> None:
    """The profile: items come last."""
    last_own = 0
    children = list(node.children)
    for place, child in enumerate(children):
        if known_name(child.name, frozenset()) in _OWN:
            last_own = place
    for child in children[:last_own]:
        if child.name == (None, "item"):
            notes.note("misplaced-item", child, element="item")


def _unique(node: Node, notes: Notes) -> None:
    for wanted in ((None, "guid"), ("http://www.w3.org/2005/Atom", "id")):
        seen: set[str] = set()
        for child in node.children:
            for one in child.children:
                if child.name != (None, "item") or one.name != wanted:
                    continue
                text = one.text.strip()
                if not text:
                    notes.note("not-blank", one)
                elif text in seen:
                    notes.note("duplicate-value", one, value=text)
                seen.add(text)


def _blink(node: Node, notes: Notes) -> None:
    notes.note("no-blink", node)


def _text_input_advice(node: Node, notes: Notes) -> None:
    notes.note("avoid-text-input", node)


def _misspelt(node: Node, notes: Notes) -> None:
    notes.note("undefined-element", node, parent="channel", element="textinput")


def _slash_dates(node: Node, notes: Notes) -> None:
    if "lastBuildDate" in names_in(node, frozenset()):
        return
    for child in node.children:
        if child.name == (None, "item") and "slash:comments" in names_in(child, frozenset()):
            notes.note("slash-date", child)


def channel(version: str) -> Kind:
    """The channel."""
    return Kind(
        children={
            **CHANNEL,
            "title": leaf(rss_text, not_blank),
            "link": leaf(whole_uri),
            "description": leaf(rss_text),
            "language": leaf(language),
            "copyright": leaf(rss_text),
            "managingEditor": leaf(mail_with_name),
            "webMaster": leaf(mail_with_name),
            "pubDate": leaf(rss_date),
            "lastBuildDate": leaf(rss_date),
            "category": category,
            "generator": leaf(),
            "docs": leaf(whole_uri),
            "cloud": cloud,
            "ttl": leaf(positive, not_blank),
            "image": image,
            "rating": leaf(),
            "skipHours": skip_hours,
            "skipDays": skip_days,
            "textInput": lambda: text_input(_text_input_advice),
            "textinput": lambda: Kind(children=None, text=True, before=(_misspelt,)),
            "blink": leaf(_blink),
            "item": partial(item, version),
            "atom:author": person,
            "atom:contributor": person,
            "atom:category": anything,
            "atom:generator": leaf(not_blank, attributes="uri version"),
            "atom:id": leaf(whole_uri),
            "atom:icon": leaf(not_blank, uri_reference),
            "atom:logo": leaf(not_blank, uri_reference),
            "atom:link": link_kind,
            "atom:title": text_construct,
            "atom:subtitle": text_construct,
            "atom:rights": text_construct,
            "atom:updated": leaf(rfc3339_date),
        },
        many=CHANNEL_MANY
        | {"item", "category", "atom:link", "atom:author", "atom:contributor", "atom:category"},
        attributes=frozenset({"indexing:index"}),
        required=(
            ("description", "missing-description"),
            ("link", "missing-link"),
            ("title", "missing-title"),
        ),
        after=(
            _language,
            _self,
            _order,
            _unique,
            _slash_dates,
            *(same(core, other, "duplicate-semantics") for core, other in _SAME),
        ),
    )


def _version(node: Node, notes: Notes) -> None:
    version = node.attributes.get((None, "version"))
    if version is not None and version not in _VERSIONS:
        notes.note("invalid-rss-version", node, value=version)
    elif version not in {None, "2.0"}:
        notes.note("obsolete-version", node, value=version)


def rss(version: str) -> Kind:
    """The root."""
    return Kind(
        children={"channel": partial(channel, version), "access:restriction": anything},
        attributes=frozenset({"version"}),
        required=(("channel", "missing-element"),),
        before=(required("version"), _version),
    )


def rss_format(root: Kind) -> Format:
    """RSS, whose names are in no namespace."""
    return Format(name="rss", default=frozenset(), eaten=EATEN, root=root, stray=STRAY)
