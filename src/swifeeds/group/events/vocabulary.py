"""How much a term says: little when many headlines have it. Counted as headlines come."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

_PRIOR = 100
"""Headlines that are supposed to have been seen already: without them the first ones of a new site
would have no rare words. A hundred to three hundred come out alike (measured)."""

Vector = Mapping[str, float]
"""Weights by term; the squares add up to one."""


class Vocabulary:
    """Document frequencies of one language."""

    def __init__(self) -> None:
        self._articles = 0
        self._frequencies: Counter[str] = Counter()

    @property
    def articles(self) -> int:
        """How many headlines were counted."""
        return self._articles

    def count(self, terms: Collection[str]) -> None:
        """Take one more headline into account."""
        self._articles += 1
        self._frequencies.update(terms)

    def weight(self, term: str) -> float:
        """How much a term says by what is known now."""
        return math.log((self._articles + _PRIOR) / max(1, self._frequencies[term]))

    def weights(self, terms: Iterable[str]) -> dict[str, float]:
        """`weight` of each of these, in their order."""
        known, frequency = self._articles + _PRIOR, self._frequencies.get
        return {term: math.log(known / (frequency(term) or 1)) for term in terms}

    def vector(self, terms: Collection[str]) -> Vector:
        """The headline's direction by what is known now; empty for no terms."""
        weights = self.weights(sorted(terms))
        length = math.sqrt(sum([weight * weight for weight in weights.values()]))
        return {term: weight / length for term, weight in weights.items()} if length else {}
