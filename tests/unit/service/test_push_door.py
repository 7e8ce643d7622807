"""The door of pushes meets the hostile: who knows no token is told nothing, what is not signed
counts for nothing, and what is acknowledged is kept."""

from __future__ import annotations

import hmac
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from tests.unit.service.newsstand import START, open_stand

from swifeeds.collect.push_rules import MAX_BODY, MOST_WAITING
from swifeeds.model import Push, SourceId

ON = "[websub]\nsubscribe = true\n"
TOPIC = "https://news.example/wire"
PUSH = Push(
    source_id=SourceId("wire"),
    hub="https://hub.example/",
    topic=TOPIC,
    token="t" * 43,
    secret=b"s3cret",
    next_at=START,
    asked_at=START,
)
HERE = f"/websub/{PUSH.token}"
BODY = b"<rss><channel/></rss>"


@pytest.fixture
async def stand(tmp_path):
    async with open_stand(tmp_path, ON) as stand:
        await stand.store.begin_push(replace(PUSH, until=START + timedelta(days=1)))
        yield stand


def question(**others: str) -> dict[str, str]:
    stated = {"mode": "subscribe", "topic": TOPIC, "challenge": "abc-123", "lease_seconds": "7200"}
    return {f"hub.{name}": value for name, value in (stated | others).items()}


def signed(body: bytes = BODY, secret: bytes = PUSH.secret, algorithm: str = "sha256"):
    made = hmac.new(secret, body, algorithm).hexdigest()
    return {"X-Hub-Signature": f"{algorithm}={made}", "Content-Type": "application/rss+xml"}


async def asked(stand, path=HERE, **others):
    return await stand.ask(method="GET", path=path, params=question(**others))


async def bring(stand, body=BODY, path=HERE, headers=None, **others):
    sent = signed(body) if headers is None else headers
    return await stand.ask(BytesIO(body), path=path, headers=sent, **others)


async def waiting(stand) -> list[bytes]:
    return [one.body for one in await stand.store.take_pushed(limit=99)]


async def test_what_we_asked_for_is_granted_in_plain_text_for_the_lease_that_the_hub_names(stand):
    reply = await asked(stand)
    assert (reply.status, reply.text) == (200, "abc-123")
    assert reply.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert reply.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    push = await stand.store.push_at(PUSH.token)
    assert push.until == START + timedelta(hours=2)
    assert timedelta(hours=1) <= push.next_at - START <= timedelta(hours=1.6)


@pytest.mark.parametrize(
    ("path", "others"),
    [
        ("/websub/unknown", {}),
        (f"/websub/{'x' * 3000}", {}),
        (HERE, {"topic": "https://news.example/other"}),
        (HERE, {"mode": "unsubscribe"}),
        (HERE, {"mode": "publish"}),
        (HERE, {"challenge": "<script>alert(1)</script>"}),
        (HERE, {"challenge": ""}),
        (HERE, {"challenge": "x" * 2000}),
    ],
)
async def test_any_other_question_finds_nothing_and_nothing_comes_back(stand, path, others):
    reply = await asked(stand, path, **others)
    assert (reply.status, reply.text) == (404, "There is nothing here.\n")
    assert (await stand.store.push_at(PUSH.token)).until == START + timedelta(days=1)


async def test_a_question_that_comes_long_after_ours_is_forged(stand):
    stand.clock.pass_(hours=2)
    assert (await asked(stand)).status == 404


async def test_a_hub_that_denies_is_left_alone_for_a_day(stand):
    assert (await asked(stand, mode="denied")).status == 200
    push = await stand.store.push_at(PUSH.token)
    assert (push.until, push.next_at) == (None, START + timedelta(days=1))
    assert (await asked(stand)).status == 404


@pytest.mark.parametrize("algorithm", ["sha1", "sha256", "sha512"])
async def test_what_is_signed_is_kept_before_it_is_acknowledged(stand, algorithm):
    reply = await bring(stand, headers=signed(algorithm=algorithm))
    assert reply.status == 202
    (kept,) = await stand.store.take_pushed(limit=9)
    assert (kept.body, kept.media_type, kept.source_id) == (BODY, "application/rss+xml", "wire")
    assert stand.woken


@pytest.mark.parametrize(
    "headers",
    [{}, signed(b"another"), signed(secret=b"another"), {"X-Hub-Signature": "sha256=é"},
     signed(algorithm="md5"),
     signed() | {"Link": '<https://news.example/other>; rel="self"'}],
)  # fmt: skip
async def test_what_is_not_signed_or_of_another_topic_is_ignored_without_a_word(stand, headers):
    reply = await bring(stand, headers=headers)
    assert (reply.status, reply.text) == (202, "Noted.\n")
    assert (await waiting(stand), stand.woken) == ([], [])


async def test_a_delivery_may_name_its_topic(stand):
    named = signed() | {"Link": f'<https://hub.example/>; rel="hub", <{TOPIC}>; rel="self"'}
    await bring(stand, headers=named)
    assert await waiting(stand) == [BODY]


async def test_without_a_subscription_nothing_is_taken(stand):
    assert (await bring(stand, path="/websub/unknown")).status == 404
    stand.clock.pass_(days=2)
    assert (await bring(stand)).status == 410
    assert await waiting(stand) == []


async def test_what_is_too_large_is_not_read_to_its_end(stand):
    assert (await bring(stand, b"x" * (MAX_BODY + 1))).status == 413
    packed = signed() | {"Content-Encoding": "gzip"}
    assert (await bring(stand, headers=packed)).status == 415
    assert await waiting(stand) == []


async def test_the_largest_body_passes(stand):
    assert (await bring(stand, b"x" * MAX_BODY)).status == 202


async def test_who_brings_more_than_there_is_room_for_is_asked_to_come_back(stand):
    for _ in range(MOST_WAITING):
        assert (await bring(stand)).status == 202
    reply = await bring(stand)
    assert (reply.status, reply.headers["Retry-After"]) == (503, "60")


async def test_while_the_store_cannot_keep_it_nothing_is_acknowledged(stand):
    (folder := stand.house.config.base / "house.db").rename(folder.with_name("away.db"))
    assert (await bring(stand)).status == 503


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_nothing_else_is_answered(stand, method):
    reply = await stand.ask(method=method, path=HERE)
    assert (reply.status, reply.headers["Allow"]) == (405, "GET, POST")


async def test_the_door_is_shut_where_nothing_is_subscribed_to(tmp_path):
    async with open_stand(tmp_path, "[websub]\nsubscribe = false\n") as stand:
        assert (await asked(stand)).status == 404
        assert (await bring(stand)).status == 405


async def test_no_secret_token_or_address_is_written_to_the_log(stand, caplog):
    await asked(stand)
    await bring(stand, headers={})
    await asked(stand, mode="denied")
    for record in caplog.records:
        assert PUSH.token not in record.getMessage()
        assert "s3cret" not in record.getMessage()
