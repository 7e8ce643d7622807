"""An open port: an aiohttp application behind a socket of our own.

Two public attributes of aiohttp's server are all that is needed to come before the router and to
know every connection: `AppRunner.server`, and its `request_handler`, which each new connection
reads.
"""

from __future__ import annotations

import asyncio
import resource
import socket
import sys
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Self

from aiohttp import hdrs, web

from swifeeds.serve.answers import plain
from swifeeds.serve.gate import Connection, Gate
from swifeeds.serve.quick import Quick
from swifeeds.serve.settings import ServeSettings
from swifeeds.serve.site import QUICK
from swifeeds.serve.sockets import BACKLOG, open_sockets

OWN_FILES = 200
"""Open files that are not readers': database, sources, children."""

_ANSWER_SECONDS = 60.0
"""No answer takes longer to make. Only a request's own body, dripping in, could."""


_Handler = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


class Listener:
    """Serves `application` at `address` while the context is open.

    On leaving, no new connection is taken, running answers get `settings.grace` seconds, and
    the application is cleaned up. Port 0 takes a free port; `port` tells which.
    """

    def __init__(
        self,
        application: web.Application,
        address: str,
        *,
        setting: str,
        settings: ServeSettings,
        opened: socket.socket | None = None,
    ) -> None:
        """Nothing is opened yet.

        Args:
            application: answers, but for what its own short way (`site.QUICK`) has ready.
            address: `host:port`.
            setting: the configuration key of `address`: messages name it.
            settings: how many connections, and how much patience with each.
            opened: a socket that listens at `address` already, for this to take over.
        """
        self._address = address
        self._setting = setting
        self._keep_alive = settings.keep_alive
        self._quick = application.get(QUICK)
        self._runner = web.AppRunner(
            application,
            access_log=None,
            handle_signals=False,
            shutdown_timeout=settings.grace,
        )
        self._socket = opened
        self._listening: asyncio.Server | None = None
        self.gate = Gate(settings, most=_open_files() - OWN_FILES)

    @property
    def port(self) -> int:
        """The port that is really listened at. Only inside the context."""
        assert self._socket is not None
        return int(self._socket.getsockname()[1])

    async def __aenter__(self) -> Self:
        """Open the port.

        Raises:
            ServeError: the address is none, is not this machine's, is taken or is not allowed.
        """
        if self._socket is None:
            self._socket, *_ = await open_sockets(self._address, setting=self._setting)
        try:
            await self._runner.setup()
            await self._listen(self._socket)
        except BaseException:
            self._socket.close()
            await self._runner.cleanup()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        assert self._listening is not None
        self._listening.close()
        await self._runner.cleanup()
        self.gate.rest()

    async def _listen(self, opened: socket.socket) -> None:
        server = self._runner.server
        assert server is not None
        server.request_handler = _asked(server.request_handler, self._quick)

        def connect() -> Connection:
            return Connection(server, self.gate, keep_alive=self._keep_alive)

        loop = asyncio.get_running_loop()
        self._listening = await loop.create_server(connect, sock=opened, backlog=BACKLOG)
        self.gate.watch()


def _open_files() -> int:
    """How many the system grants this process."""
    granted, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return granted if granted != resource.RLIM_INFINITY else sys.maxsize


def _asked(answer: _Handler, quick: Quick | None) -> _Handler:
    """Answer from what is ready, else by the application; either way the request is complete."""

    async def handle(request: web.BaseRequest) -> web.StreamResponse:
        connection = request.protocol
        assert isinstance(connection, Connection)
        connection.owe_nothing()
        if quick is not None and (ready := quick.find(request)) is not None:
            return ready
        if request.body_exists:  # its last bytes are not the first ones of another request
            request.content.on_eof(connection.owe_nothing)
        try:
            async with asyncio.timeout(_ANSWER_SECONDS):
                return await answer(request)
        except web.HTTPException as refusal:
            return _plainly(refusal)
        except TimeoutError as error:  # quietly: aiohttp would log the client's slowness as ours
            raise ConnectionResetError("the answer took too long") from error

    return handle


def _plainly(refusal: web.HTTPException) -> web.Response:
    """Without the name of aiohttp, and without what was asked, which its own refusals repeat."""
    allow = refusal.headers.get(hdrs.ALLOW)
    fields = {} if allow is None else {hdrs.ALLOW: allow}
    return plain(refusal.status, f"{refusal.reason}.", **fields)
