"""The words, letter runs and numbers of headlines, as every language and script can share them."""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from swifeeds.group.lexicon.vectors import Vector, mean, unit
from swifeeds.localise import romanise
from swifeeds.localise.negotiation import primary_subtag

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_HAN_RUN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_SHORTEST_WORD = 3
_GRAM = 4
_PRIOR = 100
"""Titles that are taken for seen before the first: damps the weights of a small collection
(100 to 300 measured alike)."""

_COMMON_SHARE = 0.5
"""Share of titles above which a feature is ignored."""

_FEWEST_FOR_SHARE = 20
"""Titles below which that share says nothing: in two titles every shared word is in all."""


_Weighed = tuple[dict[str, float], dict[str, float], dict[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleFeatures:
    """`words` are romanised, of three letters or more (pairs of signs for Han); `grams` are runs
    of four letters of `_word_`; `numbers` in Latin digits."""

    words: frozenset[str]
    grams: frozenset[str]
    numbers: frozenset[str]


@lru_cache(maxsize=8192)
def title_features(title: str) -> TitleFeatures:
    """What a headline can share with one in another language."""
    words: set[str] = set()
    numbers: set[str] = set()
    for token in _TOKEN.findall(_han_apart(romanise(title))):
        if token[0].isdigit():
            numbers.add(token)
        else:
            words.update(map(sys.intern, _words_of(token)))
    grams = frozenset(sys.intern(gram) for word in words for gram in grams_of(word))
    return TitleFeatures(words=frozenset(words), grams=grams, numbers=frozenset(numbers))


def grams_of(word: str) -> tuple[str, ...]:
    """The runs of four letters of `_word_`, its two ends marked."""
    marked = f"_{word}_"
    return tuple(marked[at : at + _GRAM] for at in range(len(marked) - _GRAM + 1))


def _han_apart(text: str) -> str:
    return _HAN_RUN.sub(r" \g<0> ", text)


def _words_of(token: str) -> Iterable[str]:
    if _HAN_RUN.fullmatch(token):
        return (token[at : at + 2] for at in range(len(token) - 1))
    return (token,) if len(token) >= _SHORTEST_WORD else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleCounts:
    """In how many of `titles` headlines each feature stands: the mean over the languages that
    have it.

    Counted over all together, a name would weigh less for every further language that writes it,
    and it is the best evidence there is. A feature of most headlines counts for all of them.
    """

    titles: int
    words: Mapping[str, float]
    grams: Mapping[str, float]
    numbers: Mapping[str, float]
    weighed: _Weighed = field(default_factory=lambda: ({}, {}, {}), repr=False, compare=False)
    """Weights of words, letter runs and numbers that were asked for; filled by `centroid_of`."""


class TitleTally:
    """Counts headlines as they come, each with its language (BCP 47)."""

    def __init__(self) -> None:
        self._titles = 0
        self._languages: dict[str, _Tally] = {}

    @property
    def titles(self) -> int:
        """How many were counted."""
        return self._titles

    def add(self, language: str, title: str) -> None:
        """Count one more headline."""
        self._titles += 1
        features = title_features(title)
        tally = self._languages.setdefault(primary_subtag(language), _Tally())
        tally.words.update(features.words)
        tally.grams.update(features.grams)
        tally.numbers.update(features.numbers)

    def counts(self) -> TitleCounts:
        """What was counted so far. Costs as much as there are features."""
        tallies = [self._languages[language] for language in sorted(self._languages)]
        return TitleCounts(
            titles=self._titles,
            words=_counted([one.words for one in tallies], self._titles),
            grams=_counted([one.grams for one in tallies], self._titles),
            numbers=_counted([one.numbers for one in tallies], self._titles),
        )


@dataclass(frozen=True, slots=True)
class _Tally:
    """In how many headlines of one language each feature stands."""

    words: Counter[str] = field(default_factory=Counter)
    grams: Counter[str] = field(default_factory=Counter)
    numbers: Counter[str] = field(default_factory=Counter)


def count_titles(titles: Iterable[tuple[str, str]]) -> TitleCounts:
    """Count the features of a collection of headlines, each with its language (BCP 47)."""
    tally = TitleTally()
    for language, title in titles:
        tally.add(language, title)
    return tally.counts()


def _counted(languages: Sequence[Counter[str]], titles: int) -> dict[str, float]:
    sums, having = Counter[str](), Counter[str]()
    for counts in languages:
        sums.update(counts)
        having.update(counts.keys())
    return {
        feature: float(titles) if count > _most(titles) else count / having[feature]
        for feature, count in sums.items()
    }


def _most(titles: int) -> float:
    return max(titles, _FEWEST_FOR_SHARE) * _COMMON_SHARE


@dataclass(frozen=True, slots=True, kw_only=True)
class Centroid:
    """The unit vectors of a cluster: sums of its titles' unit vectors, made one long."""

    words: Vector
    grams: Vector
    numbers: Vector


def centroid_of(titles: Iterable[str], counts: TitleCounts) -> Centroid:
    """Where the titles stand among those counted."""
    features = [title_features(title) for title in sorted(titles)]
    total, (words, grams, numbers) = counts.titles, counts.weighed
    return Centroid(
        words=mean(_weighted(one.words, counts.words, total, words) for one in features),
        grams=mean(_weighted(one.grams, counts.grams, total, grams) for one in features),
        numbers=mean(_weighted(one.numbers, counts.numbers, total, numbers) for one in features),
    )


def _weighted(
    features: Iterable[str], counts: Mapping[str, float], titles: int, weighed: dict[str, float]
) -> Vector:
    """Rare features weigh more; those of most titles nothing. What is new goes into `weighed`."""
    ordered, most = sorted(features), _most(titles)
    for feature in ordered:
        if feature not in weighed:
            count = max(1.0, counts.get(feature, 1.0))
            known = max(titles, count) + _PRIOR
            weighed[feature] = math.log(known / count) if count <= most else 0.0
    return unit({feature: weight for feature in ordered if (weight := weighed[feature])})
