from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest

from swifeeds.egress import HostGate


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


def make_gate(time: Time, *, width: int = 2, gap: float = 1.0) -> HostGate:
    return HostGate(width=width, gap=gap, monotonic=time.monotonic, sleep=time.sleep)


async def test_starts_with_one_host_are_a_gap_and_a_little_apart() -> None:
    time, starts = Time(), []
    gate = make_gate(time)
    for _ in range(9):
        async with gate.turn("a.example"):
            starts.append(time.now)
    pauses = [later - one for one, later in pairwise(starts)]
    assert 1.0 <= min(pauses) <= max(pauses) < 1.2
    assert len(set(pauses)) == len(pauses)


async def test_hosts_do_not_wait_for_each_other() -> None:
    time = Time()
    gate = make_gate(time)
    async with gate.turn("a.example"), gate.turn("b.example"):
        assert time.now == 100.0


async def test_no_more_than_the_width_are_inside() -> None:
    gate = make_gate(Time(), width=2, gap=0.0)
    inside, most, release = 0, 0, asyncio.Event()

    async def visit() -> None:
        nonlocal inside, most
        async with gate.turn("a.example"):
            inside += 1
            most = max(most, inside)
            if inside == 2:
                release.set()
            await release.wait()
            inside -= 1

    async with asyncio.TaskGroup() as group:
        for _ in range(6):
            group.create_task(visit())
    assert most == 2


async def test_a_failure_inside_gives_the_place_back() -> None:
    gate = make_gate(Time(), width=1)
    with pytest.raises(RuntimeError):
        async with gate.turn("a.example"):
            raise RuntimeError
    async with asyncio.timeout(5), gate.turn("a.example"):
        pass


async def test_a_host_is_forgotten_when_its_pause_is_over() -> None:
    time = Time()
    gate = make_gate(time)
    for number in range(50):
        async with gate.turn(f"{number}.example"):
            pass
    assert gate.hosts == 50
    time.now += 10
    async with gate.turn("last.example"):
        assert gate.hosts == 1


async def test_a_host_in_its_pause_is_not_forgotten() -> None:
    time = Time()
    gate = make_gate(time, gap=5.0)
    async with gate.turn("a.example"):
        pass
    async with gate.turn("b.example"):
        pass
    async with gate.turn("a.example"):
        assert 105.0 <= time.now < 106.0
