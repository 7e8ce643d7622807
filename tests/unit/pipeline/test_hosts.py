from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.contract.making import make_source

from swifeeds.model import SourceId, SourceKind, SourceState
from swifeeds.pipeline.hosts import crowded_sources, rests_until

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


def test_a_host_is_crowded_by_more_sources_than_it_is_asked_for_at_a_time() -> None:
    sources = [
        make_source(name, url=f"https://{host}/{name}", kind=kind)
        for name, host, kind in (
            ("a", "Wire.example", SourceKind.FEED),
            ("b", "wire.example:8443", SourceKind.PAGE),
            ("c", "wire.example", SourceKind.SITEMAP),
            ("d", "other.example", SourceKind.FEED),
            ("e", "other.example", SourceKind.FEED),
            ("f", "", SourceKind.DIRECTORY),
            ("g", "", SourceKind.DIRECTORY),
            ("h", "", SourceKind.DIRECTORY),
        )
    ]
    assert crowded_sources(sources, 2) == (frozenset("abc"),)
