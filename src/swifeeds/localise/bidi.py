"""Text of one direction inside a sentence of the other (UAX 9, "Unicode Bidirectional Algorithm").

A run that would touch the sentence around it with letters of the other direction is wrapped in FSI
(or RLI, see `begins_foreign`) and PDI, so that brackets and digits beside it do not jump. Nothing
is wrapped that need not be: feed readers show plain text, and some stumble over the marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from swifeeds.model import Direction

_RLI, _FSI, _PDI = "\u2067", "\u2068", "\u2069"
_INITIATORS = frozenset("\u2066\u2067\u2068")
_STRONG = {"L": Direction.LTR, "R": Direction.RTL, "AL": Direction.RTL}
_MARKUP = re.compile(r"<[^<>]*>")
_OPENING = {**dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
            **dict.fromkeys(_INITIATORS, _PDI)}  # fmt: skip
_FORMATTING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_EMBEDDED = re.compile("[\u202a-\u202e]")
_BRACKETS_AT_END = re.compile(r"\([^()]*\)$|\[[^\[\]]*\]$")
_PARAGRAPHS = re.compile("[\n\r\x1c-\x1e\x85\u2029]+")
"""Whatever begins a new paragraph ends every isolate before it (UAX 9, P1)."""

_TURNING = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Every letter that is written from right to left, with the formatting: nearly no text has any."""


def balanced(text: str) -> str:
    """Without direction formatting unless each opening is closed: what follows would turn.

    Single marks (LRM, RLM) are harmless and stay.
    """
    expected: list[str] = []
    for sign in _FORMATTING.findall(text):
        if sign in _OPENING:
            expected.append(_OPENING[sign])
        elif not expected or expected.pop() != sign:
            return _FORMATTING.sub("", text)
    return _FORMATTING.sub("", text) if expected else text


def first_strong(text: str) -> Direction | None:
    """The direction of the first letter that has one (UAX 9, P2); None when none has.

    What stands in isolates does not count, nor does markup.
    """
    return _edges(text)[0]


def isolate(text: str, around: Direction) -> str:
    """`text` fit to stand inside a sentence of direction `around`, whatever it holds.

    Guarantees: nothing in it turns what stands beside it, its letters stay, and it is one line.
    """
    if not _TURNING.search(text) and around is Direction.LTR:
        return _PARAGRAPHS.sub(" ", text)
    settled = _PARAGRAPHS.sub(" ", balanced(text))
    if not _EMBEDDED.search(settled) and {*_edges(settled)} <= {None, around}:
        return settled
    opening = _RLI if begins_foreign(settled, around) else _FSI
    return settled if _is_isolated(settled) else f"{opening}{settled}{_PDI}"


def begins_foreign(text: str, around: Direction) -> bool:
    """True where the first letter is no sign of how a text runs: `G20 في روما` in Arabic text.

    It begins with letters of the other direction and ends with the right-to-left ones around it.
    """
    first, last = _strong(_MARKUP.sub("", text))
    return around is Direction.RTL and (first, last) == (Direction.LTR, Direction.RTL)


def _edges(text: str) -> tuple[Direction | None, Direction | None]:
    """The directions of the first and the last letter that have one, outside of isolates.

    Brackets at the end go as what stands before them does, whatever is in them (UAX 9, N0).
    """
    plain = _MARKUP.sub("", text)
    first, last = _strong(plain)
    return first, _strong(_BRACKETS_AT_END.sub("", plain))[1] or last


def _strong(text: str) -> tuple[Direction | None, Direction | None]:
    if not _FORMATTING.search(text):
        return _first(text), _first(reversed(text))
    first = last = None
    depth = 0
    for character in text:
        if character in _INITIATORS:
            depth += 1
        elif character == _PDI:
            depth = max(0, depth - 1)
        elif depth == 0 and (found := _STRONG.get(unicodedata.bidirectional(character))):
            first, last = first or found, found
    return first, last


def _first(characters: Iterable[str]) -> Direction | None:
    kinds = map(unicodedata.bidirectional, characters)
    return next(filter(None, map(_STRONG.get, kinds)), None)


def _is_isolated(text: str) -> bool:
    """True when one isolate holds all of the (balanced) text."""
    if text[:1] not in _INITIATORS:
        return False
    depth = 0
    for place, character in enumerate(text, start=1):
        depth += (character in _INITIATORS) - (character == _PDI)
        if depth == 0:
            return place == len(text)
    return False
