"""One process groups and publishes at a time, however long it takes."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from tests.unit.service.houses import TEXT, configure

from swifeeds.service import Service, open_house, work
from swifeeds.service.work import keep_turn

START = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = START
        self.was_asked = asyncio.Event()

    def __call__(self) -> datetime:
        self.was_asked.set()
        return self.now


async def test_a_turn_is_kept_while_a_step_takes_longer_than_it_was_taken_for(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(work, "_PROLONG", 0.01)
    clock = Clock()
    async with open_house(configure(tmp_path, TEXT), now=clock) as house:

        async def taken_by(owner: str) -> bool:
            until = clock.now + timedelta(seconds=60)
            return await house.store.hold("settle", owner=owner, now=clock.now, until=until)

        assert await taken_by("one")
        async with keep_turn(house, "one"):
            for _ in range(4):
                clock.now += timedelta(seconds=50)
                for _ in range(2):  # the second begins when the first has been kept
                    clock.was_asked.clear()
                    async with asyncio.timeout(20):
                        await clock.was_asked.wait()
                assert not await taken_by("another")
        assert await taken_by("another")


async def test_looking_after_the_house_gives_no_turn_away_that_the_process_has_in_hand(tmp_path):
    clock = Clock()
    async with open_house(configure(tmp_path, TEXT), now=clock) as house:
        service = Service(house, load=lambda: house.config)

        async def taken_by(owner: str) -> bool:
            until = clock.now + timedelta(seconds=60)
            return await house.store.hold("settle", owner=owner, now=clock.now, until=until)

        assert await taken_by(service._owner)
        async with keep_turn(house, service._owner):
            await service._upkeep()
            assert not await taken_by("another")
