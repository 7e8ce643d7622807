"""A glance at a page's markup: may it declare an embargo?

A page that is read by a profile is not read line by line. Whether it must be, for once, is told
here from what stands around its headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from html import unescape
from itertools import islice

from swifeeds.extract.embargo_frames import words_of_embargo
from swifeeds.extract.embargoes import declared_embargo

_BEFORE, _BEHIND = 2_000, 14_000
"""Bytes of markup around the headline in which the line may stand."""

_HEADLINE = re.compile(rb"<h1")
"""A pattern jumps from tag to tag, where `find` reads every letter of a script."""

_LONG = re.compile(rb">[^<>]{200,}+")
_MOST_LONG = 6
"""Paragraphs, or what is as long, behind which nothing is looked for."""

_LINE = re.compile(
    r"</?(?:p|div|h[1-6]|br|li|ul|ol|td|th|tr|table|dd|dt|dl|section|article|header|main|nav|aside"
    r"|figure|figcaption|blockquote|time|address|center)\b[^<>]*>",
    re.IGNORECASE,
)
_LONGEST = 400
_NEXT = 3
"""Pieces of markup behind it among which the next words stand."""

_TAG = re.compile(r"<[^<>]*+>")


def around_headline(utf8: bytes) -> bytes:
    """What of a page's markup is looked at: the line stands above the text, or near its lead."""
    headline = _HEADLINE.search(utf8)
    at = headline.start() if headline else 0
    paragraphs = _LONG.finditer(utf8, at, at + _BEHIND)
    last = next(islice(paragraphs, _MOST_LONG - 1, None), None)
    return utf8[max(0, at - _BEFORE) : last.end() if last else at + _BEHIND]


def may_declare(around: bytes, *, language: str, zone: str, near: datetime) -> bool:
    """True where a line around the headline reads like one.

    Args:
        around: the markup around it.
        language: BCP 47 tag of the text.
        zone: IANA zone of the source.
        near: when the page was retrieved.
    """
    html = around.decode("utf-8", "replace")
    return any(
        declared_embargo(line, language=language, zone=zone, near=near) is not None
        for words in _pieces_with(words_of_embargo(html, language), html)
        for line in _lines(words)
    )


def _pieces_with(places: Iterable[int], around: str) -> Iterator[list[str]]:
    """The pieces of markup, between two blocks each, that stand at these places, and what follows;
    each piece once. The whole is not cut: a page says "published" many times, and little else."""
    end = 0
    for place in sorted(places):
        if place < end:
            continue
        start = max(end, place - _LONGEST)
        before = [cut.end() for cut in _LINE.finditer(around, start, place)]
        start = before[-1] if before else start
        pieces = _LINE.split(around[start : place + _LONGEST])
        end = start + len(pieces[0])
        yield pieces[: 1 + _NEXT]


def _lines(pieces: Sequence[str]) -> Iterator[str]:
    """The line that the first of them is, and what it is with the one that has the next words."""
    first, *others = (" ".join(unescape(_TAG.sub("", piece)).split()) for piece in pieces)
    after = next(filter(None, others), None)
    yield first
    if after:
        yield f"{first} {after}"
