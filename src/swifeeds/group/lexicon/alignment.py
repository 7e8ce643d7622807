"""Tables for a larger archive: IBM model 1 on headlines.

Every word of a headline is explained by the words of its translation; in a few rounds those that
explain it in many headlines win over those that merely stand beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from swifeeds.group.lexicon.association import Ranked, best

ROUNDS = 6
DAMPING = 0.5
"""Added to each denominator: a word seen twice is not sure of anything."""

KEPT = 4
"""Words kept for each."""

LEAST_WEIGHT = 0.01
"""Probability below which a link is not kept at all."""

LONGEST = 60
"""Words of a headline that are looked at, the first: what has more is no headline, and every word
of one side with every word of the other would fill the memory."""

_Probabilities = dict[str, dict[str, float]]


def align(
    pairs: Sequence[tuple[Sequence[str], Sequence[str]]],
    counts: Mapping[str, int],
    target_counts: Mapping[str, int],
) -> Ranked:
    """The words of the first side with the probability that each explains one of the second."""
    known = [(_known(one, counts), _known(other, target_counts)) for one, other in pairs]
    table = _uniform(known)
    for _ in range(ROUNDS):
        table = _normalised(_expected(known, table))
    return {
        word: best([link for link in links.items() if link[1] >= LEAST_WEIGHT], KEPT)
        for word, links in sorted(table.items())
    }


def _known(words: Sequence[str], counts: Mapping[str, int]) -> list[str]:
    return [word for word in words if word in counts][:LONGEST]


def _uniform(pairs: Sequence[tuple[list[str], list[str]]]) -> _Probabilities:
    table: _Probabilities = {}
    for one, other in pairs:
        for word in one:
            table.setdefault(word, {}).update(dict.fromkeys(other, 1.0))
    return table


def _expected(
    pairs: Sequence[tuple[list[str], list[str]]], table: _Probabilities
) -> _Probabilities:
    """How often each word explains each other, by the probabilities so far."""
    found: _Probabilities = {word: dict.fromkeys(links, 0.0) for word, links in table.items()}
    for one, other in pairs:
        rows = [(table[word], found[word]) for word in one]
        for target in other:
            total = sum(row[target] for row, _ in rows)
            if total > 0:
                for row, expected in rows:
                    expected[target] += row[target] / total
    return found


def _normalised(expected: _Probabilities) -> _Probabilities:
    table: _Probabilities = {}
    for word, links in expected.items():
        total = sum(links.values()) + DAMPING
        table[word] = {target: count / total for target, count in links.items()}
    return table
