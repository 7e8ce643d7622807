"""WordPress."""

from __future__ import annotations

from swifeeds.pipeline.journey.visit import Visit


async def read_wordpress(visit: Visit) -> None:
    """."""
