"""How much a text says, whatever its script."""

from __future__ import annotations

import re
from collections.abc import Iterable

from swifeeds.extract.blocks import Block

_WIDE = re.compile("[\u2e80-\ua4cf\uac00-\ud7a3]")


def weight(text: str) -> int:
    """Letters, with signs that stand for words counted double."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def weight_of(blocks: Iterable[Block]) -> int:
    """The weight of all blocks together."""
    return sum(weight(block.text) for block in blocks)
