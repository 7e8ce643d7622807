"""How long a feed says that its readers may wait."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

import pytest
from tests.unit.emit.newsroom import OWN, PUBLICATION, STORY, WIRE, company, story_key

from swifeeds.emit import compose_feed, least_age, render_feed
from swifeeds.markup import parse_xml
from swifeeds.model import FeedKey, Scope, StoryState

STATED = replace(PUBLICATION, ttl_minutes=30)


def around(publication=PUBLICATION, state=StoryState.ACTIVE):
    story = replace(STORY, state=state)
    sources = (
        replace(OWN, polled_every=timedelta(hours=6)),
        replace(WIRE, polled_every=timedelta(minutes=10)),
    )
    return replace(
        company(publication=publication),
        stories=MappingProxyType({story.id: story}),
        sources=MappingProxyType({one.id: one for one in sources}),
    )


def ttl(key, within):
    rss = render_feed(compose_feed(key, [], within))[0].body
    return parse_xml(rss).findtext("channel/ttl")


def source_key(source):
    return FeedKey(scope=Scope.SOURCE, key=source.id, language="en")


@pytest.mark.parametrize(
    ("key", "minutes"),
    [
        (source_key(OWN), "360"),
        (source_key(WIRE), "10"),
        (FeedKey(scope=Scope.SOURCE, key="forgotten", language="en"), "10"),
        (FeedKey(scope=Scope.ALL, language="en"), "10"),
        (FeedKey(scope=Scope.SECTION, key="world"), "10"),
        (story_key("de"), "10"),
    ],
)
def test_a_feed_is_asked_for_as_often_as_something_new_can_come(key, minutes):
    assert ttl(key, around()) == minutes


@pytest.mark.parametrize("key", [source_key(OWN), story_key("de"), FeedKey(scope=Scope.ALL)])
def test_what_the_operator_states_goes_before_the_schedules(key):
    assert ttl(key, around(STATED)) == "30"


@pytest.mark.parametrize("publication", [PUBLICATION, STATED])
def test_a_story_that_is_over_is_asked_for_once_a_day(publication):
    assert ttl(story_key("de"), around(publication, StoryState.CLOSED)) == "1440"


@pytest.mark.parametrize(
    ("state", "minutes", "seconds"),
    [
        (StoryState.ACTIVE, "10", 0),
        (StoryState.DORMANT, "360", 6 * 3600),
        (StoryState.ARCHIVED, "1440", 24 * 3600),
    ],
)
def test_a_story_that_rests_is_asked_for_and_kept_at_its_pace(state, minutes, seconds):
    within = around(state=state)
    assert ttl(story_key("de"), within) == minutes
    assert least_age(story_key("de"), within) == seconds
    assert least_age(source_key(OWN), within) == 0


def test_the_operators_longer_time_holds_for_a_story_that_rests_too():
    slow = replace(PUBLICATION, ttl_minutes=1000)
    assert ttl(story_key("de"), around(slow, StoryState.DORMANT)) == "1000"


def test_an_archive_page_has_none():
    assert ttl(replace(story_key("de"), page=1), around()) is None


def test_a_schedule_of_seconds_is_a_minute_and_no_source_the_usual_quarter_of_an_hour():
    hasty = replace(OWN, polled_every=timedelta(seconds=20))
    assert ttl(source_key(OWN), replace(around(), sources={hasty.id: hasty})) == "1"
    assert ttl(source_key(OWN), replace(around(), sources={})) == "15"
