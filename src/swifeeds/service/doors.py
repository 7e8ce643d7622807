"""The two HTTP doors, open for as long as the service runs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime

from swifeeds.config import Config
from swifeeds.serve import (
    Forwardings,
    HubDoor,
    Listener,
    Readiness,
    ShelfHolder,
    make_admin,
    make_site,
)
from swifeeds.service.house import House
from swifeeds.store import Store


def _let_sleep() -> None:
    """Nobody has to be woken: whoever sends looks each second by himself."""


@asynccontextmanager
async def open_doors(
    house: House,
    shelf: ShelfHolder,
    wake: Callable[[], None] = _let_sleep,
    forwardings: Callable[[], Forwardings] | None = None,
) -> AsyncIterator[tuple[int, int]]:
    """Open the public site and the admin door; gives the ports that are really listened at.

    Args:
        house: what they are opened for.
        shelf: what is published.
        wake: called when the hub's door took a request.
        forwardings: those of the configuration that runs by then; unset: the house's.

    Raises:
        ServeError: an address is in use or not ours.
    """
    settings = house.config.serve
    readiness = Readiness(holder=shelf, ask_store=house.store.shelf_generation)
    site = make_site(
        shelf,
        publication=house.config.publication,
        pages=house.parts.pages,
        locales=house.locales,
        assets=house.parts.assets,
        readiness=readiness,
        settings=settings,
        clock=house.now,
        forwardings=forwardings or (lambda: house.forwardings),
        hub=_hub_door(house.config, shelf, store=house.store, now=house.now, wake=wake),
    )
    async with AsyncExitStack() as stack:
        public = Listener(site, settings.listen, setting="serve.listen", settings=settings)
        admin = Listener(
            make_admin(readiness),
            settings.admin_listen,
            setting="serve.admin_listen",
            settings=settings,
        )
        await stack.enter_async_context(public)
        await stack.enter_async_context(admin)
        yield public.port, admin.port


def _hub_door(
    config: Config,
    shelf: ShelfHolder,
    *,
    store: Store,
    now: Callable[[], datetime],
    wake: Callable[[], None],
) -> HubDoor | None:
    if not config.websub.own:
        return None
    return HubDoor(
        config.websub,
        base_url=config.publication.base_url,
        holder=shelf,
        keep=store.ask_subscriber,
        wake=wake,
        clock=now,
    )
