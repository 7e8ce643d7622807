"""The door at which hubs of sources tell us of changes: `/websub/{token}`.

A hub asks first whether we want what it is to bring (GET), and brings it then (POST). Whoever knows
no token is answered nothing; what is brought counts only with our secret's signature, and is kept
before it is acknowledged. Nothing is read or parsed here.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Protocol

from aiohttp import hdrs, web

from swifeeds.collect.headers import charset, media_type, relations
from swifeeds.collect.push_rules import (
    MAX_BODY,
    MOST_WAITING,
    granted,
    is_awaited,
    is_challenge,
    is_of_topic,
    is_signed,
    renew_at,
)
from swifeeds.deliver.hub_request import Refusal
from swifeeds.errors import StoreError
from swifeeds.model import Push, Pushed
from swifeeds.serve.answers import field, plain
from swifeeds.serve.headers import base_headers
from swifeeds.serve.posted import read_posted

PUSH_PATH = "/websub/{token}"

_log = logging.getLogger(__name__)

_ALLOW = "GET, POST"
_PATIENCE = 20.0
"""Seconds for the whole body."""

_AT_ONCE = 8
"""Bodies that are taken in at the same time: one more is asked to come back."""

_LONGEST_TOKEN = 100
_DENIED_FOR = timedelta(days=1)
_POLICY = {"Content-Security-Policy": "default-src 'none'; sandbox"}


class PushStore(Protocol):
    """What the door asks of the store."""

    async def push_at(self, token: str) -> Push | None:
        """The subscription with this callback."""

    async def grant_push(self, token: str, *, until: datetime, next_at: datetime) -> None:
        """The hub granted a lease."""

    async def refuse_push(self, token: str, *, next_at: datetime) -> None:
        """The hub ended it."""

    async def keep_pushed(self, one: Pushed, *, most: int) -> bool:
        """Keep a body until it is read."""


class PushDoor:
    """Answers `/websub/{token}`.

    Args:
        store: what is kept.
        wake: called when there is something to read.
        clock: the time now, aware UTC.
    """

    def __init__(
        self, store: PushStore, *, wake: Callable[[], None], clock: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._wake = wake
        self._clock = clock
        self._taking = 0

    async def answer(self, request: web.Request) -> web.Response:
        """Any request to a callback."""
        answers: dict[str, Callable[[web.Request, Push], Awaitable[web.Response]]] = {
            hdrs.METH_GET: self._verify,
            hdrs.METH_POST: self._take,
        }
        if request.method not in answers:
            return _say(405, "This address is for a WebSub hub.", Allow=_ALLOW)
        token = request.match_info["token"]
        try:
            push = await self._store.push_at(token) if len(token) <= _LONGEST_TOKEN else None
            if push is None:
                return _unknown()
            return await answers[request.method](request, push)
        except StoreError:
            return _later("This cannot be noted now. Try again.")

    async def _verify(self, request: web.Request, push: Push) -> web.Response:
        """A hub asks whether we want this (5.3), or says that we shall not have it (5.2)."""
        asked, now = request.query, self._clock()
        mode, topic = asked.get("hub.mode", ""), asked.get("hub.topic", "")
        if mode == "denied" and topic == push.topic:
            await self._store.refuse_push(push.token, next_at=now + _DENIED_FOR)
            _log.warning("push denied by its hub: source=%s hub=%s", push.source_id, push.hub)
            return _say(200, "Noted.")
        challenge = asked.get("hub.challenge", "")
        if mode != "subscribe" or not is_awaited(push, topic, now) or not is_challenge(challenge):
            return _unknown()
        lease = granted(asked.get("hub.lease_seconds", ""))
        await self._store.grant_push(
            push.token, until=now + lease, next_at=renew_at(push, lease, now)
        )
        _log.info("push granted: source=%s hub=%s", push.source_id, push.hub)
        headers = {**base_headers("text/plain; charset=utf-8"), **_POLICY}
        headers[hdrs.CACHE_CONTROL] = "no-store"
        return web.Response(body=challenge.encode(), headers=headers)

    async def _take(self, request: web.Request, push: Push) -> web.Response:
        if not push.is_active(self._clock()):
            return _say(410, "There is no such subscription any more.")
        if self._taking >= _AT_ONCE:
            return _later("Too many deliveries at the same time. Try again.")
        if field(request, hdrs.CONTENT_ENCODING) not in (None, "", "identity"):
            return _say(415, "Send the body as it is, without a content coding.")
        self._taking += 1
        try:
            body = await read_posted(request, most=MAX_BODY, patience=_PATIENCE)
            if isinstance(body, Refusal):
                return _say(body.status, body.sentence)
            return await self._keep(request, push, body)
        finally:
            self._taking -= 1

    async def _keep(self, request: web.Request, push: Push, body: bytes) -> web.Response:
        """What is not signed by our secret is ignored, and told nobody so (7.1)."""
        headers = {name.lower(): field(request, name) or "" for name in request.headers}
        if not is_signed(push.secret, body, headers.get("x-hub-signature", "")):
            _log.warning("push with a false signature ignored: source=%s", push.source_id)
            return _say(202, "Noted.")
        if not is_of_topic(relations(headers, push.topic), push.topic):
            _log.warning("push of another topic ignored: source=%s", push.source_id)
            return _say(202, "Noted.")
        pushed = Pushed(
            source_id=push.source_id,
            received=self._clock(),
            body=body,
            media_type=media_type(headers),
            charset=charset(headers),
        )
        if not await self._store.keep_pushed(pushed, most=MOST_WAITING):
            return _later("There is no room for more deliveries now. Try again.")
        self._wake()
        return _say(202, "Noted.")


def _unknown() -> web.Response:
    return _say(404, "There is nothing here.")


def _later(sentence: str) -> web.Response:
    return _say(503, sentence, **{"Retry-After": "60"})


def _say(status: int, sentence: str, **fields: str) -> web.Response:
    return plain(status, sentence, **_POLICY, **fields)
