"""Publishes one feed after the other until it is killed, each announced to a hub.

Usage: crashing_publisher.py DATABASE-URL ROUND. Says a line for every publication that it knows to
be kept.
"""

from __future__ import annotations

import asyncio
import itertools
import sys

from tests.contract.databases import make_store
from tests.contract.making import NOW, shelf_item

from swifeeds.model import Announcement

HUB = "https://hub.example/"


async def main(url: str, number: int) -> None:
    store = make_store(url)
    for turn in itertools.count():
        path = f"/{number}/{turn}/feed.atom"
        announcement = Announcement(at=NOW, topics=frozenset({path}), hubs=(HUB,))
        await store.publish([shelf_item(path)], announcement=announcement)
        sys.stdout.write(f"{turn}\n")
        sys.stdout.flush()


asyncio.run(main(sys.argv[1], int(sys.argv[2])))
