"""The clusters of one language that are alive: where each headline is and why, and what changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from swifeeds.group.events.cluster import Cluster, Headline
from swifeeds.group.events.latecomers import Latecomers
from swifeeds.group.events.merging import Pair
from swifeeds.group.events.postings import Postings
from swifeeds.group.events.reasons import Reason
from swifeeds.group.events.vocabulary import Vector


class Live:
    """Clusters by name, kept whole through every join and parting. It decides nothing."""

    def __init__(self, late_days: float) -> None:
        """`late_days`: see `Latecomers`."""
        self.clusters: dict[str, Cluster] = {}
        self.reasons: dict[str, Reason] = {}
        self.headlines: dict[str, Headline] = {}
        self.late = Latecomers(late_days)
        self._home: dict[str, Cluster] = {}
        self._changed: dict[Cluster, None] = {}
        self._near: dict[Cluster, Pair] = {}
        self._postings = Postings[Cluster]()

    def home(self, article: str) -> Cluster | None:
        """The cluster of a headline."""
        return self._home.get(article)

    def candidates(self, vector: Vector) -> Iterable[Cluster]:
        """Those that share what is rare in it."""
        return self._postings.candidates(vector)

    def alike(self, cluster: Cluster) -> Sequence[Cluster]:
        """The others that share what is rare in a cluster."""
        length = cluster.length or 1.0
        direction = {term: weight / length for term, weight in cluster.total.items()}
        return [one for one in self._postings.candidates(direction) if one is not cluster]

    def begin(self, own: Cluster, vector: Vector) -> None:
        """Take a cluster of one headline in."""
        self.clusters[own.name] = own
        self._settle(own, own.name, vector)

    def attach(self, own: Cluster, vector: Vector, cluster: Cluster, reason: Reason) -> None:
        """Let a headline join a cluster."""
        article = own.name
        self.reasons[article] = reason
        self._grow(cluster, own)
        self._changed[cluster] = None
        self._settle(cluster, article, vector)

    def join(self, pair: Pair) -> None:
        """Put the smaller of the two into the larger."""
        large, small = pair.one, pair.other
        for article in small.days:
            self.reasons.setdefault(article, pair.reason)
            self._home[article] = large
        self.clusters.pop(small.name)
        self._near.pop(small, None)
        self.late.merge(large, small)
        self._postings.remove(small)
        total = dict(small.total)
        self._grow(large, small)
        self._postings.add(large, total)
        self._changed[large] = None

    def remove(self, cluster: Cluster) -> None:
        """Forget a cluster and its headlines."""
        self._postings.remove(cluster)
        self._changed.pop(cluster, None)
        self._near.pop(cluster, None)
        self.clusters.pop(cluster.name)
        self.late.forget(cluster)
        for article in cluster.days:
            self.reasons.pop(article, None)
            self._home.pop(article, None)
            self.headlines.pop(article, None)

    def change(self, cluster: Cluster) -> None:
        """Note that the next merge pass is to look at it."""
        self._changed[cluster] = None

    def changed(self) -> Sequence[Cluster]:
        """What a merge pass is to look at. Who was near it may be no more."""
        for cluster in self._changed:
            self._near.pop(cluster, None)
        return tuple(self._changed)

    def forget_changed(self) -> None:
        """The merge pass is over."""
        self._changed.clear()

    def near(self, cluster: Cluster) -> Pair | None:
        """See `EventIndex.near`."""
        return self._near.get(cluster)

    def note_near(self, cluster: Cluster, pair: Pair) -> None:
        """A cluster that an editor should be asked about beside this one, unless one is known."""
        self._near.setdefault(cluster, pair)

    def reasons_of(self, cluster: Cluster) -> Mapping[str, Reason]:
        """Why the members of a cluster joined it; the first one has no reason."""
        return {one: self.reasons[one] for one in cluster.days if one in self.reasons}

    def moved(self) -> frozenset[str]:
        """See `EventIndex.moved`."""
        return frozenset(
            article
            for members in self.late.take_before()
            for article in members
            if article in self._home and self._home[article].days.keys() != members
        )

    def _settle(self, cluster: Cluster, article: str, vector: Vector) -> None:
        self._postings.add(cluster, vector)
        self._home[article] = cluster

    def _grow(self, cluster: Cluster, other: Cluster) -> None:
        self.clusters.pop(cluster.name)
        cluster.join(other)
        self.clusters[cluster.name] = cluster
