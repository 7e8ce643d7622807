from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.model import QuietHours
from swifeeds.plan.quiet import after_quiet, is_quiet

ZURICH = ZoneInfo("Europe/Zurich")
MOMENTS = st.integers(1767225600, 1798761600).map(lambda at: datetime.fromtimestamp(at, UTC))
"""Seconds of the year 2026."""
NIGHT = QuietHours(start=time(22, 0), end=time(5, 30))
NOON = QuietHours(start=time(12, 0), end=time(13, 0))


@pytest.mark.parametrize(
    ("span", "wall", "quiet"),
    [
        (NOON, time(11, 59, 59), False),
        (NOON, time(12, 0), True),
        (NOON, time(12, 59, 59), True),
        (NOON, time(13, 0), False),
        (NIGHT, time(21, 59), False),
        (NIGHT, time(22, 0), True),
        (NIGHT, time(0, 0), True),
        (NIGHT, time(5, 29), True),
        (NIGHT, time(5, 30), False),
    ],
)
def test_the_end_is_not_part_of_a_span(span: QuietHours, wall: time, quiet: bool) -> None:
    assert is_quiet(span, wall) is quiet


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "moved"),
    [
        ("2026-07-01T12:00", "2026-07-01T12:00"),
        ("2026-07-01T20:00", "2026-07-02T03:31"),  # 22:00 local -> 05:30 the next morning
        ("2026-07-01T02:00", "2026-07-01T03:31"),
        ("2026-10-24T22:00", "2026-10-25T04:31"),  # 05:30 in winter time
    ],
)
def test_what_falls_into_the_night_comes_after_it(moment: str, moved: str) -> None:
    found = after_quiet(utc(moment), (NIGHT,), ZURICH, lambda _: timedelta(minutes=1))
    assert found == utc(moved)


def test_spans_that_touch_are_one() -> None:
    spans = (QuietHours(start=time(1), end=time(3)), QuietHours(start=time(3), end=time(5)))
    found = after_quiet(utc("2026-07-01T02:00"), spans, ZoneInfo("UTC"), lambda _: timedelta())
    assert found == utc("2026-07-01T05:00")


def test_a_day_that_is_quiet_throughout_leaves_no_time() -> None:
    spans = (QuietHours(start=time(0), end=time(13)), QuietHours(start=time(12), end=time(1)))
    assert after_quiet(utc("2026-07-01T02:00"), spans, ZURICH, lambda _: timedelta()) is None


WALLS = st.times().map(lambda wall: wall.replace(second=0, microsecond=0))
SPANS = st.tuples(WALLS, WALLS).filter(lambda pair: pair[0] != pair[1])


@given(
    MOMENTS,
    st.lists(SPANS, max_size=4),
    st.sampled_from(["Europe/Zurich", "America/Santiago", "Australia/Lord_Howe", "UTC"]),
    st.integers(0, 3600),
)
def test_no_quiet_hour_is_ever_broken(moment, pairs, name: str, seconds: int) -> None:
    zone = ZoneInfo(name)
    spans = tuple(QuietHours(start=start, end=end) for start, end in pairs)
    found = after_quiet(moment, spans, zone, lambda _: timedelta(seconds=seconds))
    if found is None:
        minutes = (time(minute // 60, minute % 60) for minute in range(1440))
        assert all(any(is_quiet(span, wall) for span in spans) for wall in minutes)
    else:
        assert found >= moment
        assert not any(is_quiet(span, found.astimezone(zone).time()) for span in spans)


@pytest.mark.parametrize("minute", range(0, 240, 7))
def test_the_hour_that_comes_twice_is_quiet_both_times(minute: int) -> None:
    spans = (QuietHours(start=time(1, 0), end=time(2, 30)),)
    moment = utc("2026-10-24T23:00") + timedelta(minutes=minute)
    found = after_quiet(moment, spans, ZURICH, lambda _: timedelta(minutes=40))
    assert found is not None
    assert not is_quiet(spans[0], found.astimezone(ZURICH).time())
