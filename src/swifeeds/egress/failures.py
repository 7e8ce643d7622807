"""What the HTTP client raises, in our words."""

from __future__ import annotations

import os
import ssl

import aiohttp

from swifeeds.egress.guard import Forbidden
from swifeeds.errors import CollectError, Refused, TimedOut, Unreachable

_SENTENCES: tuple[tuple[tuple[type[Exception], ...], str], ...] = (
    ((aiohttp.ClientConnectorDNSError,), "its host's name is not known"),
    ((TimeoutError,), "did not answer in time"),
    ((aiohttp.ClientPayloadError,), "the answer breaks off in the middle"),
    (
        (aiohttp.ClientConnectorCertificateError, ssl.CertificateError),
        "its certificate is not valid: {error}",
    ),
    ((aiohttp.ClientSSLError, ssl.SSLError), "no secure connection: {error}"),
    ((aiohttp.ServerDisconnectedError,), "closed the connection without an answer"),
    ((aiohttp.ClientResponseError,), "sent what is no HTTP answer: {error.message}"),
)
"""The first that fits; the order matters, since some of these classes are kinds of others."""


def as_collect_error(error: Exception, *, asked: str, where: str, setting: str) -> CollectError:
    """Translate an exception of a request.

    Args:
        error: what aiohttp, ssl or the socket raised.
        asked: the address that the caller gave.
        where: how the sentence begins when a redirect led elsewhere, else empty.
        setting: what opens a network to this client.
    """
    forbidden = _forbidden(error)
    if forbidden is not None:
        message = (
            f"{where}is at {forbidden.address}, a private or special address; if it is yours, "
            f"open its network with {setting}"
        )
        return Refused(message, url=asked)
    kind = TimedOut if isinstance(error, TimeoutError) else Unreachable
    return kind(where + _reason(error), url=asked)


def _forbidden(error: Exception) -> Forbidden | None:
    if isinstance(error, aiohttp.ClientConnectorError):
        return error.os_error if isinstance(error.os_error, Forbidden) else None
    return None


def _reason(error: Exception) -> str:
    for kinds, sentence in _SENTENCES:
        if isinstance(error, kinds):
            return _first_line(sentence.format(error=error))
    if isinstance(error, aiohttp.ClientConnectorError) and error.os_error.errno:
        return f"no connection: {os.strerror(error.os_error.errno)}"
    return f"no answer: {error}"


def _first_line(text: str) -> str:
    """What the parser of HTTP says goes on with an arrow below the bytes that it quotes."""
    return text.partition("\n")[0].rstrip(" :")
