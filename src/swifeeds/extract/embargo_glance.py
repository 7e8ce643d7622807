"""A glance at a page's markup: may it declare an embargo?

A page that is read by a profile is not read line by line. Whether it must be, for once, is told
here from what stands around its headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from swifeeds.extract.embargo_frames import words_of_embargo
from swifeeds.extract.embargoes import declared_embargo
from swifeeds.localise.folding import fold
from swifeeds.markup import plain_text

_BEFORE, _BEHIND = 2_000, 12_000
"""Characters of markup around the headline in which the line may stand."""

_LINE = re.compile(
    r"</?(?:p|div|h[1-6]|br|li|ul|ol|td|th|tr|table|dd|dt|dl|section|article|header|main|nav|aside"
    r"|figure|figcaption|blockquote|time|address|center)\b[^<>]*>",
    re.IGNORECASE,
)
_LONGEST = 400
_NEXT = 4
"""Pieces of markup among which the next words stand."""


def may_declare(html: str, *, language: str, zone: str, near: datetime) -> bool:
    """True where a line around the headline reads like one.

    Args:
        html: the page's markup.
        language: BCP 47 tag of the text.
        zone: IANA zone of the source.
        near: when the page was retrieved.
    """
    at = max(0, html.find("<h1"))
    around = fold(html[max(0, at - _BEFORE) : at + _BEHIND])
    said = words_of_embargo(around)
    if not said:
        return False
    pieces = [piece for piece in _LINE.split(around) if 0 < len(piece.strip()) <= _LONGEST]
    return any(
        declared_embargo(line, language=language, zone=zone, near=near) is not None
        for index, piece in enumerate(pieces)
        if any(word in piece for word in said)
        for line in _lines(pieces[index : index + _NEXT])
    )


def _lines(pieces: Sequence[str]) -> Iterator[str]:
    """The line that the first of them is, and what it is with the one that has the next words."""
    first, *others = (plain_text(piece) or "" for piece in pieces)
    after = next(filter(None, others), None)
    yield first
    if after:
        yield f"{first} {after}"
