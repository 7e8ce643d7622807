"""All names of one language as a look-up table, built once when the language is first met."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.entities.demonyms import DEMONYM_COLUMNS, DEMONYM_ROWS
from swifeeds.localise.entities.doubts import DOUBTS, NO_PLACE, PAIRS, Doubt
from swifeeds.localise.entities.other_names import HISTORIC_NAMES, ORGANISATIONS, SHORT_NAMES
from swifeeds.localise.entities.places_of_news import countries_of_places, place_names
from swifeeds.localise.entities.word_forms import demonym_forms, name_forms
from swifeeds.localise.names.places import is_territory, territory_names
from swifeeds.localise.names.press_names import PRESS_NAMES

UNSPACED = frozenset({"ja", "zh"})
_SHORTEST_UNLISTED = 4
_LONGEST_ABBREVIATION = 3
_LIKE_SURNAMES = ("ов", "ев")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What a key of the lexicon means, and how it must be printed to mean it.

    `code` is None where the words are no place at all. `exact` is the one spelling that counts
    (abbreviations); `capitals` tells for each word whether it must begin with a capital. One that
    `is_small` must not: "Поляков" is a surname, "поляков" are Poles.
    """

    code: str | None
    exact: str | None = None
    capitals: tuple[bool, ...] = ()
    is_small: bool = False
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """`names` by key; `longest` tells for the beginning of a key how long keys with it can be.

    A key is folded words with a blank between, and its beginning the first word; in Japanese and
    Chinese it is the name itself, and its beginning the first character.
    """

    names: Mapping[str, tuple[Naming, ...]]
    longest: Mapping[str, int]


@lru_cache(maxsize=16)
def lexicon_of(language: str) -> Lexicon:
    """The lexicon of one of the ten languages, by its primary subtag."""
    names: dict[str, list[Naming]] = {}
    doubts = _doubts(language)
    for key, naming in _entries(language):
        doubted = [
            replace(naming, doubt=one) for one in doubts.get(key, ()) if one.code == naming.code
        ]
        known = names.setdefault(key, [])
        known += [one for one in (doubted or [naming]) if one not in known]
    longest: dict[str, int] = {}
    for key in names:
        start, length = _extent(key, language)
        longest[start] = max(longest.get(start, 0), length)
    return Lexicon(
        names=MappingProxyType({key: _settled(found) for key, found in names.items()}),
        longest=MappingProxyType(longest),
    )


def _settled(namings: list[Naming]) -> tuple[Naming, ...]:
    """A phrase that is no place is none; a city called like its country is the country."""
    if any(one.code is None for one in namings):
        return tuple(one for one in namings if one.code is None)
    codes, countries = {one.code for one in namings}, countries_of_places()
    return tuple(one for one in namings if countries.get(one.code or "") not in codes)


def _extent(key: str, language: str) -> tuple[str, int]:
    if language in UNSPACED:
        return key[0], len(key)
    words = key.split(" ")
    return words[0], len(words)


def _doubts(language: str) -> Mapping[str, list[Doubt]]:
    found: dict[str, list[Doubt]] = {}
    for name, doubt in DOUBTS.get(language, {}).items():
        forms = _keys(name, language) | demonym_forms(name, language)
        for key in forms:
            found.setdefault(key, []).append(doubt)
    return found


def _entries(language: str) -> Iterator[tuple[str, Naming]]:
    for code, name in _named(language):
        naming = Naming(code=code, exact=_exact(name), capitals=_capitals(name, language))
        yield from ((key, naming) for key in _keys(name, language))
    yield from _demonym_entries(language)
    for name, codes in PAIRS.get(language, {}).items():
        yield from ((name, Naming(code=code)) for code in codes)
    for phrase in NO_PLACE[language]:
        yield from ((key, Naming(code=None)) for key in _keys(phrase, language))


def _named(language: str) -> Iterator[tuple[str, str]]:
    for code, name in _territories(language):
        yield code, name
        if "&" in name:
            yield code, name.replace("&", "and")
    for table in (ORGANISATIONS, SHORT_NAMES, HISTORIC_NAMES):
        yield from _listed(table, language)
    for code, names in place_names(language).items():
        yield from ((code, name) for name in names)


def _territories(language: str) -> Iterator[tuple[str, str]]:
    for code in filter(is_territory, cldr_locale("en").territories):
        listed = PRESS_NAMES.get(code, {}).get(language, ())
        for name in territory_names(code, language):
            if len(name) >= _SHORTEST_UNLISTED or name in listed or language in UNSPACED:
                yield code, name


def _listed(
    table: Mapping[str, Mapping[str, tuple[str, ...]]], language: str
) -> Iterator[tuple[str, str]]:
    for code, names in table.items():
        yield from ((code, name) for name in names.get(language, ()))


def _keys(name: str, language: str) -> set[str]:
    if language in UNSPACED:
        plain = unicodedata.normalize("NFKC", name)
        return {plain, plain.replace("・", "")} if len(plain) > 1 else set()
    return name_forms(name, language)


def _exact(name: str) -> str | None:
    letters = sum(map(str.isalpha, name))
    is_short = letters <= _LONGEST_ABBREVIATION and name != name.lower()
    return name.rstrip(".") if name.isupper() or is_short else None


def _capitals(name: str, language: str) -> tuple[bool, ...]:
    if language in UNSPACED:
        return ()
    return tuple(word[0].isupper() for word in _WORD.findall(name))


def _demonym_entries(language: str) -> Iterator[tuple[str, Naming]]:
    if language not in DEMONYM_COLUMNS:
        return
    column = DEMONYM_COLUMNS.index(language)
    for line in DEMONYM_ROWS.strip().splitlines():
        code, *cells = line.split("|")
        yield from _declined(code, cells[column].split(), language)


def _declined(code: str, bases: Iterable[str], language: str) -> Iterator[tuple[str, Naming]]:
    for base in bases:
        capitals = _capitals(base.replace("_", " "), language)
        for key in demonym_forms(base, language):
            is_small = language == "ru" and key.endswith(_LIKE_SURNAMES)
            yield key, Naming(code=code, capitals=capitals, is_small=is_small)
