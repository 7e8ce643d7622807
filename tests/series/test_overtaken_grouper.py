"""A process that stood still while another grouped writes nothing over it."""

from __future__ import annotations

from importlib import import_module

import pytest
from tests.series.house import about, configuration, open_newsroom

from swifeeds.config import load_config
from swifeeds.errors import LeaseLost
from swifeeds.pipeline.regroup import regroup
from swifeeds.service import open_house, work
from swifeeds.service.work import settle


async def test_a_grouper_that_was_overtaken_gives_up_its_round(tmp_path):
    async with open_newsroom(tmp_path, configuration(["talks"])) as room:
        await room.send(about("talks", 1))
        house = room.house

        async def stand_still(_stories) -> None:
            file = load_config(tmp_path / "swifeeds.toml", {})
            async with open_house(file, now=room.clock) as other:
                await other.finder.begin()

        def round_of(follow):
            return regroup(
                house.store, rules=house.config.rules, publication=house.config.publication,
                sources=house.sources, now=room.clock.now, finder=house.finder, follow=follow,
            )  # fmt: skip

        with pytest.raises(LeaseLost):
            await round_of(stand_still)
        assert (await round_of(None)).articles == 1
        assert (await round_of(None)).articles == 0


async def test_an_archive_that_comes_in_is_published_in_portions(tmp_path, monkeypatch):
    monkeypatch.setattr(work, "_ROUNDS", 1)
    monkeypatch.setattr(import_module("swifeeds.pipeline.regroup"), "BATCH", 2)
    async with open_newsroom(tmp_path, configuration(["talks"])) as room:
        await room.send(*(about("talks", number) for number in range(5)))
        first = await settle(room.house, "test")
        assert first.grouped == 2
        assert first.published
        room.clock.tick()
        rest = await settle(room.house, "test", wait=True)
        assert rest.grouped == 3
