from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.model import Adaptive, Every, Schedule, Source, SourceId, SourceKind, SourceState
from swifeeds.plan import next_poll, rhythm_after

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
BOUNDS = Adaptive(shortest=5 * MINUTE, longest=6 * HOUR)
STATE = SourceState(source_id=SourceId("wire"))


def source(adaptive: Adaptive | None = None, *, own: bool = False) -> Source:
    return Source(
        id=SourceId("wire"),
        kind=SourceKind.FEED,
        url="https://news.example/feed",
        language="en",
        title="Wire",
        own=own,
        schedule=Schedule(when=Every(interval=15 * MINUTE, adaptive=adaptive), jitter=0.0),
    )


def rhythmic(rhythm: timedelta, silent: timedelta = timedelta()) -> SourceState:
    return replace(STATE, rhythm=rhythm, last_new=NOW - silent)


def due(asked: Source, state: SourceState = STATE, **values):
    return next_poll(asked, state, now=NOW, **values)


@pytest.mark.parametrize(
    ("rhythm", "minutes"),
    [(MINUTE, 5), (20 * MINUTE, 10), (30 * MINUTE, 15), (80 * MINUTE, 40), (100 * HOUR, 360)],
)
def test_a_source_is_asked_about_twice_for_each_article_it_brings(rhythm, minutes) -> None:
    assert due(source(BOUNDS), rhythmic(rhythm)).at - NOW == minutes * MINUTE


def test_why_is_said() -> None:
    assert due(source(BOUNDS), rhythmic(80 * MINUTE)).reason == (
        "every 15m, stretched to 40m: it brings about one article in 80m"
    )
    assert due(source(BOUNDS), rhythmic(12 * MINUTE)).reason == (
        "every 15m, shortened to 6m: it brings about one article in 12m"
    )


def test_silence_longer_than_usual_stretches_on() -> None:
    assert due(source(BOUNDS), rhythmic(20 * MINUTE, silent=4 * HOUR)).at - NOW == 2 * HOUR


def test_a_stated_interval_is_kept_to() -> None:
    assert due(source(), rhythmic(10 * HOUR)).at - NOW == 15 * MINUTE
    assert due(source(BOUNDS)).reason == "every 15m"


def test_the_first_articles_are_the_past_and_no_rhythm() -> None:
    assert rhythm_after(STATE, new=50, now=NOW) is None


def test_the_rhythm_follows_what_comes_by_a_third_of_each_step() -> None:
    state = replace(STATE, last_new=NOW - HOUR)
    assert rhythm_after(state, new=2, now=NOW) == HOUR / 2
    known = replace(state, rhythm=4 * HOUR)
    assert rhythm_after(known, new=1, now=NOW) == 3 * HOUR
    assert rhythm_after(known, new=0, now=NOW) == 4 * HOUR


def test_what_the_server_asks_for_makes_it_longer() -> None:
    asked = due(source(), fresh_for=40 * MINUTE)
    assert asked.at - NOW == 40 * MINUTE
    assert asked.reason == (
        "every 15m, stretched to 40m: its server says that the answer stays as it is for so long"
        " (Cache-Control)"
    )
    assert due(source(), fresh_for=5 * MINUTE).reason == "every 15m"


def test_what_the_feed_asks_for_makes_it_longer_too() -> None:
    asked = due(source(), replace(STATE, ttl=HOUR), fresh_for=40 * MINUTE)
    assert asked.at - NOW == HOUR
    assert asked.reason == "every 15m, stretched to 1h: the feed itself asks for it (ttl)"


def test_an_answer_that_is_good_for_a_year_speaks_of_no_news() -> None:
    assert due(source(), fresh_for=timedelta(days=365)).at - NOW == 15 * MINUTE
    assert due(source(), fresh_for=timedelta(hours=24)).at - NOW == 24 * HOUR


def test_a_feed_that_asks_for_a_week_is_heard_as_far_as_news_may_wait() -> None:
    weekly = replace(STATE, ttl=timedelta(days=7))
    assert due(source(), weekly).at - NOW == 24 * HOUR
    assert due(source(BOUNDS), weekly).at - NOW == 6 * HOUR


def test_the_operators_longest_bounds_what_is_asked_for() -> None:
    bounds = Adaptive(shortest=15 * MINUTE, longest=30 * MINUTE)
    assert due(source(bounds), fresh_for=12 * HOUR).at - NOW == 30 * MINUTE


def test_an_own_source_is_not_asked_for_its_wishes() -> None:
    state = replace(STATE, ttl=HOUR)
    assert due(source(own=True), state, fresh_for=HOUR).at - NOW == 15 * MINUTE


def test_a_failure_is_tried_again_at_the_stated_interval() -> None:
    state = replace(rhythmic(20 * HOUR), failures=1, ttl=12 * HOUR)
    assert due(source(BOUNDS), state, failed=True).at - NOW == 15 * MINUTE


@given(
    st.timedeltas(timedelta(0), timedelta(days=999)),
    st.timedeltas(timedelta(0), timedelta(days=999)),
    st.none() | st.timedeltas(timedelta.resolution, timedelta(days=9999)),
    st.none() | st.timedeltas(timedelta.resolution, timedelta(days=9999)),
)
def test_no_rhythm_and_no_wish_leads_out_of_the_bounds(rhythm, silent, fresh_for, ttl) -> None:
    state = replace(rhythmic(rhythm, silent), ttl=ttl)
    waited = due(source(BOUNDS), state, fresh_for=fresh_for).at - NOW
    assert BOUNDS.shortest <= waited <= BOUNDS.longest
