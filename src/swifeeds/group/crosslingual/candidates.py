"""Which clusters are worth comparing: those that share a word or letters, near enough in time.

An inverted index over clusters in the order of time: each cluster is compared with earlier ones
of other languages alone, and not with those that the decay rules out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from swifeeds.group.crosslingual.clusters import LinkSettings
from swifeeds.group.crosslingual.formula import Formula, Placed, gap_in_days
from swifeeds.group.crosslingual.term_index import TermIndex
from swifeeds.group.lexicon.vectors import Vector
from swifeeds.group.shared import MOST

_MOST_LIKENESS = 1.0
"""The cosines of words and letter runs together, for two clusters with the same titles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Two clusters over their threshold, the lesser id first. `strength` is the score over the
    threshold of their languages: what makes scores with and without a table comparable."""

    one: Placed
    other: Placed
    score: float
    strength: float


def candidates(placed: Iterable[Placed], formula: Formula) -> list[Candidate]:
    """Every two clusters of different languages that the formula would link, strongest first."""
    ordered = sorted(placed, key=_by_time)
    return _strongest(_compared(ordered, formula))


def rated(
    pairs: Iterable[tuple[str, str]], placed: Mapping[str, Placed], formula: Formula
) -> list[Candidate]:
    """Those of the pairs, by ids, that the formula would link, strongest first."""
    compared = (
        _candidate(placed[one], placed[other], formula.score(placed[one], placed[other]), formula)
        for one, other in pairs
    )
    return _strongest(compared)


def _strongest(compared: Iterable[Candidate]) -> list[Candidate]:
    found = [one for one in compared if one.strength >= 1]
    found.sort(key=lambda one: (-one.strength, one.one.cluster.id, one.other.cluster.id))
    return found


def reach_in_days(settings: LinkSettings) -> float:
    """The gap beyond which no likeness reaches a threshold."""
    most = _MOST_LIKENESS + settings.number_weight + settings.table_weight
    most += settings.facts_weight * MOST
    least = min(settings.threshold, settings.threshold_with_table)
    if not 0 < least < most:
        return math.inf if least <= 0 else 0.0
    return settings.days * math.sqrt(2 * math.log(most / least))


def _by_time(one: Placed) -> tuple[float, str]:
    """Clusters without a time come last: they are compared with all."""
    time = one.cluster.mean_time
    return (math.inf if time is None else time.timestamp(), one.cluster.id)


def _compared(ordered: Sequence[Placed], formula: Formula) -> Iterator[Candidate]:
    index = _Index(ordered, reach_in_days(formula.settings))
    terms = TermIndex(formula, sorted({one.cluster.language for one in ordered}))
    for at, one in enumerate(ordered):
        first = index.first_in_reach(at)
        words = index.dots(index.words, one.centroid.words, first)
        grams = index.dots(index.grams, one.centroid.grams, first)
        for near in sorted(words.keys() | grams.keys() | terms.near(one, first)):
            other = ordered[near]
            if other.cluster.language != one.cluster.language:
                likeness = formula.sum_up(words.get(near, 0.0), grams.get(near, 0.0), one, other)
                yield _candidate(one, other, formula.with_facts(likeness, one, other), formula)
        index.add(at)
        terms.add(at, one)


def _candidate(one: Placed, other: Placed, score: float, formula: Formula) -> Candidate:
    threshold = formula.threshold(one.cluster.language, other.cluster.language)
    first, second = (one, other) if one.cluster.id < other.cluster.id else (other, one)
    return Candidate(one=first, other=second, score=score, strength=score / threshold)


class _Index:
    """Which of the clusters so far have a feature, and how strongly."""

    def __init__(self, ordered: Sequence[Placed], reach: float) -> None:
        self.words: dict[str, list[tuple[int, float]]] = {}
        self.grams: dict[str, list[tuple[int, float]]] = {}
        self._ordered = ordered
        self._reach = reach
        self._first = 0

    def add(self, at: int) -> None:
        centroid = self._ordered[at].centroid
        for postings, vector in ((self.words, centroid.words), (self.grams, centroid.grams)):
            for feature, weight in vector.items():
                postings.setdefault(feature, []).append((at, weight))

    def first_in_reach(self, at: int) -> int:
        """The earliest cluster within reach in time; it never falls as `at` rises."""
        cluster = self._ordered[at].cluster
        if cluster.mean_time is None:
            return 0
        while (gap_in_days(cluster, self._ordered[self._first].cluster) or 0.0) > self._reach:
            self._first += 1
        return self._first

    def dots(
        self, postings: dict[str, list[tuple[int, float]]], vector: Vector, first: int
    ) -> dict[int, float]:
        """The cosine with each earlier cluster that shares a feature."""
        found: dict[int, float] = {}
        for feature, weight in vector.items():
            for at, other in reversed(postings.get(feature, ())):
                if at < first:
                    break
                found[at] = found.get(at, 0.0) + weight * other
        return found
