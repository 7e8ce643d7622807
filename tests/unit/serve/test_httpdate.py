from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swifeeds.serve.httpdate import http_date, parse_http_date

NOW = datetime(2026, 5, 4, tzinfo=UTC)


@settings(max_examples=100, deadline=None)
@given(st.datetimes(timezones=st.just(UTC)).filter(lambda moment: moment.year > 999))
def test_what_we_write_we_read_back(moment):
    moment = moment.replace(microsecond=0)
    assert parse_http_date(http_date(moment), NOW) == moment


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Sunday, 06-Nov-94 08:49:37 GMT", 1994),
        ("Friday, 06-Nov-76 08:49:37 GMT", 2076),
        ("Saturday, 06-Nov-77 08:49:37 GMT", 1977),
    ],
)
def test_a_short_year_is_never_more_than_fifty_years_ahead(text, year):
    assert parse_http_date(text, NOW) == datetime(year, 11, 6, 8, 49, 37, tzinfo=UTC)


def test_the_old_unix_form_pads_the_day_with_a_space():
    assert parse_http_date("Sun Nov  6 08:49:37 1994", NOW) == datetime(
        1994, 11, 6, 8, 49, 37, tzinfo=UTC
    )


def test_a_leap_second_is_the_last_second_we_have():
    read = parse_http_date("Sat, 31 Dec 2016 23:59:60 GMT", NOW)
    assert read == datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sun, 31 Feb 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:61 GMT",
        "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun, 06 Nov 1994 08:49:37",
        "Sun, 06 Nov 0000 08:49:37 GMT",
        "So, 06 Nov 1994 08:49:37 GMT",
        "Sun, ٠٦ Nov 1994 08:49:37 GMT",
    ],
)
def test_anything_else_is_no_date(text):
    assert parse_http_date(text, NOW) is None
