"""The public site: published bytes out, nothing rendered but error pages.

A request takes the shelf once, finds its path, chooses a coding and judges the conditions; all
three are pure modules beside this one. Nothing on the way can wait: no database, no disk.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never
from urllib.parse import urlsplit

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler
from multidict import CIMultiDict

from swifeeds.emit.html import Pages
from swifeeds.localise.locale import Locale
from swifeeds.model import Encoding, Publication, Shelf
from swifeeds.serve import delta
from swifeeds.serve.answers import bodiless, conditions, field, live, plain
from swifeeds.serve.conditional import Decision, evaluate, held_tag, variant_tags
from swifeeds.serve.fixed import fixed_shelf
from swifeeds.serve.forwarding import Forwardings
from swifeeds.serve.headers import (
    ALLOW,
    Terms,
    item_headers,
    preflight_headers,
)
from swifeeds.serve.health import Readiness, add_health
from swifeeds.serve.holder import ShelfHolder
from swifeeds.serve.hub import HUB_PATH, HubDoor
from swifeeds.serve.lookup import Found, Missing, Moved, Place, Withdrawn, language_of, look_up
from swifeeds.serve.messages import Messages
from swifeeds.serve.near import suggestions
from swifeeds.serve.negotiation import choose_encoding
from swifeeds.serve.push import PUSH_PATH, PushDoor
from swifeeds.serve.quick import Quick
from swifeeds.serve.settings import ServeSettings

_logger = logging.getLogger(__name__)
_MOST_BYTES = 64 * 1024

QUICK = web.AppKey("QUICK", Quick)
"""Where the application keeps the short way to its published items: a listener asks it first."""


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
    hub: HubDoor | None = None,
    push: PushDoor | None = None,
    forwardings: Callable[[], Forwardings] = Forwardings,
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
        hub: the built-in hub's door, where it is open.
        push: the door for the hubs of sources, where it is open.
        forwardings: asked for each request that needs them, so that a reload reaches them.
    """
    fixed = fixed_shelf(pages, assets, publication, clock(), settings.mining)
    terms = Terms.of(settings, fixed.items)
    site = _Site(
        holder=holder,
        prefix=urlsplit(publication.base_url).path,
        languages=publication.languages,
        fixed=fixed,
        messages=Messages(pages=pages, publication=publication, locales=locales),
        terms=terms,
        delta=settings.delta,
        clock=clock,
        forwardings=forwardings,
    )
    application = web.Application(client_max_size=_MOST_BYTES, middlewares=[site.guard])
    application[QUICK] = Quick(holder, fixed, terms=terms, clock=clock)
    add_health(application, readiness, detail=False)
    if hub is not None:
        application.router.add_route("*", HUB_PATH, hub.answer)
    if push is not None:
        application.router.add_route("*", PUSH_PATH, push.answer)
    application.router.add_route("*", "/{path:.*}", site.answer)
    return application


