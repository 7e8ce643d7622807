"""A found body without the lines that are not the article's."""

from __future__ import annotations

from collections.abc import Sequence

from swifeeds.extract.author_names import is_byline
from swifeeds.extract.blocks import Block
from swifeeds.extract.folding import fold
from swifeeds.extract.margin import is_mail, sight
from swifeeds.extract.phrases import Line
from swifeeds.extract.printed import is_date_line

_HEADINGS_OF_LINKS = frozenset({Line.STORY, Line.RELATED})
_TOP = 4
"""Blocks at the top of a body among which headline, byline and date may be repeated."""


def tidy(blocks: Sequence[Block], *, title: str, language: str, zone: str) -> tuple[Block, ...]:
    """The blocks without furniture, the story block, and what stands above the text."""
    kept: list[Block] = []
    in_story = False
    for seen in sight(blocks):
        in_story = seen.line in _HEADINGS_OF_LINKS or (in_story and seen.block.link_share > 0.5)  # noqa: PLR2004
        if seen.line is None and not in_story and not _is_lone_mail(seen.block, kept):
            kept.append(seen.block)
    top = [block for block in kept[:_TOP] if not _is_above(block, title, language, zone)]
    return (*top, *kept[_TOP:])


def _is_lone_mail(block: Block, before: Sequence[Block]) -> bool:
    """An address that a dropped line announced; after text it may be the article's own."""
    return is_mail(block) and (not before or not before[-1].text.endswith((":", "：")))


def _is_above(block: Block, title: str, language: str, zone: str) -> bool:
    if block.kind in {"img", "table"}:
        return False
    return (
        (len(block.text) <= 3 * len(title) and fold(block.text) == fold(title))
        or is_byline(block.text)
        or is_date_line(block.text, language, zone)
    )
