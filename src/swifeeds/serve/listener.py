"""An open port: an aiohttp application behind a socket of our own."""

from __future__ import annotations

import asyncio
import errno
import re
import socket
from types import TracebackType
from typing import Self

from aiohttp import web

from swifeeds.errors import ServeError
from swifeeds.serve.settings import ServeSettings

_ADDRESS = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.%\w]+)\]|(?P<host>[^:\s]+)):(?P<port>\d{1,5})")
_HIGHEST_PORT = 65535
_BACKLOG = 512


class Listener:
    """Serves `application` at `address` while the context is open.

    On leaving, no new connection is taken, running answers get `settings.grace` seconds, and
    the application is cleaned up. Port 0 takes a free port; `port` tells which.
    """

    def __init__(
        self, application: web.Application, address: str, *, setting: str, settings: ServeSettings
    ) -> None:
        """`setting` is the configuration key of `address`: messages name it."""
        self._address = address
        self._setting = setting
        self._runner = web.AppRunner(
            application,
            access_log=None,
            handle_signals=False,
            keepalive_timeout=settings.keep_alive,
            shutdown_timeout=settings.grace,
        )
        self._socket: socket.socket | None = None

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
            await web.SockSite(self._runner, self._socket, backlog=_BACKLOG).start()
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
        await self._runner.cleanup()

    async def _bind(self) -> socket.socket:
        host, port = self._parts()
        try:
            family, place = await _resolve(host, port)
            return _open(family, place)
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


def _open(family: int, place: tuple[object, ...]) -> socket.socket:
    opened = socket.socket(family, socket.SOCK_STREAM)
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.setblocking(False)  # noqa: FBT003 - the socket's own signature
        opened.bind(place)
        # A second server with SO_REUSEADDR could bind too as long as nobody listens yet.
        opened.listen(_BACKLOG)
    except OSError:
        opened.close()
        raise
    return opened
