"""Telling that a source's pages are no longer as its profile describes them."""

from __future__ import annotations

import logging
from datetime import datetime

from swifeeds.model import Notice, RemarkKind, Source
from swifeeds.pipeline.report import PollReport
from swifeeds.store import Store

_log = logging.getLogger(__name__)

OUTDATED = "profile-outdated"
_SEVERAL = 3
"""Pages of one poll that a profile must miss before anybody is told: one odd page says nothing."""


async def tell_of_profile(store: Store, source: Source, report: PollReport, now: datetime) -> None:
    """Tell when a poll's pages escaped the profile, and settle it once a poll's pages do not."""
    missed = sum(one.kind is RemarkKind.PROFILE_MISSED for one in report.remarks)
    if notice := profile_notice(source, missed, now):
        _log.warning("%s: %s", notice.kind, notice.message)
        await store.tell([notice])
    elif source.rules.alone and report.changed and not missed:
        await store.settle(OUTDATED, source.id)


def profile_notice(source: Source, missed: int, now: datetime) -> Notice | None:
    """What to tell when `missed` pages of a poll were not as the profile says; None for a few."""
    if missed < _SEVERAL:
        return None
    message = (
        f"the profile of source {source.id} did not fit {missed} pages of its last poll, which "
        f"were read without it; run `swifeeds source learn {source.id}`"
    )
    return Notice(kind=OUTDATED, subject=source.id, message=message, at=now)
