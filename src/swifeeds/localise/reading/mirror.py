"""Patterns of dates read backwards: the text that a pattern writes, and the numbers in it.

The words come from the same tables that are written from (`date_fields`), folded, so letter
case, accents, kinds of spaces and scripts of digits make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from swifeeds.localise.folding import fold
from swifeeds.localise.writing.fields import Field, Part, Unit

PLACE = "\ue000"
"""Stands in a pattern for the city of a zone."""

_PLACE = r"(?P<place>[^()]+)"
_YEAR = r"((?!0000)\d{4})"
_NUMBER = r"(\d{1,2})"

Numbers = Mapping[Unit, int]
Words = Mapping[str, frozenset[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """What one or two patterns in a row write, to be recognised.

    `fields` has a list of units and words for each pattern, in the order of the groups.
    """

    pattern: re.Pattern[str]
    fields: Sequence[Sequence[tuple[Unit, Words]]]

    def read(self, folded: str) -> tuple[tuple[Numbers, ...], str | None] | None:
        """The numbers that each pattern's part says, and the city of the zone; None when the text
        is none of its texts, or says two things at once."""
        found = self.pattern.fullmatch(folded)
        if found is None:
            return None
        said = iter(_without_place(found))
        numbers = tuple(
            _meet((unit, words, next(said)) for unit, words in one) for one in self.fields
        )
        if None in numbers:
            return None
        place = found["place"] if "place" in self.pattern.groupindex else None
        return tuple(one for one in numbers if one is not None), place


def mirror(*patterns: Sequence[Part]) -> Mirror:
    """The mirror of patterns that stand in a row."""
    sources = [_source(part) for pattern in patterns for part in pattern]
    return Mirror(
        pattern=re.compile("".join(sources)),
        fields=[
            [(part.unit, _words(part)) for part in pattern if isinstance(part, Field)]
            for pattern in patterns
        ],
    )


def _source(part: Part) -> str:
    if isinstance(part, str):
        # Folding strips the ends, where the spaces between two parts may be.
        return re.escape(fold(f"|{part}|")[1:-1]).replace(PLACE, _PLACE)
    if part.unit == "year":
        return _YEAR
    words = _words(part)
    if all(map(str.isdigit, words)):
        return _NUMBER
    return f"({'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})"


def _words(field: Field) -> Words:
    found: dict[str, set[int]] = {}
    for value, word in field.words.items():
        found.setdefault(fold(word), set()).add(value)
    return {word: frozenset(values) for word, values in found.items()}


def _without_place(found: re.Match[str]) -> Iterable[str]:
    place = found.re.groupindex.get("place")
    return (said for group, said in enumerate(found.groups(), 1) if group != place)


def _meet(said: Iterable[tuple[Unit, Words, str]]) -> Numbers | None:
    """What remains of each unit when all that is said of it is true: `3` and `PM` are 15."""
    possible: dict[Unit, frozenset[int]] = {}
    for unit, words, text in said:
        values = frozenset({int(text)}) if unit == "year" else words.get(text, frozenset())
        possible[unit] = possible.get(unit, values) & values
    if any(len(values) != 1 for values in possible.values()):
        return None
    return {unit: next(iter(values)) for unit, values in possible.items()}
