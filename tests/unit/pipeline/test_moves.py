from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from swifeeds.model import Advice, Source, SourceId, SourceKind, SourceState
from swifeeds.pipeline import PollReport
from swifeeds.pipeline.moves import after_move, move_notice, moved_address

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
OLD, NEW = "https://old.example/feed", "https://new.example/feed"
WIRE = Source(id=SourceId("wire"), kind=SourceKind.FEED, url=OLD, language="en", title="Wire")
FRESH = SourceState(source_id=WIRE.id)


def sent_on(to: str | None = NEW) -> PollReport:
    return PollReport(source_id=WIRE.id, advice=Advice(moved_to=to))


def failed(status: int | None = 404) -> PollReport:
    return PollReport(source_id=WIRE.id, failure="does not work", status=status)


def after(*reports: PollReport, state: SourceState = FRESH, source: Source = WIRE) -> SourceState:
    for report in reports:
        failures = state.failures + 1 if report.failure else 0
        state = replace(after_move(source, state, report), failures=failures)
    return state


def test_a_move_is_learned_from_three_polls_in_a_row() -> None:
    assert moved_address(WIRE, after(sent_on(), sent_on())) is None
    assert moved_address(WIRE, after(sent_on(), sent_on(), sent_on())) == NEW


def test_another_place_or_none_begins_the_count_anew() -> None:
    assert (
        moved_address(WIRE, after(sent_on(), sent_on(), sent_on("https://x/"), sent_on())) is None
    )
    assert after(sent_on(), sent_on(), sent_on(None)) == FRESH


def test_a_failure_before_it_is_learned_forgets_nothing() -> None:
    assert moved_address(WIRE, after(sent_on(), sent_on(), failed(), sent_on())) == NEW


@pytest.mark.parametrize("status", [404, 410])
def test_the_new_place_is_asked_on_while_it_answers_and_forgotten_when_nothing_is_there(
    status: int,
) -> None:
    learned = after(sent_on(), sent_on(), sent_on())
    assert after(sent_on(None), state=learned) == learned
    assert after(failed(status), state=learned) == replace(FRESH, failures=1)


@pytest.mark.parametrize("status", [None, 429, 503])
def test_a_new_place_in_trouble_is_forgotten_after_several_failures_in_a_row(
    status: int | None,
) -> None:
    learned = after(sent_on(), sent_on(), sent_on())
    twice = after(failed(status), failed(status), state=learned)
    assert moved_address(WIRE, twice) == NEW
    assert after(sent_on(None), failed(status), state=twice).moved_to == NEW
    assert after(failed(status), state=twice) == replace(FRESH, failures=3)


def test_the_new_place_may_move_on() -> None:
    learned = after(sent_on(), sent_on(), sent_on())
    moving = after(sent_on("https://newest.example/"), state=learned)
    assert moved_address(WIRE, moving) is None
    assert (moving.moved_to, moving.moved_times) == ("https://newest.example/", 1)


def test_another_address_in_the_file_is_the_operators_word() -> None:
    learned = after(sent_on(), sent_on(), sent_on())
    mended = replace(WIRE, url=NEW)
    assert moved_address(mended, learned) is None
    assert after(sent_on(None), state=learned, source=mended) == FRESH


def test_it_is_told_once() -> None:
    twice = after(sent_on(), sent_on())
    learned = after(sent_on(), state=twice)
    notice = move_notice(WIRE, twice, learned, NOW)
    assert notice is not None
    assert (notice.kind, notice.subject) == ("source-moved", "wire")
    assert NEW in notice.message
    assert move_notice(WIRE, learned, after(sent_on(None), state=learned), NOW) is None
