"""The life of a story: emerging, active, dormant, archived, and awake again.

In article time: what counts is when articles were published, against a given `now`, so that an
archive of 2009 that is imported today makes archived stories. Closed and ended stories have no
life that passes by itself. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from swifeeds.model import Membership, Pulse, Rung, StoryState, Transition

FEWEST = 3
"""Articles that make a story of a coincidence, with `SPREAD`."""

SPREAD = 2
"""Sources or days that they come from: one burst of one desk is no story yet."""

DORMANT_AFTER = timedelta(days=14)
"""Silence after which a story rests."""

ARCHIVED_AFTER = timedelta(days=180)
"""Silence after which nobody waits for it any more."""

REVIVING_SCORE = 0.60
"""An automatic member below this does not wake a story that rests."""

REVIVING_ENTITIES = 2
"""Rare entities that it must share with the story as well."""

_RESTING = frozenset({StoryState.DORMANT, StoryState.ARCHIVED})
_LIVING = frozenset({StoryState.EMERGING, StoryState.ACTIVE}) | _RESTING


@dataclass(frozen=True, slots=True, kw_only=True)
class Waking:
    """An automatic member that may wake a story: when its article was published (UTC), and why it
    may, in one phrase."""

    published: datetime
    why: str


def next_state(pulse: Pulse, now: datetime, *, woken: Waking | None = None) -> Transition | None:
    """The state that a story passes into, None where it stays as it is.

    Args:
        pulse: how the story stands.
        now: UTC.
        woken: the latest published of the automatic members that `revives` holds for.
    """
    story = pulse.story
    if story.state not in _LIVING:
        return None
    if story.state is StoryState.EMERGING:
        return _emerge(pulse)
    last = _last_sign(pulse, woken)
    state, reason = _by_silence(last, now)
    if state is story.state:
        return None
    if woken is not None and woken.published == last:
        reason = f"{reason}, {woken.why}"
    return Transition(story=replace(story, state=state), before=story.state, reason=reason)


def revives(membership: Membership) -> bool:
    """True where a member may wake a story that rests: every certain one, and an automatic one
    that scores high and shares rare entities."""
    if membership.rung is not Rung.AUTOMATIC:
        return membership.rung < Rung.AUTOMATIC
    shared = sum(one.kind == "entity" for one in membership.evidence)
    return membership.score >= REVIVING_SCORE and shared >= REVIVING_ENTITIES


def waking_of(membership: Membership, published: datetime) -> Waking:
    """What an automatic member that `revives` holds for has to say for itself."""
    shared = [one.detail for one in membership.evidence if one.kind == "entity"]
    why = f"{membership.article_id} with a score of {membership.score:.2f}: {'; '.join(shared)}"
    return Waking(published=published, why=why)


def may_be_woken(pulse: Pulse, now: datetime) -> bool:
    """True where automatic members decide whether a story wakes: only then are they looked at."""
    is_fresh = pulse.newest is not None and now - pulse.newest <= ARCHIVED_AFTER
    return pulse.story.state in _RESTING and is_fresh and pulse.newest != pulse.newest_certain


def _emerge(pulse: Pulse) -> Transition | None:
    """Once active, a story never emerges again: its addresses are out."""
    is_spread = pulse.sources >= SPREAD or pulse.days >= SPREAD
    if pulse.story.automatic and not (pulse.articles >= FEWEST and is_spread):
        return None
    reason = f"{pulse.articles} articles of {pulse.sources} sources on {pulse.days} days"
    active = replace(pulse.story, state=StoryState.ACTIVE)
    return Transition(story=active, before=StoryState.EMERGING, reason=reason)


def _last_sign(pulse: Pulse, woken: Waking | None) -> datetime | None:
    """When the story was last heard of; one that rests listens to what may wake it alone."""
    if pulse.story.state not in _RESTING:
        return pulse.newest
    signs = (pulse.newest_certain, None if woken is None else woken.published)
    return max((one for one in signs if one is not None), default=None)


def _by_silence(last: datetime | None, now: datetime) -> tuple[StoryState, str]:
    """A story that never had an article waits for its first, awake."""
    if last is None:
        return StoryState.ACTIVE, "no article yet"
    silence, since = now - last, f"since {last:%Y-%m-%d}"
    if silence > ARCHIVED_AFTER:
        return StoryState.ARCHIVED, f"silent for {silence.days} days, {since}"
    if silence > DORMANT_AFTER:
        return StoryState.DORMANT, f"silent for {silence.days} days, {since}"
    return StoryState.ACTIVE, f"an article of {last:%Y-%m-%d}"
