"""Which clusters (or stories) have a term: how a few candidates are found among many, at a cost
that does not grow with the archive."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Generic, Protocol, TypeVar

_QUERY_TERMS = 24
"""Heaviest terms of a query that are looked up. Twelve cost a point and a half of F1."""

_LONGEST = 1500
"""Clusters that are looked at for one query, rare terms first: what follows says little."""

_CANDIDATES = 20
"""Candidates that are scored exactly."""

_INDEXED = 64
"""Strongest terms of a new member that are indexed."""


class _Findable(Protocol):
    """What can be found by its terms; `total` has all that it was ever indexed under."""

    @property
    def total(self) -> Mapping[str, float]: ...


Held = TypeVar("Held", bound=_Findable)


class Postings(Generic[Held]):
    """What is live, by term."""

    def __init__(self) -> None:
        self._clusters: defaultdict[str, dict[Held, None]] = defaultdict(dict)

    def add(self, cluster: Held, vector: Mapping[str, float]) -> None:
        """Index a cluster under the strongest terms of a member."""
        for term in heaviest(vector, _INDEXED):
            self._clusters[term][cluster] = None

    def remove(self, cluster: Held) -> None:
        """Forget a cluster."""
        for term in cluster.total:
            if term in self._clusters:
                self._clusters[term].pop(cluster, None)
                if not self._clusters[term]:
                    del self._clusters[term]

    def candidates(self, vector: Mapping[str, float]) -> list[Held]:
        """The clusters that look most alike by the heaviest terms, in a stable order."""
        scores: dict[Held, float] = {}
        for term in self._telling(vector):
            weight = vector[term]
            for cluster in self._clusters[term]:
                scores[cluster] = scores.get(cluster, 0.0) + weight
        return heapq.nlargest(_CANDIDATES, scores, key=scores.__getitem__)

    def _telling(self, vector: Mapping[str, float]) -> Iterable[str]:
        """The heaviest terms that some cluster has, those of the fewest clusters first, until so
        many are looked at that there is no more to find."""
        known = [term for term in heaviest(vector, _QUERY_TERMS) if term in self._clusters]
        known.sort(key=lambda term: (len(self._clusters[term]), term))
        met = 0
        for term in known:
            met += len(self._clusters[term])
            if met > _LONGEST:
                return
            yield term


def heaviest(vector: Mapping[str, float], count: int) -> Iterable[str]:
    """The terms of the largest weights, the alphabet deciding between equals."""
    if len(vector) <= count:
        return vector
    return heapq.nsmallest(count, vector, key=lambda term: (-vector[term], term))
