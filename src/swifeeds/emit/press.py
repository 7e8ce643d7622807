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
    """The items, pressed where that makes fewer bytes; others come back as they are.

    Where brotli is not the smallest coding it stays as it is: were it the smallest from now on,
    most readers would be asked for another tag, and fetch again what they have.
    """
    return tuple(_pressed(item) if _is_worth_it(item) else item for item in items)


def _is_worth_it(item: ShelfItem) -> bool:
    sizes = {coding: len(made) for coding, made in item.encodings.items()}
    mine = sizes.pop(Encoding.BROTLI, None)
    return mine is not None and len(item.body) <= LARGEST_PRESSED and mine < min(sizes.values())


def _pressed(item: ShelfItem) -> ShelfItem:
    made = brotli.compress(item.body, mode=brotli.MODE_TEXT, quality=_BEST)
    if len(made) >= len(item.encodings[Encoding.BROTLI]):
        return item
    return replace(item, encodings={**item.encodings, Encoding.BROTLI: made}, is_pressed=True)
