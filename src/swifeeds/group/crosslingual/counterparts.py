"""Which articles of other languages a learned table makes worth comparing with some.

`Partners` picks by what two headlines share; two that only a table can join share nothing. So
articles are filed under their own words, and looked up under those that tables give for the words
of a headline. It only picks; `link_clusters` decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from heapq import nlargest, nsmallest

from swifeeds.group.crosslingual.partners import LONGEST, PARTNERS
from swifeeds.group.lexicon.table import Lexicon, Tables
from swifeeds.group.lexicon.terms import terms_of
from swifeeds.group.lexicon.translating import passage_of, translate

_ASKED = 16
"""Words of another language that are looked up for one event, the weightiest."""

_ENOUGH = 0.2
"""What the words found must weigh together, of a vector one long: less never reaches a threshold
without what `Partners` picks by."""

_Ways = Mapping[str, Mapping[str, Tables]]


class Counterparts:
    """The articles of a window by the words of their headlines, in languages that trusted tables
    join. As with `Partners`, one that has left stays: callers pass over what they do not know."""

    def __init__(self, lexicon: Lexicon | None, least_pairs: int) -> None:
        self._ways = _ways(lexicon, least_pairs)
        self._holders: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)

    def add(self, article: str, language: str, title: str) -> None:
        """Note an article; `language` is a primary subtag."""
        if language in self._ways:
            for word in terms_of(title):
                self._holders[language, word][article] = None

    def alike(self, language: str, titles: Collection[str]) -> Iterator[str]:
        """The articles of each other language with most of the words that tables give for the words
        of these headlines, or from which they lead back to them."""
        for other, tables in self._ways.get(language, {}).items():
            yield from self._nearest(other, _asked(titles, tables))

    def _nearest(self, language: str, words: Mapping[str, float]) -> list[str]:
        scores: defaultdict[str, float] = defaultdict(float)
        for word, weight in words.items():
            holders = self._holders.get((language, word), ())
            for article in holders if len(holders) <= LONGEST else ():
                scores[article] += weight
        enough = [one for one, score in scores.items() if score >= _ENOUGH]
        return nsmallest(PARTNERS, enough, key=lambda one: (-scores[one], one))


def _ways(lexicon: Lexicon | None, least_pairs: int) -> _Ways:
    """From each language to each other that tables lead to: the table there, and the one back
    turned about."""
    if lexicon is None:
        return {}
    found: dict[str, dict[str, Tables]] = {}
    for there in lexicon.tables:
        back = lexicon.between(there.target, there.source, least_pairs)
        if back is not None:
            found.setdefault(there.source, {})[there.target] = there, back[0].turned()
    return found


def _asked(titles: Collection[str], tables: Tables) -> Mapping[str, float]:
    """The words of the other language to look for, the weightiest: by both tables together."""
    found: defaultdict[str, float] = defaultdict(float)
    words = passage_of(titles, tables[0]).words
    for table in tables:
        for word, weight in translate(words, table).items():
            found[word] += weight / 2
    return dict(nlargest(_ASKED, found.items(), key=lambda one: (one[1], one[0])))
