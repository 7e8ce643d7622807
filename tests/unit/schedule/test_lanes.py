from __future__ import annotations

import asyncio

import pytest

from swifeeds.errors import StoreBusy
from swifeeds.schedule import Bell, Lanes, on_each_strike


async def test_lanes_are_taken_by_what_runs_and_free_again_at_its_end():
    go = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        lanes = Lanes(group, 2)
        lanes.start(wait_for(go), name="one")
        assert (lanes.running, lanes.free) == (1, 1)
        lanes.start(wait_for(go), name="two")
        assert (lanes.running, lanes.free) == (2, 0)
        go.set()
        await lanes.drain(60)
        assert (lanes.running, lanes.free) == (0, 2)


async def test_who_waits_for_a_lane_is_told_once_it_is_free():
    free = []
    async with asyncio.TaskGroup() as group:
        lanes = Lanes(group, 2, freed=lambda: free.append(lanes.free))
        go = asyncio.Event()
        lanes.start(wait_for(go), name="one")
        lanes.start(wait_for(go), name="two")
        go.set()
    assert free == [1, 2]


async def wait_for(event: asyncio.Event) -> None:
    await event.wait()


async def test_draining_lets_running_work_finish():
    go, done = asyncio.Event(), []

    async def work() -> None:
        await go.wait()
        done.append("work")

    async with asyncio.TaskGroup() as group:
        lanes = Lanes(group, 1)
        lanes.start(work(), name="work")
        draining = group.create_task(lanes.drain(60))
        await asyncio.sleep(0)
        assert not draining.done()
        go.set()
        await draining
        assert done == ["work"]


async def test_what_outlasts_the_grace_is_cancelled_and_waited_for():
    ended = []

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            ended.append("cleaned up")

    async with asyncio.TaskGroup() as group:
        lanes = Lanes(group, 2)
        lanes.start(work(), name="one")
        lanes.start(work(), name="two")
        await asyncio.sleep(0)
        await lanes.drain(0)
        assert ended == ["cleaned up", "cleaned up"]


async def test_draining_empty_lanes_returns_at_once():
    async with asyncio.TaskGroup() as group:
        await Lanes(group, 1).drain(60)


async def test_strikes_while_nobody_waits_are_joined_into_one():
    bell = Bell()
    for _ in range(3):
        bell.strike()
    await bell.wait()
    again = asyncio.create_task(bell.wait())
    await asyncio.sleep(0)
    assert not again.done()
    bell.strike()
    await again


async def test_a_strike_during_the_work_starts_it_once_more():
    bell, rounds, twice = Bell(), [], asyncio.Event()

    async def work() -> None:
        rounds.append(len(rounds))
        if len(rounds) == 1:
            bell.strike()
            bell.strike()
        else:
            twice.set()

    async with asyncio.TaskGroup() as group:
        loop = group.create_task(on_each_strike(bell, work, name="work"))
        bell.strike()
        await twice.wait()
        loop.cancel()
    assert rounds == [0, 1]


@pytest.mark.parametrize(
    "error",
    [StoreBusy("locked"), ExceptionGroup("side by side", [StoreBusy("locked"), StoreBusy("too")])],
)
async def test_an_error_of_ours_is_logged_and_the_loop_goes_on(error, caplog):
    bell, again = Bell(), asyncio.Event()
    failures = [error]

    async def work() -> None:
        if failures:
            bell.strike()
            raise failures.pop()
        again.set()

    async with asyncio.TaskGroup() as group:
        loop = group.create_task(on_each_strike(bell, work, name="settle"))
        bell.strike()
        await again.wait()
        loop.cancel()
    assert "settle: locked" in caplog.messages


async def test_a_bug_ends_the_loop():
    bell = Bell()

    async def work() -> None:
        raise ZeroDivisionError

    bell.strike()
    with pytest.raises(ZeroDivisionError):
        await on_each_strike(bell, work, name="settle")
