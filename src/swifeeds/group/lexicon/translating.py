"""Compare two texts through a lexicon."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from swifeeds.group.lexicon.table import Lexicon, WordTable
from swifeeds.group.lexicon.terms import term_vector
from swifeeds.group.lexicon.vectors import Vector, cosine, mean, unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Titles as one table sees them: unit vectors of their words, and of the words that the table
    gives for those."""

    words: Vector
    translated: Vector


def passage_of(titles: Iterable[str], table: WordTable) -> Passage:
    """Titles in the table's source language."""
    words = mean(term_vector(title, table.counts, table.pairs) for title in sorted(titles))
    return Passage(words=words, translated=translate(words, table))


def translate(words: Mapping[str, float], table: WordTable) -> Vector:
    """The words of the target language that go with these, one long; empty where none is known."""
    return unit(_counterparts(words, table))


def _counterparts(words: Mapping[str, float], table: WordTable) -> Vector:
    found: Vector = {}
    for word, weight in words.items():
        for target, share in table.entries.get(word, ()):
            found[target] = found.get(target, 0.0) + weight * share
    return found


def table_cosine(one: Passage, other: Passage) -> float:
    """Average of both directions: each one's translation with the other's own words. Symmetric."""
    return (cosine(one.translated, other.words) + cosine(other.translated, one.words)) / 2


def entries_between(
    one: Passage, other: Passage, there: WordTable, back: WordTable
) -> Iterator[tuple[str, str, float]]:
    """What made `table_cosine`: a word of each side, and its part of it. The parts add up to it."""
    yield from _entries(one, other, there)
    for word, target, part in _entries(other, one, back):
        yield target, word, part


def _entries(one: Passage, other: Passage, table: WordTable) -> Iterator[tuple[str, str, float]]:
    found = _counterparts(one.words, table)
    length = math.sqrt(math.fsum(weight * weight for weight in found.values())) or 1.0
    for word, weight in one.words.items():
        for target, share in table.entries.get(word, ()):
            if target in other.words:
                yield word, target, weight * share / length * other.words[target] / 2


def compare(one: tuple[str, str], other: tuple[str, str], lexicon: Lexicon) -> float | None:
    """How near two texts, each (language, text), are by the lexicon: 0 to 1.

    None where the lexicon does not know the two languages.
    """
    there, back = lexicon.table(one[0], other[0]), lexicon.table(other[0], one[0])
    if there is None or back is None:
        return None
    return table_cosine(passage_of([one[1]], there), passage_of([other[1]], back))
