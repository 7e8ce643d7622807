"""Which articles of other languages are worth comparing with some, in a window of live events.

An inverted index over the keys of articles: what ties them (works, pictures, links), the words of
their headlines, the runs of letters in these, and the places that they open with. It only picks;
`link_clusters` decides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from swifeeds.group.crosslingual.clusters import Ties
from swifeeds.group.crosslingual.features import title_features

LONGEST = 60
"""Articles that have a key, from which it says too little to be followed: a logo, a common word."""

_FOLLOWED = 400
"""Articles that are counted for one query, those of rare keys first."""

_ENOUGH = 0.1
"""What shared keys must weigh together, each one by the articles that have it: ten, say."""

PARTNERS = 3
"""Articles of each other language that are picked by likeness."""


class Partners:
    """The articles of a window by key. An article that has left stays until the window is made
    anew: callers pass over what they do not know."""

    def __init__(self) -> None:
        self._ties: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._features: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._languages: dict[str, str] = {}

    def add(self, article: str, language: str, title: str, places: Iterable[str] = ()) -> None:
        """Note an article under what its headline shares with other languages, and under the codes
        of places, which are written otherwise in each."""
        self._languages[article] = language
        for feature in _features_of((title,), places):
            _hold(self._features[feature], article)

    def tie(self, article: str, ties: Ties) -> None:
        """Note an article, which was added, under what ties it to others."""
        for key in _tie_keys(ties):
            _hold(self._ties[key], article)

    def tied(self, language: str, ties: Ties) -> Iterator[str]:
        """Articles of other languages that share a tie, each once."""
        found = {article for key in _tie_keys(ties) for article in _rare(self._ties.get(key, ()))}
        yield from (one for one in sorted(found) if self._languages[one] != language)

    def alike(
        self, language: str, titles: Collection[str], places: Iterable[str] = ()
    ) -> Iterator[str]:
        """The articles of other languages that share most of what is rare in these headlines and
        among these places."""
        scores: defaultdict[str, float] = defaultdict(float)
        for holders in self._telling(titles, places):
            weight = 1 / len(holders)
            for article in holders:
                scores[article] += weight
        taken = Counter[str]()
        enough = [one for one, score in scores.items() if score >= _ENOUGH]
        for article in sorted(enough, key=lambda one: (-scores[one], one)):
            other = self._languages[article]
            taken[other] += 1
            if other != language and taken[other] <= PARTNERS:
                yield article

    def _telling(self, titles: Collection[str], places: Iterable[str]) -> Iterator[Collection[str]]:
        known = [one for one in _features_of(titles, places) if one in self._features]
        met = 0
        for _, feature in sorted([(len(self._features[one]), one) for one in known]):
            holders = self._features[feature]
            met += len(holders)
            if met > _FOLLOWED or not _rare(holders):
                return
            yield holders


def _hold(holders: dict[str, None], article: str) -> None:
    """Note one more, unless there are too many to be followed already: which they are is all one,
    and they would take most of the memory."""
    if len(holders) <= LONGEST:
        holders[article] = None


def _rare(holders: Collection[str]) -> Collection[str]:
    return holders if len(holders) <= LONGEST else ()


def _tie_keys(ties: Ties) -> Iterator[str]:
    yield from (f"work {key}" for key in ties.works)
    yield from (f"image {key}" for key in ties.images)
    yield from (f"link {key}" for key in ties.links)


def _features_of(titles: Iterable[str], places: Iterable[str]) -> set[str]:
    found = {f"place {code}" for code in places}
    for title in titles:
        features = title_features(title)
        found |= features.words | features.grams | features.numbers
    return found
