"""What a story, or an event that may continue one, is about: the words of its titles, and facts."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from swifeeds.group.events.terms import is_word, terms_of
from swifeeds.group.facts import Facts, Opening, Reference, joined_facts, lean
from swifeeds.group.stated import lasting_facts_of
from swifeeds.group.wording import primary
from swifeeds.model import Article, ArticleId

NEWEST = 50
"""Members that make a profile, the newest ones: it costs no more for a story of ten years, and says
what the story has come to be about."""

_ADDRESSES = 8
"""Pictures, and links, of a story that are known: they are many, and seldom come again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The titles of one language: how many there are, and how many of them have each word."""

    titles: int
    words: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Articles taken together. `wordings` are by language (primary subtag); `first` and `last` are
    UTC. Of the facts there are places and organisations of titles and leads, pictures and links:
    days and numbers tell events of one story apart, not stories."""

    articles: tuple[ArticleId, ...]
    wordings: Mapping[str, Wording]
    facts: Facts
    first: datetime
    last: datetime


def profile_of(articles: Iterable[Article]) -> Profile:
    """The profile of the newest `NEWEST` of these articles, one at least, in whatever order."""
    ordered = sorted(articles, key=lambda one: (one.published, one.id), reverse=True)[:NEWEST]
    return Profile(
        articles=tuple(sorted(one.id for one in ordered)),
        wordings=_wordings(ordered),
        facts=_facts(ordered),
        first=ordered[-1].published,
        last=ordered[0].published,
    )


def _wordings(articles: Iterable[Article]) -> Mapping[str, Wording]:
    titles, words = Counter[str](), dict[str, Counter[str]]()
    for one in articles:
        language = primary(one.language)
        titles[language] += 1
        # Thousands of stories have the same words: each is kept in memory once.
        found = (sys.intern(term) for term in terms_of(one.title) if is_word(term))
        words.setdefault(language, Counter()).update(found)
    return {
        language: Wording(titles=titles[language], words=dict(sorted(found.items())))
        for language, found in words.items()
    }


def _facts(articles: Iterable[Article]) -> Facts:
    """Joined, with one opening of a language in the place of many, and few addresses."""
    facts = joined_facts(map(lasting_facts_of, articles))
    few = replace(
        facts,
        openings={
            language: frozenset({_joined(some)}) for language, some in facts.openings.items()
        },
        images=_few(facts.images),
        links=_few(facts.links),
    )
    return lean(few)


def _joined(openings: Iterable[Opening]) -> Opening:
    some = tuple(openings)
    return replace(some[0], places=frozenset().union(*(one.places for one in some)))


def _few(references: frozenset[Reference]) -> frozenset[Reference]:
    return frozenset(sorted(references)[:_ADDRESSES])
