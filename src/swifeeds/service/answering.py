"""A process that answers readers and does nothing else, beside the service that started it.

It answers at a socket that the service lends it, and reads the shelf from the store. Its standard
input is the service's: first the configuration, then a byte whenever something was published. When
that closes, be it by a last `kill -9`, the process lets running answers finish and ends. On its
standard output it says, a line each, which generation of the shelf it shows by now, and that the
built-in hub was asked for something.
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
from socket import socket

from swifeeds.config import Config
from swifeeds.emit import make_pages
from swifeeds.errors import StoreError
from swifeeds.serve import Forwardings, ShelfHolder, read_assets, read_templates
from swifeeds.service.doors import public_door
from swifeeds.service.house import make_locales, make_store, utc_now
from swifeeds.service.packaged import read_catalogs
from swifeeds.service.process import spare_the_collector
from swifeeds.service.shelf_watch import WATCH_SECONDS, ShelfWatch

_log = logging.getLogger(__name__)
_LENGTH = struct.Struct("!Q")

SHOWN, WOKEN = b"shown", b"woken"
"""What the process says: the generation that it serves; a request that the hub took."""


def hand_over(config: Config, door: int) -> bytes:
    """What the service writes to the process's standard input first. `door` is the descriptor of
    the socket that it passes on."""
    data = pickle.dumps((config, door))
    return _LENGTH.pack(len(data)) + data


def take_over(source: int) -> tuple[Config, socket]:
    """The configuration and the socket, from a file descriptor that stays open. The other end is
    our parent."""
    length = _LENGTH.unpack(_read(source, _LENGTH.size))[0]
    config, door = pickle.loads(_read(source, length))  # noqa: S301 - from who started us
    assert isinstance(config, Config)
    return config, socket(fileno=door)


def _read(source: int, length: int) -> bytes:
    data = b""
    while len(data) < length:
        part = os.read(source, length - len(data))
        if not part:
            sys.exit(0)  # the service ended while this process was still starting
        data += part
    return data


async def answer_readers(config: Config, door: socket, *, lifeline: int, tongue: int) -> None:
    """Serve the public site at `door` until SIGTERM, or until `lifeline` is closed at its other
    end. What is to be said is written to the descriptor `tongue`.

    Raises:
        StoreError: the shelf cannot be read at the start. Later that only delays news.
    """
    ear = _Ear(lifeline)
    forwardings = Forwardings(config.forwardings)
    store, shelf, assets = make_store(config), ShelfHolder(), read_assets()
    watch = ShelfWatch(store, shelf)
    try:
        await store.open()
        await watch.load()
        public = public_door(
            config,
            shelf,
            store=store,
            locales=make_locales(config, read_catalogs()),
            pages=make_pages(read_templates(), assets),
            assets=assets,
            now=utc_now,
            opened=door,
            forwardings=lambda: forwardings,
            wake=lambda: _say(tongue, WOKEN),
        )
        async with public:
            spare_the_collector()
            _log.info("answering: port=%d pid=%d", public.port, os.getpid())
            await _keep_up(watch, shelf, ear, tongue)
    finally:
        await store.close()


async def _keep_up(watch: ShelfWatch, shelf: ShelfHolder, ear: _Ear, tongue: int) -> None:
    """Look each second, and whenever told to; say what is shown as often as it changes."""
    said: int | None = None
    while not ear.stopping:
        if said != (said := shelf.current.generation):
            _say(tongue, b"%s %d" % (SHOWN, said))
        with suppress(TimeoutError):
            async with asyncio.timeout(WATCH_SECONDS):
                await ear.heard.wait()
        ear.heard.clear()
        await _look(watch)


async def _look(watch: ShelfWatch) -> None:
    try:
        await watch.look()
    except StoreError as error:
        _log.warning("watch: %s", error)


def _say(tongue: int, what: bytes) -> None:
    with suppress(OSError):  # the service is gone: the lifeline tells
        os.write(tongue, what + b"\n")


class _Ear:
    """Listens to the service, and to SIGTERM. Ctrl-C reaches every process of a terminal: the
    service alone decides what it means."""

    def __init__(self, lifeline: int) -> None:
        self.heard = asyncio.Event()
        self.stopping = False
        self._lifeline = lifeline
        loop = asyncio.get_running_loop()
        loop.add_reader(lifeline, self._hear)
        loop.add_signal_handler(signal.SIGTERM, self._stop)
        for number in (signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)

    def _hear(self) -> None:
        if os.read(self._lifeline, 1024):
            self.heard.set()
        else:
            asyncio.get_running_loop().remove_reader(self._lifeline)
            self._stop()

    def _stop(self) -> None:
        self.stopping = True
        self.heard.set()
