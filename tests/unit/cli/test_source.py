"""`swifeeds source show`: how a source is, and how its hub does."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.acceptance.journey import run_here
from tests.contract.databases import lay_database
from tests.unit.service.houses import TEXT, configure
from tests.unit.service.test_push_door import PUSH, TOPIC

from swifeeds.cli.source import told_by
from swifeeds.service import open_house
from swifeeds.service.house import utc_now


def shown(folder, *arguments: str) -> str:
    lay_database(folder / "house.db")
    now = utc_now()
    push = replace(PUSH, until=now + timedelta(days=1), next_at=now)

    async def lay() -> None:
        async with open_house(configure(folder, TEXT)) as house:
            await house.store.begin_push(push)

    asyncio.run(lay())
    file = str(folder / "swifeeds.toml")
    return run_here("source", "show", "wire", "--config", file, *arguments).stdout


def test_machines_get_what_is_known_of_a_push_without_its_secrets(tmp_path):
    out = shown(tmp_path, "--json")
    push = json.loads(out)["push"]
    assert (push["hub"], push["topic"], push["failures"]) == (PUSH.hub, TOPIC, 0)
    assert PUSH.token not in out
    assert "secret" not in out


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "it brought nothing yet"),
        ({"until": None}, "has granted nothing; it is asked at"),
        ({"missed_since": PUSH.next_at}, "missed something at 2026-11-26 12:00 UTC"),
    ],
)
def test_people_are_told_how_the_hub_does(changes, told):
    assert told in told_by(replace(PUSH, **{"until": utc_now() + timedelta(days=1)} | changes))
