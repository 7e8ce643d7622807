"""Telling of the files in a watched folder that cannot be read, as long as they lie there."""

from __future__ import annotations

import logging
from datetime import datetime

from swifeeds.model import Notice, Source, SourceKind
from swifeeds.pipeline.report import PollReport
from swifeeds.store import Store

_log = logging.getLogger(__name__)

UNREAD = "files-unread"


async def tell_of_files(store: Store, source: Source, report: PollReport, now: datetime) -> None:
    """Tell when the files that cannot be read are others than before, and settle it when there are
    none. A folder that could not be looked into says nothing of its files."""
    if source.kind is not SourceKind.DIRECTORY or report.failure is not None:
        return
    told = [one for one in await store.notices() if (one.kind, one.subject) == (UNREAD, source.id)]
    notice = files_notice(source, report, now)
    if notice is None:
        if told:
            await store.settle(UNREAD, source.id)
    elif notice.message not in {one.message for one in told}:
        _log.warning("%s: %s", notice.kind, notice.message)
        await store.tell([notice])


def files_notice(source: Source, report: PollReport, now: datetime) -> Notice | None:
    """What to tell of the files that a poll found and could not read."""
    if not report.unread:
        return None
    url, reason = min(report.unread.items())
    message = (
        f"{url} of source {source.id} cannot be read: {reason}; mend it or take it away"
        if len(report.unread) == 1
        else f"{len(report.unread)} files of source {source.id} cannot be read, the first of them"
        f" {url}: {reason}; mend them or take them away"
    )
    return Notice(kind=UNREAD, subject=source.id, message=message, at=now)
