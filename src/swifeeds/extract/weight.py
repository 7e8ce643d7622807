"""How much a text says, whatever its script."""

from __future__ import annotations

from collections.abc import Iterable

from swifeeds.extract.blocks import Block


def weight(text: str) -> int:
    """Letters, with signs that stand for words counted double."""
    wide = sum("\u2e80" <= letter <= "\ua4cf" or "\uac00" <= letter <= "\ud7a3" for letter in text)
    return len(text) + wide


def weight_of(blocks: Iterable[Block]) -> int:
    """The weight of all blocks together."""
    return sum(weight(block.text) for block in blocks)
