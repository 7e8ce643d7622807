"""The page of an old CMS: a headline, a lead, a date line, paragraphs, and then furniture.

Its markup says nothing, its order says everything: what stands between headline and date line is
the lead, what follows up to the first line of furniture is the text. Tables, fonts, divisions and
line breaks all read the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from swifeeds.extract.author_names import is_byline
from swifeeds.extract.blocks import Block
from swifeeds.extract.folding import fold
from swifeeds.extract.furniture import is_outside
from swifeeds.extract.margin import Sighted, is_mail
from swifeeds.extract.phrases import Line
from swifeeds.extract.printed import first_with_time, is_date_line, published_in
from swifeeds.extract.weight import weight

_ENDS = frozenset({Line.STORY, Line.IMPORT, Line.STANDARDS, Line.CERTIFIED, Line.CONTRIBUTIONS,
                   Line.DEBATES, Line.CONTACT, Line.PASSWORD, Line.PROFILE})  # fmt: skip
_OLD = frozenset({Line.CONTRIBUTIONS, Line.CONTACT, Line.PASSWORD, Line.PROFILE, Line.STORY,
                  Line.STANDARDS, Line.CERTIFIED, Line.SHARE})  # fmt: skip
_ENOUGH_LINES = 3
_LEAD_CLASS = re.compile(
    r"lead|intro|teaser|abstract|standfirst|vorspann|chapeau|summary|ingress|deck|sommario|subtitle|kurz",
    re.IGNORECASE,
)
_SHORTEST_LEAD = 30
_ABOVE = 2
"""Lines above the date among which the headline is looked for: itself, and a lead."""

_LONGEST_TITLE = 200
_TOOL = 20
"""Characters of a line that is only a link ("Print", "Read aloud")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Legacy:
    """The parts of such a page."""

    lead: str | None
    body: tuple[Block, ...]


def read_legacy(
    sighted: Sequence[Sighted], *, title: str, language: str, zone: str
) -> Legacy | None:
    """The parts of an old page; None for a page that is not built like one.

    A page is built so when it says that it was imported, or when it has the date line and three
    kinds of furniture lines.
    """
    lines = {seen.line for seen in sighted}
    dated = _date_line(sighted, language, zone)
    if Line.IMPORT not in lines and (dated is None or len(lines & _OLD) < _ENOUGH_LINES):
        return None
    headline = _headline(sighted, title, dated)
    end = _end(sighted, max(headline, -1 if dated is None else dated))
    if dated is not None and dated > end:
        dated = None
    lead = _lead(sighted, headline, dated, end)
    start = 1 + max(index for index in (headline, lead, dated, -1) if index is not None)
    return Legacy(
        lead=None if lead is None else sighted[lead].block.text,
        body=_body(sighted[start:end], title, language, zone),
    )


def guess_title(sighted: Sequence[Sighted], *, language: str, zone: str) -> str | None:
    """The headline of an old page that marks none: the first line of text right above its date."""
    dated = _date_line(sighted, language, zone)
    above = sighted[max(0, (dated or 0) - _ABOVE) : dated or 0]
    lines = [seen.block.text for seen in above if seen.line is None and not seen.block.links]
    return next((line for line in lines if len(line) <= _LONGEST_TITLE), None)


def _date_line(sighted: Sequence[Sighted], language: str, zone: str) -> int | None:
    """Where the date stands: in a frame, else as a line that is a date with its time."""
    lines = [(index, seen.block.text) for index, seen in enumerate(sighted)]
    short = [(index, line) for index, line in lines if len(line) <= _LONGEST_TITLE]
    framed = (index for index, line in short if published_in(line, language, zone))
    timed = (index for index, line in short if first_with_time([line], language, zone))
    return next(chain(framed, timed), None)


def _headline(sighted: Sequence[Sighted], title: str, dated: int | None) -> int:
    """The last block before the date line that is the headline: a crumb may repeat it above."""
    wanted = fold(title)
    found = [index for index, seen in enumerate(sighted) if fold(seen.block.text) == wanted]
    before = [index for index in found if dated is None or index < dated]
    return (before or found or [-1])[-1 if before else 0]


def _end(sighted: Sequence[Sighted], start: int) -> int:
    """The first line of furniture after at least one paragraph."""
    said = False
    for index in range(start + 1, len(sighted)):
        seen = sighted[index]
        if seen.line in _ENDS and said:
            return index
        said = said or (seen.line is None and weight(seen.block.text) > _SHORTEST_LEAD)
    return len(sighted)


def _lead(sighted: Sequence[Sighted], headline: int, dated: int | None, end: int) -> int | None:
    """What stands between headline and date line; else a first paragraph that is set apart."""
    if dated is not None and headline < dated:
        between = [
            index
            for index in range(headline + 1, dated)
            if sighted[index].line is None and weight(sighted[index].block.text) >= _SHORTEST_LEAD
            and sighted[index].block.kind != "caption" and not is_byline(sighted[index].block.text)
        ]  # fmt: skip
        if between and headline >= 0:
            return max(between, key=lambda index: len(sighted[index].block.text))
    first = 1 + max(headline, -1 if dated is None else dated)
    texts = [index for index in range(first, end) if sighted[index].line is None]
    if len(texts) > 1 and _is_set_apart(sighted[texts[0]].block):
        return texts[0]
    return None


def _is_set_apart(block: Block) -> bool:
    bold = re.fullmatch(r"(?s)\s*<(b|strong|em|i)>.*</\1>\s*", block.html) is not None
    named = _LEAD_CLASS.search(block.element.get("class") or "") is not None
    return (bold or named or block.kind in {"h2", "h3", "h4"}) and weight(
        block.text
    ) >= _SHORTEST_LEAD


def _body(sighted: Sequence[Sighted], title: str, language: str, zone: str) -> tuple[Block, ...]:
    texts = [
        seen.block
        for seen in sighted
        if seen.line is None and _is_text(seen.block) and fold(seen.block.text) != fold(title)
    ]
    while texts and (is_byline(texts[0].text) or is_date_line(texts[0].text, language, zone)):
        texts.pop(0)
    inside = [block for block in texts if not is_outside(block.element)]
    whole = sum(weight(block.text) for block in texts)
    # A form or a division called "print" around the whole page is no reason to lose the text.
    enough = sum(weight(block.text) for block in inside) * 2 > whole
    # Preformatted text was a way to write paragraphs, too.
    return tuple(
        replace(block, kind="p") if block.kind == "pre" else block
        for block in (inside if enough else texts)
    )


def _is_text(block: Block) -> bool:
    is_tool = block.link_share > 0.9 and len(block.text) <= _TOOL  # noqa: PLR2004
    return block.kind != "caption" and not is_tool and not is_mail(block)
