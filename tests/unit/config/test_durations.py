"""Durations and quiet hours as an operator writes them."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.config.durations import read_duration, read_quiet, write_quiet
from swifeeds.plan import spelt


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("90s", timedelta(seconds=90)),
        ("10m", timedelta(minutes=10)),
        ("1h30m", timedelta(hours=1, minutes=30)),
        ("14d", timedelta(days=14)),
        ("2w", timedelta(weeks=2)),
    ],
)
def test_durations_are_read(text, duration):
    assert read_duration(text) == duration


@pytest.mark.parametrize("text", ["10", "", "10 m", "m", "-5m", "10x", 11, None, "0s"])
def test_what_is_no_duration_is_refused_with_what_would_be_right(text):
    with pytest.raises(ValueError, match=r"write (a number|at least)"):
        read_duration(text)


@given(st.timedeltas(min_value=timedelta(seconds=1), max_value=timedelta(days=900)))
def test_a_written_duration_is_read_as_the_same(duration):
    whole = timedelta(seconds=int(duration.total_seconds()))
    assert read_duration(spelt(whole)) == whole


def test_quiet_hours_may_cross_midnight():
    quiet = read_quiet("22:00-05:30")
    assert (quiet.start, quiet.end) == (time(22), time(5, 30))
    assert write_quiet(quiet) == "22:00-05:30"


@pytest.mark.parametrize("text", ["1:00-5:00", "01:00", "25:00-05:00", "05:00-05:00", 5])
def test_what_is_no_span_of_hours_is_refused(text):
    with pytest.raises(ValueError, match=r"01:00-05:00|must differ"):
        read_quiet(text)
