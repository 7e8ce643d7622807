"""`swifeeds run`: the whole service."""

from __future__ import annotations

from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, run_async
from swifeeds.cli.loading import load
from swifeeds.cli.logs import set_up_logging
from swifeeds.cli.output import say
from swifeeds.config import Config
from swifeeds.service import Service, open_house


def run(config: ConfigOption = DEFAULT_CONFIG) -> None:
    """Schedule, collect, group, publish and serve. SIGTERM drains, SIGHUP reloads."""
    settings = load(config)
    set_up_logging(settings.logging)

    async def work() -> None:
        async with open_house(settings) as house:
            service = Service(house, load=lambda: load(config))
            await service.run(opened=lambda: say(_greeting(settings)))

    run_async(work())


def _greeting(settings: Config) -> str:
    listen, site = settings.serve.listen, settings.publication.base_url
    return f"swifeeds serves http://{listen}/ as {site}/"
