"""How well two runs of a grouping agree. What is measured against labels is the project's own
(`swifeeds.group.fitting`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from math import comb
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


def pairwise_agreement(one: Mapping[Item, Hashable], other: Mapping[Item, Hashable]) -> float:
    """The F1 over pairs of items that are together: 1.0 when both groupings are the same."""
    if one.keys() != other.keys():
        raise ValueError("both groupings must label the same items")
    shared = _pairs(Counter((one[item], other[item]) for item in one).values())
    total = _pairs(Counter(one.values()).values()) + _pairs(Counter(other.values()).values())
    return 2 * shared / total if total else 1.0


def _pairs(sizes: Iterable[int]) -> int:
    return sum(comb(size, 2) for size in sizes)
