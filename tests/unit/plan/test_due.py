from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from email.utils import format_datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.model import (
    Cron,
    Every,
    QuietHours,
    Schedule,
    Source,
    SourceId,
    SourceKind,
    SourceState,
)
from swifeeds.plan import next_poll

NOW = datetime(2026, 7, 1, 12, 0, 7, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def source(when: Every | Cron | None = None, name: str = "wire", **schedule) -> Source:
    return Source(
        id=SourceId(name),
        kind=SourceKind.FEED,
        url="https://news.example.org/feed",
        language="en",
        title="Wire",
        schedule=Schedule(when=when or Every(interval=15 * MINUTE), **schedule),
    )


def state(failures: int = 0) -> SourceState:
    return SourceState(source_id=SourceId("wire"), failures=failures)


def wait(asked: Source, failures: int = 0, retry_after: str | None = None, now=NOW) -> timedelta:
    due = next_poll(asked, state(failures), now=now, retry_after=retry_after, failed=failures > 0)
    return due.at - now


def test_an_interval_without_jitter_is_exact() -> None:
    due = next_poll(source(jitter=0.0), state(), now=NOW)
    assert due.at == NOW + 15 * MINUTE
    assert due.reason == "every 15m"


def test_jitter_makes_later_by_a_share_and_never_sooner() -> None:
    waits = [wait(source(name=f"source-{number}", jitter=0.2)) for number in range(200)]
    assert all(15 * MINUTE <= each < 18 * MINUTE for each in waits)
    assert max(waits) - min(waits) > 2.5 * MINUTE


def test_a_thousand_sources_are_not_due_at_the_same_second() -> None:
    seconds = [int(wait(source(name=f"s{number}")).total_seconds()) for number in range(1000)]
    assert max(seconds.count(second) for second in set(seconds)) < 25


def test_the_same_question_has_the_same_answer() -> None:
    assert next_poll(source(), state(), now=NOW) == next_poll(source(), state(), now=NOW)


@pytest.mark.parametrize(
    ("failures", "minutes"),
    [(1, 15), (2, 30), (3, 60), (4, 120), (5, 240), (6, 360), (7, 360), (1000, 360)],
)
def test_failures_double_the_wait_up_to_six_hours(failures: int, minutes: int) -> None:
    assert wait(source(jitter=0.0), failures) == minutes * MINUTE


def test_a_failure_is_named_as_the_reason() -> None:
    due = next_poll(source(), state(3), now=NOW, failed=True)
    assert due.reason == "put off after 3 failures in a row"


def test_failures_of_before_do_not_delay_a_poll_that_went_well() -> None:
    assert next_poll(source(jitter=0.0), state(5), now=NOW).at == NOW + 15 * MINUTE


def test_an_interval_over_the_cap_is_not_shortened() -> None:
    assert wait(source(Every(interval=timedelta(days=7)), jitter=0.0), 9) == timedelta(days=7)


@pytest.mark.parametrize(
    ("retry_after", "expected"),
    [
        ("3600", HOUR),
        (" 3600 ", HOUR),
        ("60", 15 * MINUTE),
        ("0", 15 * MINUTE),
        ("86400", 24 * HOUR),
        ("86401", 24 * HOUR),
        ("9" * 400, 24 * HOUR),
        ("-5", 15 * MINUTE),
        ("1.5", 15 * MINUTE),
        ("soon", 15 * MINUTE),
        ("", 15 * MINUTE),
        ("٣٦٠٠", 15 * MINUTE),
        (format_datetime(NOW + 2 * HOUR, usegmt=True), 2 * HOUR),
        ("Wed, 01 Jul 2026 15:00:07 -0000", 3 * HOUR),
        ("Fri, 31 Dec 3000 23:59:59 GMT", 24 * HOUR),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 15 * MINUTE),
        ("Fri, 31 Feb 2026 23:59:59 GMT", 15 * MINUTE),
        ("Wed, 01 Jul 99999 00:00:00 GMT", 15 * MINUTE),
    ],
)
def test_retry_after_is_heard_within_reason(retry_after: str, expected: timedelta) -> None:
    assert wait(source(jitter=0.0), 1, retry_after) == expected


def test_retry_after_is_named_as_the_reason() -> None:
    due = next_poll(source(), state(1), now=NOW, retry_after="3600", failed=True)
    assert due.reason == "put off because the server asked for 1h (Retry-After)"


def test_retry_after_does_not_shorten_back_off() -> None:
    assert wait(source(jitter=0.0), 6, "60") == 6 * HOUR


def cron(expression: str, **schedule) -> Source:
    return source(Cron(expression=expression), time_zone="Europe/Zurich", **schedule)


def test_a_cron_time_is_local() -> None:
    due = next_poll(cron("0 6 * * *", jitter=0.0), state(), now=NOW)
    assert due.at == datetime(2026, 7, 2, 4, 0, tzinfo=UTC)
    assert due.reason == "cron 0 6 * * * (Europe/Zurich)"


def test_a_cron_time_is_spread_within_its_minute() -> None:
    due = [
        next_poll(cron("0 6 * * *", name=f"s{number}"), state(), now=NOW).at for number in range(50)
    ]
    assert len({at.second for at in due}) > 20
    assert {at.replace(second=0, microsecond=0) for at in due} == {
        datetime(2026, 7, 2, 4, 0, tzinfo=UTC)
    }


