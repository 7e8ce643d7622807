"""The public site: published bytes out, nothing rendered but error pages.

A request takes the shelf once, finds its path, chooses a coding and judges the conditions; all
three are pure modules beside this one. Nothing on the way can wait: no database, no disk.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from aiohttp import hdrs, web
from multidict import CIMultiDict

from swifeeds.emit.html import Pages
from swifeeds.localise.locale import Locale
from swifeeds.model import Encoding, Publication, Representation, ShelfItem
from swifeeds.serve.conditional import Decision, evaluate, variant_tag
from swifeeds.serve.fixed import fixed_items
from swifeeds.serve.headers import (
    ALLOW,
    Caching,
    base_headers,
    item_headers,
    preflight_headers,
)
from swifeeds.serve.health import Readiness, add_health
from swifeeds.serve.holder import ShelfHolder
from swifeeds.serve.lookup import Found, Missing, Moved, Withdrawn, language_of, look_up
from swifeeds.serve.messages import Messages
from swifeeds.serve.near import near_stories
from swifeeds.serve.negotiation import choose_encoding
from swifeeds.serve.settings import ServeSettings

_LOG = logging.getLogger(__name__)
_MOST_BYTES = 64 * 1024
_BODY_FIELDS = (hdrs.CONTENT_TYPE, hdrs.CONTENT_ENCODING, hdrs.CONTENT_LANGUAGE)
_BRIEF = "public, max-age=60"
_Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


def make_site(
    holder: ShelfHolder,
    *,
    publication: Publication,
    pages: Pages,
    locales: Mapping[str, Locale],
    assets: Mapping[str, bytes],
    readiness: Readiness,
    settings: ServeSettings,
    clock: Callable[[], datetime],
) -> web.Application:
    """The application behind `serve.listen`.

    Args:
        holder: whoever publishes swaps the shelf in it; each request reads the newest.
        publication: names, languages (the first is the default) and base address.
        pages: from `emit.html.make_pages`, for the pages of errors and the namespace.
        locales: one for every language of `publication`.
        assets: from `read_assets`.
        readiness: what `/readyz` asks.
        settings: how long caches may keep an answer.
        clock: the time now, aware UTC.
    """
    site = _Site(
        holder=holder,
        languages=publication.languages,
        fixed=fixed_items(pages, assets, publication, clock()),
        messages=Messages(pages=pages, publication=publication, locales=locales),
        caching=Caching(
            max_age=settings.max_age,
            stale_while_revalidate=settings.stale_while_revalidate,
            stale_if_error=settings.stale_if_error,
        ),
        clock=clock,
    )
    application = web.Application(client_max_size=_MOST_BYTES, middlewares=[site.guard])
    add_health(application, readiness, detail=False)
    application.router.add_route("*", "/{path:.*}", site.answer)
    return application


@dataclass(frozen=True, slots=True, kw_only=True)
class _Site:
    holder: ShelfHolder
    languages: Sequence[str]
    fixed: Mapping[str, ShelfItem]
    messages: Messages
    caching: Caching
    clock: Callable[[], datetime]

    @web.middleware
    async def guard(self, request: web.Request, inner: _Answer) -> web.StreamResponse:
        """The edge: whatever breaks becomes a page without a word of the cause."""
        try:
            return await inner(request)
        except web.HTTPException:
            raise
        except Exception:
            _LOG.exception("answering %s failed", request.rel_url.raw_path)
            return _live(500, self.messages.broken(self._language(request)))

    async def answer(self, request: web.Request) -> web.Response:
        """Any path that is not of the service itself."""
        place = look_up(
            request.rel_url.raw_path,
            self.holder.current,
            self.fixed,
            languages=self.languages,
            accept_language=_field(request, hdrs.ACCEPT_LANGUAGE),
        )
        if request.method == hdrs.METH_OPTIONS:
            item = place.item if isinstance(place, Found) else None
            return web.Response(status=204, headers=preflight_headers(item))
        if request.method not in {hdrs.METH_GET, hdrs.METH_HEAD}:
            return _plain(405, f"Use one of {ALLOW}.", Allow=ALLOW)
        match place:
            case Found():
                return self._send(request, place)
            case Moved(location=location):
                page = self.messages.moved(self._language(request), location)
                return _live(301, page, Location=location)
            case Withdrawn():
                path = request.rel_url.raw_path
                return _live(410, self.messages.withdrawn(self._language(request), path))
            case Missing():
                return self._missing(request)
            case _:
                assert_never(place)

    def _send(self, request: web.Request, found: Found) -> web.Response:
        item, now = found.item, self.clock()
        sizes = {encoding: len(body) for encoding, body in item.encodings.items()}
        encoding = choose_encoding(_field(request, hdrs.ACCEPT_ENCODING), sizes)
        if encoding is None:
            return _plain(406, "No coding that you accept is at hand.", Vary="Accept-Encoding")
        headers = self._headers(found, encoding, now)
        decision = evaluate(
            request.method,
            _conditions(request),
            etag=variant_tag(item.etag, encoding),
            last_modified=item.last_modified,
            now=now,
        )
        match decision:
            case Decision.SEND:
                return web.Response(body=item.encodings[encoding], headers=headers)
            case Decision.NOT_MODIFIED:
                return web.Response(status=304, headers=_without_body(headers))
            case Decision.FAILED:
                return web.Response(status=412, headers=_without_body(headers))
            case _:
                assert_never(decision)

    def _headers(self, found: Found, encoding: Encoding, now: datetime) -> CIMultiDict[str]:
        item = found.item
        is_ours = self.fixed.get(item.path) is item
        control = f"public, max-age={item.max_age}" if is_ours else self.caching.control(item)
        headers = item_headers(item, encoding, cache_control=control, now=now)
        if found.negotiated:
            headers[hdrs.VARY] = "Accept-Encoding, Accept-Language"
            headers[hdrs.CONTENT_LOCATION] = item.path
        return headers

    def _missing(self, request: web.Request) -> web.Response:
        language = self._language(request)
        near = near_stories(request.rel_url.raw_path, self.holder.current, language)
        return _live(404, self.messages.missing(language, near))

    def _language(self, request: web.Request) -> str:
        wish = _field(request, hdrs.ACCEPT_LANGUAGE)
        return language_of(request.rel_url.raw_path, self.languages, wish)


def _field(request: web.Request, name: str) -> str | None:
    """A list-valued field, its lines joined as RFC 9110 5.3 allows; None when it is absent."""
    lines = request.headers.getall(name, [])
    return ", ".join(lines) if lines else None


def _conditions(request: web.Request) -> Mapping[str, str]:
    names = (
        hdrs.IF_MATCH,
        hdrs.IF_NONE_MATCH,
        hdrs.IF_MODIFIED_SINCE,
        hdrs.IF_UNMODIFIED_SINCE,
    )
    return {name: text for name in names if (text := _field(request, name)) is not None}


def _without_body(headers: CIMultiDict[str]) -> CIMultiDict[str]:
    """The fields of 304 and 412: those that speak of the body stay away (RFC 9110 15.4.5)."""
    for name in _BODY_FIELDS:
        headers.popall(name, None)
    return headers


def _live(status: int, page: Representation, **fields: str) -> web.Response:
    headers = base_headers(page.media_type, page.language)
    headers |= {hdrs.CACHE_CONTROL: _BRIEF if status < 500 else "no-store"}  # noqa: PLR2004
    headers |= {hdrs.VARY: "Accept-Language"} | fields
    return web.Response(status=status, body=page.body, headers=headers)


def _plain(status: int, sentence: str, **fields: str) -> web.Response:
    headers = base_headers("text/plain; charset=utf-8")
    headers |= {hdrs.CACHE_CONTROL: "no-store"} | fields
    return web.Response(status=status, body=f"{sentence}\n".encode(), headers=headers)
