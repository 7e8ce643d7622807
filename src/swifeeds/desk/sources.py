"""Pause, resume and reset sources."""

from __future__ import annotations

import logging
from datetime import datetime

from swifeeds.errors import UsageError
from swifeeds.model import SourceId
from swifeeds.store import Store

_log = logging.getLogger(__name__)


async def pause_source(store: Store, source_id: SourceId) -> None:
    """Stop polling a source; its feeds stay as they are."""
    await _pause(store, source_id, paused=True)


async def resume_source(store: Store, source_id: SourceId) -> None:
    """Poll a paused source again when it is due."""
    await _pause(store, source_id, paused=False)
    await store.settle("source-gone", source_id)


async def reset_source(store: Store, source_id: SourceId, *, now: datetime) -> None:
    """Forget failures and validators, so that the next poll, due now, reads everything anew."""
    if not await store.reset_source(source_id, now):
        raise _unknown(source_id)
    await store.settle("source-failing", source_id)
    _log.info("source reset: source=%s", source_id)


async def _pause(store: Store, source_id: SourceId, *, paused: bool) -> None:
    if not await store.set_paused(source_id, paused=paused):
        raise _unknown(source_id)
    _log.info("source %s: source=%s", "paused" if paused else "resumed", source_id)


def _unknown(source_id: SourceId) -> UsageError:
    return UsageError(f"there is no source {source_id}; `swifeeds source list` names them")
