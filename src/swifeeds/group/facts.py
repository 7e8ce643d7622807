"""The hard facts of articles, on which evidence beside likeness of words stands.

Places, numbers, days, pictures and links: what a text is about in any language. Made once for an
article and joined for a group.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar

from swifeeds.localise import Day, Entity

_One = TypeVar("_One")

_NOTHING: frozenset[Any] = frozenset()
"""One for all: an empty set takes as much memory as one of five."""

Reference = tuple[str, str]
"""A source, and the key of an address that an article of it shows or links to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What title and lead state: the place where a text says what it is about.

    `words` and `numbers` are the title's; `days` and `places` (codes of entities) of both.
    """

    words: frozenset[str]
    numbers: frozenset[str]
    days: frozenset[Day]
    places: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What one article or a group of articles states.

    `openings` and `entities` are by language (primary subtag). `images` and `links` tell which
    source shows which address; a link within the article's own site is none.
    """

    openings: Mapping[str, frozenset[Opening]]
    entities: Mapping[str, frozenset[Entity]]
    numbers: frozenset[str] = frozenset()
    days: frozenset[Day] = frozenset()
    images: frozenset[Reference] = frozenset()
    links: frozenset[Reference] = frozenset()
    fingerprints: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all entities, in whatever language."""
        return frozenset(one.code for found in self.entities.values() for one in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """How common things are, over the articles met so far: what is common proves little.

    `entities` counts articles by code, `references` by source and address; `pages` counts the
    articles of each source, `articles` all.
    """

    articles: int = 0
    entities: Mapping[str, int] = field(default_factory=dict)
    references: Mapping[Reference, int] = field(default_factory=dict)
    pages: Mapping[str, int] = field(default_factory=dict)


def joined_facts(facts: Iterable[Facts]) -> Facts:
    """The facts of a group: everything that any of its members states."""
    members = tuple(facts)
    return Facts(
        openings=_by_language(one.openings for one in members),
        entities=_by_language(one.entities for one in members),
        numbers=_union(one.numbers for one in members),
        days=_union(one.days for one in members),
        images=_union(one.images for one in members),
        links=_union(one.links for one in members),
        fingerprints=_union(one.fingerprints for one in members),
        sources=_union(one.sources for one in members),
    )


class BackgroundTally:
    """Counts the facts of articles as they come."""

    def __init__(self) -> None:
        self._articles = 0
        self._entities = Counter[str]()
        self._references = Counter[Reference]()
        self._pages = Counter[str]()

    def add(self, facts: Facts) -> None:
        """Count the facts of one more article."""
        self._articles += 1
        self._entities.update(facts.codes)
        self._references.update(facts.images | facts.links)
        self._pages.update(facts.sources)

    def background(self) -> Background:
        """What was counted so far: a view, which what comes later changes."""
        return Background(
            articles=self._articles,
            entities=self._entities,
            references=self._references,
            pages=self._pages,
        )


def background_of(facts: Iterable[Facts]) -> Background:
    """Count the facts of articles, one Facts for each article."""
    tally = BackgroundTally()
    for one in facts:
        tally.add(one)
    return tally.background()


def lean(facts: Facts) -> Facts:
    """The same in a third of the memory: facts that came out of another process share nothing.

    For what is kept for long: words that many articles have are one object, as is no fact at all.
    """
    return Facts(
        openings={
            sys.intern(language): frozenset(map(_lean_opening, some))
            for language, some in facts.openings.items()
        },
        entities={
            sys.intern(language): some or _NOTHING for language, some in facts.entities.items()
        },
        numbers=_interned(facts.numbers),
        days=facts.days or _NOTHING,
        images=facts.images or _NOTHING,
        links=facts.links or _NOTHING,
        fingerprints=facts.fingerprints,
        sources=_shared(facts.sources),
    )


def _lean_opening(one: Opening) -> Opening:
    return Opening(
        words=_interned(one.words),
        numbers=_interned(one.numbers),
        days=one.days or _NOTHING,
        places=_shared(one.places) if one.places else _NOTHING,
    )


def _interned(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(sys.intern, words)) if words else _NOTHING


@lru_cache(maxsize=4096)
def _shared(names: frozenset[str]) -> frozenset[str]:
    """The first of equal sets: sources and places come again and again."""
    return names


def _by_language(
    mappings: Iterable[Mapping[str, frozenset[_One]]],
) -> Mapping[str, frozenset[_One]]:
    found: dict[str, frozenset[_One]] = {}
    for mapping in mappings:
        for language, values in mapping.items():
            found[language] = found.get(language, frozenset()) | values
    return found


def _union(sets: Iterable[frozenset[_One]]) -> frozenset[_One]:
    return frozenset().union(*sets) or _NOTHING


def opening_places(facts: Facts) -> frozenset[str]:
    """The cities and regions that titles and leads name: more exact than any country."""
    return frozenset(
        code
        for openings in facts.openings.values()
        for opening in openings
        for code in opening.places
        if ":" in code
    )
