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

_MANY = 40
"""Clusters with a term from which it is worth asking whether any of them is still new."""

_SURELY = 1 - 1e-9
"""Leaves room for the rounding of sums."""

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
        telling = list(self._telling(vector))
        rest = sum([vector[term] for term in telling])
        is_complete = False
        for term in telling:
            weight, having = vector[term], self._clusters[term]
            is_complete = is_complete or _is_complete(scores, rest, len(having))
            if is_complete:
                for cluster in scores.keys() & having.keys():
                    scores[cluster] += weight
            else:
                for cluster in having:
                    scores[cluster] = scores.get(cluster, 0.0) + weight
            rest -= weight
        return heapq.nlargest(_CANDIDATES, scores, key=scores.__getitem__)

    def _telling(self, vector: Mapping[str, float]) -> Iterable[str]:
        """The heaviest terms that some cluster has, those of the fewest clusters first, until so
        many are looked at that there is no more to find."""
        heavy = heaviest(vector, _QUERY_TERMS)
        known = [(len(self._clusters[term]), term) for term in heavy if term in self._clusters]
        met = 0
        for having, term in sorted(known):
            met += having
            if met > _LONGEST:
                return
            yield term


def _is_complete(scores: Mapping[Held, float], rest: float, having: int) -> bool:
    """True when what is not met yet can be no candidate any more, as the rest of the terms weigh
    too little. Asked where many have the next term, as the answer costs by those met."""
    if having < _MANY or len(scores) < _CANDIDATES:
        return False
    return rest < heapq.nlargest(_CANDIDATES, scores.values())[-1] * _SURELY


def heaviest(vector: Mapping[str, float], count: int) -> Iterable[str]:
    """The terms of the largest weights, the alphabet deciding between equals."""
    if len(vector) <= count:
        return vector
    ordered = sorted([(-weight, term) for term, weight in vector.items()])
    return [term for _, term in ordered[:count]]
