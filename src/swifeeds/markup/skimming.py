"""What of a page is passed over before it is parsed: the contents of its long scripts and styles.

Half of a page of news is state that a framework left there in one piece, without a single tag in
it. No article is in it, and finding such pieces by their ends costs a thirtieth of parsing them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import AnyStr

_LONG = 1000
_HEAD = 400
"""Bytes in which the start tag of a script ends."""

_BEGINS = re.compile(
    rb"(?P<name>script|style)(?:\s[^<>\"']*+(?:\"[^<>\"]*+\"[^<>\"']*+|'[^<>']*+'[^<>\"']*+)*+)?>",
    re.IGNORECASE,
)
_DECLARES = b"ld+json"


def stretches(markup: AnyStr, sign: AnyStr, longest: int) -> Iterator[tuple[int, int]]:
    """Where more than `longest` letters stand between one sign and the next, or the end; what
    stands before the first is none.

    Each stretch is looked at from its far end, so that an ordinary page costs forty looks and not
    a thousand.
    """
    start = markup.find(sign) + 1 or len(markup)
    while start + longest < len(markup):
        last = markup.rfind(sign, start, start + longest + 1)
        if last >= 0:
            start = last + 1
            continue
        end = markup.find(sign, start + longest)
        end = len(markup) if end < 0 else end
        yield start, end
        start = end + 1


def skimmed(page: bytes) -> bytes:
    """A page without the contents of its long scripts and styles, JSON-LD left in.

    Only what goes from their start tag to their end tag without any other `<` is taken out: inside
    a comment, or a value, it would be no text of the page either.
    """
    kept: list[bytes] = []
    copied = 0
    for start, end in stretches(page, b"<", _LONG):
        begun = _BEGINS.match(page, start, min(end, start + _HEAD))
        if begun is None or _DECLARES in begun[0].lower():
            continue
        if page[end : end + 8].lower().startswith(b"</" + begun["name"].lower()):
            kept.append(page[copied : begun.end()])
            copied = end
    return b"".join((*kept, page[copied:])) if kept else page
