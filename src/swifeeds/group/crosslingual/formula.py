"""How much two clusters of different languages look like one event.

s = (cos words + cos letter runs)/2 + 0.1 cos numbers + 1.0 cos through a learned table + what
facts in common add, times exp(-gap^2 / 2 days^2). A formula did as well as trained models on the
same evidence, and it can say what made the score.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from swifeeds.group.crosslingual.clusters import LanguageCluster, LinkSettings
from swifeeds.group.crosslingual.conflicts import CORE
from swifeeds.group.crosslingual.features import Centroid, TitleCounts, centroid_of
from swifeeds.group.facts import Background
from swifeeds.group.lexicon.table import Lexicon, Tables, WordTable
from swifeeds.group.lexicon.translating import Passage, passage_of, table_cosine
from swifeeds.group.lexicon.vectors import cosine
from swifeeds.group.shared import MOST, Comparison, compare

_SECONDS_A_DAY = 86400

_NOTHING = Comparison()


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """The formula over one collection of headlines: their counts, the tables, the parameters."""

    counts: TitleCounts
    settings: LinkSettings
    lexicon: Lexicon | None = None
    background: Background = field(default_factory=Background)

    def tables(self, one: str, other: str) -> Tables | None:
        """The tables of two languages, there and back, where enough pairs taught them."""
        if self.lexicon is None:
            return None
        return self.lexicon.between(one, other, self.settings.least_pairs)

    def threshold(self, one: str, other: str) -> float:
        """The score from which clusters of two languages are linked."""
        with_table = self.tables(one, other) is not None
        return self.settings.threshold_with_table if with_table else self.settings.threshold

    def place(self, cluster: LanguageCluster) -> Placed:
        """The cluster with its vectors."""
        return Placed(cluster=cluster, centroid=centroid_of(cluster.titles, self.counts))

    def likeness(self, one: Placed, other: Placed) -> float:
        """The formula without time: 0 to 1, more where numbers or a table add. Symmetric."""
        words = cosine(one.centroid.words, other.centroid.words)
        grams = cosine(one.centroid.grams, other.centroid.grams)
        return self.sum_up(words, grams, one, other)

    def sum_up(self, words: float, grams: float, one: Placed, other: Placed) -> float:
        """`likeness` of two whose cosines of words and letter runs are known."""
        numbers = cosine(one.centroid.numbers, other.centroid.numbers)
        cognates = (words + grams) / 2 + self.settings.number_weight * numbers
        return cognates + self.settings.table_weight * self.through_table(one, other)

    def through_table(self, one: Placed, other: Placed) -> float:
        """Cosine through the learned table, 0.0 where there is none."""
        languages = one.cluster.language, other.cluster.language
        tables = self.tables(*languages)
        if tables is None:
            return 0.0
        there, back = tables
        return table_cosine(one.passage(there), other.passage(back))

    def score(self, one: Placed, other: Placed) -> float:
        """The formula: likeness, and what facts add to it, times the decay of the gap in time.
        Symmetric."""
        return self.with_facts(self.likeness(one, other), one, other)

    def with_facts(self, likeness: float, one: Placed, other: Placed) -> float:
        """`score` of two whose likeness is known. Facts are compared only where they could lift it
        over the threshold, or it is there already."""
        decay = self.decay(one, other)
        most = (likeness + self.settings.facts_weight * MOST) * decay
        if most < self.threshold(one.cluster.language, other.cluster.language):
            return likeness * decay
        return (likeness + self.settings.facts_weight * self.common(one, other).boost) * decay

    def common(self, one: Placed, other: Placed) -> Comparison:
        """What facts both have: nothing where they are in conflict, or nobody looked."""
        if one.cluster.facts is None or other.cluster.facts is None:
            return _NOTHING
        return compare(one.cluster.facts, other.cluster.facts, self.background, least_share=CORE)

    def decay(self, one: Placed, other: Placed) -> float:
        """1.0 at the same time, and where a time is unknown."""
        gap = gap_in_days(one.cluster, other.cluster)
        return 1.0 if gap is None else math.exp(-(gap**2) / (2 * self.settings.days**2))


@dataclass(slots=True, kw_only=True)
class Placed:
    """A cluster with its vectors; those that a table needs are made when first asked for."""

    cluster: LanguageCluster
    centroid: Centroid
    _passages: dict[tuple[str, str], Passage] = field(default_factory=dict)

    def passage(self, table: WordTable) -> Passage:
        """The cluster's titles through a table from its language."""
        key = (table.source, table.target)
        found = self._passages.get(key)
        if found is None:
            found = self._passages[key] = passage_of(self.cluster.titles, table)
        return found


def gap_in_days(one: LanguageCluster, other: LanguageCluster) -> float | None:
    """Days between two mean times, None where one is unknown."""
    if one.mean_time is None or other.mean_time is None:
        return None
    return abs((one.mean_time - other.mean_time).total_seconds()) / _SECONDS_A_DAY
