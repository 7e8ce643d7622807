"""The merge pass: pairs of clusters, the most alike first, until none is alike enough."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from swifeeds.group.events.cluster import Cluster
from swifeeds.group.events.reasons import Reason, reason_of
from swifeeds.group.shared import Comparison

_Rated = tuple[float, Comparison] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two clusters, the larger first, and why they may be one."""

    one: Cluster
    other: Cluster
    reason: Reason


@dataclass(slots=True)
class Merging:
    """`alike` finds candidates of a cluster, `rate` scores two (None: vetoed). Two are merged from
    `threshold` on; from `suggest` on, which may be lower, they are told of."""

    threshold: float
    suggest: float
    alike: Callable[[Cluster], Iterable[Cluster]]
    rate: Callable[[Cluster, Cluster], _Rated]

    def pairs(self, clusters: Iterable[Cluster]) -> Sequence[Pair]:
        """All pairs of these with others that are alike enough, best first."""
        found: dict[tuple[str, str], Pair] = {}
        for cluster in clusters:
            for other in self.alike(cluster):
                names = (min(cluster.name, other.name), max(cluster.name, other.name))
                if names not in found and (pair := self._pair(cluster, other)):
                    found[names] = pair
        return sorted(found.values(), key=_rank)

    def run(self, changed: Iterable[Cluster], merge: Callable[[Pair], None]) -> Sequence[Pair]:
        """Merge until none is alike enough. After each merger its cluster is looked at anew.

        Returns:
            The pairs that were not alike enough to be merged, best first.
        """
        near: list[Pair] = []
        places = itertools.count()  # two of equal rank come in the order in which they were found

        heap = [(_rank(pair), next(places), pair, _sizes(pair)) for pair in self.pairs([*changed])]
        gone: set[int] = set()
        while heap:
            _, _, pair, sizes = heapq.heappop(heap)
            if id(pair.one) in gone or id(pair.other) in gone or sizes != _sizes(pair):
                continue
            if pair.reason.score < self.threshold:
                near.append(pair)
                continue
            merge(pair)
            gone.add(id(pair.other))
            for again in self.pairs([pair.one]):
                heapq.heappush(heap, (_rank(again), next(places), again, _sizes(again)))
        return near

    def _pair(self, one: Cluster, other: Cluster) -> Pair | None:
        rated = self.rate(one, other)
        if rated is None or rated[0] < min(self.threshold, self.suggest):
            return None
        large, small = sorted((one, other), key=lambda each: (-len(each.days), each.name))
        reason = reason_of(
            rated[0], small.total, large.total, days=abs(one.mean - other.mean),
            extra=rated[1].evidence,
        )  # fmt: skip
        return Pair(one=large, other=small, reason=reason)


def _rank(pair: Pair) -> tuple[float, str, str]:
    return -pair.reason.score, pair.one.name, pair.other.name


def _sizes(pair: Pair) -> tuple[int, int]:
    """What tells that a pair was rated before one of them grew."""
    return len(pair.one.days), len(pair.other.days)
