"""The embargo that a page declares: a line of its own near the headline, or a term in its head.

schema.org has no word for it; PRISM has one, and press offices print a line. A line further down,
a link, or one beside the article may speak of any embargo.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml.html import HtmlElement

from swifeeds.extract.blocks import Block
from swifeeds.extract.declared import Declared
from swifeeds.extract.elsewhere import elsewhere
from swifeeds.extract.embargo_ends import opening
from swifeeds.extract.embargoes import declared_embargo, may_be_declared, wait_for
from swifeeds.extract.folding import fold
from swifeeds.extract.margin import Sighted
from swifeeds.extract.metatags import first
from swifeeds.extract.moments import read_moment
from swifeeds.extract.page import Page
from swifeeds.extract.phrases import ends_a_sentence
from swifeeds.extract.weight import weight
from swifeeds.markup import text_of

_TERMS = ("prism.embargodate", "prism:embargodate")
_ELSEWHERE = re.compile(
    r"comment|related|teaser|sidebar|widget|recommend|most-?read|latest|ticker", re.IGNORECASE
)
_NO_LINE = frozenset({"img", "table", "caption"})
_ABOVE, _BELOW = 3, 20
"""Blocks above the headline, and below it, among which the line may stand."""

_PARAGRAPH = 80
_MOST_PARAGRAPHS = 2
"""The line stands above the text, or between its lead and the rest."""

_MOST_LINKS = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEmbargo:
    """`until` is UTC; `held` as in `Draft`, where the end cannot be read. `blocks` are the lines
    that say so, which are no part of the text; `origin` is where it was read."""

    until: datetime | None = None
    held: str | None = None
    blocks: tuple[Block, ...] = ()
    origin: str | None = None


def read_page_embargo(
    page: Page, declared: Declared, sighted: Sequence[Sighted], *, title: str, language: str
) -> PageEmbargo:
    """What the page declares; nothing at all where it declares none.

    Args:
        page: gives the zone, and by its retrieval the year of a day without one.
        declared: what its head declares.
        sighted: its lines.
        title: the headline.
        language: decides the order of day and month.
    """
    zone, near = page.source.time_zone, page.document.retrieved
    blocks = [seen.block for seen in sighted]
    for block, line, also in _lines(blocks, title):
        found = declared_embargo(line, language=language, zone=zone, near=near)
        if found is not None:
            until, held = found.wait(near)
            return PageEmbargo(until=until, held=held, blocks=(block, *also), origin="line")
    if (stated := first(declared.meta, *_TERMS)) and (
        moment := read_moment(stated, language=language, zone=zone)
    ):
        until, held = wait_for(opening(moment, zone).at, near)
        return PageEmbargo(until=until, held=held, origin="meta")
    return PageEmbargo()


def take_out(embargo: PageEmbargo, sighted: Sequence[Sighted]) -> tuple[Sighted, ...]:
    """The lines without those that say so, which leave the tree as well."""
    for block in embargo.blocks:
        element = block.element
        if text_of(element) != block.text:
            _cut_line(element, block.text)
        elif element.getparent() is not None:
            element.drop_tree()
    return tuple(seen for seen in sighted if seen.block not in embargo.blocks)


def _cut_line(element: HtmlElement, line: str) -> None:
    """Empties the line of an element whose lines end with breaks."""
    begins: HtmlElement | None = None
    within: list[HtmlElement] = []
    for child in (*element, None):
        if child is not None and child.tag != "br":
            within.append(child)
            continue
        start = (element.text if begins is None else begins.tail) or ""
        pieces = (f"{text_of(one) or ''}{one.tail or ''}" for one in within)
        if " ".join(f"{start}{''.join(pieces)}".split()) == line:
            _empty(element, begins, within)
            return
        begins, within = child, []


def _empty(element: HtmlElement, begins: HtmlElement | None, within: list[HtmlElement]) -> None:
    if begins is None:
        element.text = None
    else:
        begins.tail = None
    for child in within:
        element.remove(child)


def _lines(blocks: Sequence[Block], title: str) -> Iterator[tuple[Block, str, tuple[Block, ...]]]:
    """The lines that may declare an embargo: block, text, and the block that ends the line."""
    if not blocks:
        return
    apart, wanted = elsewhere(_ELSEWHERE), fold(title)
    headline = _headline(blocks, wanted)
    paragraphs = 0
    for index in range(max(0, headline - _ABOVE), min(len(blocks), headline + _BELOW)):
        block = blocks[index]
        if index == headline or block.kind in _NO_LINE or block.link_share > _MOST_LINKS:
            continue
        after = blocks[index + 1 : index + 2] if _is_label(block) else ()
        line = " ".join(one.text for one in (block, *after))
        # Nearly no line speaks of it: whose place it has, and whether it repeats the headline, is
        # asked of the few that do.
        if may_be_declared(line) and fold(block.text) != wanted and not apart.around(block.element):
            yield block, line, tuple(after)
        if index > headline:
            paragraphs += weight(block.text) >= _PARAGRAPH and ends_a_sentence(block.text)
        if paragraphs == _MOST_PARAGRAPHS:
            return


def _headline(blocks: Sequence[Block], wanted: str) -> int:
    """Where the headline stands: a crumb may repeat it above. -1 where it does not stand there."""
    heads = [index for index, block in enumerate(blocks) if block.kind == "h1"]
    among = heads or range(len(blocks))
    named = (index for index in among if fold(blocks[index].text) == wanted)
    return next(named, heads[0] if heads else -1)


def _is_label(block: Block) -> bool:
    """`Embargo:` and its date are two blocks in a list of terms, or with a line break between."""
    return block.kind == "dt" or block.text.endswith((":", "："))
