"""A ready answer, and the one field in it that changes by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import TYPE_CHECKING

from aiohttp import web
from aiohttp.abc import AbstractStreamWriter

from swifeeds.serve.httpdate import http_date

if TYPE_CHECKING:
    from aiohttp.web_request import BaseRequest

_SECOND = timedelta(seconds=1)


class Stamp:
    """The field Date, one bytes object for a second, and the answers that were made with it."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._until = 0.0
        self.now = datetime.min.replace(tzinfo=UTC)
        self.line = b""
        self.used: list[QuickAnswer] = []

    def renew(self) -> bool:
        """Look at the clock, at most once a second. True when it was set back since."""
        if monotonic() < self._until:
            return False
        before, self.now = self.now, self._clock()
        self._until = (
            monotonic() + (_SECOND - timedelta(microseconds=self.now.microsecond)) / _SECOND
        )
        self.line = f"Date: {http_date(self.now)}\r\n\r\n".encode()
        # Whole answers are joined again at most once a second, and kept no longer than that:
        # what nobody asks for is held once, as the shelf's own bytes.
        for answer in self.used:
            answer.whole = b""
        self.used.clear()
        return self.now < before


class QuickAnswer(web.StreamResponse):
    """One ready answer, sent to everybody who asks for it: it keeps nothing of a request."""

    def __init__(self, status: int, head: bytes, body: bytes, stamp: Stamp) -> None:
        super().__init__(status=status)
        self.whole = b""
        self._head = head
        self._tail = body
        self._stamp = stamp

    @property
    def keep_alive(self) -> bool:
        """The connection stays: whoever wants it closed is answered by the application."""
        return True

    @property
    def body_length(self) -> int:
        """Bytes of the body."""
        return len(self._tail)

    async def prepare(self, request: BaseRequest) -> AbstractStreamWriter | None:
        """Write everything at once; wait only for a client that does not read."""
        protocol = request.protocol
        transport = protocol.transport
        if transport is None or transport.is_closing():
            raise ConnectionResetError("the client is gone")
        transport.write(self.whole or self._join())
        if protocol.writing_paused:
            await request.writer.drain()
        return None

    async def write_eof(self, data: bytes = b"") -> None:
        """Nothing is left to write."""

    def _join(self) -> bytes:
        stamp = self._stamp
        self.whole = b"".join((self._head, stamp.line, self._tail))
        stamp.used.append(self)
        return self.whole
