"""What was learned: for each word of one language, the words of another that go with it.

A table is plain data that a person can read and a store can keep. Nothing in it is a translation
that anybody vouches for; it says which words stood together in texts declared to be the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from swifeeds.localise.negotiation import primary_subtag

Entries = Mapping[str, tuple[tuple[str, float], ...]]

SHOWN_SHARE = 0.1
"""Share of pairs above which a word is a stop word, and not shown (5 to 10 % served alike)."""

SHOWN_WEIGHT = 0.1
"""Weight below which a link is not shown: "Georgien" with "avec" is true of the texts, and no
help to a reader."""


class Method(StrEnum):
    """How a table was learned."""

    ASSOCIATION = "association"
    ALIGNMENT = "ibm-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTable:
    """The words of `source` (a primary language subtag) with those of `target`, heaviest first.

    `pairs` counts the pairs of texts it was learned from; `counts` says in how many of them each
    known word of the source stands, with or without an entry. Weights are above 0 and at most 1.
    """

    source: str
    target: str
    method: Method
    pairs: int
    counts: Mapping[str, int]
    entries: Entries

    def shown(self) -> Iterator[tuple[str, tuple[tuple[str, float], ...]]]:
        """The entries worth showing, by falling weight: no stop words, no weak links."""
        most = self.pairs * SHOWN_SHARE
        kept = (
            (word, tuple(link for link in links if link[1] >= SHOWN_WEIGHT))
            for word, links in self.entries.items()
            if self.counts.get(word, 0) <= most
        )
        yield from sorted(
            ((word, links) for word, links in kept if links),
            key=lambda entry: (-entry[1][0][1], entry[0]),
        )

    def turned(self) -> WordTable:
        """The same links from the other end: which words of the source lead to each of the
        target. Nothing counts the target's words, so `counts` is empty."""
        entries: dict[str, list[tuple[str, float]]] = {}
        for word, links in self.entries.items():
            for target, weight in links:
                entries.setdefault(target, []).append((word, weight))
        return WordTable(
            source=self.target, target=self.source, method=self.method, pairs=self.pairs,
            counts={}, entries={word: tuple(links) for word, links in entries.items()},
        )  # fmt: skip


Tables = tuple[WordTable, WordTable]
"""From one language to another, and back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The tables of a newsroom, one for each direction of each language pair.

    `trained` is when (UTC). An empty lexicon is a good one: nothing was learned yet.
    """

    trained: datetime
    tables: tuple[WordTable, ...] = ()
    _by_languages: dict[tuple[str, str], WordTable] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        self._by_languages.update({(one.source, one.target): one for one in self.tables})

    def table(self, source: str, target: str) -> WordTable | None:
        """The table from one language to the other (BCP 47 tags), None where none was learned."""
        return self._by_languages.get((primary_subtag(source), primary_subtag(target)))

    def between(self, one: str, other: str, least_pairs: int = 1) -> Tables | None:
        """The tables of two languages, there and back, learned from at least so many pairs."""
        if primary_subtag(one) == primary_subtag(other):
            return None
        there, back = self.table(one, other), self.table(other, one)
        if there is None or back is None or there.pairs < least_pairs:
            return None
        return there, back

    def among(self, languages: Iterable[str], least_pairs: int) -> Lexicon:
        """The tables of these languages (BCP 47 tags) that so many pairs taught: what a child needs
        that looks at no others. All tables of a large newsroom fill tens of megabytes."""
        tags = {primary_subtag(tag) for tag in languages}
        needed = [
            one
            for one in self.tables
            if {one.source, one.target} <= tags and one.pairs >= least_pairs
        ]
        return Lexicon(trained=self.trained, tables=tuple(needed))

    def pairs(self, one: str, other: str) -> int:
        """How many pairs of texts the tables of two languages were learned from."""
        table = self.table(one, other)
        return table.pairs if table else 0
