"""Which clusters have a term: how a few candidates are found among many, at a cost that does not
grow with the archive."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping

from swifeeds.group.events.cluster import Cluster

_QUERY_TERMS = 24
"""Heaviest terms of a query that are looked up. Twelve cost a point and a half of F1."""

_LONGEST = 1500
"""Clusters with a term above which it says nothing and is passed over."""

_CANDIDATES = 20
"""Candidates that are scored exactly."""

_INDEXED = 64
"""Strongest terms of a new member that are indexed."""


class Postings:
    """The live clusters by term."""

    def __init__(self) -> None:
        self._clusters: defaultdict[str, dict[Cluster, None]] = defaultdict(dict)

    def add(self, cluster: Cluster, vector: Mapping[str, float]) -> None:
        """Index a cluster under the strongest terms of a member."""
        for term in heaviest(vector, _INDEXED):
            self._clusters[term][cluster] = None

    def remove(self, cluster: Cluster) -> None:
        """Forget a cluster."""
        for term in cluster.total:
            if term in self._clusters:
                self._clusters[term].pop(cluster, None)
                if not self._clusters[term]:
                    del self._clusters[term]

    def candidates(self, vector: Mapping[str, float]) -> list[Cluster]:
        """The clusters that look most alike by the heaviest terms, in a stable order."""
        scores: dict[Cluster, float] = {}
        for term in heaviest(vector, _QUERY_TERMS):
            found = self._clusters.get(term, {})
            if len(found) <= _LONGEST:
                weight = vector[term]
                for cluster in found:
                    share = weight * cluster.total.get(term, 0.0) / (cluster.length or 1.0)
                    scores[cluster] = scores.get(cluster, 0.0) + share
        best = heapq.nsmallest(_CANDIDATES, scores.items(), key=lambda one: (-one[1], one[0].name))
        return [cluster for cluster, _ in best]


def heaviest(vector: Mapping[str, float], count: int) -> Iterable[str]:
    """The terms of the largest weights, the alphabet deciding between equals."""
    if len(vector) <= count:
        return vector
    return heapq.nsmallest(count, vector, key=lambda term: (-vector[term], term))
