"""The body that a page marks as such: by microdata, by the names that CMS use, by `<article>`.

A body may be marked in several pieces, one after the other; they are read as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml.html import HtmlElement

from swifeeds.extract.blocks import Block, flatten
from swifeeds.extract.furniture import surroundings
from swifeeds.extract.phrases import ends_a_sentence
from swifeeds.extract.weight import weight_of

_MARKS = re.compile(
    r"(?:^|[\s_-])(?P<mark>(?:article|story|entry|post|news|note|artikel|articulo|articolo|noticia|detail)[_-]*"
    r"(?:body|text|content|main-?content|copy))(?:$|[\s_-])|^(?:body-?text|text-?body|article-?text|body-?copy|main-?text|fulltext)$",
    re.IGNORECASE,
)
_PREAMBLE = re.compile(r"title|date|time|resiz|text-?size", re.IGNORECASE)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_ENOUGH = 250
"""Letters (signs of CJK count double) below which a text is a teaser."""

_MOST_LINKS = 0.3
_LISTED_LINKS = 0.75
_NEAR = 2
"""Elements that a piece may be wrapped in below what holds all pieces."""

_SENTENCE = 60
"""Letters from which a heading that ends as a sentence does is a lead that is set large."""


def marked_body(root: HtmlElement) -> tuple[Block, ...]:
    """The blocks of the innermost mark that holds nearly all marked text; or none."""
    outside = surroundings()
    best: tuple[Block, ...] = ()
    for pieces in _marks(root):
        blocks = readable(
            block
            for piece in pieces
            for block in flatten(piece)
            if not outside.around(block.element)
        )
        paragraphs = [block for block in blocks if block.kind == "p"]
        linked = sum(block.link_share * len(block.text) for block in blocks)
        if len(paragraphs) < 2 or linked > _MOST_LINKS * max(1, weight_of(blocks)):  # noqa: PLR2004
            continue
        if weight_of(blocks) > 1.1 * weight_of(best):
            best = blocks
    return best if weight_of(best) >= _ENOUGH else ()


def readable(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Without headlines, captions, mere links, and headings that nothing follows."""
    kept = [
        block
        for block in blocks
        if block.kind not in {"h1", "caption"} and block.link_share < _LISTED_LINKS
    ]
    while kept and kept[-1].kind in _HEADINGS:
        kept.pop()
    first = next((index for index, block in enumerate(kept) if not _is_preamble(block)), 0)
    return tuple(kept[first:])


def _is_preamble(block: Block) -> bool:
    """Headings, dates and tools before the first paragraph."""
    if block.kind in _HEADINGS:
        return len(block.text) < _SENTENCE or not ends_a_sentence(block.text)
    return bool(_PREAMBLE.search(block.element.get("class") or ""))


def _marks(root: HtmlElement) -> Iterator[Sequence[HtmlElement]]:
    """What says that it is the body: single elements, deepest last, then those in pieces."""
    by_property = root.xpath("//*[contains(@itemprop, 'articleBody')]")
    if by_property:
        yield from ([element] for element in by_property)
        yield from _in_pieces(by_property)
        return
    marks: dict[str, list[HtmlElement]] = {}
    found = False
    for element in root.xpath(
        "//*[self::div or self::section or self::article or self::span][@class or @id]"
    ):
        if mark := _mark(element):
            found = True
            marks.setdefault(mark, []).append(element)
            yield [element]
    for elements in marks.values():
        yield from _in_pieces(elements)
    articles = [] if found else root.xpath("//article[not(ancestor::article)]")
    if len(articles) == 1:
        yield articles


def _mark(element: HtmlElement) -> str | None:
    for name in ("class", "id"):
        if match := _MARKS.search(element.get(name) or ""):
            return (match["mark"] or match[0]).lower()
    return None


def _in_pieces(elements: Sequence[HtmlElement]) -> Iterator[Sequence[HtmlElement]]:
    """Elements of one mark that follow each other within the same article."""
    marked = set(elements)
    outer = [one for one in elements if not any(up in marked for up in one.iterancestors())]
    if len(outer) < 2:  # noqa: PLR2004 - one piece is no pieces
        return
    first = list(outer[0].iterancestors())[: _NEAR + 1]
    frames = [list(one.iterancestors())[: _NEAR + 1] for one in outer]
    whole = next((one for one in first if all(one in frame for frame in frames)), None)
    if whole is not None and whole.tag not in {"body", "html"} and not whole.xpath(".//h1[2]"):
        yield outer
