from __future__ import annotations

import asyncio
import time

from swifeeds.schedule._apscheduler import Clock


class Strikes:
    """Counts, and wakes who waits for the next one."""

    def __init__(self) -> None:
        self.count = 0
        self._next = asyncio.Event()

    def __call__(self) -> None:
        self.count += 1
        self._next.set()

    async def next(self) -> None:
        self._next.clear()
        await self._next.wait()


async def test_the_clock_strikes_again_and_again_in_the_event_loop():
    strikes = Strikes()
    async with Clock() as clock:
        clock.every(0.01, strikes, name="tick")
        for _ in range(3):
            await strikes.next()
    assert strikes.count >= 3


async def test_strikes_that_came_while_the_loop_was_held_up_are_joined_into_one():
    strikes = Strikes()
    async with Clock() as clock:
        clock.every(0.02, strikes, name="tick")
        await strikes.next()
        before = strikes.count
        held_up_for(0.2)
        await strikes.next()
        assert strikes.count == before + 1


def held_up_for(seconds: float) -> None:
    """What a parser in the event loop would do: ten strikes are missed meanwhile."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


async def test_a_closed_clock_strikes_no_more():
    strikes = Strikes()
    async with Clock() as clock:
        clock.every(0.01, strikes, name="tick")
        await strikes.next()
    struck = strikes.count
    for _ in range(3):
        await asyncio.sleep(0.01)
    assert strikes.count == struck
