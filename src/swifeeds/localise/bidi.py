"""Text of one direction inside a sentence of the other (UAX 9, "Unicode Bidirectional Algorithm").

A run whose direction differs from the sentence's is wrapped in FSI and PDI, so that its brackets
and digits do not jump. Nothing is wrapped that need not be: feed readers show plain text, and
some stumble over the marks.
"""

from __future__ import annotations

import re
import unicodedata

from swifeeds.model import Direction

_FSI, _PDI = "\u2068", "\u2069"
_INITIATORS = frozenset("\u2066\u2067\u2068")
_STRONG = {"L": Direction.LTR, "R": Direction.RTL, "AL": Direction.RTL}
_MARKUP = re.compile(r"<[^<>]*>")


def first_strong(text: str) -> Direction | None:
    """The direction of the first letter that has one (UAX 9, P2); None when none has.

    What stands in isolates does not count, nor does markup.
    """
    depth = 0
    for character in _MARKUP.sub("", text):
        if character in _INITIATORS:
            depth += 1
        elif character == _PDI:
            depth = max(0, depth - 1)
        elif depth == 0 and (found := _STRONG.get(unicodedata.bidirectional(character))):
            return found
    return None


def isolate(text: str, around: Direction) -> str:
    """`text` fit to stand inside a sentence of direction `around`."""
    if first_strong(text) in {None, around}:
        return text
    return f"{_FSI}{text}{_PDI}"
