"""Which story an event goes on with, for certain or perhaps, and why."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from swifeeds.group.chaining.index import StoryIndex, telling
from swifeeds.group.chaining.profile import Profile
from swifeeds.group.chaining.settings import CHAINING, ChainSettings
from swifeeds.group.events.reasons import Reason, reason_of
from swifeeds.group.events.terms import terms_of
from swifeeds.group.events.vocabulary import Vector
from swifeeds.group.found import Chain, chain_evidence
from swifeeds.group.shared import Comparison, compare, shared_entity
from swifeeds.model import Rung, StoryId

_DAY = timedelta(days=1)

_ASKED = 0.2
"""Likeness of words below which facts are not held against each other where none is shared: it
would lead to nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Likeness:
    """A story beside an event. `language` is the one in which their titles are most alike, None
    where they have none in common; `words` how much, 0 to 1; `unnamed` how much of it words make
    that are no part of the name of a place or an organisation that both name."""

    story: StoryId
    profile: Profile
    comparison: Comparison
    language: str | None
    words: float
    unnamed: float

    @property
    def score(self) -> float:
        return min(1.0, self.words + self.comparison.boost)


def continued(
    event: Profile,
    index: StoryIndex,
    *,
    barred: Container[StoryId] = (),
    held: Container[StoryId] = (),
    settings: ChainSettings = CHAINING,
) -> Chain | None:
    """The one story that an event continues, None where there is none.

    Args:
        event: articles that report one event.
        index: the stories.
        barred: those of them that may not take this event. One that has an article of it cannot
            either, it would be compared with itself.
        held: stories that the event was found to continue for certain before. It stays where it
            was as long as an editor would still be asked: rarity moves a little with every story.
        settings: how much an event and a story must have in common.
    """
    vectors = {one: index.vector(one, wording) for one, wording in event.wordings.items()}
    found = [
        _beside(event, vectors, story, profile, index)
        for story in index.candidates(event)
        if story not in barred
        and (profile := index.profile(story)) is not None
        and set(profile.articles).isdisjoint(event.articles)
    ]
    rated = [one for one in found if not one.comparison.veto]
    rated.sort(key=lambda one: (one.story not in held, -one.score, one.story))
    for one in rated:
        if rung := _rung(one, settings):
            rung = Rung.AUTOMATIC if one.story in held else rung
            return Chain(story=one.story, rung=rung, reason=_reason(event, one, rated, index))
    return None


def _beside(
    event: Profile,
    vectors: Mapping[str, Vector],
    story: StoryId,
    profile: Profile,
    index: StoryIndex,
) -> _Likeness:
    alike = [
        (index.likeness(language, vectors[language], wording), language)
        for language, wording in sorted(profile.wordings.items())
        if language in vectors
    ]
    words, language = max(alike, default=(0.0, None))
    comparison = Comparison()
    if words >= _ASKED or not telling(event.facts).isdisjoint(telling(profile.facts)):
        comparison = compare(event.facts, profile.facts, index.background)
    names = _names(comparison)
    unnamed = words
    if names and language is not None:
        rest = {term: weight for term, weight in vectors[language].items() if term not in names}
        unnamed = index.likeness(language, rest, profile.wordings[language])
    return _Likeness(
        story=story,
        profile=profile,
        comparison=comparison,
        language=language,
        words=words,
        unnamed=unnamed,
    )


def _names(comparison: Comparison) -> frozenset[str]:
    """The words of the names of shared places and organisations, in whatever language."""
    shared = (shared_entity(one) for one in comparison.evidence if one.kind == "entity")
    surfaces = (surface for entity in shared for surface in entity.surfaces.values())
    return frozenset().union(*map(terms_of, surfaces))


def _rung(one: _Likeness, settings: ChainSettings) -> Rung | None:
    rare = one.comparison.rare_entities
    if one.language is None:
        return Rung.SUGGESTION if rare >= settings.entities_across else None
    is_more = one.unnamed >= settings.join_by_words
    if one.score >= settings.join and rare >= settings.entities and is_more:
        return Rung.AUTOMATIC
    needed = settings.suggest if rare else settings.suggest_by_words
    return Rung.SUGGESTION if one.score >= needed else None


def _reason(
    event: Profile, one: _Likeness, rated: Sequence[_Likeness], index: StoryIndex
) -> Reason:
    vectors = [
        index.vector(one.language, profile.wordings[one.language]) if one.language else {}
        for profile in (event, one.profile)
    ]
    others = [(str(other.story), other.score) for other in rated if other is not one]
    story = one.profile
    gap = max(event.first - story.last, story.first - event.last, timedelta())
    reason = reason_of(
        one.score, *vectors, days=gap / _DAY, extra=one.comparison.evidence,
        competitor=max(others, key=lambda other: other[1], default=None),
    )  # fmt: skip
    told = f"{len(story.articles)} articles, {story.first:%Y-%m-%d} to {story.last:%Y-%m-%d}"
    return replace(reason, evidence=(chain_evidence(told), *reason.evidence))
