"""Dates in feeds: which every reader knows, which some do, and which are none."""

from __future__ import annotations

import pytest
from tests.unit.check.xml_feeds import ATOM, RSS, changed, rules

MOMENT = "2026-11-20T08:00:00Z"
DATE = "Fri, 20 Nov 2026 08:00:00 GMT"


@pytest.mark.parametrize(
    "moment",
    ["2026-06-30T23:59:60Z", "2026-11-20T08:00:00.5+05:45", "2026-11-20T08:00:00-00:00",
     "2026-02-28T23:59:59.123456Z", "2024-02-29T00:00:00+14:00"],
)  # fmt: skip
def test_a_moment_of_rfc_3339_is_one(moment):
    assert rules(changed(ATOM, MOMENT, moment)) == set()


@pytest.mark.parametrize(
    "moment",
    ["2026-11-20T08:00:00+25:00", "2026-11-20T08:00:00+01:75", "2026-11-20t08:00:00z",
     "2026-11-20T08:00:00.Z", "2026-11-20T24:00:00Z", "2026-11-20T08:60:00Z",
     "2026-11-20T08:00:61Z", "2025-02-29T08:00:00Z", "٢٠٢٦-11-20T08:00:00Z",
     "2026-11-20 08:00:00Z", "20261120T080000Z", "2026-11-20T08:00Z", ""],
)  # fmt: skip
def test_what_is_no_moment_of_rfc_3339_is_told(moment):
    assert "invalid-rfc3339-date" in rules(changed(ATOM, MOMENT, moment))


@pytest.mark.parametrize(
    "date",
    ["Wed, 31 Dec 2025 23:59:60 GMT", "20 Nov 2026 08:00 GMT", "Fri, 20 Nov 2026 08:00:00 +0545",
     "Fri, 20 Nov 2026 08:00:00 -0330", "Fri, 6 Nov 2026 08:00:00 EST"],
)  # fmt: skip
def test_a_date_that_every_reader_knows_is_one(date):
    assert rules(changed(RSS, DATE, date)) == set()


@pytest.mark.parametrize(
    "date",
    ["Fri, 20 Nov 26 08:00:00 GMT", "Fri , 20 Nov 2026 08:00:00 GMT", "20 nov 2026 08:00 gmt",
     "Fri, 20 Nov 2026 08:00:00 0530", "Fri, 20 (twenty) Nov 2026 08:00:00 GMT"],
)  # fmt: skip
def test_a_date_that_some_readers_know_is_told_as_such(date):
    assert rules(changed(RSS, DATE, date)) == {"problematical-rfc822-date"}


@pytest.mark.parametrize(
    "date",
    ["Fri, 20 Nov 2026 25:00:00 GMT", "32 Nov 26 08:00 GMT", "Fri, 20 Nov 2026", MOMENT,
     "Fri, 20 November 2026 08:00:00 GMT", "٢٠ Nov 2026 08:00:00 GMT", "(" * 20_000],
)  # fmt: skip
def test_what_is_no_date_of_rss_is_told(date):
    assert rules(changed(RSS, DATE, date)) == {"invalid-rfc2822-date"}


def test_the_future_begins_a_little_after_now():
    assert rules(changed(RSS, DATE, "Thu, 26 Nov 2026 12:09:00 GMT")) == set()
    assert rules(changed(RSS, DATE, "Thu, 26 Nov 2026 12:11:00 GMT")) == {"implausible-date"}
