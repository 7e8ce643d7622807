"""What a poll costs the publisher when nothing changed: a part of the render benchmark.

The real pipeline polls the generated pages of the ingest benchmark, groups and publishes; then it
does all of that again. Counted is what the publisher reports: renderings, and representations
that were new and therefore compressed.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.benchmark.ingest import ARTICLES, CONFIGURATION, printed

from swifeeds.config import load_config
from swifeeds.service import House, open_house
from swifeeds.service.owners import new_owner
from swifeeds.service.work import Settled, claim_now, poll, settle


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """Renderings of a second poll, and representations that it put on the shelf (each of them
    compressed in every coding); the first poll's beside, to show that counting works."""

    first_renders: int
    first_compressions: int
    renders: int
    compressions: int


async def poll_twice() -> Unchanged:
    """Publish once, poll again unchanged, count."""
    with tempfile.TemporaryDirectory(prefix="swifeeds-benchmark-") as folder:
        async with printed() as press:
            file = Path(folder) / "swifeeds.toml"
            file.write_text(CONFIGURATION.format(base=press.base, articles=ARTICLES), "utf-8")
            async with open_house(load_config(file, {})) as house:
                first = await _round(house)
                if not first.rendered or not first.published:
                    sys.exit(f"the figures would mean nothing: {first}")
                second = await _round(house)
    return Unchanged(
        first_renders=first.rendered,
        first_compressions=first.published,
        renders=second.rendered,
        compressions=second.published,
    )


async def _round(house: House) -> Settled:
    owner = new_owner()
    for lease in await claim_now(house, owner, ()):
        await poll(house, lease)
    return await settle(house, owner)
