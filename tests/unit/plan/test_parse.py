from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.plan import parse_cron

ALL_DAYS = frozenset(range(1, 32))
ALL_WEEKDAYS = frozenset(range(7))


@pytest.mark.parametrize(
    ("text", "minutes", "hours"),
    [
        ("0 6 * * *", (0,), (6,)),
        ("*/15 6-8 * * *", (0, 15, 30, 45), (6, 7, 8)),
        ("5,10,5 0,23 * * *", (5, 10), (0, 23)),
        ("10-20/5 8-18/4 * * *", (10, 15, 20), (8, 12, 16)),
        ("  0\t6 * * *  ", (0,), (6,)),
    ],
)
def test_minutes_and_hours_are_read(text: str, minutes, hours) -> None:
    times = parse_cron(text)
    assert (times.minutes, times.hours) == (minutes, hours)
    assert (times.days, times.weekdays) == (ALL_DAYS, ALL_WEEKDAYS)


@pytest.mark.parametrize(
    ("field", "weekdays"),
    [
        ("0", {0}),
        ("7", {0}),
        ("sun", {0}),
        ("SAT", {6}),
        ("mon-fri", {1, 2, 3, 4, 5}),
        ("5-7", {5, 6, 0}),
        ("fri-sun", {5, 6, 0}),
        ("sun-tue", {0, 1, 2}),
        ("0-7", {0, 1, 2, 3, 4, 5, 6}),
        ("mon,wed-thu", {1, 3, 4}),
        ("*/2", {0, 2, 4, 6}),
    ],
)
def test_weekdays_count_from_sunday(field: str, weekdays: set[int]) -> None:
    assert parse_cron(f"0 0 * * {field}").weekdays == weekdays


def test_months_have_names() -> None:
    assert parse_cron("0 0 1 jan,Mar-may,12 *").months == {1, 3, 4, 5, 12}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("0 0 13 * 5", [3, 10, 13, 17, 24, 31]),  # POSIX: the 13th, or a Friday
        ("0 0 13 * *", [13]),
        ("0 0 * * 5", [3, 10, 17, 24, 31]),
        ("0 0 */10 * 5", [31]),  # with a star in it: the 1st, 11th, 21st or 31st, if a Friday
        ("0 0 * 8 *", []),
    ],
)
def test_days_of_month_and_week_are_joined_as_posix_says(text: str, days: list[int]) -> None:
    times = parse_cron(text)
    assert [day for day in range(1, 32) if times.fits(date(2026, 7, day))] == days


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "has 0 fields; write five"),
        ("@daily", "has 1 fields; write five"),
        ("* * * *", "has 4 fields"),
        ("0 0 0 * * *", "has 6 fields"),
        ("60 * * * *", "'60' is no minute; write 0 to 59"),
        ("* 24 * * *", "'24' is no hour; write 0 to 23"),
        ("* * 0 * *", "'0' is no day of the month; write 1 to 31"),
        ("* * * 13 *", "'13' is no month; write 1 to 12 or jan to dec"),
        ("* * * * 8", "'8' is no weekday; write 0 to 7 or sun to sat"),
        ("* * * * monday", "'monday' is no weekday"),
        ("-5 * * * *", "'' is no minute"),
        ("1, * * * *", "'' is no minute"),
        ("*/0 * * * *", "the step after / is a number from 1 to 59"),
        ("*/ * * * *", "the step after / is a number"),
        ("*/x * * * *", "the step after / is a number"),
        ("5/15 * * * *", "a step needs a range before it, like 5-59/15"),
        ("30-10 * * * *", "'30-10' runs backwards"),
        ("* * * * sat-mon", "'sat-mon' runs backwards"),
        ("٣ * * * *", "is no minute"),
        ("0 0 31 2 *", "names a day that never comes"),
        ("0 0 30 2 *", "names a day that never comes"),
        ("0 0 31 4,6 *", "names a day that never comes"),
    ],
)
def test_a_wrong_expression_says_what_would_be_right(text: str, message: str) -> None:
    with pytest.raises(ValueError) as error:
        parse_cron(text)
    assert message in str(error.value)


@pytest.mark.parametrize("text", ["0 0 29 2 *", "0 0 31 2 mon", "0 0 29 2 */7"])
def test_a_day_that_comes_seldom_is_a_day(text: str) -> None:
    parse_cron(text)


@given(st.text(alphabet="0123456789*/,- \tjanmosu٣", max_size=30))
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    try:
        times = parse_cron(text)
    except ValueError as error:
        refusal = str(error)
    else:
        refusal = None
    assert (times.minutes and times.hours) if refusal is None else len(refusal) > 10
