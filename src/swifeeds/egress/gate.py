"""Manners towards one host: few requests at a time, and a pause between their starts.

Bursts get the asking address banned, for every source on that host. The order is first come,
first served. A host is forgotten once nobody waits and its pause is over, so that the gate does
not grow with the number of hosts ever met.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager


class _Lane:
    """The state of one host. `users` are inside or waiting, `free_at` is when one may start."""

    def __init__(self, width: int) -> None:
        self.places = asyncio.Semaphore(width)
        self.users = 0
        self.free_at = float("-inf")


class HostGate:
    """At most `width` at a time per host, and `gap` seconds between two starts.

    Args:
        width: requests to one host at the same time.
        gap: seconds between starts.
        monotonic: seconds that never go back.
        sleep: waits so many seconds.
    """

    def __init__(
        self,
        *,
        width: int,
        gap: float,
        monotonic: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._width = width
        self._gap = gap
        self._monotonic = monotonic
        self._sleep = sleep
        self._lanes: dict[str, _Lane] = {}
        self._resting: deque[tuple[float, str]] = deque()

    @property
    def hosts(self) -> int:
        """How many hosts are remembered."""
        return len(self._lanes)

    @asynccontextmanager
    async def turn(self, host: str, *, gap: float = 0.0) -> AsyncIterator[None]:
        """Wait for a turn with `host`, and hold it.

        Args:
            host: whose turn.
            gap: seconds that it asks for between this start and the next, if that is more.
        """
        self._forget_idle()
        lane = self._lanes.setdefault(host, _Lane(self._width))
        lane.users += 1
        try:
            async with lane.places:
                await self._pause(lane, max(gap, self._gap))
                yield
        finally:
            lane.users -= 1
            if not lane.users:
                self._resting.append((lane.free_at, host))

    async def _pause(self, lane: _Lane, gap: float) -> None:
        now = self._monotonic()
        start = max(now, lane.free_at)
        # Reserved before the sleep: the next in line counts from here, not from an old start.
        lane.free_at = start + gap
        if start > now:
            await self._sleep(start - now)

    def _forget_idle(self) -> None:
        """Drop hosts whose pause is over, in the order in which they were left."""
        now = self._monotonic()
        while self._resting and self._resting[0][0] <= now:
            _, host = self._resting.popleft()
            lane = self._lanes.get(host)
            if lane is not None and not lane.users and lane.free_at <= now:
                del self._lanes[host]
