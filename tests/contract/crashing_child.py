"""Stores the same endless series of batches until it is killed, and says what was acknowledged.

Usage: crashing_child.py DATABASE-URL ROUND. Ids are of the round, guids and addresses of the
series: what an earlier round stored comes again as new.
"""

from __future__ import annotations

import asyncio
import itertools
import sys

from tests.contract.databases import make_store
from tests.contract.making import MINUTE, NOW, address_of, make_article, make_source, new

from swifeeds.model import SourceId

BATCH = 5


async def main(url: str, number: int) -> None:
    store = make_store(url)
    now = NOW + number * 10 * MINUTE
    await store.register([make_source()], (), now)
    (lease,) = await store.claim(
        owner=f"round {number}", now=now, until=now + MINUTE, limit=1, only=[SourceId("wire")]
    )
    for batch in itertools.count():
        names = [f"{batch}-{place}" for place in range(BATCH)]
        intents = [
            new(make_article(f"r{number}-{name}", url=address_of(name)), guid=name)
            for name in names
        ]
        await store.keep(lease, intents, {})
        sys.stdout.write(f"{batch}\n")
        sys.stdout.flush()


asyncio.run(main(sys.argv[1], int(sys.argv[2])))
