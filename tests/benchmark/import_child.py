"""Imports a file as `swifeeds import` does, without grouping, and says how it goes.

`python -m tests.benchmark.import_child CONFIGURATION FILE SOURCE [settle]`. One JSON object a line:
after each portion the articles so far, the seconds since the first byte and the memory of this
process (its children aside); at the end what came of it. With `settle` it groups and publishes
then, and says how long that took.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
from dataclasses import asdict
from pathlib import Path
from time import perf_counter

from swifeeds.config import load_config
from swifeeds.model import Tally
from swifeeds.service import open_house
from swifeeds.service.archive_opening import Wanted, named_source
from swifeeds.service.importing import import_files
from swifeeds.service.owners import new_owner
from swifeeds.service.work import settle

_PAGES_A_MIB = 2**20 / resource.getpagesize()


def memory() -> float:
    """MiB that this process has in memory now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) / _PAGES_A_MIB


def say(**said: object) -> None:
    """One line, at once."""
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


async def main(configuration: str, file: str, source: str, then: str = "") -> None:
    """Import, and say so; children are started before the clock is."""
    async with open_house(load_config(Path(configuration), {})) as house:
        await house.parts.isolation.run(sum, (1, 2), subject="a first task")
        wanted = Wanted(source=named_source(house, source))
        begun = perf_counter()

        def progress(_: int, tally: Tally) -> None:
            seconds = perf_counter() - begun
            say(items=tally.items, seconds=round(seconds, 3), memory=round(memory(), 1))

        (report,) = await import_files(
            house, new_owner(), [Path(file)], wanted, on_progress=progress
        )
        seconds = perf_counter() - begun
        if then:
            await settle(house, new_owner(), wait=True)
        settling = perf_counter() - begun - seconds
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    tally = asdict(report.run.tally) if report.run else {}
    say(
        done=tally,
        failure=report.failure,
        seconds=seconds,
        settling=settling,
        peak=round(peak, 1),
    )


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
