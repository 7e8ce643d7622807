"""Bytes of a file that come in pieces, looked through from front to back.

What is found never depends on where the pieces end, and no more is kept than somebody holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from swifeeds.errors import ExtractError

LARGEST_WINDOW = 64 * 1024 * 1024
"""Bytes that are kept at most: a portion, the largest item behind it, and a piece."""

_BEHIND = 128
"""Bytes that stay behind where a search has got to, for a look back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A match: `start` and `end` in bytes of the file, `groups` as in `re`."""

    start: int
    end: int
    groups: tuple[bytes | None, ...]


class Tape:
    """A window on a file. Positions are bytes from the file's beginning."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._window = bytearray()
        self._origin = 0
        self._is_whole = False
        self._held: int | None = 0
        self._marked: int | None = None
        self._absent: dict[bytes, tuple[int, int]] = {}

    def hold(self, position: int | None) -> None:
        """Keep what follows `position`, for whoever cuts; None lets go what was looked through."""
        self._held = position

    def mark(self, position: int | None) -> None:
        """The same for whoever looks for the end of what begins there."""
        self._marked = position

    def has(self, position: int) -> bool:
        """True when the file has a byte there; reads on to find out."""
        while self._end <= position and self._fill():
            pass
        return position < self._end

    def cut(self, start: int, end: int) -> bytes:
        """The bytes from `start` to `end`, which are still held."""
        self.has(end - 1)
        return bytes(self._window[start - self._origin : end - self._origin])

    @property
    def length(self) -> int:
        """How long the file is, once it was read to its end; what is known of it before."""
        return self._end

    def search(
        self, pattern: re.Pattern[bytes], start: int, *, reach: int, limit: int | None = None
    ) -> Found | None:
        """The first match that begins at `start` or later and before `limit`.

        Args:
            pattern: looks at no more than `reach` bytes from where it begins, and at few before.
            start: is still held.
            reach: bytes that must be there before a match can be believed.
            limit: where to give up; None reads to the end.
        """
        while True:
            settled = self._end if self._is_whole else self._end - reach
            match = pattern.search(self._window, max(0, start - self._origin))
            if match and (begins := match.start() + self._origin) < settled + self._is_whole:
                if limit is not None and begins >= limit:
                    return None
                ends = match.end() + self._origin
                groups = tuple(None if one is None else bytes(one) for one in match.groups())
                return Found(start=begins, end=ends, groups=groups)
            start = max(start, settled)
            if self._is_whole or (limit is not None and start >= limit):
                return None
            self._forget(start - _BEHIND)
            self._fill()

    def behind(self, pattern: re.Pattern[bytes], at: int) -> int | None:
        """Behind what matches at `at` in what is there already; None says nothing at all."""
        match = pattern.match(self._window, at - self._origin)
        return match.end() + self._origin if match else None

    def find(self, needle: bytes, start: int, limit: int) -> int | None:
        """Where the needle next begins, at `start` or later and before `limit`; else None.

        A stretch that was looked through in vain is not looked through again, so that a file
        full of openings without an end costs one pass.
        """
        since, until = self._absent.get(needle, (0, 0))
        first = since if since <= start <= until else start
        at = max(start, until) if first == since else start
        while True:
            found = self._window.find(needle, at - self._origin)
            if found >= 0:
                position = found + self._origin
                if position < limit:
                    return position
                self._absent[needle] = (first, position)
                return None
            at = max(at, self._end - len(needle) + 1)
            if at >= limit or not self._fill():
                self._absent[needle] = (first, at)
                return None

    @property
    def _end(self) -> int:
        return self._origin + len(self._window)

    def _fill(self) -> bool:
        """Take in one more piece; False at the end of the file."""
        if len(self._window) > LARGEST_WINDOW:
            reason = f"has more than {LARGEST_WINDOW} bytes between two items; is it damaged?"
            raise ExtractError(reason, url="")
        piece = next(self._pieces, None)
        if piece is None:
            self._is_whole = True
            return False
        self._window += piece
        return True

    def _forget(self, position: int) -> None:
        wanted = (position, self._held, self._marked)
        kept = min(one for one in wanted if one is not None)
        if kept > self._origin:
            del self._window[: kept - self._origin]
            self._origin = kept
