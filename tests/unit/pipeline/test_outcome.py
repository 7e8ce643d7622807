from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from swifeeds.model import Every, Schedule, Source, SourceId, SourceKind, SourceState
from swifeeds.pipeline import PollReport
from swifeeds.pipeline.outcome import failure_notice, gone_notice, silence_notice, state_after

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
WIRE = Source(
    id=SourceId("wire"),
    kind=SourceKind.FEED,
    url="https://news.example/feed",
    language="en",
    title="Wire",
    schedule=Schedule(when=Every(interval=timedelta(minutes=10)), jitter=0.0),
)
STATE = SourceState(source_id=WIRE.id, last_success=NOW - HOUR, last_new=NOW - HOUR)


def report(**values) -> PollReport:
    return PollReport(source_id=WIRE.id, **values)


def test_a_good_poll_forgets_failures_and_is_due_at_the_interval():
    failing = replace(STATE, failures=4, reason="answers 503")
    after = state_after(WIRE, failing, report(new=2), NOW)
    assert (after.failures, after.reason) == (0, None)
    assert (after.last_poll, after.last_success, after.last_new) == (NOW, NOW, NOW)
    assert after.next_at == NOW + timedelta(minutes=10)


def test_a_poll_without_anything_new_leaves_the_time_of_the_last_new():
    after = state_after(WIRE, STATE, report(revised=1, duplicate=3), NOW)
    assert (after.last_success, after.last_new) == (NOW, NOW - HOUR)


def test_a_failed_poll_counts_and_keeps_the_time_of_the_last_success():
    after = state_after(WIRE, replace(STATE, failures=2), report(failure="no connection"), NOW)
    assert (after.failures, after.reason) == (3, "no connection")
    assert (after.last_poll, after.last_success) == (NOW, NOW - HOUR)
    assert after.next_at == NOW + timedelta(minutes=40)


def test_retry_after_is_waited_out():
    after = state_after(WIRE, STATE, report(failure="answers 429", retry_after="7200"), NOW)
    assert after.next_at == NOW + 2 * HOUR


def test_pausing_during_a_poll_is_not_undone():
    assert state_after(WIRE, replace(STATE, paused=True), report(), NOW).paused


@pytest.mark.parametrize(
    ("failures", "words"), [(1, "failed once"), (3, "failed 3 times in a row")]
)
def test_a_failing_source_is_told_with_count_reason_and_next_try(failures, words):
    state = replace(STATE, failures=failures, reason="answers 503", next_at=NOW + HOUR)
    told = failure_notice(WIRE, state, NOW)
    assert (told.kind, told.subject, told.at) == ("source-failing", "wire", NOW)
    assert told.message == f"source wire {words}, next try at 2026-07-01 13:00 UTC: answers 503"


def test_a_source_that_does_not_fail_is_not_told():
    assert failure_notice(WIRE, STATE, NOW) is None


EXPECTING = replace(WIRE, expect_new_within=HOUR)


def test_silence_is_told_only_once_it_is_longer_than_expected():
    assert silence_notice(EXPECTING, STATE, NOW) is None
    told = silence_notice(EXPECTING, STATE, NOW + timedelta(seconds=1))
    assert (told.kind, told.subject) == ("source-silent", "wire")
    assert told.message == "source wire has brought nothing new since 2026-07-01 11:00 UTC"


@pytest.mark.parametrize(
    ("source", "state"),
    [
        (WIRE, STATE),
        (EXPECTING, replace(STATE, paused=True)),
        (EXPECTING, replace(STATE, last_new=None, last_success=None)),
    ],
    ids=["nothing expected", "paused", "never polled"],
)
def test_where_nothing_can_be_expected_silence_is_no_news(source, state):
    assert silence_notice(source, state, NOW + 100 * HOUR) is None


def test_a_source_that_never_brought_anything_is_measured_from_its_last_success():
    state = replace(STATE, last_new=None)
    assert silence_notice(EXPECTING, state, NOW + HOUR) is not None


def test_what_timed_out_or_took_long_is_slow_until_a_success():
    timed_out = state_after(WIRE, STATE, report(failure="no answer", timed_out=True), NOW)
    assert timed_out.slow
    assert state_after(WIRE, timed_out, report(failure="answers 503"), NOW).slow
    assert not state_after(WIRE, timed_out, report(), NOW).slow
    assert not state_after(WIRE, STATE, report(failure="answers 503"), NOW).slow
    assert state_after(WIRE, STATE, report(), NOW, lasted=timedelta(seconds=61)).slow


def test_why_it_is_due_is_kept():
    assert state_after(WIRE, STATE, report(), NOW).why == "every 10m"


def test_what_the_document_asks_for_is_known_until_it_is_read_again():
    asked = state_after(WIRE, STATE, report(has_main=True, ttl=HOUR), NOW)
    assert (asked.ttl, asked.next_at) == (HOUR, NOW + HOUR)
    assert state_after(WIRE, asked, report(unchanged=1), NOW).ttl == HOUR
    assert state_after(WIRE, asked, report(has_main=True), NOW).ttl is None


def test_only_a_429_asks_for_a_host_to_be_left_alone():
    told = report(failure="answers 429", status=429, retry_after="7200")
    assert state_after(WIRE, STATE, told, NOW).throttled_until == NOW + 2 * HOUR
    down = report(failure="answers 503", status=503, retry_after="7200")
    assert state_after(WIRE, STATE, down, NOW).throttled_until is None


def test_a_source_that_is_gone_is_told_with_the_way_back():
    notice = gone_notice(WIRE, report(failure="answers 410", status=410), NOW)
    assert notice.kind == "source-gone"
    assert "swifeeds source resume wire" in notice.message
    assert gone_notice(WIRE, report(failure="answers 404", status=404), NOW) is None
