from __future__ import annotations

from datetime import date, timedelta

import pytest

from swifeeds.localise.reading.calendars import gregorian, solar_hijri

# Years of Iran's calendar that begin on the 20th of March: spring came before noon in Tehran.
EARLY = (1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1407, 1408, 1411)


@pytest.mark.parametrize("year", range(1375, 1412))
def test_the_year_of_iran_begins_in_spring(year):
    assert solar_hijri(year, 1, 1) == (year + 621, 3, 20 if year in EARLY else 21)


def test_no_day_of_iran_is_left_out_or_stands_twice():
    written = ((y, m, d) for y in range(1385, 1411) for m in range(1, 13) for d in range(1, 32))
    found = [date(*day) for day in (solar_hijri(*day) for day in written) if day]
    assert found == [found[0] + timedelta(days=n) for n in range(len(found))]


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1404, 12, 30), (1399, 13, 1), (1399, 7, 31), (1399, 1, 0)]
)
def test_a_day_that_iran_does_not_have_is_none(year, month, day):
    assert solar_hijri(year, month, day) is None


@pytest.mark.parametrize(
    ("language", "year", "found"),
    [
        ("fa", 1399, (2020, 7, 2)),
        ("th", 2563, (2020, 4, 12)),
        ("zh-TW", 109, (2020, 4, 12)),
        ("en", 1399, None),
        ("ar", 1441, None),
        ("en", 2563, None),
        ("en", 109, None),
        ("en", 2020, (2020, 4, 12)),
    ],
)
def test_a_year_is_of_a_calendar_that_the_language_uses(language, year, found):
    assert gregorian(year, 4, 12, language) == found
