"""Brotli at its best: for what is published and will be sent again and again.

Quality 11 takes some thirty times as long as the quality that a publication can wait for, and
saves a reader some more bytes each time. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import brotli

from swifeeds.model import Encoding, ShelfItem

_BEST = 11

LARGEST_PRESSED = 1_000_000
"""Bytes as they are. Larger bodies take seconds each; they stay as they were published."""


def press_all(items: Sequence[ShelfItem]) -> tuple[ShelfItem, ...]:
    """The items with brotli bytes that are as few as can be, or those they had where that is fewer.

    They decode to the same. Items without brotli bytes are left out.
    """
    return tuple(_pressed(item) for item in items if Encoding.BROTLI in item.encodings)


def _pressed(item: ShelfItem) -> ShelfItem:
    brought = item.encodings[Encoding.BROTLI]
    if len(item.body) <= LARGEST_PRESSED:
        made = brotli.compress(item.body, mode=brotli.MODE_TEXT, quality=_BEST)
        brought = min(made, brought, key=len)
    return replace(item, encodings={**item.encodings, Encoding.BROTLI: brought}, is_pressed=True)
