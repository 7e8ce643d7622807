"""Which clusters (or stories) have a term: how a few candidates are found among many, at a cost
that does not grow with the archive."""

from __future__ import annotations

import itertools
from array import array
from bisect import bisect_left
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


_NONE: array[int] = array("I")


class _Findable(Protocol):
    """What can be found by its terms; `total` has all that it was ever indexed under."""

    @property
    def total(self) -> Iterable[str]: ...


Held = TypeVar("Held", bound=_Findable)


class Postings(Generic[Held]):
    """What is live, by term. Each has a number, since numbers take a tenth of the memory that
    a table of objects would."""

    def __init__(self) -> None:
        self._numbers: dict[Held, int] = {}
        self._held: dict[int, Held] = {}
        self._free = itertools.count()
        self._having: dict[str, array[int]] = {}
        """By term, in rising order."""

    def add(self, cluster: Held, vector: Mapping[str, float]) -> None:
        """Index a cluster under the strongest terms of a member."""
        number = self._numbers.get(cluster)
        if number is None:
            number = self._numbers[cluster] = next(self._free)
            self._held[number] = cluster
        for term in heaviest(vector, _INDEXED):
            having = self._having.get(term)
            if having is None:
                self._having[term] = array("I", (number,))
            elif having[-1] < number:
                having.append(number)
            elif having[at := bisect_left(having, number)] != number:
                having.insert(at, number)

    def remove(self, cluster: Held) -> None:
        """Forget a cluster."""
        number = self._numbers.pop(cluster, None)
        if number is None:
            return
        del self._held[number]
        for term in cluster.total:
            having = self._having.get(term, _NONE)
            at = bisect_left(having, number)
            if at < len(having) and having[at] == number:
                del having[at]
                if not having:
                    del self._having[term]

    def candidates(self, vector: Mapping[str, float]) -> list[Held]:
        """The clusters that look most alike by the heaviest terms, in a stable order."""
        scores: dict[int, float] = {}
        for term in self._telling(vector):
            weight = vector[term]
            for number in self._having[term]:
                if number in scores:
                    scores[number] += weight
                else:
                    scores[number] = weight
        return [self._held[number] for number in _best(scores)]

    def _telling(self, vector: Mapping[str, float]) -> Iterable[str]:
        """The heaviest terms that some cluster has, those of the fewest clusters first, until so
        many are looked at that there is no more to find."""
        heavy = heaviest(vector, _QUERY_TERMS)
        known = [(len(self._having[term]), term) for term in heavy if term in self._having]
        met = 0
        for having, term in sorted(known):
            met += having
            if met > _LONGEST:
                return
            yield term


def _best(scores: Mapping[int, float]) -> list[int]:
    """The highest, the first met before others of the same; quicker than `heapq.nlargest`."""
    least = sorted(scores.values())[-_CANDIDATES] if len(scores) > _CANDIDATES else 0.0
    high = [number for number, score in scores.items() if score >= least]
    return sorted(high, key=scores.__getitem__, reverse=True)[:_CANDIDATES]


def heaviest(vector: Mapping[str, float], count: int) -> Iterable[str]:
    """The terms of the largest weights, the alphabet deciding between equals."""
    if len(vector) <= count:
        return vector
    ordered = sorted([(-weight, term) for term, weight in vector.items()])
    return [term for _, term in ordered[:count]]
