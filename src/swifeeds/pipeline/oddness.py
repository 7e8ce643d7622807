"""Telling of a source's odd names and dates: once when they begin, settled when they are over."""

from __future__ import annotations

import logging
from datetime import datetime

from swifeeds.identify import ODDITIES
from swifeeds.model import Notice, SourceId
from swifeeds.pipeline.report import PollReport
from swifeeds.store import Store

_log = logging.getLogger(__name__)


async def tell_oddities(store: Store, report: PollReport, now: datetime) -> None:
    """One notice for each kind that the poll showed; those that it showed no more are settled.

    A poll that brought nothing to look at changes nothing, and nothing is written while nothing
    changes.
    """
    source_id = report.source_id
    if not report.seen:
        return
    told = {
        one.kind: one.message
        for one in await store.notices()
        if one.kind in ODDITIES and one.subject == source_id
    }
    for kind in told.keys() - report.oddities.keys():
        await store.settle(kind, source_id)
    fresh = [
        _notice(kind, source_id, message, now)
        for kind, message in report.oddities.items()
        if told.get(kind) != message
    ]
    for notice in fresh:
        if notice.kind not in told:
            _log.warning("%s: source=%s: %s", notice.kind, source_id, notice.message)
    if fresh:
        await store.tell(fresh)


def _notice(kind: str, source_id: SourceId, message: str, now: datetime) -> Notice:
    return Notice(kind=kind, subject=source_id, message=message, at=now)
