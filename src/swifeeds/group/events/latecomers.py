"""What came after headlines that it should have preceded, and which clusters that may have changed.

A headline that comes late finds clusters which, had it come in time, might be others. Those that it
is like are dissolved before the next merge pass, and their headlines placed again
in the order of their publication: what came of them no longer tells who was first to arrive. What
comes in order costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from swifeeds.group.events.cluster import Cluster

ALIKE = 0.2
"""Likeness from which a late headline may have changed a cluster. It need not be enough to join: it
would have drawn others along."""

_MOST = 100
"""Members of a cluster that is still dissolved: bounds what a latecomer costs."""


@dataclass(slots=True)
class Latecomers:
    """`late_days` is how much earlier than a cluster's end a headline must be to change it."""

    late_days: float
    _touched: dict[Cluster, None] = field(default_factory=dict)
    _before: list[frozenset[str]] = field(default_factory=list)

    def touch(self, day: float, clusters: Iterable[Cluster]) -> None:
        """Note the clusters that a late headline of this day may have changed."""
        for cluster in clusters:
            if cluster.last > day + self.late_days:
                self._touched[cluster] = None

    def begin(self, cluster: Cluster) -> None:
        """Note a late headline that joined nothing: in its time it might have."""
        self._touched[cluster] = None

    def merge(self, large: Cluster, small: Cluster) -> None:
        """The larger of two took the other in."""
        if small in self._touched:
            del self._touched[small]
            self._touched[large] = None

    def forget(self, cluster: Cluster) -> None:
        """The cluster is no more."""
        self._touched.pop(cluster, None)

    def take(self) -> Sequence[Cluster]:
        """The clusters that are to be dissolved now. Who their members were is kept for `moved`."""
        taken = [one for one in self._touched if len(one.days) <= _MOST]
        self._touched.clear()
        self._before += (frozenset(one.days) for one in taken)
        return taken

    def take_before(self) -> Sequence[frozenset[str]]:
        """The members of each cluster that was dissolved since the last call."""
        before, self._before = self._before, []
        return before
