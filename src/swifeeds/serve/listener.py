"""An open port: an aiohttp application behind a socket of our own.

Two public attributes of aiohttp's server are all that is needed to come before the router and to
know every connection: `AppRunner.server`, and its `request_handler`, which each new connection
reads.
"""

from __future__ import annotations

import asyncio
import errno
import re
import resource
import socket
import sys
from collections.abc import Awaitable, Callable
from enum import Enum
from types import TracebackType
from typing import Self

from aiohttp import hdrs, web

from swifeeds.errors import ServeError
from swifeeds.serve.answers import plain
from swifeeds.serve.gate import Connection, Gate
from swifeeds.serve.quick import Quick
from swifeeds.serve.settings import ServeSettings
from swifeeds.serve.site import QUICK

_ADDRESS = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.%\w]+)\]|(?P<host>[^:\s]+)):(?P<port>\d{1,5})")
_HIGHEST_PORT = 65535
_BACKLOG = 1024

_SEND_BUFFER = 256 * 1024
"""Bytes that the kernel holds for one client, most feeds whole. Left alone it lets a client that
reads nothing have 4 MB."""

OWN_FILES = 200
"""Open files that are not readers': database, sources, children."""

_ANSWER_SECONDS = 60.0
"""No answer takes longer to make. Only a request's own body, dripping in, could."""


_Handler = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


class Port(Enum):
    """Whose a port is: this process's alone, or shared with the processes beside it, of which it
    is the first or another one."""

    ALONE = "alone"
    FIRST = "first"
    BESIDE = "beside"


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
        port: Port = Port.ALONE,
    ) -> None:
        """Nothing is opened yet.

        Args:
            application: answers, but for what its own short way (`site.QUICK`) has ready.
            address: `host:port`.
            setting: the configuration key of `address`: messages name it.
            settings: how many connections, and how much patience with each.
            port: whether other processes of ours listen there too.
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
        self._sharing = port
        self._socket: socket.socket | None = None
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
        self._socket = await self._bind()
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
        self._listening = await loop.create_server(connect, sock=opened, backlog=_BACKLOG)
        self.gate.watch()

    async def _bind(self) -> socket.socket:
        host, port = self._parts()
        try:
            family, place = await _resolve(host, port)
            if self._sharing is Port.FIRST:
                _open(family, place).close()  # refused where a stranger shares the port already
            return _open(family, place, shared=self._sharing is not Port.ALONE)
        except OSError as error:
            raise ServeError(self._explain(error)) from error

    def _parts(self) -> tuple[str, int]:
        match = _ADDRESS.fullmatch(self._address)
        if match is None or int(match["port"]) > _HIGHEST_PORT:
            raise ServeError(
                f"{self._address} is no address to listen at; "
                f"set {self._setting} to host:port, like 127.0.0.1:8080"
            )
        return match["six"] or match["host"], int(match["port"])

    def _explain(self, error: OSError) -> str:
        if error.errno == errno.EADDRINUSE:
            return (
                f"{self._address} is in use by another program; "
                f"stop it or set {self._setting} to a free port"
            )
        if error.errno == errno.EACCES:
            return (
                f"{self._address} may not be opened by this user; "
                f"set {self._setting} to a port above 1023"
            )
        return (
            f"{self._address} is no address of this machine ({error.strerror}); "
            f"mend {self._setting}"
        )


async def _resolve(host: str, port: int) -> tuple[int, tuple[object, ...]]:
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    family, _, _, _, place = found[0]
    return family, place


def _open(family: int, place: tuple[object, ...], *, shared: bool = False) -> socket.socket:
    opened = socket.socket(family, socket.SOCK_STREAM)
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if shared:
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
        opened.setblocking(False)  # noqa: FBT003 - the socket's own signature
        opened.bind(place)
        # A second server with SO_REUSEADDR could bind too as long as nobody listens yet.
        opened.listen(_BACKLOG)
    except OSError:
        opened.close()
        raise
    return opened


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
