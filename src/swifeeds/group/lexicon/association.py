"""Tables for a small archive: which words stand together in declared translations.

Below some thousand pairs this is better than alignment, because it can use leads: words that go
together are told from those that merely meet by counting documents, not positions.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from swifeeds.group.lexicon.terms import rarity

HEAVIEST = 40
"""Terms of a document that count: the rest of a long lead is common words."""

LEAST_TOGETHER = 2
"""Documents in which two words must meet."""

KEPT = 5
"""Words kept for each."""

Ranked = dict[str, list[tuple[str, float]]]


def associate(
    pairs: Sequence[tuple[Sequence[str], Sequence[str]]],
    counts: Mapping[str, int],
    target_counts: Mapping[str, int],
) -> Ranked:
    """The words of the first side with those of the second: c/sqrt(df df)*c/(c+1), best five.

    `c` is in how many pairs both stand, `df` in how many each does; the last factor discounts what
    was seen together only a few times.
    """
    together = _meetings(pairs, counts, target_counts)
    found: Ranked = {}
    for (one, other), met in together.items():
        if met >= LEAST_TOGETHER:
            weight = met / math.sqrt(counts[one] * target_counts[other]) * met / (met + 1)
            found.setdefault(one, []).append((other, min(1.0, weight)))
    return {word: best(links, KEPT) for word, links in sorted(found.items())}


def _meetings(
    pairs: Sequence[tuple[Sequence[str], Sequence[str]]],
    counts: Mapping[str, int],
    target_counts: Mapping[str, int],
) -> Counter[tuple[str, str]]:
    together = Counter[tuple[str, str]]()
    for one, other in pairs:
        targets = _heaviest(other, target_counts, len(pairs))
        for word in _heaviest(one, counts, len(pairs)):
            together.update((word, target) for target in targets)
    return together


def _heaviest(words: Sequence[str], counts: Mapping[str, int], texts: int) -> list[str]:
    known = (word for word in words if word in counts)
    return sorted(known, key=lambda word: (-rarity(counts[word], texts), word))[:HEAVIEST]


def best(links: list[tuple[str, float]], kept: int) -> list[tuple[str, float]]:
    """The heaviest links, by the alphabet among equals."""
    return sorted(links, key=lambda link: (-link[1], link[0]))[:kept]
