"""The dates of feeds."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swifeeds.extract.moments import is_zero_date, read_moment
from swifeeds.model import Precision


def read(text, language="en", zone="Europe/Zurich"):
    return read_moment(text, language=language, zone=zone)


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("Tue, 19 May 2009 15:45:00 +0200", "2009-05-19T13:45:00"),
        ("Tue, 19 May 2009 15:45:00 GMT", "2009-05-19T15:45:00"),
        ("19 May 09 15:45 EST", "2009-05-19T20:45:00"),
        ("Tuesday, 19 May 2009 15:45:00 CEST", "2009-05-19T13:45:00"),
        ("Tue, 19 May 2009 15:45:60 -0000", "2009-05-19T15:45:59"),
        ("19-May-2009 15:45:00 +02:00 (Zurich)", "2009-05-19T13:45:00"),
        ("2009-05-19T15:45:00Z", "2009-05-19T15:45:00"),
        ("2009-05-19T15:45:00.123456+02:00", "2009-05-19T13:45:00"),
        ("2009-05-19 15:45:00+0200", "2009-05-19T13:45:00"),
        ("2009-05-19T15:45+02", "2009-05-19T13:45:00"),
        (" 2009-05-19T15:45:00-00:30\n", "2009-05-19T16:15:00"),
    ],
)
def test_a_date_with_its_zone_is_exact(text, utc):
    moment = read(text)
    assert moment.at.isoformat() == utc + "+00:00"
    assert moment.dating.zone is None
    assert moment.dating.read_from == "feed"


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-11-28T24:00:00Z", "2026-11-29T00:00:00"),
        ("2026-12-31T24:00:00.000+01:00", "2026-12-31T23:00:00"),
        ("Sat, 28 Nov 2026 24:00:00 GMT", "2026-11-29T00:00:00"),
    ],
)
def test_twenty_four_hours_are_the_midnight_that_ends_the_day(text, utc):
    moment = read(text)
    assert moment.at.isoformat() == utc + "+00:00"
    assert (moment.dating.zone, moment.dating.precision) == (None, Precision.SECOND)


def test_the_end_of_a_day_without_a_zone_is_that_of_the_source():
    moment = read("2026-11-28 24:00")
    assert moment.at.isoformat() == "2026-11-28T23:00:00+00:00"
    assert (moment.dating.zone, moment.dating.precision) == ("Europe/Zurich", Precision.MINUTE)


@pytest.mark.parametrize("text", ["2026-11-28T24:00:01Z", "2026-11-28T24:30Z", "2026-11-28T25:00Z"])
def test_no_day_is_longer_than_twenty_four_hours(text):
    assert read(text) is None


@pytest.mark.parametrize(
    "text", ["1795867200", "1795867200000", "1795867200.25", "1795867200123", "1795867200000.0"]
)
def test_seconds_and_milliseconds_since_1970_are_exact(text):
    moment = read(text)
    assert moment.at.isoformat() == "2026-11-28T12:00:00+00:00"
    assert (moment.dating.zone, moment.dating.precision) == (None, Precision.SECOND)


@pytest.mark.parametrize(
    "text",
    [
        "2026112824",  # a day and its hour, or March 2034
        "1990010112",
        "0999999999",
        "4102444800",
        "0000000000000",
        "9999999999999",
        "179586720",
        "17958672000",
        "179586720000",
        "-1795867200",
    ],
)
def test_digits_that_may_mean_something_else_are_no_moment(text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "utc", "precision"),
    [
        ("2009-05-19 15:45", "2009-05-19T13:45:00", Precision.MINUTE),
        ("Tue, 19 May 2009 15:45:10", "2009-05-19T13:45:10", Precision.SECOND),
        ("2009-01-19", "2009-01-19T11:00:00", Precision.DAY),
        ("19 May 2009", "2009-05-19T10:00:00", Precision.DAY),
    ],
)
def test_a_bare_time_is_of_the_sources_zone_and_a_bare_day_noon_there(text, utc, precision):
    moment = read(text)
    assert moment.at.isoformat() == utc + "+00:00"
    assert (moment.dating.zone, moment.dating.precision) == ("Europe/Zurich", precision)


@pytest.mark.parametrize(
    "text",
    ["Ter, 19 Mai 2009 15:45:00 +0200", "mar., 19 mai 2009 15:45:00 +0200",
     "Di, 19 Mai 2009 15:45:00 +0200", "mar, 19 mag 2009 15:45:00 +0200",
     "Вт, 19 мая 2009 15:45:00 +0200", "martes, 19 mayo 2009 15:45:00 +0200"],
)  # fmt: skip
def test_programs_write_rfc_822_in_their_own_language(text):
    assert read(text, "en").at.isoformat() == "2009-05-19T13:45:00+00:00"


def test_three_letters_that_begin_two_months_are_no_month():
    assert read("19 juin 2009 15:45 GMT", "fr").at.month == 6
    assert read("19 juillet 2009 15:45 GMT", "fr").at.month == 7


def test_words_are_read_in_the_language_of_the_feed():
    assert read("19. Mai 2009 - 15:45", "de").at.isoformat() == "2009-05-19T13:45:00+00:00"


@pytest.mark.parametrize(
    "text", ["", "soon", "2009-02-31", "31 Feb 2009 10:00 GMT", "9999-12-31T23:59:59-23:00", "2009"]
)
def test_what_is_no_date_is_none(text):
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "0",
        "0001-01-01T00:00:00Z",
        "Mon, 01 Jan 0001 00:00:00 +0000",
        "1970-01-01T00:00:00Z",
        "0000-00-00",
        "Thu, 01 Jan 1970 00:00:00 GMT",
    ],
)
def test_zero_dates_are_known_for_what_they_are(text):
    assert is_zero_date(text)


def test_the_first_day_of_1970_may_be_meant():
    assert not is_zero_date("1970-01-01T09:30:00Z")


OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1), timezones=OFFSETS))  # noqa: DTZ001
@settings(deadline=None, max_examples=50)
def test_what_programs_write_is_read_back(moment):
    whole = moment.replace(microsecond=0)
    assert read(whole.isoformat()).at == read(format_datetime(whole)).at == whole