@dataclass(frozen=True, slots=True, kw_only=True)
class _Site:
    holder: ShelfHolder
    prefix: str
    """The path of the base address: a proxy in front takes it off, readers must get it back."""
    languages: Sequence[str]
    fixed: Shelf
    messages: Messages
    terms: Terms
    delta: bool
    clock: Callable[[], datetime]
    forwardings: Callable[[], Forwardings]

    @web.middleware
    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """The edge: whatever breaks becomes a page without a word of the cause. What has no route
        (`OPTIONS *`, an address without a path) is answered like any other request."""
        try:
            return await handler(request)
        except web.HTTPException:
            return await self.answer(request)
        except ConnectionError:  # the client left: it gets no answer, and is no fault of ours
            raise
        except Exception:
            _logger.exception("answering %s failed", request.rel_url.raw_path)
            return live(500, self.messages.broken(self._language(request)))

    async def answer(self, request: web.Request) -> web.Response:
        """Any path that is not of the service itself."""
        place = self._place(request)
        if request.method == hdrs.METH_OPTIONS:
            item = place.item if isinstance(place, Found) else None
            return web.Response(status=204, headers=preflight_headers(item))
        if request.method not in {hdrs.METH_GET, hdrs.METH_HEAD}:
            return plain(405, f"Use one of {ALLOW}.", Allow=ALLOW)
        match place:
            case Found():
                return self._send(request, place)
            case Moved(location=location):
                there = self._public(location)
                page = self.messages.moved(self._language(request), there)
                return live(301, page, Location=there)
            case Withdrawn():
                return self._withdrawn(request)
            case Missing():
                return self._missing(request)
            case _:
                assert_never(place)

    def _place(self, request: web.Request) -> Place:
        """What stands at the path, else where it led before. An old address whose query the
        operator names goes first: the path may be one that stands (`/?feed=rss2`)."""
        path, query = request.rel_url.raw_path or "/", request.rel_url.raw_query_string
        forwardings = self.forwardings()
        if there := forwardings.find_named(path, query):
            return self._onward(request, there)
        place = self._look_up(request, path)
        if isinstance(place, Missing) and (there := forwardings.find(path, query)):
            return self._onward(request, there)
        return place

    def _onward(self, request: web.Request, location: str) -> Place:
        """To where an old address leads, in one step: what moved or is gone there says so here."""
        place = self._look_up(request, location)
        return place if isinstance(place, Moved | Withdrawn) else Moved(location=location)

    def _look_up(self, request: web.Request, path: str) -> Place:
        return look_up(
            path,
            self.holder.current,
            self.fixed,
            languages=self.languages,
            accept_language=field(request, hdrs.ACCEPT_LANGUAGE),
        )

    def _send(self, request: web.Request, found: Found) -> web.Response:
        item, now = found.item, self.clock()
        sizes = {encoding: len(body) for encoding, body in item.encodings.items()}
        encoding = choose_encoding(field(request, hdrs.ACCEPT_ENCODING), sizes)
        if encoding is None:
            return plain(406, "No coding that you accept is at hand.", Vary="Accept-Encoding")
        headers = item_headers(item, encoding, terms=self.terms, now=now)
        if found.negotiated:
            headers[hdrs.VARY] = "Accept-Encoding, Accept-Language"
            headers[hdrs.CONTENT_LOCATION] = self._public(item.path)
        asked, tags = conditions(request), variant_tags(item, encoding)
        decision = evaluate(
            request.method,
            asked,
            tags=tags,
            last_modified=item.last_modified,
            now=now,
        )
        match decision:
            case Decision.SEND if self.delta and (since := self._delta(request, found)):
                return self._changes(since, headers)
            case Decision.SEND:
                return web.Response(body=item.encodings[encoding], headers=headers)
            case Decision.NOT_MODIFIED:
                headers["ETag"] = held_tag(asked, tags)
                return bodiless(304, headers)
            case Decision.FAILED:
                return bodiless(412, headers)
            case _:
                assert_never(decision)

    def _delta(self, request: web.Request, found: Found) -> Mapping[Encoding, bytes] | None:
        if not delta.wants_feed(field(request, "A-IM")):
            return None
        return delta.delta_since(field(request, hdrs.IF_NONE_MATCH), found.item.deltas)

    def _changes(self, since: Mapping[Encoding, bytes], headers: CIMultiDict[str]) -> web.Response:
        """226: what changed, in the coding of the whole where the delta has it, else as it is."""
        made = delta.delta_headers(headers)
        encoding = Encoding(made.get(hdrs.CONTENT_ENCODING, Encoding.IDENTITY))
        if encoding not in since:
            encoding = Encoding.IDENTITY
            made.popall(hdrs.CONTENT_ENCODING, None)
        return web.Response(status=delta.STATUS, body=since[encoding], headers=made)

    def _public(self, location: str) -> str:
        """A path as readers know it; an address elsewhere as it is."""
        return f"{self.prefix}{location}" if location.startswith("/") else location

    def _missing(self, request: web.Request) -> web.Response:
        language, path = self._language(request), request.rel_url.raw_path
        if path in {"/", f"/{language}/"}:
            return live(404, self.messages.empty(language))
        stories = suggestions(path, self.holder.current, language)
        return live(404, self.messages.missing(language, stories))

    def _withdrawn(self, request: web.Request) -> web.Response:
        language, path = self._language(request), request.rel_url.raw_path
        stories = suggestions(path, self.holder.current, language)
        return live(410, self.messages.withdrawn(language, path, stories))

    def _language(self, request: web.Request) -> str:
        wish = field(request, hdrs.ACCEPT_LANGUAGE)
        return language_of(request.rel_url.raw_path, self.languages, wish)
