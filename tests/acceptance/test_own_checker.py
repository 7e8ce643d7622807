"""Our own checker on everything that the sample newsroom publishes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from swifeeds.check import check
from swifeeds.check.finding import Severity

ACCEPTED = {"duplicate-updated"}
"""Entries that changed in the same second: `updated` is never altered to please a checker."""

BASE = "http://127.0.0.1:8080"


@pytest.mark.parametrize("suffix", ["rss", "atom", "json"])
def test_no_feed_has_an_error_or_a_warning_that_is_not_accepted(published, suffix):
    now = datetime.now(UTC)
    paths = [
        path for path in published.shelf.items
        if path.endswith(f".{suffix}") and path != "/feeds.json"
    ]  # fmt: skip
    assert len(paths) > 60
    told = {
        (one.rule, path)
        for path in paths
        for one in check(published.body(path), now=now, address=f"{BASE}{path}").findings
        if one.severity is not Severity.INFO and one.rule not in ACCEPTED
    }
    assert told == set()
