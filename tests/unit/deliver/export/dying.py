"""A program that exports and is killed, as by the kernel, when it asks for its Nth bytes."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.unit.deliver.export.sites import item, shelf_of

from swifeeds.deliver.export import export_site
from swifeeds.model import ShelfItem


def paths(first: int, last: int) -> list[str]:
    return [f"/de/articles/{number}/" for number in range(first, last)]


async def work(directory: Path, first: int, last: int, deadly: int) -> None:
    shelf = shelf_of(*paths(first, last))
    shelf.put(item("/de/articles/100/", f"version {first} "))
    calls = 0

    async def fetch(wanted: Sequence[str]) -> Sequence[ShelfItem]:
        nonlocal calls
        calls += 1
        if calls == deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        return await shelf.fetch(wanted)

    await export_site(shelf.site(), directory, fetch=fetch)


if __name__ == "__main__":
    asyncio.run(work(Path(sys.argv[1]), *map(int, sys.argv[2:])))
