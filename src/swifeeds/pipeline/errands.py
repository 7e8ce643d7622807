"""What waits in the outbox is sent, and the outbox told how it went."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import assert_never
from urllib.parse import urlsplit

from swifeeds.deliver import WebSubSettings
from swifeeds.deliver.hub_rules import (
    ASKED_AT_MOST,
    delivery_links,
    intent_address,
    next_try,
)
from swifeeds.deliver.websub import ask_subscriber, send_ping, send_topic
from swifeeds.egress import Egress
from swifeeds.model import Errand, ErrandKind, HubMode, Notice
from swifeeds.store import Store

_log = logging.getLogger(__name__)

HUB_FAILING = "hub-failing"
"""Kind of the notice that a hub does not take what we have to tell it."""

_LONG = timedelta(minutes=15)
"""How long a hub may fail before the operator is told: a restart of it is no news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Messenger:
    """Does errands. `hubs` goes to the operator's hubs, `callbacks` to strangers'; `new_challenge`
    gives text of URL-safe letters that nobody can guess."""

    store: Store
    settings: WebSubSettings
    base_url: str
    hubs: Egress
    callbacks: Egress
    new_challenge: Callable[[], str]
    now: Callable[[], datetime]

    async def do(self, errand: Errand) -> None:
        """Send one thing, and finish its errand or put it off."""
        match errand.kind:
            case ErrandKind.PING:
                await self._ping(errand)
            case ErrandKind.VERIFY:
                await self._verify(errand)
            case ErrandKind.DELIVER:
                await self._deliver(errand)
            case _:
                assert_never(errand.kind)

    async def _ping(self, errand: Errand) -> None:
        hub = errand.target
        reception = await send_ping(self.hubs, hub, self._address(errand))
        if reception.problem is None:
            await self.store.finish_errand(errand, self.now())
            if errand.failures:
                await self._hub_is_back(hub)
            return
        now = self.now()
        _log.warning("hub not told: hub=%s topic=%s: %s", hub, errand.topic, reception.problem)
        await self.store.retry_errand(errand, next_try(errand.failures, now, hub=True))
        if now - errand.since >= _LONG:
            await self.store.tell([_failing(errand, reception.problem)])

    async def _hub_is_back(self, hub: str) -> None:
        _log.info("hub answers again: hub=%s", hub)
        await self.store.revive_hub(hub, self.now())
        await self.store.settle(HUB_FAILING, hub)

    async def _verify(self, errand: Errand) -> None:
        """A subscriber that does not answer is asked again; one that answers otherwise meant it."""
        challenge = self.new_challenge()
        address = intent_address(errand, self._address(errand), challenge)
        reception = await ask_subscriber(self.callbacks, address, challenge)
        now = self.now()
        if errand.mode is HubMode.DENIED and reception.answered:
            await self.store.finish_errand(errand, now)
        elif reception.problem is None:
            await self.store.confirm(errand, now)
            _log.info("%s: topic=%s host=%s", errand.mode, errand.topic, _host(errand))
        elif reception.answered or errand.failures + 1 >= ASKED_AT_MOST:
            await self.store.finish_errand(errand, now)
            _log.info("not verified: topic=%s host=%s: %s",
                      errand.topic, _host(errand), reception.problem)  # fmt: skip
        else:
            await self.store.retry_errand(errand, next_try(errand.failures, now))

    async def _deliver(self, errand: Errand) -> None:
        items = await self.store.shelf_items([errand.topic])
        if not items:
            await self.store.finish_errand(errand, self.now())
            return
        links = delivery_links(self._address(errand), self.base_url)
        reception = await send_topic(
            self.callbacks, errand.target, items[0], links=links, secret=errand.secret
        )
        if reception.problem is None:
            await self.store.finish_errand(errand, self.now())
            _log.debug("delivered: topic=%s host=%s", errand.topic, _host(errand))
        elif reception.gone:
            await self.store.end_subscription(errand)
            _log.info("subscriber is gone: topic=%s host=%s", errand.topic, _host(errand))
        else:
            await self._not_delivered(errand, reception.problem)

    async def _not_delivered(self, errand: Errand, problem: str) -> None:
        now = self.now()
        if now - errand.since < timedelta(hours=self.settings.delivery_hours):
            await self.store.retry_errand(errand, next_try(errand.failures, now))
            return
        await self.store.finish_errand(errand, now)
        _log.warning("delivery given up: topic=%s host=%s: %s",
                     errand.topic, _host(errand), problem)  # fmt: skip

    def _address(self, errand: Errand) -> str:
        return f"{self.base_url}{errand.topic}"


def _host(errand: Errand) -> str:
    return urlsplit(errand.target).hostname or ""


def _failing(errand: Errand, problem: str) -> Notice:
    since = f"{errand.since:%Y-%m-%d %H:%M} UTC"
    message = (
        f"hub {errand.target} has taken no news since {since} ({problem}); it is asked every five"
        " minutes and nothing is lost; mend it, or take it out of websub.hub"
    )
    return Notice(kind=HUB_FAILING, subject=errand.target, message=message, at=errand.since)
