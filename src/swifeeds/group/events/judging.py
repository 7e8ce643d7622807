"""How alike two clusters are when everything is held together: words, texts, days and facts."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from swifeeds.group.events.cluster import Cluster
from swifeeds.group.events.likeness import likeness_of
from swifeeds.group.events.scores import Scores
from swifeeds.group.events.settings import EventSettings
from swifeeds.group.facts import Facts
from swifeeds.group.shared import Comparison

Judge = Callable[[Facts, Facts], Comparison]
"""Holds the hard facts of two groups against each other: a veto, or a boost with its evidence."""

_ASKED = 0.2
"""Likeness below which facts are not even looked at: it is no candidate anyway."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """Rates pairs of clusters. `judge` is None where words decide alone."""

    settings: EventSettings
    judge: Judge | None
    scores: Scores

    def rate(
        self, one: Cluster, other: Cluster, days: float, sigma: float, least: float = 0.0
    ) -> tuple[float, Comparison] | None:
        """Likeness, faded by the days between the two, with its evidence; None for a veto. Texts
        that nothing but their likeness speaks for are no more than a suggestion.

        Args:
            one: a cluster.
            other: another.
            days: what lies between them.
            sigma: standard deviation of the fading, in days.
            least: likeness below which the two are of no interest: None then, and as soon as it is
                sure. Most candidates are.
        """
        fading = math.exp(-(days**2) / (2 * sigma**2))
        if fading < least:
            return None
        title, dense = likeness_of(one, other, self.settings)
        texts = (one.said, other.said) if fading > self.settings.suggest else (None, None)
        likeness = self.scores.likeness(title, *texts, least=least / fading)
        score = likeness.score * fading
        if score < least:
            return None
        comparison = Comparison()
        if self.judge is not None and one.facts and other.facts and score >= _ASKED:
            comparison = self.judge(one.facts[0], other.facts[0])
        if comparison.veto:
            return None
        if not likeness.agrees and not comparison.rare_entities:
            score = min(score, self.settings.suggest)
        return score, comparison.beside((*dense, *likeness.evidence))
