"""Bounded lanes of work, and loops that a strike of the clock wakes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from swifeeds.errors import SwifeedsError, single_errors

_log = logging.getLogger(__name__)


class Bell:
    """Wakes whoever waits. Strikes while nobody waits are joined into one."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def strike(self) -> None:
        """Wake the waiter, now or as soon as it waits."""
        self._event.set()

    async def wait(self) -> None:
        """Until the next strike, or at once when one came since the last wait."""
        await self._event.wait()
        self._event.clear()


async def on_each_strike(bell: Bell, work: Callable[[], Awaitable[object]], *, name: str) -> None:
    """Do `work` at each strike, for ever.

    An error that we raise on purpose (a locked database, say) is logged and the loop goes on:
    the next strike tries again. Anything else is a bug; it ends the loop and so the service.
    """
    while True:
        await bell.wait()
        try:
            await work()
        except* SwifeedsError as errors:
            for error in single_errors(errors):
                _log.warning("%s: %s", name, error)


class Lanes:
    """At most `width` pieces of work at a time, each a named task of the given group.

    `freed` is called whenever a lane has become free.
    """

    def __init__(
        self, group: asyncio.TaskGroup, width: int, *, freed: Callable[[], None] = lambda: None
    ) -> None:
        self._group = group
        self.width = width
        self._freed = freed
        self._running: set[asyncio.Task[None]] = set()

    @property
    def running(self) -> int:
        """How many are on their way."""
        return len(self._running)

    @property
    def free(self) -> int:
        """How many more may start now."""
        return self.width - len(self._running)

    def start(self, work: Awaitable[None], *, name: str) -> None:
        """Begin; the caller has looked at `free`."""

        async def run() -> None:
            await work

        task = self._group.create_task(run(), name=name)
        self._running.add(task)
        task.add_done_callback(self._leave)

    def _leave(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._freed()

    async def drain(self, grace: float) -> None:
        """Let what runs finish for `grace` seconds, then cancel the rest and wait for its end."""
        running = set(self._running)
        if not running:
            return
        _, late = await asyncio.wait(running, timeout=grace)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late)
