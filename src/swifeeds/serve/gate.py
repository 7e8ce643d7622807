"""How many connections there may be, and how long each may say or take nothing.

aiohttp closes a connection that rests between two requests (`serve.keep_alive`). What it does not
know is watched here: clients that never finish a request header, clients that never read their
answer, and too many of either.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Collection
from typing import TYPE_CHECKING, cast

from aiohttp import web
from aiohttp.http import HttpProcessingError

from swifeeds.serve.answers import plain
from swifeeds.serve.clients import Client, client_of
from swifeeds.serve.settings import ServeSettings

if TYPE_CHECKING:
    from aiohttp.web_request import BaseRequest
    from aiohttp.web_server import Server

_log = logging.getLogger(__name__)

_SENTENCE = b"Too many connections. Try again in a moment.\n"
_BUSY = (
    b"HTTP/1.1 503 Service Unavailable\r\nServer: swifeeds\r\nRetry-After: 10\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\nContent-Length: %d\r\n"
    b"Cache-Control: no-store\r\nConnection: close\r\n\r\n%b" % (len(_SENTENCE), _SENTENCE)
)
_LOOKS = 4
"""How often the gate looks within the shortest time it grants."""


class Connection(web.RequestHandler):
    """One client's connection, known to the gate."""

    __slots__ = ("_gate", "client", "stalled", "waited")

    def __init__(self, server: Server, gate: Gate, *, keep_alive: float) -> None:
        super().__init__(
            server,
            loop=asyncio.get_running_loop(),
            keepalive_timeout=keep_alive,
            access_log=None,  # type: ignore[arg-type]  # None is how it is switched off
        )
        self._gate = gate
        self.client: Client | None = None
        self.waited: float | None = 0.0
        """Seconds for which bytes of a request came, or were owed, and no request was complete.
        None while nothing is owed."""
        self.stalled = 0.0
        """Seconds for which the client did not take what it had asked for."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Let it in, or say 503 and close."""
        stream = cast("asyncio.Transport", transport)  # uvloop's has no such base class
        if self._gate.admit(self, stream):
            super().connection_made(transport)
            return
        stream.set_protocol(asyncio.Protocol())
        stream.write(_BUSY)
        stream.close()

    def connection_lost(self, exc: BaseException | None) -> None:
        """Forget it."""
        self._gate.forget(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Bytes came: they owe a request. aiohttp calls this with none, to go on with old ones."""
        if data and self.waited is None:
            self.waited = 0.0
        super().data_received(data)

    def owe_nothing(self) -> None:
        """A request is complete."""
        self.waited = None

    def handle_error(
        self,
        request: BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """What is no HTTP gets 400 without an echo, and who left gets nothing; neither is anything
        that an operator must read."""
        if isinstance(exc, ConnectionError):
            raise exc
        if request.writer.output_size > 0:
            raise ConnectionResetError("a part of the answer is sent already") from exc
        if isinstance(exc, HttpProcessingError):
            _log.debug("no request: %s", message or exc)
            answer = plain(status, "This is no HTTP request that can be answered.")
        else:
            _log.error("answering failed, please report this", exc_info=exc)
            answer = plain(status, "Something went wrong.")
        answer.force_close()
        return answer


class Gate:
    """Counts and watches the connections of one listener."""

    def __init__(self, settings: ServeSettings, *, most: int) -> None:
        """`most` connections in all, at the very most: what the process may hold open."""
        self._most = min(settings.connections, most)
        self._per_client = settings.connections_per_client
        self._proxies = settings.proxies
        self._header_timeout = settings.header_timeout
        self._send_timeout = settings.send_timeout
        self._step = min(1.0, min(self._header_timeout, self._send_timeout) / _LOOKS)
        self._open: set[Connection] = set()
        self._clients: Counter[Client] = Counter()
        self._timer: asyncio.TimerHandle | None = None

    @property
    def open(self) -> Collection[Connection]:
        """The connections that were let in and are not closed."""
        return self._open

    def admit(self, connection: Connection, transport: asyncio.Transport) -> bool:
        """Count a new connection, unless there are too many already."""
        client = client_of(transport.get_extra_info("peername"), self._proxies)
        if len(self._open) >= self._most:
            return False
        if client is not None:
            if self._clients[client] >= self._per_client:
                return False
            self._clients[client] += 1
        connection.client = client
        self._open.add(connection)
        return True

    def forget(self, connection: Connection) -> None:
        """A connection that was let in is closed."""
        self._open.discard(connection)
        client, connection.client = connection.client, None
        if client is not None:
            self._clients[client] -= 1
            if not self._clients[client]:
                del self._clients[client]

    def watch(self) -> None:
        """Look around from now on, until `rest`."""
        self._timer = asyncio.get_running_loop().call_later(self._step, self._look)

    def rest(self) -> None:
        """Look no more."""
        if self._timer is not None:
            self._timer.cancel()

    def _look(self) -> None:
        self.watch()
        for connection in tuple(self._open):
            if connection.waited is not None:
                connection.waited += self._step
                if connection.waited > self._header_timeout:
                    connection.force_close()
            self._look_at_sending(connection)

    def _look_at_sending(self, connection: Connection) -> None:
        connection.stalled = connection.stalled + self._step if connection.writing_paused else 0.0
        transport = connection.transport
        if connection.stalled > self._send_timeout and transport is not None:
            transport.abort()  # close() would wait for the client to take the rest
