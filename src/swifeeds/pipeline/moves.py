"""An address that answers with a redirect for good, poll after poll, is asked for at its new place.

The configured address stays the operator's: what was learned is forgotten once he writes another
one, when the new place says that it has nothing (404, 410), or when it fails again and again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from swifeeds.model import Notice, Source, SourceState
from swifeeds.pipeline.report import PollReport

MOVED = "source-moved"
"""The kind of notice that tells of a move."""

ENOUGH = 3
"""Polls in a row that were sent on to the same place: one may be a mistake of an hour."""


_NOTHING_THERE = frozenset({404, 410})


def moved_address(source: Source, state: SourceState) -> str | None:
    """The address to ask in place of the configured one; None as long as none is learned."""
    is_learned = state.moved_from == source.url and state.moved_times >= ENOUGH
    return state.moved_to if is_learned else None


def after_move(source: Source, state: SourceState, report: PollReport) -> SourceState:
    """What is known of the source's move once a poll is over."""
    asked = moved_address(source, state)
    if report.failure is not None:
        is_over = report.status in _NOTHING_THERE or state.failures + 1 >= ENOUGH
        return _forgotten(state) if asked and is_over else state
    seen = report.advice.moved_to or asked
    if seen is None:
        return _forgotten(state)
    is_same = (state.moved_from, state.moved_to) == (source.url, seen)
    times = min(state.moved_times + 1, ENOUGH) if is_same else 1
    return replace(state, moved_from=source.url, moved_to=seen, moved_times=times)


def move_notice(
    source: Source, before: SourceState, after: SourceState, now: datetime
) -> Notice | None:
    """What to tell once, when a move is learned."""
    address = moved_address(source, after)
    if address is None or address == moved_address(source, before):
        return None
    message = (
        f"source {source.id} has moved to {address} for good and is asked there from now on; write"
        " that as its url"
    )
    return Notice(kind=MOVED, subject=source.id, message=message, at=now)


def _forgotten(state: SourceState) -> SourceState:
    if state.moved_from is None:
        return state
    return replace(state, moved_from=None, moved_to=None, moved_times=0)
