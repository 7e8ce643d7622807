"""JSON-LD as pages carry it: many scripts, graphs, references, and broken JSON.

Only the shape is dealt with here; what the properties mean is `declared`'s knowledge. Source:
schema.org and JSON-LD 1.1 (W3C), of which pages use a small part.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from lxml.html import HtmlElement

from swifeeds.markup import plain_text

Node: TypeAlias = Mapping[str, object]

_ARTICLES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|Posting|Review|Petition)$")
_PAGES = frozenset({"WebPage", "ItemPage", "VideoObject", "TVEpisode", "Episode", "PodcastEpisode"})
_WRAPPING = re.compile(r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)"
                       r"|(?:-->|/\*\s*\]\]>\s*\*/|(?://\s*)?\]\]>)\s*;?\s*$")  # fmt: skip
_BEGINS, _ENDS = ("{", "["), ("}", "]")
"""What is not wrapped, as nearly all is."""

_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_STATED_DATE = re.compile(r'"(datePublished|dateModified)"\s{0,9}:\s{0,9}"([^"]{8,40})"')
_DEEPEST = 12
_MOST_NODES = 2000


def read_nodes(root: HtmlElement) -> tuple[Node, ...]:
    """Every object that the page's scripts hold, in page order, outer ones first."""
    nodes: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            nodes.extend(_nodes(_parsed(script.text or ""), depth=0))
    return tuple(nodes[:_MOST_NODES])


def _parsed(text: str) -> object:
    """The value, mended where pages often break it; None when that does not help."""
    bare = text.strip()
    if not (bare.startswith(_BEGINS) and bare.endswith(_ENDS)):
        bare = _WRAPPING.sub("", text).strip().rstrip(";")
    for attempt in (bare, _TRAILING_COMMA.sub("", bare), html.unescape(bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return _salvaged(bare)


def _salvaged(text: str) -> Node | None:
    """The dates of a script that is no JSON (a quotation mark in a headline is enough for that).

    They are said of a page, not of an article: what they belonged to cannot be told.
    """
    if not _STATED_DATE.search(text):
        return None
    dates = reversed(_STATED_DATE.findall(text))
    return {"@type": "WebPage", **dict(dates)}


def _nodes(value: object, depth: int) -> Iterator[Node]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _nodes(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _nodes(inner, depth + 1)


def types(node: Node) -> tuple[str, ...]:
    """The node's types without their vocabulary's address."""
    stated = node.get("@type")
    names = stated if isinstance(stated, list) else [stated]
    return tuple(str(name).rpartition("/")[2] for name in names if name)


def is_article(node: Node) -> bool:
    """True for schema.org's Article and what descends from it."""
    return any(_ARTICLES.search(name) for name in types(node))


def articles(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The nodes that speak of the page's own article: articles with a headline first."""
    return tuple(node for node in nodes if is_article(node) and (
        "headline" in node or "datePublished" in node or "articleBody" in node
    ))  # fmt: skip


def pages(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The nodes that speak of the page itself, or of the programme that it shows."""
    return tuple(node for node in nodes if _PAGES & set(types(node)))


def follow(value: object, nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The objects that a property holds, references (`{"@id": …}`) resolved in this page."""
    values = value if isinstance(value, list) else [value]
    return tuple(_resolved(one, nodes) for one in values if isinstance(one, dict))


def _resolved(node: Node, nodes: Sequence[Node]) -> Node:
    identifier = node.get("@id")
    if not isinstance(identifier, str) or not _is_reference(node):
        return node
    meant = (
        other for other in nodes if other.get("@id") == identifier and not _is_reference(other)
    )
    return next(meant, node)


def _is_reference(node: Node) -> bool:
    """An object that says no more than who it is, and perhaps of which type."""
    return node.keys() <= {"@id", "@type"}


def text(value: object) -> str | None:
    """The plain text of a property: a string, a number, or an object with a value or a name."""
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, list):
        return next((found for one in value if (found := text(one))), None)
    if isinstance(value, dict):
        inner = value.get("@value") or value.get("name")
        return text(inner) if isinstance(inner, str) else None
    return None


def texts(value: object) -> tuple[str, ...]:
    """Every text of a property that may hold several."""
    values = value if isinstance(value, list) else [value]
    return tuple(found for one in values if (found := text(one)))
