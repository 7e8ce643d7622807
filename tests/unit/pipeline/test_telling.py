from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from tests.unit.egress.scripted import Scripted, scripted_server, settings

from swifeeds.deliver import Webhook
from swifeeds.egress import Egress, Policy
from swifeeds.model import Notice
from swifeeds.pipeline.telling import tell_webhook

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)


def notice(subject: str, minute: int) -> Notice:
    at = NOW + timedelta(minutes=minute)
    return Notice(kind="source-failing", subject=subject, message=f"{subject} fails", at=at)


class Outbox:
    """A webhook whose answers are written down in advance, and what it was told."""

    def __init__(self, webhook: Webhook) -> None:
        self.webhook = webhook
        self.answers: list[int] = []
        self.told: list[str] = []

    async def take(self, request: web.Request) -> web.Response:
        self.told.append((await request.json())["subject"])
        return web.Response(status=self.answers.pop(0) if self.answers else 200)


@pytest.fixture
async def outbox() -> AsyncIterator[Outbox]:
    async with scripted_server() as server, Egress(settings(), Policy.OPERATOR) as egress:
        yield listening(server, egress)


def listening(server: Scripted, egress: Egress) -> Outbox:
    outbox = Outbox(Webhook(url=server.url("/hook"), egress=egress))
    server.scripts["/hook"] = outbox.take
    return outbox


async def test_notices_are_told_oldest_first_and_only_once(store, outbox):
    await store.tell([notice("b", 2), notice("a", 1)])
    assert await tell_webhook(store, outbox.webhook, NOW) == 2
    assert await tell_webhook(store, outbox.webhook, NOW) == 0
    assert outbox.told == ["a", "b"]


async def test_the_first_failure_ends_the_round_and_the_next_round_goes_on_there(store, outbox):
    await store.tell([notice(subject, minute) for minute, subject in enumerate("abc")])
    outbox.answers = [200, 503]
    assert await tell_webhook(store, outbox.webhook, NOW) == 1
    assert outbox.told == ["a", "b"]
    assert await tell_webhook(store, outbox.webhook, NOW) == 2
    assert outbox.told == ["a", "b", "b", "c"]


async def test_what_was_told_stays_open_until_it_is_over(store, outbox):
    await store.tell([notice("a", 1)])
    await tell_webhook(store, outbox.webhook, NOW)
    assert [one.subject for one in await store.notices()] == ["a"]


async def test_what_is_over_before_it_could_be_told_is_not_told(store, outbox):
    await store.tell([notice("a", 1)])
    await store.settle("source-failing", "a")
    assert await tell_webhook(store, outbox.webhook, NOW) == 0
    assert outbox.told == []
