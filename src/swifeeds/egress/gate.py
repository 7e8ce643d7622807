"""Manners towards one host: few requests at a time, and a pause between their starts.

Bursts get the asking address banned, for every source on that host; so may a beat that no person
keeps. A pause is a little longer than it must be, by another share of it each time. The order is
first come, first served. A host is forgotten once nobody waits and its pause is over, so that the
gate does not grow with the number of hosts ever met.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from hashlib import blake2b
from types import TracebackType

_SPREAD = 0.2
"""The largest share of a pause that is added to it."""


class _Lane:
    """The state of one host. `users` are inside or waiting, `free_at` is when one may start."""

    def __init__(self, width: int) -> None:
        self.places = asyncio.Semaphore(width)
        self.users = 0
        self.free_at = float("-inf")


class _Turn:
    """A turn with one host. A class of its own, for a generator costs three times as much."""

    def __init__(self, gate: HostGate, host: str, gap: float) -> None:
        self._gate = gate
        self._host = host
        self._gap = gap

    async def __aenter__(self) -> None:
        await self._gate.enter(self._host, self._gap)

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._gate.leave(self._host)


class HostGate:
    """At most `width` at a time per host, and `gap` seconds between two starts.

    Args:
        width: requests to one host at the same time.
        gap: least seconds between starts.
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

    def turn(self, host: str, *, gap: float = 0.0) -> _Turn:
        """A turn with `host`: entering waits for it, leaving gives it up.

        Args:
            host: whose turn.
            gap: seconds that it asks for between this start and the next, if that is more.
        """
        return _Turn(self, host, max(gap, self._gap))

    async def enter(self, host: str, gap: float) -> None:
        """Wait for a place with `host` and for its pause to be over."""
        self._forget_idle()
        lane = self._lanes.get(host)
        if lane is None:
            lane = self._lanes[host] = _Lane(self._width)
        lane.users += 1
        try:
            await lane.places.acquire()
            try:
                await self._pause(lane, host, gap)
            except BaseException:
                lane.places.release()
                raise
        except BaseException:
            self._give_up(lane, host)
            raise

    def leave(self, host: str) -> None:
        """Give the place up; to be called once for each `enter` that returned."""
        lane = self._lanes[host]
        lane.places.release()
        self._give_up(lane, host)

    def _give_up(self, lane: _Lane, host: str) -> None:
        lane.users -= 1
        if not lane.users:
            self._resting.append((lane.free_at, host))

    async def _pause(self, lane: _Lane, host: str, gap: float) -> None:
        now = self._monotonic()
        start = max(now, lane.free_at)
        # Reserved before the sleep: the next in line counts from here, not from an old start.
        lane.free_at = start + (gap and gap * (1 + _SPREAD * _share(host, start)))
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


def _share(host: str, start: float) -> float:
    """A number from 0 up to 1 that differs between hosts and from start to start."""
    key = f"{host} {start}".encode()
    return int.from_bytes(blake2b(key, digest_size=4).digest()) / 2**32
