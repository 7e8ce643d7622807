"""The numbers of clustering. They were fitted on headlines of eight languages, a month and a half
of one very dense topic, and they hold for just these terms: fit them anew for others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSettings:
    """How alike headlines must be to report one event."""

    attach: float = 0.36
    """Likeness to a cluster, faded by time, from which a headline joins it. 0.36 keeps published
    stories pure (0.96); 0.25 finds most and is right less often."""

    merge: float = 0.36
    """The same between two clusters."""

    suggest: float = 0.25
    """Likeness from which an editor is asked."""

    told: float = 0.6
    """Share of the headlines' weight that must stand in the texts of the other side, where texts
    are known, before these are more than a suggestion: twins of a template share all but that. On
    113 pairs with texts: 0.94 right of those joined and 0.63 found, at 0.36; 0.87 and 0.43 by
    titles alone."""

    attach_days: float = 1.0
    """Standard deviation by which likeness fades with the days between headline and cluster."""

    merge_days: float = 0.75
    """The same between the mean times of two clusters."""

    live_days: float = 4.0
    """Days after its last member in which a cluster can still grow. Fading has made an end of it
    long before."""

    pass_days: float = 0.25
    """Days of article time between two merge passes. One hour to a day come out alike."""

    embedding_weight: float = 0.0
    """Share of the likeness that an embedder's vectors make; words make the rest. 0: none."""

    embedding_model: str = ""
    """Name of the embedder's model, for the evidence."""

    @property
    def least(self) -> float:
        """Likeness below which nothing comes of a pair."""
        return min(self.attach, self.merge, self.suggest)


FITTED = EventSettings()

FINDING = EventSettings(attach=0.25, merge=0.25)
"""Finds most: for measuring clustering itself, where nothing is published."""
