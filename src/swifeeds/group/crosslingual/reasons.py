"""Why two clusters were linked: what they share, and how much of the score each thing made."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from swifeeds.group.crosslingual.conflicts import country_words
from swifeeds.group.crosslingual.features import grams_of, title_features
from swifeeds.group.crosslingual.formula import Formula, Placed, gap_in_days
from swifeeds.group.lexicon.table import SHOWN_SHARE
from swifeeds.group.lexicon.translating import entries_between
from swifeeds.group.shared import is_country
from swifeeds.model import Evidence

MOST_SHOWN = 8
"""Pieces of evidence that are kept, the weightiest: the rest are crumbs."""

LEAST_SHOWN = 0.01
"""Share of the score below which a piece is not kept."""

_WordPair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A piece of the likeness: `kind` is `term`, `table`, `number` or one of facts (`entity`,
    `image`, `link`); `part` its part of it."""

    kind: str
    one: str
    other: str
    part: float


def reasons(one: Placed, other: Placed, formula: Formula) -> list[Reason]:
    """What made the likeness of two clusters, weightiest first. The parts add up to it."""
    found = [
        *_terms(one, other),
        *_numbers(one, other, formula.settings.number_weight),
        *_table(one, other, formula),
        *_facts(one, other, formula),
    ]
    found.sort(key=lambda reason: (-reason.part, reason.kind, reason.one, reason.other))
    return found


def beyond_countries(found: Iterable[Reason], one: Placed, other: Placed) -> float:
    """The part of the likeness that words other than names of countries made."""
    here, there = country_words(one.cluster.language), country_words(other.cluster.language)
    return sum(
        reason.part
        for reason in found
        if not (
            is_country(Evidence(kind=reason.kind, detail=reason.one))
            or _names_country(reason.one, here)
            or _names_country(reason.other, there)
        )
    )


def _names_country(word: str, names: frozenset[str]) -> bool:
    words = title_features(word).words
    return bool(words) and words <= names


def evidence_of(
    found: Iterable[Reason], one: Placed, other: Placed, formula: Formula
) -> tuple[Evidence, ...]:
    """The reasons worth showing, with their shares of the score, and the gap in time."""
    found = list(found)
    total = sum(reason.part for reason in found) or 1.0
    shown = [reason for reason in found if not _is_stop_word(reason, one, other, formula)]
    evidence = [
        Evidence(kind=reason.kind, detail=_worded(reason), weight=round(reason.part / total, 4))
        for reason in shown[:MOST_SHOWN]
        if reason.part >= LEAST_SHOWN * total
    ]
    gap = gap_in_days(one.cluster, other.cluster)
    if gap is not None:
        evidence.append(Evidence(kind="gap", detail=f"{gap:.1f} d"))
    return tuple(evidence)


def _is_stop_word(reason: Reason, one: Placed, other: Placed, formula: Formula) -> bool:
    tables = formula.tables(one.cluster.language, other.cluster.language)
    if reason.kind != "table" or tables is None:
        return False
    words = zip(tables, (reason.one, reason.other), strict=True)
    return any(table.counts.get(word, 0) > SHOWN_SHARE * table.pairs for table, word in words)


def _worded(reason: Reason) -> str:
    return reason.one if reason.one == reason.other else f"{reason.one} ~ {reason.other}"


def _terms(one: Placed, other: Placed) -> Iterator[Reason]:
    """Shared words, and the words that shared letters stand in: "georgien ~ georgie"."""
    parts: defaultdict[_WordPair, float] = defaultdict(float)
    mine, theirs = one.centroid.words, other.centroid.words
    for word in mine.keys() & theirs.keys():
        parts[word, word] += mine[word] * theirs[word] / 2
    runs, others = one.centroid.grams, other.centroid.grams
    for gram, pair in _best_words(one, other).items():
        parts[pair] += runs[gram] * others[gram] / 2
    for (word, counterpart), part in parts.items():
        yield Reason(kind="term", one=word, other=counterpart, part=part)


def _best_words(one: Placed, other: Placed) -> dict[str, _WordPair]:
    """For each shared run of letters, the two words that share most runs among those with it."""
    here, there = _words_by_gram(one), _words_by_gram(other)
    shared = sorted(one.centroid.grams.keys() & other.centroid.grams.keys())
    pairs = {gram: [(word, w) for word in here[gram] for w in there[gram]] for gram in shared}
    alike = Counter(pair for choices in pairs.values() for pair in choices)
    return {
        gram: min(choices, key=lambda pair: (-alike[pair], pair[0] != pair[1], pair))
        for gram, choices in pairs.items()
    }


def _words_by_gram(placed: Placed) -> dict[str, list[str]]:
    words = {word for title in placed.cluster.titles for word in title_features(title).words}
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        for gram in set(grams_of(word)):
            found.setdefault(gram, []).append(word)
    return found


def _numbers(one: Placed, other: Placed, weight: float) -> Iterator[Reason]:
    mine, theirs = one.centroid.numbers, other.centroid.numbers
    for number in mine.keys() & theirs.keys():
        part = weight * mine[number] * theirs[number]
        yield Reason(kind="number", one=number, other=number, part=part)


def _facts(one: Placed, other: Placed, formula: Formula) -> Iterator[Reason]:
    """What both state, shares of what it adds at most."""
    common = formula.common(one, other)
    total = sum(evidence.weight or 0.0 for evidence in common.evidence) or 1.0
    for evidence in common.evidence:
        part = formula.settings.facts_weight * common.boost * (evidence.weight or 0.0) / total
        yield Reason(kind=evidence.kind, one=evidence.detail, other=evidence.detail, part=part)


def _table(one: Placed, other: Placed, formula: Formula) -> Iterator[Reason]:
    tables = formula.tables(one.cluster.language, other.cluster.language)
    if tables is None:
        return
    there, back = tables
    parts: defaultdict[_WordPair, float] = defaultdict(float)
    for word, target, part in entries_between(one.passage(there), other.passage(back), *tables):
        parts[word, target] += part * formula.settings.table_weight
    for (word, target), part in parts.items():
        yield Reason(kind="table", one=word, other=target, part=part)
