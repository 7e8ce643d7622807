"""The items of a file of JSON: of a list, of a list inside an object, or objects in a row.

By brackets and quotes alone. Where each line is an object, a line is an item: a broken one ends
with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from swifeeds.extract.archives.span import LARGEST_ITEM, Layout, Span
from swifeeds.extract.archives.tape import Tape

_SOLID = re.compile(rb"[^\s\xef\xbb\xbf]")
_NEXT = re.compile(rb"[{\[\]]")
_SIGN = re.compile(rb'["{}\[\]]')
_IN_TEXT = re.compile(rb'["\\]')
_REST_OF_TEXT = re.compile(rb'[^"\\]*+(?:\\[\s\S][^"\\]*+)*+"')
_LIST = re.compile(
    rb'"(?:items|newsItems|newsitems|articles|results|docs|messages)"'
    rb"\s{0,60}:\s{0,60}\[(?=\s{0,60}\{)"
)
_LIST_REACH = 256
_WIDEST_GAP = 64
"""Bytes of white space that are looked past for the sign before a bracket."""

_OPENING = (b"{", b"[")
_LATEST_LIST = 65536
"""Bytes of an object before its list of items: what holds for them all."""


def lay_out(tape: Tape) -> Layout | None:
    """The items of a file of JSON; None when it is empty."""
    first = tape.search(_SOLID, 0, reach=1)
    if first is None:
        return None
    if tape.cut(first.start, first.end) == b"[":
        spans = _in_list(tape, first.end)
        return Layout(head=tape.cut(0, first.end), tail=b"]", spans=spans)
    if (inside := _list_inside(tape, first.start)) is not None:
        closing = b"]" + b"}"
        return Layout(
            head=tape.cut(0, inside), tail=closing, spans=_in_list(tape, inside, inside=True)
        )
    ends = _end_of(tape, first.start)
    is_lined = ends is not None and b"\n" not in tape.cut(first.start, ends)
    if ends is None or not (tape.search(_NEXT, ends, reach=1) and is_lined):
        return Layout(head=b"", tail=b"", spans=_in_list(tape, first.start))
    return Layout(head=b"", tail=b"", spans=lines(tape, first.start))


def _list_inside(tape: Tape, start: int) -> int | None:
    """Where the list of items begins, of an object that has one among its first members."""
    at, limit = start + 1, start + _LATEST_LIST
    depth = 1
    while depth and at < limit:
        sign = tape.search(_SIGN, at, reach=1, limit=limit)
        if sign is None:
            return None
        match tape.cut(sign.start, sign.end):
            case b'"':
                named = tape.search(_LIST, sign.start, reach=_LIST_REACH, limit=sign.start + 1)
                if depth == 1 and named is not None:
                    return named.end
                at = _behind_text(tape, sign.end, limit) or limit
            case b"{" | b"[":
                depth, at = depth + 1, sign.end
            case _:
                depth, at = depth - 1, sign.end
    return None


def _in_list(tape: Tape, start: int, *, inside: bool = False) -> Iterator[Span]:
    """Values one after the other, until the list ends.

    A closing bracket too many ends nothing, unless the list is `inside` an object, whose other
    members are no items.
    """
    while (begins := tape.search(_NEXT, start, reach=1)) is not None:
        sign = tape.cut(begins.start, begins.end)
        if sign not in _OPENING:
            if inside and sign == b"]":
                return
            start = begins.end
            continue
        tape.mark(begins.start)
        limit = begins.start + LARGEST_ITEM
        value = _Value(tape, begins.start)
        is_whole = value.scan(limit)
        is_too_large = not is_whole and tape.has(limit)
        start = value.at if is_whole else (limit if is_too_large else tape.length)
        yield Span(start=begins.start, end=start, is_too_large=is_too_large)
        tape.mark(None)
        if is_too_large:
            # Its end is looked for all the same, so that it costs itself alone.
            start = value.at if value.scan(None) else tape.length


def _end_of(tape: Tape, start: int) -> int | None:
    """Behind the value that begins there; None when it does not end within the largest item."""
    value = _Value(tape, start)
    return value.at if value.scan(start + LARGEST_ITEM) else None


class _Value:
    """A scan of one value that may be taken up again behind a limit.

    A value that lost a bracket ends where the next begins: inside an object nothing begins with a
    bracket but behind a colon.
    """

    def __init__(self, tape: Tape, start: int) -> None:
        self.at = start
        self._tape = tape
        self._open = bytearray()
        self._is_in_text = False

    def scan(self, limit: int | None) -> bool:
        """True when the value ends before the limit; `at` is behind its end then."""
        while True:
            signs = _IN_TEXT if self._is_in_text else _SIGN
            sign = self._tape.search(signs, self.at, reach=2, limit=limit)
            if sign is None:
                self.at = self.at if limit is None else max(self.at, limit)
                return False
            letter = self._tape.cut(sign.start, sign.end)
            if letter in _OPENING and self._is_misplaced(sign.start):
                self.at = sign.start
                return True
            self.at = sign.end
            if letter == b'"' and not self._is_in_text:
                # Most texts lie in the window whole, and are passed in one step.
                behind = self._tape.behind(_REST_OF_TEXT, sign.end)
                self._is_in_text, self.at = behind is None, behind or sign.end
            elif self._take(letter):
                return True

    def _take(self, letter: bytes) -> bool:
        """True when the letter closes the value."""
        match letter:
            case b'"':
                self._is_in_text = False
            case b"\\":
                self.at += 1
            case b"{" | b"[":
                self._open += letter
            case _:
                del self._open[-1:]
                return not self._open
        return False

    def _is_misplaced(self, at: int) -> bool:
        if self._open[-1:] != b"{":
            return False
        before = self._tape.cut(max(0, at - _WIDEST_GAP), at).rstrip()
        return before.endswith((b",", b"}", b"]", b'"'))


def _behind_text(tape: Tape, at: int, limit: int) -> int | None:
    """Behind the quote that ends a text."""
    while (sign := tape.search(_IN_TEXT, at, reach=2, limit=limit)) is not None:
        if tape.cut(sign.start, sign.end) == b'"':
            return sign.end
        at = sign.end + 1
    return None


_LINE_END = re.compile(rb"\n")
_IN_LINE = re.compile(rb"[^\s\xef\xbb\xbf\x1e]")


def lines(tape: Tape, start: int = 0) -> Iterator[Span]:
    """Each line that is not blank."""
    while (begins := tape.search(_IN_LINE, start, reach=1)) is not None:
        tape.mark(begins.start)
        limit = begins.start + LARGEST_ITEM
        ends = tape.search(_LINE_END, begins.start, reach=1, limit=limit)
        is_too_large = ends is None and tape.has(limit)
        start = ends.end if ends else (limit if is_too_large else tape.length)
        yield Span(start=begins.start, end=start, is_too_large=is_too_large)
        tape.mark(None)
        if is_too_large:
            start = _next_line(tape, limit)


def _next_line(tape: Tape, at: int) -> int:
    end = tape.search(_LINE_END, at, reach=1)
    return end.end if end else tape.length
