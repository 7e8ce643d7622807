"""An HTTP answer, and reading its body without letting it take our memory or our time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

import aiohttp

from swifeeds.egress.body import Body, Limits
from swifeeds.errors import TimedOut, TooLarge

_PATIENCE = 10.0
"""Seconds before a body's average rate is judged: a slow start is no drip."""

_PIECE = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An HTTP answer.

    `headers` have lower-case names, several of one name joined with a comma; `url` is what
    answered after redirects, and `moved_to` the same where every redirect said that it is for ever
    (RFC 9110 15.4.2 and 15.4.9). `body` is decompressed, and empty for any status but 2xx, whose
    bodies nobody reads.
    """

    status: int
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    moved_to: str | None = None

    @property
    def status_line(self) -> str:
        """`503 Service Unavailable`: the number with its registered name, where it has one; not
        with the words of the server."""
        try:
            return f"{self.status} {HTTPStatus(self.status).phrase}"
        except ValueError:
            return str(self.status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The least bytes a second that are borne with, and the clock to measure them by."""

    min_rate: int
    monotonic: Callable[[], float]

    def is_too_slow(self, received: int, started: float) -> bool:
        """True when a body that began at `started` drips.

        Silence has a timeout of its own; this ends an answer that sends a byte at a time to keep
        us busy.
        """
        seconds = self.monotonic() - started
        return seconds > _PATIENCE and received < self.min_rate * seconds


async def read_body(
    response: aiohttp.ClientResponse, *, asked: str, limits: Limits, pace: Pace
) -> bytes:
    """The whole body, decompressed.

    Raises:
        TooLarge: a cap was reached, or the answer announces more.
        TimedOut: it drips.
        Unreachable: its compression is broken or unknown.
    """
    if (response.content_length or 0) > limits.compressed:
        message = f"announces {response.content_length} bytes, more than {limits.compressed}"
        raise TooLarge(message, url=asked)
    body = Body(asked, joined_headers(response).get("content-encoding"), limits)
    started = pace.monotonic()
    async for piece in response.content.iter_chunked(_PIECE):
        body.feed(piece)
        if pace.is_too_slow(body.received, started):
            message = f"sends fewer than {pace.min_rate} bytes a second; given up"
            raise TimedOut(message, url=asked)
    return body.finish()


def joined_headers(response: aiohttp.ClientResponse) -> dict[str, str]:
    """Header lines by lower-case name; several of one name are joined (RFC 9110 5.3)."""
    headers = response.headers
    return {name.lower(): ", ".join(headers.getall(name)) for name in headers}
