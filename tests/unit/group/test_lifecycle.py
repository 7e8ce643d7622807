"""The life of a story, in article time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.contract.making import make_story, member

from swifeeds.group import may_be_woken, next_state, revives, waking_of
from swifeeds.model import Evidence, Pulse, Rung, StoryState

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def pulse(state=StoryState.ACTIVE, *, silent=1, automatic=False, **others):
    newest = NOW - silent * DAY
    values = {"articles": 5, "sources": 2, "days": 2, "newest": newest, "newest_certain": newest}
    story = make_story("talks", state=state, automatic=automatic)
    return Pulse(story=story, **(values | others))


def state_after(one, **others):
    found = next_state(one, NOW, **others)
    return found.story.state if found else one.story.state


@pytest.mark.parametrize(
    ("silent", "state"),
    [
        (0, StoryState.ACTIVE),
        (14, StoryState.ACTIVE),
        (14.01, StoryState.DORMANT),
        (180, StoryState.DORMANT),
        (180.01, StoryState.ARCHIVED),
        (6000, StoryState.ARCHIVED),
    ],
)
def test_silence_puts_a_story_to_rest_and_a_certain_member_wakes_it(silent, state):
    for before in (StoryState.ACTIVE, StoryState.DORMANT, StoryState.ARCHIVED):
        assert state_after(pulse(before, silent=silent)) is state


def test_a_transition_says_from_what_and_why():
    found = next_state(pulse(silent=20), NOW)
    assert (found.before, found.story.state) == (StoryState.ACTIVE, StoryState.DORMANT)
    assert found.reason == "silent for 20 days, since 2026-11-03"


@pytest.mark.parametrize(
    ("counts", "state"),
    [
        ((2, 2, 2), StoryState.EMERGING),
        ((3, 1, 1), StoryState.EMERGING),
        ((3, 2, 1), StoryState.ACTIVE),
        ((3, 1, 2), StoryState.ACTIVE),
    ],
)
def test_an_automatic_story_emerges_with_three_members_of_two_days_or_sources(counts, state):
    figures = dict(zip(("articles", "sources", "days"), counts, strict=True))
    assert state_after(pulse(StoryState.EMERGING, automatic=True, **figures)) is state


def test_a_stated_story_does_not_wait():
    assert state_after(pulse(StoryState.EMERGING, articles=0, sources=0)) is StoryState.ACTIVE
    nothing = pulse(articles=0, sources=0, days=0, newest=None, newest_certain=None)
    assert next_state(nothing, NOW) is None


@pytest.mark.parametrize("state", [StoryState.CLOSED, StoryState.MERGED, StoryState.REMOVED])
def test_what_an_operator_ended_has_no_life_of_its_own(state):
    assert next_state(replace(pulse(silent=900), story=make_story("x", state=state)), NOW) is None


def test_an_automatic_member_alone_wakes_a_story_only_when_it_revives():
    sleeping = pulse(StoryState.DORMANT, newest_certain=NOW - 30 * DAY)
    assert may_be_woken(sleeping, NOW)
    assert state_after(sleeping) is StoryState.DORMANT
    waking = waking_of(member("x", "a", score=0.71, evidence=ENTITIES), NOW - DAY)
    assert state_after(sleeping, woken=waking) is StoryState.ACTIVE
    assert "a with a score of 0.71: Q1; Q2" in next_state(sleeping, NOW, woken=waking).reason
    assert not may_be_woken(pulse(StoryState.DORMANT), NOW)
    assert not may_be_woken(pulse(newest_certain=None), NOW)


ENTITIES = tuple(Evidence(kind="entity", detail=name) for name in ("Q1", "Q2"))


@pytest.mark.parametrize(
    ("rung", "score", "evidence", "wakes"),
    [
        (Rung.SAME, 0.1, (), True),
        (Rung.AUTOMATIC, 0.60, ENTITIES, True),
        (Rung.AUTOMATIC, 0.59, ENTITIES, False),
        (Rung.AUTOMATIC, 0.90, ENTITIES[:1], False),
        (Rung.SUGGESTION, 0.90, ENTITIES, False),
    ],
)
def test_what_wakes_a_story(rung, score, evidence, wakes):
    assert revives(member("x", "a", rung=rung, score=score, evidence=evidence)) is wakes
