"""A process that answers readers and does nothing else, beside the service that started it.

It listens at the service's port (SO_REUSEPORT) and reads the shelf from the store. The service
holds the other end of its standard input: when that closes, be it by a last `kill -9`, the process
lets running answers finish and ends.
"""

from __future__ import annotations

import asyncio
import logging
import os
import pickle
import signal
import struct
import sys
from contextlib import suppress

from swifeeds.config import Config
from swifeeds.emit import make_pages
from swifeeds.errors import StoreError
from swifeeds.serve import Forwardings, Port, ShelfHolder, read_assets, read_templates
from swifeeds.service.doors import public_door
from swifeeds.service.house import make_locales, make_store, utc_now
from swifeeds.service.packaged import read_catalogs
from swifeeds.service.process import spare_the_collector
from swifeeds.service.shelf_watch import WATCH_SECONDS, ShelfWatch

_log = logging.getLogger(__name__)
_LENGTH = struct.Struct("!Q")


def hand_over(config: Config) -> bytes:
    """What the service writes to the process's standard input."""
    data = pickle.dumps(config)
    return _LENGTH.pack(len(data)) + data


def take_over(source: int) -> Config:
    """The configuration, from a file descriptor that stays open. The other end is our parent."""
    length = _LENGTH.unpack(_read(source, _LENGTH.size))[0]
    config = pickle.loads(_read(source, length))  # noqa: S301 - from the process that started us
    assert isinstance(config, Config)
    return config


def _read(source: int, length: int) -> bytes:
    data = b""
    while len(data) < length:
        part = os.read(source, length - len(data))
        if not part:
            sys.exit(0)  # the service ended while this process was still starting
        data += part
    return data


async def answer_readers(config: Config, lifeline: int) -> None:
    """Serve the public site until SIGTERM, or until `lifeline` is closed at its other end.

    Raises:
        StoreError: the shelf cannot be read at the start. Later that only delays news.
    """
    stopping = _stop_signs(lifeline)
    forwardings = Forwardings(config.forwardings)
    store, shelf, assets = make_store(config), ShelfHolder(), read_assets()
    watch = ShelfWatch(store, shelf)
    try:
        await store.open()
        await watch.load()
        door = public_door(
            config,
            shelf,
            store=store,
            locales=make_locales(config, read_catalogs()),
            pages=make_pages(read_templates(), assets),
            assets=assets,
            now=utc_now,
            port=Port.BESIDE,
            forwardings=lambda: forwardings,
        )
        async with door:
            spare_the_collector()
            _log.info("answering beside: port=%d pid=%d", door.port, os.getpid())
            await _keep_up(watch, stopping)
    finally:
        await store.close()


async def _keep_up(watch: ShelfWatch, stopping: asyncio.Event) -> None:
    while not stopping.is_set():
        try:
            await watch.look()
        except StoreError as error:
            _log.warning("watch: %s", error)
        with suppress(TimeoutError):
            async with asyncio.timeout(WATCH_SECONDS):
                await stopping.wait()


def _stop_signs(lifeline: int) -> asyncio.Event:
    """Set by SIGTERM or the service's end. Ctrl-C reaches every process of a terminal: the service
    alone decides what it means."""
    stopping, loop = asyncio.Event(), asyncio.get_running_loop()

    def hear() -> None:
        if not os.read(lifeline, 1):
            loop.remove_reader(lifeline)
            stopping.set()

    loop.add_reader(lifeline, hear)
    loop.add_signal_handler(signal.SIGTERM, stopping.set)
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    return stopping
