"""Which clusters a learned table could join: an index over their words and translated words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from swifeeds.group.crosslingual.formula import Formula, Placed
from swifeeds.group.lexicon.translating import Passage

_Postings = dict[tuple[str, str, str], list[int]]


class TermIndex:
    """Clusters are added in one order; each is asked for earlier ones. Empty without a lexicon."""

    def __init__(self, formula: Formula, languages: Sequence[str]) -> None:
        self._own: _Postings = {}
        self._translated: _Postings = {}
        self._partners = {
            language: [other for other in languages if formula.tables(language, other)]
            for language in languages
        }
        self._formula = formula

    def add(self, at: int, placed: Placed) -> None:
        """Note a cluster's words, and what tables make of them."""
        for key, passage in self._passages(placed):
            for postings, words in (
                (self._own, passage.words),
                (self._translated, passage.translated),
            ):
                for word in words:
                    postings.setdefault((*key, word), []).append(at)

    def near(self, placed: Placed, first: int) -> set[int]:
        """The clusters from `first` on whose words, translated, meet this one's."""
        found: set[int] = set()
        for (language, other), passage in self._passages(placed):
            for postings, words in (
                (self._own, passage.translated),
                (self._translated, passage.words),
            ):
                for word in words:
                    for at in reversed(postings.get((other, language, word), ())):
                        if at < first:
                            break
                        found.add(at)
        return found

    def _passages(self, placed: Placed) -> Iterator[tuple[tuple[str, str], Passage]]:
        language = placed.cluster.language
        for other in self._partners[language]:
            tables = self._formula.tables(language, other)
            if tables is not None:
                yield (language, other), placed.passage(tables[0])
