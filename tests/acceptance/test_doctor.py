"""The doctor beside a real service, and when it is gone."""

from __future__ import annotations

import asyncio
import json

import pytest
from tests.acceptance.journey import run_command, run_here
from tests.acceptance.running import running, silent_newsroom

pytestmark = pytest.mark.timeout(180)  # a start takes long where the machine has much else to do


def examined(folder, *checks: str, expect: int) -> dict[str, dict]:
    done = run_command(
        "doctor", *checks, "--json", "--config", folder / "swifeeds.toml", expect=expect
    )
    assert done.stderr == ""
    return {one["name"]: one for one in json.loads(done.stdout)["checks"]}


async def test_a_running_service_is_well_and_one_that_is_gone_is_broken(copied, monkeypatch):
    with silent_newsroom(copied):
        async with running(copied) as service:
            monkeypatch.setenv("SWIFEEDS__SERVE__LISTEN", service.base.removeprefix("http://"))
            admin = service.admin.removeprefix("http://")
            monkeypatch.setenv("SWIFEEDS__SERVE__ADMIN_LISTEN", admin)
            beside = await asyncio.to_thread(examined, copied, expect=0)
            await service.end()
        gone = await asyncio.to_thread(examined, copied, "service", expect=1)
    assert [one["verdict"] for one in beside["service"]["findings"]] == ["ok", "ok"]
    assert beside["database"]["verdict"] == "ok"
    (found,) = gone["service"]["findings"]
    assert found["verdict"] == "broken"
    assert admin in found["sentence"]
    assert "swifeeds run" in found["advice"]


def test_the_sample_newsroom_is_in_good_health(copied):
    said = run_here("doctor", "--config", copied / "swifeeds.toml").stdout
    assert "1 article withdrawn by the publisher" in said
    assert said.splitlines()[-1].startswith("nothing is broken, ")
