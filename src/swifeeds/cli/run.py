"""`swifeeds run`: the whole service."""

from __future__ import annotations

import asyncio

from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, run_async
from swifeeds.cli.loading import load
from swifeeds.cli.logs import set_up_logging
from swifeeds.cli.output import say
from swifeeds.service import Service, open_house
from swifeeds.service.process import spare_the_collector


def run(config: ConfigOption = DEFAULT_CONFIG) -> None:
    """Schedule, collect, group, publish and serve. SIGTERM drains, SIGHUP reloads."""
    settings = load(config)
    set_up_logging(settings.logging)

    async def work() -> None:
        async with open_house(settings) as house:
            spare_the_collector()
            service = Service(house, load=lambda: load(config))
            async with asyncio.TaskGroup() as group:
                announcing = group.create_task(_announce(service), name="announce")
                await service.run()
                announcing.cancel()

    run_async(work())


async def _announce(service: Service) -> None:
    """Say where it serves once it really does."""
    await service.opened.wait()
    config = service.house.config
    host = config.serve.listen.rpartition(":")[0]
    say(f"swifeeds serves http://{host}:{service.port}/ as {config.publication.base_url}/")
