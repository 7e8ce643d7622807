"""The door of the built-in hub: a POST asks for a subscription, and is answered in one sentence.

Nothing that came in goes out again, nothing is fetched while the client waits, and what is kept is
bounded: in one request, in a minute, for one host and in all. The subscriber is asked by the
service, from its outbox.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from aiohttp import hdrs, web

from swifeeds.deliver import WebSubSettings
from swifeeds.deliver.hub_request import MAX_BODY, Refusal, Wish, read_request
from swifeeds.deliver.hub_rules import place_of
from swifeeds.errors import StoreError
from swifeeds.model import Errand, ErrandKind, HubLimits
from swifeeds.serve.answers import plain
from swifeeds.serve.headers import base_headers
from swifeeds.serve.holder import ShelfHolder
from swifeeds.serve.posted import read_posted

HUB_PATH = "/hub"

_ALLOW = "POST, OPTIONS"
_FORM = "application/x-www-form-urlencoded"
_PATIENCE = 10.0
"""Seconds for the whole body, which fits one packet or two."""

_AT_ONCE = 16
"""Requests that wait for the database at the same time: one more is asked to come back."""

_MINUTE = timedelta(minutes=1)
_POLICY = {"Content-Security-Policy": "default-src 'none'; sandbox"}


class HubDoor:
    """Answers `/hub`.

    Args:
        settings: bounds of leases, and how much is taken on.
        base_url: of the site; topics begin with it.
        holder: what is published.
        keep: `Store.ask_subscriber`.
        wake: called when there is a subscriber to ask.
        clock: the time now, aware UTC.
    """

    def __init__(
        self,
        settings: WebSubSettings,
        *,
        base_url: str,
        holder: ShelfHolder,
        keep: Callable[[Errand, HubLimits], Awaitable[bool]],
        wake: Callable[[], None],
        clock: Callable[[], datetime],
    ) -> None:
        self._settings = settings
        self._base_url = base_url
        self._holder = holder
        self._keep = keep
        self._wake = wake
        self._clock = clock
        self._waiting = 0
        self._minute = clock()
        self._asked = 0

    async def answer(self, request: web.Request) -> web.Response:
        """Any request to the hub's address."""
        if request.method == hdrs.METH_OPTIONS:
            return web.Response(status=204, headers={**base_headers(_FORM), hdrs.ALLOW: _ALLOW})
        if request.method != hdrs.METH_POST:
            sentence = "This is a WebSub hub: send it hub.mode, hub.topic and hub.callback by POST."
            return _say(405, sentence, Allow=_ALLOW)
        if self._waiting >= _AT_ONCE or not self._admit():
            return _say(429, "Too many requests. Try again in a minute.", **{"Retry-After": "60"})
        self._waiting += 1
        try:
            return await self._take(request)
        finally:
            self._waiting -= 1

    async def _take(self, request: web.Request) -> web.Response:
        if request.content_type != _FORM:
            return _say(415, f"Send the parameters as {_FORM}.")
        body = await read_posted(request, most=MAX_BODY, patience=_PATIENCE)
        if isinstance(body, Refusal):
            return _say(body.status, body.sentence)
        wish = read_request(body, self._settings)
        if isinstance(wish, Refusal):
            return _say(wish.status, wish.sentence)
        topic = place_of(wish.topic, self._base_url, self._holder.current)
        if isinstance(topic, Refusal):
            return _say(topic.status, topic.sentence)
        return await self._keep_wish(wish, topic)

    async def _keep_wish(self, wish: Wish, topic: str) -> web.Response:
        errand = Errand(
            kind=ErrandKind.VERIFY,
            topic=topic,
            target=wish.callback,
            since=self._clock(),
            mode=wish.mode,
            lease=wish.lease,
            secret=wish.secret,
            etag=self._holder.current.items[topic].etag,
        )
        try:
            kept = await self._keep(errand, self._settings.limits)
        except StoreError:
            return _say(503, "The hub cannot note this now. Try again.", **{"Retry-After": "60"})
        if not kept:
            sentence = "The hub has no room for more subscriptions. Try again later."
            return _say(503, sentence, **{"Retry-After": "600"})
        self._wake()
        return _say(202, "Noted. The callback will be asked whether this is meant.")

    def _admit(self) -> bool:
        """Count the request; False when this minute has had its share."""
        now = self._clock()
        if not timedelta() <= now - self._minute < _MINUTE:
            self._minute, self._asked = now, 0
        self._asked += 1
        return self._asked <= self._settings.requests_per_minute


def _say(status: int, sentence: str, **fields: str) -> web.Response:
    return plain(status, sentence, **_POLICY, **fields)
