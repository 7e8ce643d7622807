"""Polls that end at about the same time are written down in one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from collections.abc import Set as AbstractSet

from swifeeds.errors import LeaseLost, SwifeedsError
from swifeeds.model import Completion, SourceId
from swifeeds.store import Store

JOIN = 0.02
"""Seconds that the first of them waits for others: its lane is held by so much longer, and a
hundred polls that brought nothing cost one commit."""


class _Batch:
    """Outcomes that are written together; `written` once they are, or once that failed."""

    def __init__(self) -> None:
        self.completions: list[Completion] = []
        self.lost: AbstractSet[SourceId] = frozenset()
        self.error: SwifeedsError | None = None
        self.is_written = False
        self.done = asyncio.Event()


class Completions:
    """Gathers outcomes and writes them. One of those who wait writes for all.

    Args:
        store: where to.
        sleep: waits so many seconds.
    """

    def __init__(
        self, store: Store, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._store = store
        self._sleep = sleep
        self._open: _Batch | None = None

    async def write(self, completion: Completion) -> None:
        """Write an outcome down; it is kept when this returns.

        Raises:
            LeaseLost: somebody else polls the source now; nothing of it was written.
            StoreError: nothing was written.
        """
        batch = self._open
        if batch is None:
            batch = self._open = _Batch()
            batch.completions.append(completion)
            await self._write(batch)
        else:
            batch.completions.append(completion)
            await batch.done.wait()
        if not batch.is_written:
            # Who was to write for all was cancelled, or the store refused.
            if batch.error is not None:
                raise batch.error
            batch.lost = await self._store.complete_all([completion])
        if completion.lease.source_id in batch.lost:
            raise lease_lost(completion)

    async def _write(self, batch: _Batch) -> None:
        try:
            await self._sleep(JOIN)
            self._open = None
            batch.lost = await self._store.complete_all(batch.completions)
            batch.is_written = True
        except SwifeedsError as error:
            batch.error = error
        finally:
            if self._open is batch:
                self._open = None
            batch.done.set()


def lease_lost(completion: Completion) -> LeaseLost:
    """What a worker is told that was overtaken at the end of a poll."""
    lease = completion.lease
    return LeaseLost(
        f"source {lease.source_id}: another worker took it over after {lease.until:%H:%M:%S} UTC;"
        " the end of this poll was not written, the other one goes on"
    )
