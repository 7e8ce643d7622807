"""Why two things were taken for one event, kept as it was decided: nothing is computed again."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from swifeeds.group.events.terms import is_word, letters_of
from swifeeds.model import Evidence

_SHOWN = 6
"""Terms that are shown: the first few carry a decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """`score` is the faded likeness, 0 to 1; `evidence` what made it up."""

    score: float
    evidence: tuple[Evidence, ...]


def reason_of(
    score: float,
    one: Mapping[str, float],
    other: Mapping[str, float],
    *,
    days: float,
    extra: Iterable[Evidence] = (),
    competitor: tuple[str, float] | None = None,
) -> Reason:
    """The shared terms with their shares of the likeness, what else spoke for it, the days between
    the two, and the next best choice (its name and score)."""
    evidence = [*_terms(one, other), *extra, Evidence(kind="gap", detail=f"{days:.2f}")]
    if competitor is not None:
        name, reached = competitor
        evidence.append(Evidence(kind="competitor", detail=name, weight=round(reached, 3)))
    return Reason(score=round(score, 4), evidence=tuple(evidence))


def _terms(one: Mapping[str, float], other: Mapping[str, float]) -> Iterable[Evidence]:
    """Words, each with what the groups of letters in it made; groups alone where no word is
    shared, as with another ending."""
    shares = {term: weight * other[term] for term, weight in one.items() if term in other}
    whole = sum(shares.values()) or 1.0
    shown = _by_word(shares) or shares
    best = heapq.nsmallest(_SHOWN, shown, key=lambda term: (-shown[term], term))
    for term in best:
        yield Evidence(kind="term", detail=term.strip("_ "), weight=round(shown[term] / whole, 3))


def _by_word(shares: Mapping[str, float]) -> Mapping[str, float]:
    """What each shared word made. A group of letters counts for the words that it stands in, in
    equal parts; one in none of them is left out."""
    words = {term: share for term, share in shares.items() if is_word(term)}
    framed = {word: f" {word} " for word in words}
    for term, share in shares.items():
        holding = [] if term in words else [one for one in words if letters_of(term) in framed[one]]
        for word in holding:
            words[word] += share / len(holding)
    return words
