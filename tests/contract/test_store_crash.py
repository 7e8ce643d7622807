"""What `keep` returned from survives `kill -9`; what it did not return from is whole or absent."""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
from pathlib import Path

from tests.contract.making import NOW

from swifeeds.model import ErrandKind, SourceId

ROOT = Path(__file__).parents[2]
BATCH = 5


def run_until_killed(address: str, number: int, program: str = "crashing_child") -> int:
    """How many batches the child knew to be stored when it was killed, amid a later one."""
    command = [sys.executable, "-m", f"tests.contract.{program}", address, str(number)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        told = [child.stdout.readline() for _ in range(random.randint(1, 8))]
        child.kill()
        told += child.stdout.readlines()
    assert "" not in told, "the child ended by itself"
    # Killed while it wrote, it may have left a line without its end: that batch is stored too.
    return int(told[-1].strip() or told[-2]) + 1


async def test_a_killed_writer_loses_and_doubles_nothing(store, address):
    for number in range(6 if address.startswith("sqlite") else 3):
        stored = await asyncio.to_thread(run_until_killed, address, number)
        guids = [f"{batch}-{place}" for batch in range(stored) for place in range(BATCH)]
        known = await store.known(SourceId("wire"), url_keys=(), guids=guids)
        assert known.by_guid.keys() == set(guids)
        counts = await store.counts()
        assert counts["articles"] % BATCH == 0
        assert counts["articles"] == counts["sightings"] == counts["marked"]
    assert await store.check() == ()


async def test_what_a_killed_publisher_published_is_in_the_outbox_and_nothing_else_is(
    store, address
):
    for number in range(3):
        published = await asyncio.to_thread(run_until_killed, address, number, "crashing_publisher")
        shelf = await store.shelf_index()
        assert {f"/{number}/{turn}/feed.atom" for turn in range(published)} <= shelf.items.keys()
        pings = await store.take_errands(
            ErrandKind.PING, now=NOW, until=NOW, limit=10_000, per_host=10_000
        )
        assert {ping.topic for ping in pings} == shelf.items.keys()
