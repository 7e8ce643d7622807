"""Where the items of a file lie, and how large any of it may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

LARGEST_ITEM = 6 * 1024 * 1024
"""Bytes of one item. An article with all its markup has a fifteenth of that; what is larger holds
pictures as text, or lost the sign of its end."""

LARGEST_HEAD = 3 * 1024 * 1024
"""Bytes before the first item, without those elements that come as portions of their own. Each
child that reads a portion reads them again."""

LARGEST_ELEMENT = 1024 * 1024
"""Bytes of one element of a head: an author, a term with its description."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One item, from its first byte to behind its last. `is_too_large`: only so far as it goes."""

    start: int
    end: int
    is_too_large: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A file as its items and what makes any run of them a whole document again."""

    head: bytes
    tail: bytes
    spans: Iterator[Span]
