"""The two HTTP doors: the public site's, and the operator's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from socket import socket

from swifeeds.config import Config
from swifeeds.emit import Pages
from swifeeds.localise import Locale
from swifeeds.serve import (
    Forwardings,
    HubDoor,
    Listener,
    PushDoor,
    Readiness,
    ShelfHolder,
    make_admin,
    make_site,
)
from swifeeds.serve.listener import OWN_FILES
from swifeeds.service.house import House
from swifeeds.service.hubs import takes_pushes
from swifeeds.service.process import ask_for_open_files
from swifeeds.store import Store


def let_sleep() -> None:
    """Nobody has to be woken: whoever sends looks each second by himself."""


def admin_door(house: House, is_loaded: Callable[[], bool]) -> Listener:
    """The admin door, not open yet. `is_loaded` tells whether readers get anything."""
    settings = house.config.serve
    readiness = Readiness(is_loaded=is_loaded, ask_store=house.store.shelf_generation)
    return Listener(
        make_admin(readiness),
        settings.admin_listen,
        setting="serve.admin_listen",
        settings=settings,
    )


def public_door(
    config: Config,
    shelf: ShelfHolder,
    *,
    store: Store,
    locales: Mapping[str, Locale],
    pages: Pages,
    assets: Mapping[str, bytes],
    now: Callable[[], datetime],
    opened: socket | None = None,
    forwardings: Callable[[], Forwardings],
    wake: Callable[[], None] = let_sleep,
) -> Listener:
    """The public site, not open yet. Each process that answers readers has one.

    Args:
        config: what it is opened for.
        shelf: what is published.
        store: asked whether it answers, and what the hub is asked for is kept there.
        locales: by language of the site.
        pages: templates of the pages that are written live.
        assets: the site's own files by name.
        now: the clock.
        opened: a socket that listens already; None opens `serve.listen`.
        forwardings: those of the configuration that runs by then.
        wake: called when a door of WebSub took something.
    """
    ask_for_open_files(config.serve.connections + OWN_FILES)
    site = make_site(
        shelf,
        publication=config.publication,
        pages=pages,
        locales=locales,
        assets=assets,
        readiness=Readiness(is_loaded=lambda: shelf.is_loaded, ask_store=store.shelf_generation),
        settings=config.serve,
        clock=now,
        forwardings=forwardings,
        hub=_hub_door(config, shelf, store=store, now=now, wake=wake),
        push=PushDoor(store, wake=wake, clock=now) if takes_pushes(config) else None,
    )
    address = config.serve.listen
    return Listener(site, address, setting="serve.listen", settings=config.serve, opened=opened)


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
