"""Between aiohttp's requests and answers and our plain values."""

from __future__ import annotations

from collections.abc import Mapping

from aiohttp import hdrs, web
from multidict import CIMultiDict

from swifeeds.model import Representation
from swifeeds.serve.headers import base_headers, without_body

_CONDITIONS = (
    hdrs.IF_MATCH,
    hdrs.IF_NONE_MATCH,
    hdrs.IF_MODIFIED_SINCE,
    hdrs.IF_UNMODIFIED_SINCE,
)
_SERVER_ERROR = 500


def field(request: web.Request, name: str) -> str | None:
    """A list-valued field, its lines joined as RFC 9110 5.3 allows; None when it is absent."""
    lines = request.headers.getall(name, [])
    return ", ".join(lines) if lines else None


def conditions(request: web.Request) -> Mapping[str, str]:
    """The fields that `conditional.evaluate` looks at."""
    return {name: text for name in _CONDITIONS if (text := field(request, name)) is not None}


def live(status: int, page: Representation, **fields: str) -> web.Response:
    """A page that is not on the shelf. Caches keep it for a minute, errors of ours not at all."""
    headers = base_headers(page.media_type, page.language)
    headers[hdrs.CACHE_CONTROL] = "no-store" if status >= _SERVER_ERROR else "public, max-age=60"
    headers[hdrs.VARY] = "Accept-Language"
    headers.update(fields)
    return web.Response(status=status, body=page.body, headers=headers)


def plain(status: int, sentence: str, **fields: str) -> web.Response:
    """One sentence for the author of a client."""
    headers = base_headers("text/plain; charset=utf-8")
    headers[hdrs.CACHE_CONTROL] = "no-store"
    headers.update(fields)
    return web.Response(status=status, body=f"{sentence}\n".encode(), headers=headers)


def bodiless(status: int, headers: CIMultiDict[str]) -> web.Response:
    """304 or 412."""
    return web.Response(status=status, headers=without_body(headers))
