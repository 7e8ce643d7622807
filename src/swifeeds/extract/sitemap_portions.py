"""A long sitemap as several short ones, since it may lawfully have fifty thousand entries. Pure.

A tree of all of them takes hundreds of megabytes, and no other document needs to be that large:
each portion is a sitemap by itself, read and let go before the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_ENTRIES = 50_000
"""As many as the protocol allows in one file."""

_PORTION = 1_000_000
"""Bytes of entries. With few of them, in short tags, it stays far below what a tree may cost."""

_ENTRY = re.compile(rb"<((?:[A-Za-z][\w.-]{0,40}:)?(?:url|sitemap))[\s>]")
_ROOT = re.compile(rb"<((?:[A-Za-z][\w.-]{0,40}:)?(?:urlset|sitemapindex))(?:\s[^<>]*)?>")


def portions(body: bytes) -> Iterator[bytes]:
    """The document in portions that end where an entry ends; as it is when it is short.

    What is no XML in an encoding that contains ASCII comes whole.
    """
    first = _ENTRY.search(body)
    root = _ROOT.search(body, 0, first.start()) if first else None
    if len(body) <= _PORTION or first is None or root is None:
        yield body
        return
    start, rest = body[: root.end()], memoryview(body)
    begin, close, left = root.end(), b"</" + first[1] + b">", MAX_ENTRIES
    while begin < len(body) and left > 0:
        end = _end(body, begin + _PORTION, close)
        left -= body.count(close, begin, end)
        closing = b"</" + root[1] + b">" if end < len(body) else b""
        yield b"".join((start, rest[begin:end], closing))
        begin = end


def _end(body: bytes, at: int, close: bytes) -> int:
    """Behind the entry that stands at `at`; the end of the document behind the last one."""
    found = body.find(close, at)
    return len(body) if found < 0 else found + len(close)
