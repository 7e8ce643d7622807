"""How well a grouping agrees with another: BCubed against the gold labels, pairs among runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from math import comb
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class BCubed:
    """Means over the items of how pure, and how complete, each item's group is."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def bcubed(gold: Mapping[Item, Hashable], found: Mapping[Item, Hashable]) -> BCubed:
    """Score the groups of `found`. Both label the same items, a lone one with its own label."""
    if not gold or gold.keys() != found.keys():
        raise ValueError("both groupings must label the same items, and at least one")
    shared = Counter((gold[item], found[item]) for item in gold)
    return BCubed(
        precision=_weighted(shared, Counter(found.values()), side=1) / len(gold),
        recall=_weighted(shared, Counter(gold.values()), side=0) / len(gold),
    )


def pairwise_agreement(one: Mapping[Item, Hashable], other: Mapping[Item, Hashable]) -> float:
    """The F1 over pairs of items that are together: 1.0 when both groupings are the same."""
    if one.keys() != other.keys():
        raise ValueError("both groupings must label the same items")
    shared = _pairs(Counter((one[item], other[item]) for item in one).values())
    total = _pairs(Counter(one.values()).values()) + _pairs(Counter(other.values()).values())
    return 2 * shared / total if total else 1.0


def _weighted(
    shared: Counter[tuple[Hashable, Hashable]], sizes: Counter[Hashable], *, side: int
) -> float:
    return sum(count**2 / sizes[labels[side]] for labels, count in shared.items())


def _pairs(sizes: Iterable[int]) -> int:
    return sum(comb(size, 2) for size in sizes)
