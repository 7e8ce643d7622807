"""The profiles of all stories, found by their rare words and facts.

How rare a thing is, is counted over stories, and over the events that are in none: what a single
long story says a thousand times stays rare, and what all the news says tells nothing where there
are few stories. In which order the profiles came matters to nothing but which words of a long one
it is found by, the rarest when it came.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from swifeeds.group.chaining.profile import Profile, Wording
from swifeeds.group.events.cluster import dot
from swifeeds.group.events.postings import Postings, heaviest
from swifeeds.group.facts import Background, Facts
from swifeeds.group.rarity import rarity
from swifeeds.model import ArticleId, StoryId

HEARD = 10_000
"""Events in no story that are counted, the last ones that were heard of."""

_Key = TypeVar("_Key")

_PRIOR = 100
"""Stories that are taken for read before the first, as for headlines (`events.vocabulary`)."""

_INDEXED = 16
"""Strongest words of a story that it is found by. With 24 hardly more is found (measured)."""

_NO_WORDS: Counter[str] = Counter()

_LOOKED_AT = 10
"""Best stories by words, and by facts, that an event is held against."""


@dataclass(slots=True, eq=False)
class _Entry:
    """A story in one of the indexes, under the terms that it was put in with."""

    story: StoryId
    total: tuple[str, ...]


class StoryIndex:
    """Profiles by story. Putting one in costs by its words, asking by the few candidates."""

    def __init__(self) -> None:
        self._profiles: dict[StoryId, Profile] = {}
        self._heard: dict[ArticleId, Profile] = {}
        self._entries: dict[StoryId, list[tuple[Postings[_Entry], _Entry]]] = {}
        self._by_word: dict[str, Postings[_Entry]] = {}
        self._by_fact: Postings[_Entry] = Postings()
        self._stories_of: dict[str, int] = {}
        self._words: dict[str, Counter[str]] = {}
        self._entities, self._references = Counter[str](), Counter[tuple[str, str]]()
        self._sources = Counter[str]()

    def __len__(self) -> int:
        return len(self._profiles)

    @property
    def background(self) -> Background:
        """How many stories, and events in none, have each thing."""
        return Background(
            articles=len(self._profiles) + len(self._heard), entities=self._entities,
            references=self._references, pages=self._sources,
        )  # fmt: skip

    def profile(self, story: StoryId) -> Profile | None:
        """The profile of a story that is in."""
        return self._profiles.get(story)

    def put(self, story: StoryId, profile: Profile) -> None:
        """Take a story in, or its new profile in the place of the old one."""
        self.drop(story)
        self._profiles[story] = profile
        self._count(profile, 1)
        entries = self._entries[story] = []
        for language, wording in profile.wordings.items():
            postings = self._by_word.setdefault(language, Postings())
            best = heaviest(self.vector(language, wording), _INDEXED)
            entries.append((postings, _Entry(story, tuple(best))))
        if facts := telling(profile.facts):
            entries.append((self._by_fact, _Entry(story, tuple(sorted(facts)))))
        for postings, entry in entries:
            postings.add(entry, dict.fromkeys(entry.total, 1.0))

    def drop(self, story: StoryId) -> None:
        """Forget a story."""
        if profile := self._profiles.pop(story, None):
            self._count(profile, -1)
            for postings, entry in self._entries.pop(story):
                postings.remove(entry)

    def hear(self, event: Profile) -> None:
        """Count an event that is in no story; heard of again, it counts once, as it is now."""
        key = min(event.articles)
        if (before := self._heard.pop(key, None)) is not None:
            self._count(before, -1)
        elif len(self._heard) == HEARD:
            self._count(self._heard.pop(next(iter(self._heard))), -1)
        self._heard[key] = event
        self._count(event, 1)

    def vector(self, language: str, wording: Wording) -> Mapping[str, float]:
        """The direction of titles: each word by its share of them and its rarity."""
        weights = self._weights(language, wording)
        length = math.sqrt(sum([weight * weight for weight in weights.values()]))
        return {word: weight / length for word, weight in weights.items()} if length else {}

    def likeness(self, language: str, direction: Mapping[str, float], wording: Wording) -> float:
        """Likeness of titles to a direction that `vector` gave, 0 to 1."""
        weights = self._weights(language, wording)
        length = math.sqrt(sum([weight * weight for weight in weights.values()]))
        return dot(weights, direction) / length if length else 0.0

    def _weights(self, language: str, wording: Wording) -> dict[str, float]:
        known, titles = self._stories_of.get(language, 0) + _PRIOR, wording.titles
        stories_with = self._words.get(language, _NO_WORDS).get
        return {
            word: count / titles * math.log(known / (stories_with(word) or 1))
            for word, count in wording.words.items()
        }

    def candidates(self, event: Profile) -> set[StoryId]:
        """The stories that share most with an event: by words of its languages, and by facts."""
        return {entry.story for entry in self._candidates(event)}

    def _candidates(self, event: Profile) -> Iterator[_Entry]:
        for language, wording in event.wordings.items():
            if postings := self._by_word.get(language):
                yield from postings.candidates(self.vector(language, wording))[:_LOOKED_AT]
        known = len(self._profiles) + len(self._heard)
        facts = {fact: rarity(self._entities[fact], known) for fact in sorted(telling(event.facts))}
        yield from self._by_fact.candidates(facts)[:_LOOKED_AT]

    def _count(self, profile: Profile, step: int) -> None:
        for language, wording in profile.wordings.items():
            self._stories_of[language] = self._stories_of.get(language, 0) + step
            _add(self._words.setdefault(language, Counter()), wording.words, step)
        facts = profile.facts
        _add(self._entities, facts.codes, step)
        _add(self._references, facts.images | facts.links, step)
        _add(self._sources, facts.sources, step)


def telling(facts: Facts) -> frozenset[str]:
    """What a story can be found by beside words. Countries are none: half of all news names one."""
    addresses = {address for _, address in facts.images | facts.links}
    return frozenset(addresses).union(code for code in facts.codes if ":" in code)


def _add(counts: Counter[_Key], things: Iterable[_Key], step: int) -> None:
    """Count these up or down; what nobody has any more is forgotten."""
    for thing in things:
        counts[thing] += step
        if not counts[thing]:
            del counts[thing]
