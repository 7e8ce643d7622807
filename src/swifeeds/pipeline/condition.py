"""How a source fares, in one word for an operator. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from swifeeds.model import Source, SourceState
from swifeeds.pipeline.outcome import silence_notice

_LATE = timedelta(minutes=2)
"""A source this long past its time is late: the service is down or its lanes are full."""


class Condition(StrEnum):
    """What to say of a source; the gravest word that holds."""

    NEVER_POLLED = "never polled"
    PAUSED = "paused"
    FAILING = "failing"
    SILENT = "silent"
    LATE = "late"
    WELL = "well"


NEEDY = frozenset({Condition.FAILING, Condition.SILENT, Condition.LATE})
"""The conditions that need an operator."""


def condition_of(source: Source, state: SourceState | None, now: datetime) -> Condition:
    """How a source fares at `now` (UTC); `state` is None where none was ever stored."""
    if state is None or state.next_at is None:
        return Condition.NEVER_POLLED
    if state.paused:
        return Condition.PAUSED
    if state.failures:
        return Condition.FAILING
    if silence_notice(source, state, now):
        return Condition.SILENT
    return Condition.LATE if now - state.next_at > _LATE else Condition.WELL
