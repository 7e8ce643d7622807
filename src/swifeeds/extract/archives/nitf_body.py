"""The body of NITF, alone or inside other formats: headline, byline, text, media.

Its text is HTML by another name: paragraphs, lists and tables are the same, headlines inside the
text are `hl2`, and what it marks (`person`, `org`, `location`) reads without its marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from swifeeds.extract.archives.xml_tree import every, first, local_name, markup_of, words
from swifeeds.extract.enclosures import make_media
from swifeeds.markup.xml import Element
from swifeeds.model import Media

_AS_HTML = {
    "hl1": "h2", "hl2": "h3", "body.content": "div", "datasource": "p",
    "lang": "span", "alt-code": "span", "ol": "ol", "bq": "blockquote", "credit": "cite",
    "fn": "small", "nitf-table": "div", "custom-table": "div",
}  # fmt: skip
_GONE = frozenset({"media", "nitf-col", "nitf-colgroup", "nitf-table-metadata", "alt-code"})
_KEPT = frozenset({
    "a", "abbr", "b", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd",
    "div", "dl", "dt", "em", "figure", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
    "img", "li", "ol", "p", "pre", "q", "small", "span", "strong", "sub", "sup", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "u", "ul",
})  # fmt: skip
_MEDIA = {"image": "image", "photo": "image", "graphic": "image", "audio": "audio",
          "video": "video", "image/jpeg": "image"}  # fmt: skip


_UNMARKED = "unmarked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a NITF body says; HTML that nobody has cleaned yet."""

    title: str | None
    summary: str | None
    byline: str | None
    html: str | None
    media: tuple[Media, ...]


def read_body(body: Element) -> Body:
    """The parts of `body` (with `body.head` and `body.content`), or of a bare text."""
    head = first(body, "body.head")
    content = first(body, "body.content")
    return Body(
        title=words(first(head, "hedline", "headline"), "hl1") or words(head, "hedline"),
        summary=words(head, "abstract") or _marked(content, "summary"),
        byline=_byline(head, content),
        html=as_html(body if content is None and head is None else content),
        media=tuple(_media(body)),
    )


def as_html(element: Element | None) -> str | None:
    """An element of NITF with the names that HTML has for it."""
    if element is None:
        return None
    copy = deepcopy(element)
    copy.tail = None
    for node in list(copy.iter("{*}*")):
        name = local_name(node)
        if node is copy:
            continue
        if name in _GONE:
            _drop(node)
        else:
            known = _AS_HTML.get(name, name)
            node.tag = known if known in _KEPT else _UNMARKED
    etree.strip_tags(copy, _UNMARKED)
    return markup_of(copy)


def _drop(node: Element) -> None:
    """Take an element out; what follows it stays."""
    parent, before = node.getparent(), node.getprevious()
    if parent is None:
        return
    if node.tail and before is not None:
        before.tail = (before.tail or "") + node.tail
    elif node.tail:
        parent.text = (parent.text or "") + node.tail
    parent.remove(node)


def _byline(head: Element | None, content: Element | None) -> str | None:
    """The line without the writer's office."""
    line = first(head, "byline")
    line = first(content, "byline") if line is None else line
    if line is None:
        return None
    people = [words(one) for one in every(line, "person")]
    if people:
        return ", ".join(filter(None, people))
    copy = deepcopy(line)
    for office in every(copy, "byttl"):
        _drop(office)
    return words(copy)


def _marked(content: Element | None, mark: str) -> str | None:
    """The paragraph that says of itself that it is the lead."""
    for paragraph in every(content, "//p"):
        if paragraph.get(mark) == "true" or paragraph.get("class") == mark:
            return words(paragraph)
    return None


def _media(body: Element) -> Iterator[Media]:
    for group in every(body, "//media"):
        caption = words(first(group, "media-caption"))
        credit = words(first(group, "media-producer"))
        references = sorted(
            every(group, "media-reference"), key=lambda one: _size(one.get("width")), reverse=True
        )
        for reference in references[:1]:
            medium = make_media(
                reference.get("source") or reference.get("data-location"),
                "",
                stated_type=reference.get("mime-type"),
                medium=_MEDIA.get((group.get("media-type") or "").lower()),
                width=reference.get("width"),
                height=reference.get("height"),
                alt=reference.get("alternate-text"),
                caption=caption,
                credit=credit,
            )
            if medium is not None:
                yield medium


def _size(written: str | None) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 7 else 0  # noqa: PLR2004
