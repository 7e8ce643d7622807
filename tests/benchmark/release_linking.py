"""Linking of single texts over languages, measured: a part of the releases benchmark.

No shared id and no date is used. Accuracy: the nearest text of the other language, of all there
are, is the translation; every two languages in both directions. F: BCubed after `link_clusters`
with 40 % of all texts removed at random, so that many have no partner. Each text is a cluster of
its own and no publisher prints one text twice, so an event holds strictly one of each language.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import permutations
from random import Random

from swifeeds.group.crosslingual import LanguageCluster, LinkSettings, count_titles, link_clusters
from swifeeds.group.crosslingual.formula import Formula
from swifeeds.group.lexicon import Lexicon, TextPair, learn

REMOVED = 0.4
SEEDS = (1, 2, 3)
THRESHOLDS = tuple(round(0.06 + 0.04 * step, 2) for step in range(11))
TRAINED = datetime(2026, 1, 1, tzinfo=UTC)

Scores = tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Texts by language and message, to be linked; `gold` maps a cluster's id to its message."""

    clusters: tuple[LanguageCluster, ...]
    gold: Mapping[str, str]

    def without_some(self, seed: int) -> Pool:
        random = Random(seed)
        kept = tuple(one for one in self.clusters if random.random() >= REMOVED)
        return Pool(clusters=kept, gold={one.id: self.gold[one.id] for one in kept})

    def of(self, messages: Collection[str]) -> Pool:
        kept = tuple(one for one in self.clusters if self.gold[one.id] in messages)
        return Pool(clusters=kept, gold={one.id: self.gold[one.id] for one in kept})


def pool_of(texts: Iterable[tuple[str, str, str]]) -> Pool:
    """A pool of (message, language, text)."""
    clusters, gold = [], {}
    for message, language, text in texts:
        cluster_id = f"{language}/{message}"
        clusters.append(LanguageCluster(id=cluster_id, language=language, titles=(text,)))
        gold[cluster_id] = message
    return Pool(clusters=tuple(clusters), gold=gold)


def lexicon_of(pairs: Iterable[TextPair]) -> Lexicon:
    return learn(pairs, trained=TRAINED)


def settings_for(threshold: float) -> LinkSettings:
    """Strictly one text of each language, tables used however few pairs taught them."""
    return LinkSettings(
        threshold=threshold, threshold_with_table=threshold, floor=math.inf, least_pairs=1
    )


def nearest(pool: Pool, lexicon: Lexicon | None, queries: Collection[str]) -> Iterator[bool]:
    """Whether the nearest text is the translation, for each text of the queried messages."""
    counts = count_titles((one.language, title) for one in pool.clusters for title in one.titles)
    formula = Formula(counts=counts, settings=settings_for(0.1), lexicon=lexicon)
    placed = [formula.place(cluster) for cluster in pool.clusters]
    languages = sorted({one.cluster.language for one in placed})
    for source, target in permutations(languages, 2):
        there = [one for one in placed if one.cluster.language == target]
        for one in placed:
            message = pool.gold[one.cluster.id]
            if one.cluster.language == source and message in queries:
                found = max(there, key=lambda other: formula.score(one, other))
                yield pool.gold[found.cluster.id] == message


def accuracy(hits: Iterable[bool]) -> float:
    counted = list(hits)
    return sum(counted) / len(counted)


def linked(pool: Pool, lexicon: Lexicon | None, threshold: float) -> dict[str, str]:
    groups = link_clusters(pool.clusters, settings=settings_for(threshold), lexicon=lexicon)
    return {one: group.clusters[0] for group in groups for one in group.clusters}


def item_scores(
    gold: Mapping[str, str], found: Mapping[str, str]
) -> dict[str, tuple[float, float]]:
    """BCubed precision and recall of each item among all."""
    both = Counter((gold[item], found[item]) for item in gold)
    sizes, gold_sizes = Counter(found[item] for item in gold), Counter(gold.values())
    return {
        item: (
            both[gold[item], found[item]] / sizes[found[item]],
            both[gold[item], found[item]] / gold_sizes[gold[item]],
        )
        for item in gold
    }


def mean_scores(items: Sequence[tuple[float, float]]) -> Scores:
    """Precision, recall, F1."""
    precision = sum(one for one, _ in items) / len(items)
    recall = sum(one for _, one in items) / len(items)
    return precision, recall, 2 * precision * recall / (precision + recall)


Table = dict[float, dict[str, list[tuple[float, float]]]]


def scores_by_message(
    pool: Pool,
    lexicon: Lexicon | None,
    thresholds: Sequence[float] = THRESHOLDS,
    seeds: Sequence[int] = SEEDS,
) -> Table:
    """For each threshold, the scores of every message's texts over all seeds."""
    table: Table = {}
    for threshold in thresholds:
        rows = table.setdefault(threshold, {})
        for seed in seeds:
            part = pool.without_some(seed)
            scores = item_scores(part.gold, linked(part, lexicon, threshold))
            for item, score in scores.items():
                rows.setdefault(part.gold[item], []).append(score)
    return table


def cross_fitted(table: Table, parts: Sequence[Collection[str]]) -> Scores:
    """Each part of the messages at the threshold that is best for all the others."""
    chosen: list[tuple[float, float]] = []
    for part in parts:
        others = [message for other in parts if other is not part for message in other]
        best = max(table, key=lambda threshold: _scores(table[threshold], others)[2])
        chosen += [score for message in part for score in table[best].get(message, ())]
    return mean_scores(chosen)


def at_threshold(table: Table, threshold: float) -> Scores:
    return _scores(table[threshold], table[threshold])


def _scores(rows: Mapping[str, list[tuple[float, float]]], messages: Iterable[str]) -> Scores:
    return mean_scores([score for message in messages for score in rows.get(message, ())])
