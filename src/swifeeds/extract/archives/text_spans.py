"""The items of a file of plain text: what stands between one sign and the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from swifeeds.extract.archives.span import LARGEST_ITEM, Span
from swifeeds.extract.archives.tape import Tape

_REACH = 64
_SOLID = re.compile(rb"\S")
BETWEEN_ENTRIES = re.compile(rb"(?:(?<=\n)|(?<=\r))-{8}[ \t]{0,40}(?:\r\n|\n|\r|\Z)")
"""The line that ends an entry of Movable Type."""

BETWEEN_MESSAGES = re.compile(
    rb"(?<!\x16)(?=\x16{0,40}\x01)|\x04\s{0,40}|(?<=\n)NNNN[ \t]{0,40}(?=[\r\n]|\Z)"
)
"""What begins or ends a message of a wire: start of heading, end of
transmission, and the letters that stood for it."""


def split_at(tape: Tape, separator: re.Pattern[bytes]) -> Iterator[Span]:
    """What stands between separators; each belongs to what it ends. Blank stretches are none."""
    start = 0
    while (begins := tape.search(_SOLID, start, reach=1)) is not None:
        tape.mark(begins.start)
        limit = begins.start + LARGEST_ITEM
        ends = tape.search(separator, begins.start + 1, reach=_REACH, limit=limit)
        is_too_large = ends is None and tape.has(limit)
        start = ends.end if ends else (limit if is_too_large else tape.length)
        yield Span(start=begins.start, end=start, is_too_large=is_too_large)
        tape.mark(None)
        if is_too_large:
            following = tape.search(separator, start, reach=_REACH)
            start = following.end if following else tape.length
