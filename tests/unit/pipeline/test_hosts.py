from __future__ import annotations

from datetime import UTC, datetime, timedelta

from swifeeds.model import SourceId, SourceState
from swifeeds.pipeline.hosts import rests_until

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def states(*waits: timedelta | None) -> dict[SourceId, SourceState]:
    return {
        SourceId(str(number)): SourceState(
            source_id=SourceId(str(number)),
            throttled_until=None if wait is None else NOW + wait,
        )
        for number, wait in enumerate(waits)
    }


def test_one_source_that_is_told_to_wait_waits_alone() -> None:
    assert rests_until(states(HOUR, None, None, -HOUR), NOW) is None


def test_a_host_that_tells_several_to_wait_rests_for_the_longest() -> None:
    assert rests_until(states(HOUR, 2 * HOUR, None), NOW) == NOW + 2 * HOUR
