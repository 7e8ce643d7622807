from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.plan import CronTimes, parse_cron

ZURICH = ZoneInfo("Europe/Zurich")
MOMENTS = st.integers(1767225600, 1798761600).map(lambda at: datetime.fromtimestamp(at, UTC))
"""Seconds of the year 2026."""

NIGHTS = [
    ("Europe/Zurich", date(2026, 3, 29)),
    ("Europe/Zurich", date(2026, 10, 25)),
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),  # half an hour
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("America/Santiago", date(2026, 4, 4)),  # at midnight: 24:00 comes twice
    ("America/Santiago", date(2026, 9, 6)),
    ("Asia/Beirut", date(2026, 3, 29)),
    ("Africa/Casablanca", date(2026, 3, 22)),
    ("Antarctica/Troll", date(2026, 3, 29)),  # two hours
    ("Antarctica/Troll", date(2026, 10, 25)),
]
EXPRESSIONS = ["30 2 * * *", "0 0 * * *", "30 0 * * *", "15 1 * * *", "59 23 * * *", "0 3 * * *"]


def runs(times: CronTimes, zone: ZoneInfo, start: datetime, end: datetime) -> list[datetime]:
    found = []
    moment = times.after(start, zone)
    while moment < end:
        found.append(moment)
        moment = times.after(moment, zone)
    return found


@pytest.mark.parametrize(("name", "night"), NIGHTS, ids=str)
def test_each_local_time_runs_once_a_day_when_clocks_change(name: str, night: date) -> None:
    zone = ZoneInfo(name)
    dates = [night + timedelta(days=number) for number in (-1, 0, 1, 2)]
    start, end = (
        datetime.combine(day, time(), tzinfo=zone).astimezone(UTC) - timedelta(seconds=1)
        for day in (dates[0], night + timedelta(days=3))
    )
    for expression in EXPRESSIONS:
        found = runs(parse_cron(expression), zone, start, end)
        assert [moment.astimezone(zone).date() for moment in found] == dates, expression


@pytest.mark.parametrize(
    ("expression", "after", "run"),
    [
        ("30 2 * * *", "2026-03-29T00:00", "2026-03-29T01:30"),  # 03:30 summer time
        ("0 3 * * *", "2026-03-29T00:00", "2026-03-29T01:00"),
        ("30 2 * * *", "2026-10-24T12:00", "2026-10-25T00:30"),  # the first 02:30
        ("30 2 * * *", "2026-10-25T00:30", "2026-10-26T01:30"),  # not the second
        ("*/30 * * * *", "2026-10-25T00:30", "2026-10-25T02:00"),  # 02:00 and 02:30 ran
        ("*/30 * * * *", "2026-03-29T00:30", "2026-03-29T01:00"),
        ("0 6 * * *", "2026-07-01T04:00", "2026-07-02T04:00"),
        ("0 6 * * *", "2026-07-01T03:59", "2026-07-01T04:00"),
        ("0 0 29 2 *", "2026-07-01T00:00", "2028-02-28T23:00"),
        ("0 9 * * mon", "2026-07-01T00:00", "2026-07-06T07:00"),
        ("0 9 * * 7", "2026-07-01T00:00", "2026-07-05T07:00"),
    ],
)
def test_the_next_run_in_zurich(expression: str, after: str, run: str) -> None:
    moment = datetime.fromisoformat(after).replace(tzinfo=UTC)
    expected = datetime.fromisoformat(run).replace(tzinfo=UTC)
    assert parse_cron(expression).after(moment, ZURICH) == expected


@given(
    MOMENTS,
    st.sampled_from(sorted({name for name, _ in NIGHTS} | {"UTC", "Asia/Kathmandu"})),
    st.sampled_from([*EXPRESSIONS, "*/7 * * * *", "0 6 1,15 * mon", "* * * * *"]),
)
def test_a_run_is_later_and_nothing_lies_between(moment, name: str, expression: str) -> None:
    times, zone = parse_cron(expression), ZoneInfo(name)
    run = times.after(moment, zone)
    assert run > moment
    halfway = moment + (run - moment) / 2
    assert times.after(halfway, zone) == run


@given(MOMENTS)
def test_a_run_is_at_a_local_time_that_the_expression_names(moment: datetime) -> None:
    run = parse_cron("*/20 8-17 * * mon-fri").after(moment, ZURICH).astimezone(ZURICH)
    assert (run.minute % 20, run.second, run.microsecond) == (0, 0, 0)
    assert 8 <= run.hour <= 17
    assert run.isoweekday() <= 5