@pytest.mark.parametrize(
    ("failures", "hour", "minute"), [(1, 12, 15), (2, 12, 30), (3, 13, 0), (4, 14, 0), (5, 16, 0)]
)
def test_back_off_skips_cron_times(failures: int, hour: int, minute: int) -> None:
    due = next_poll(cron("*/15 * * * *", jitter=0.0), state(failures), now=NOW, failed=True)
    assert due.at == datetime(2026, 7, 1, hour, minute, tzinfo=UTC)


def test_a_daily_time_is_kept_through_failures() -> None:
    due = next_poll(cron("0 6 * * *", jitter=0.0), state(9), now=NOW, failed=True)
    assert due.at == datetime(2026, 7, 2, 4, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("retry_after", "hour", "minute"), [("60", 12, 15), ("900", 12, 30), ("3600", 13, 15)]
)
def test_retry_after_moves_to_the_first_cron_time_behind_it(
    retry_after: str, hour: int, minute: int
) -> None:
    due = next_poll(
        cron("*/15 * * * *", jitter=0.0), state(1), now=NOW, retry_after=retry_after, failed=True
    )
    assert due.at == datetime(2026, 7, 1, hour, minute, tzinfo=UTC)


def test_quiet_hours_put_off_to_their_end() -> None:
    night = (QuietHours(start=time(14, 0), end=time(16, 0)),)
    due = next_poll(source(time_zone="Europe/Zurich", quiet=night, jitter=0.0), state(), now=NOW)
    assert due.at == datetime(2026, 7, 1, 14, 0, tzinfo=UTC)
    assert due.reason == "every 15m, moved behind quiet hours"


def test_sources_do_not_all_begin_when_quiet_hours_end() -> None:
    night = (QuietHours(start=time(12, 0), end=time(16, 0)),)
    ends = {
        next_poll(source(name=f"s{number}", quiet=night), state(), now=NOW).at
        for number in range(50)
    }
    assert len(ends) == 50
    assert max(ends) - min(ends) < 3 * MINUTE


def test_quiet_hours_that_leave_no_time_are_not_kept_and_it_is_said() -> None:
    spans = (QuietHours(start=time(0), end=time(12)), QuietHours(start=time(12), end=time(0)))
    due = next_poll(source(quiet=spans, jitter=0.0), state(), now=NOW)
    assert due.at == NOW + 15 * MINUTE
    assert "leave no time" in due.reason


SCHEDULES = st.builds(
    lambda when, jitter, zone, pairs: {
        "when": when,
        "jitter": jitter,
        "time_zone": zone,
        "quiet": tuple(QuietHours(start=a, end=b) for a, b in pairs if a != b),
    },
    st.one_of(
        st.integers(1, 30 * 86400).map(lambda n: Every(interval=timedelta(seconds=n))),
        st.sampled_from(["*/15 6-22 * * *", "30 2 * * *", "0 0 1 * mon", "* * * * *"]).map(
            lambda text: Cron(expression=text)
        ),
    ),
    st.floats(0, 1),
    st.sampled_from(["UTC", "Europe/Zurich", "America/Santiago", "Australia/Lord_Howe"]),
    st.lists(st.tuples(st.times(), st.times()), max_size=2),
)
MOMENTS = st.integers(1767225600, 1798761600).map(lambda at: datetime.fromtimestamp(at, UTC))


@given(SCHEDULES, MOMENTS, st.integers(0, 50), st.none() | st.text(max_size=40))
def test_a_poll_is_never_in_the_past_and_never_given_up(
    schedule, now: datetime, failures: int, retry_after: str | None
) -> None:
    asked = source(**schedule)
    due = next_poll(asked, state(failures), now=now, retry_after=retry_after, failed=failures > 0)
    assert due.at > now
    assert due.at.tzinfo is UTC
    assert due.at < now + timedelta(days=70)


@given(MOMENTS, st.integers(1, 6 * 3600), st.floats(0, 1), st.integers(0, 100))
def test_back_off_keeps_under_its_cap(now, seconds: int, jitter: float, failures: int) -> None:
    interval = timedelta(seconds=seconds)
    waited = wait(source(Every(interval=interval), jitter=jitter), failures, now=now)
    assert interval <= waited <= max(6 * HOUR, interval * (1 + jitter) + timedelta(seconds=1))


@given(SCHEDULES, MOMENTS, st.lists(st.integers(1, 40), min_size=2, max_size=2))
def test_more_failures_never_wait_less(schedule, now: datetime, failures: list[int]) -> None:
    asked = source(**{**schedule, "quiet": ()})
    fewer, more = sorted(failures)
    assert wait(asked, fewer, now=now) <= wait(asked, more, now=now)


@given(SCHEDULES, MOMENTS, st.integers(0, 9))
def test_quiet_hours_are_kept_whatever_the_schedule(schedule, now, failures: int) -> None:
    asked = source(**schedule)
    due = next_poll(asked, state(failures), now=now, failed=failures > 0)
    wall = due.at.astimezone(ZoneInfo(asked.schedule.time_zone)).time()
    for span in asked.schedule.quiet:
        inside = (
            span.start <= wall < span.end
            if span.start <= span.end
            else wall >= span.start or wall < span.end
        )
        assert not inside or "leave no time" in due.reason
