from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from aiohttp import web
from tests.unit.egress.scripted import Scripted, scripted_server, settings

from swifeeds.deliver import Webhook
from swifeeds.egress import Egress, Policy
from swifeeds.model import Notice

NOTICE = Notice(
    kind="source-failing",
    subject="zürich",
    message="source zürich failed 3 times in a row",
    at=datetime(2026, 7, 1, 12, 0, tzinfo=UTC),
)


@dataclass
class Receiver:
    """The operator's web server: answers with a status and keeps what it was sent."""

    url: str
    status: int = 204
    headers: dict[str, str] = field(default_factory=dict)
    bodies: list[bytes] = field(default_factory=list)
    signatures: list[str | None] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        assert request.method == "POST"
        assert request.headers["Content-Type"] == "application/json"
        self.bodies.append(await request.read())
        self.signatures.append(request.headers.get("X-Swifeeds-Signature"))
        return web.Response(status=self.status, headers=self.headers)


@pytest.fixture
async def server() -> AsyncIterator[Scripted]:
    async with scripted_server() as server:
        yield server


@pytest.fixture
async def receiver(server: Scripted) -> Receiver:
    receiver = Receiver(server.url("/hook"))
    server.scripts["/hook"] = receiver.take
    return receiver


@pytest.fixture
async def egress() -> AsyncIterator[Egress]:
    """As the composition root makes it: private sources closed, the operator's webhook open."""
    async with Egress(settings(allow_private=False), Policy.OPERATOR) as egress:
        yield egress


async def test_a_notice_reaches_a_private_webhook_of_the_operator(receiver, egress):
    assert await Webhook(url=receiver.url, egress=egress).send(7, NOTICE)
    assert json.loads(receiver.bodies[0]) == {
        "id": 7,
        "kind": "source-failing",
        "subject": "zürich",
        "message": "source zürich failed 3 times in a row",
        "at": "2026-07-01T12:00:00+00:00",
    }
    assert receiver.signatures == [None]


async def test_the_signature_is_the_hmac_of_the_very_bytes(receiver, egress):
    await Webhook(url=receiver.url, egress=egress, secret=b"s3cret").send(7, NOTICE)
    expected = hmac.new(b"s3cret", receiver.bodies[0], hashlib.sha256).hexdigest()
    assert receiver.signatures == [f"sha256={expected}"]


@pytest.mark.parametrize("status", [300, 400, 410, 500, 503])
async def test_another_answer_than_2xx_is_not_taken_and_logged(receiver, egress, status, caplog):
    receiver.status = status
    assert not await Webhook(url=receiver.url, egress=egress).send(7, NOTICE)
    assert f"webhook refused: url={receiver.url} status={status}" in caplog.messages


async def test_a_redirect_is_no_delivery_and_is_not_followed(server, receiver, egress):
    receiver.status, receiver.headers = 307, {"Location": server.answers("/elsewhere")}
    assert not await Webhook(url=receiver.url, egress=egress).send(7, NOTICE)
    assert [request.path for request in server.asked] == ["/hook"]


async def test_a_webhook_that_is_down_is_logged_and_not_raised(server, egress, caplog):
    url = f"http://127.0.0.1:{closed_port()}/hook"
    assert not await Webhook(url=url, egress=egress).send(7, NOTICE)
    assert any(f"webhook unreachable: {url}" in message for message in caplog.messages)


def closed_port() -> int:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


async def test_a_clouds_metadata_address_stays_closed_to_webhooks_too(egress, caplog):
    assert not await Webhook(url="http://169.254.169.254/", egress=egress).send(7, NOTICE)
    assert any("169.254.169.254" in message for message in caplog.messages)
