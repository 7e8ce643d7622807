"""The two HTTP doors, open for as long as the service runs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime

from swifeeds.config import Config
from swifeeds.emit import Pages
from swifeeds.localise import Locale
from swifeeds.serve import (
    Forwardings,
    HubDoor,
    Listener,
    Port,
    Readiness,
    ShelfHolder,
    make_admin,
    make_site,
)
from swifeeds.serve.listener import OWN_FILES
from swifeeds.service.house import House
from swifeeds.service.process import ask_for_open_files
from swifeeds.store import Store


def let_sleep() -> None:
    """Nobody has to be woken: whoever sends looks each second by himself."""


@asynccontextmanager
async def open_doors(
    house: House,
    shelf: ShelfHolder,
    wake: Callable[[], None] = let_sleep,
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
    public = public_door(
        house.config,
        shelf,
        store=house.store,
        locales=house.locales,
        pages=house.parts.pages,
        assets=house.parts.assets,
        now=house.now,
        port=Port.FIRST if settings.processes > 1 else Port.ALONE,
        forwardings=forwardings or (lambda: house.forwardings),
        wake=wake,
    )
    admin = Listener(
        make_admin(_readiness(shelf, house.store)),
        settings.admin_listen,
        setting="serve.admin_listen",
        settings=settings,
    )
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(public)
        await stack.enter_async_context(admin)
        yield public.port, admin.port


def public_door(
    config: Config,
    shelf: ShelfHolder,
    *,
    store: Store,
    locales: Mapping[str, Locale],
    pages: Pages,
    assets: Mapping[str, bytes],
    now: Callable[[], datetime],
    port: Port,
    forwardings: Callable[[], Forwardings],
    wake: Callable[[], None] = let_sleep,
) -> Listener:
    """The public site, not open yet. Each process that answers readers has one."""
    ask_for_open_files(config.serve.connections + OWN_FILES)
    site = make_site(
        shelf,
        publication=config.publication,
        pages=pages,
        locales=locales,
        assets=assets,
        readiness=_readiness(shelf, store),
        settings=config.serve,
        clock=now,
        forwardings=forwardings,
        hub=_hub_door(config, shelf, store=store, now=now, wake=wake),
    )
    address = config.serve.listen
    return Listener(site, address, setting="serve.listen", settings=config.serve, port=port)


def _readiness(shelf: ShelfHolder, store: Store) -> Readiness:
    return Readiness(holder=shelf, ask_store=store.shelf_generation)


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
