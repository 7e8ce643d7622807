"""The hub's door and its clients meet the hostile: strangers choose what is asked, and we do not
let them choose much."""

from __future__ import annotations

import asyncio
from logging import LogRecord

import pytest
from aiohttp import ClientError
from tests.unit.service.houses import TEXT
from tests.unit.service.newsstand import BASE, OWN, TOPIC, open_stand, subscriber

FORM = "application/x-www-form-urlencoded"
SCRIPT = "<script>alert(1)</script>"


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"topic": f"{BASE}/en/{SCRIPT}"}, 404),
        ({"topic": "https://other.example/feed.atom"}, 404),
        ({"callback": f"javascript:{SCRIPT}"}, 400),
        ({"mode": SCRIPT}, 400),
        ({"lease_seconds": SCRIPT}, 400),
        ({"secret": "a" * 200}, 400),
        ({"callback": f"https://reader.example/{SCRIPT}"}, 400),
        ({"callback": "https://reader.example/push"}, 202),
    ],
)
async def test_answers_are_sentences_of_our_own_in_plain_text(stand, fields, status):
    given = {"mode": "subscribe", "topic": TOPIC, "callback": "https://reader.example/"} | fields
    reply = await stand.ask({f"hub.{name}": value for name, value in given.items()})
    assert reply.status == status
    assert reply.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert reply.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert reply.headers["Cache-Control"] == "no-store"
    assert "script" not in reply.text
    assert reply.text.endswith(".\n")


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
async def test_only_post_is_answered(stand, method):
    reply = await stand.ask(method=method)
    assert (reply.status, reply.headers["Allow"]) == (405, "POST, OPTIONS")
    assert "WebSub hub" in reply.text


async def test_options_say_so(stand):
    reply = await stand.ask(method="OPTIONS")
    assert (reply.status, reply.headers["Allow"]) == (204, "POST, OPTIONS")


async def test_a_body_that_is_no_form_or_too_long_is_refused(stand):
    assert (await stand.ask(b"{}", headers={"Content-Type": "application/json"})).status == 415
    long = {"hub.mode": "subscribe", "filler": "a" * 9000}
    assert (await stand.ask(long)).status == 413

    async def dripping():
        for _ in range(30):
            yield b"a" * 1000

    assert (await stand.ask(dripping(), headers={"Content-Type": FORM})).status == 413


def ours(records: list[LogRecord]) -> list[LogRecord]:
    """aiohttp's own are muted where the service runs."""
    return [one for one in records if one.name.startswith("swifeeds.")]


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
async def test_a_body_that_is_not_what_its_header_says_is_refused(stand, caplog, coding):
    headers = {"Content-Type": FORM, "Content-Encoding": coding}
    reply = await stand.ask(b"hub.mode=subscribe", headers=headers)
    assert reply.status == 400
    assert not ours(caplog.records)


async def test_who_leaves_in_the_middle_of_a_body_leaves_no_trace(stand, caplog):
    async def leaving():
        yield b"hub.mode=subscribe"
        raise ConnectionResetError

    with pytest.raises(ClientError):
        await stand.ask(leaving(), headers={"Content-Type": FORM})
    assert (await stand.ask(method="OPTIONS")).status == 204
    assert not ours(caplog.records)


async def test_without_a_hub_there_is_no_door(tmp_path):
    async with open_stand(tmp_path, "") as stand:
        assert (await stand.ask({}, method="POST")).status == 405
        assert (await stand.ask(method="GET")).status == 404


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "127.1", "2130706433", "[::ffff:127.0.0.1]"],
)
async def test_a_callback_inside_is_never_asked_whatever_sources_may_reach(tmp_path, server, host):
    reader = subscriber(server)
    opened = '[websub]\nhub = "own"\n[collect]\nallow_private = true\n'
    async with open_stand(tmp_path, opened) as stand:
        await stand.publish(b"first")
        callback = f"http://{host}:{server.port}/push"
        assert (await stand.request(callback)).status in {202, 400}
        for _ in range(4):
            await stand.send()
            stand.clock.pass_(hours=1)
        assert await stand.count() == await stand.count("outbox") == 0
    assert server.asked == []
    assert reader.questions == []


async def test_a_cloud_s_secrets_are_not_asked_for_even_where_networks_are_opened(stand):
    assert (await stand.request("http://169.254.169.254/latest/")).status == 202
    for _ in range(3):
        await stand.send()
        stand.clock.pass_(hours=1)
    assert await stand.count("outbox") == 0


async def test_a_delivery_goes_to_no_other_place_than_the_verified_one(stand, server):
    reader = subscriber(server)
    await stand.subscribe(reader.callback)
    reader.status, reader.headers = 307, {"Location": server.url("/inside", "127.0.0.2")}
    await stand.publish(b"second")
    await stand.send()
    assert {request.path for request in server.asked} == {"/push"}


async def test_one_host_cannot_be_asked_more_than_its_share_and_others_still_may(tmp_path, server):
    text = OWN + "max_pending_per_host = 2\nmax_pending = 3\n"
    subscriber(server)
    async with open_stand(tmp_path, text) as stand:
        await stand.publish(b"first")
        replies = [await stand.request(f"{server.url('/push')}?{n}") for n in range(3)]
        assert [reply.status for reply in replies] == [202, 202, 503]
        assert replies[2].headers["Retry-After"] == "600"
        assert (await stand.request(server.url("/push", "127.0.0.2"))).status == 202
        assert (await stand.request(server.url("/push", "127.0.0.3"))).status == 503
        await stand.send()
        assert (await stand.request(f"{server.url('/push')}?3")).status == 202


async def test_a_flood_is_asked_to_come_back_in_a_minute(tmp_path):
    async with open_stand(tmp_path, OWN + "requests_per_minute = 3\n") as stand:
        statuses = [(await stand.ask({})).status for _ in range(4)]
        assert statuses == [400, 400, 400, 429]
        stand.clock.pass_(minutes=1)
        assert (await stand.ask({})).status == 400


async def test_at_most_sixteen_requests_are_under_way_at_a_time(stand):
    held = asyncio.Event()

    async def dripping():
        yield b"hub.mode="
        await held.wait()

    async with asyncio.TaskGroup() as group:
        first = [
            group.create_task(stand.ask(dripping(), headers={"Content-Type": FORM}))
            for _ in range(16)
        ]
        while (await stand.ask({})).status != 429:
            pass
        held.set()
    assert {task.result().status for task in first} == {400}
    assert (await stand.ask({})).status == 400


async def test_a_database_that_is_gone_is_no_stack_trace(stand):
    (folder := stand.house.config.base / "house.db").rename(folder.with_name("away.db"))
    reply = await stand.request("https://reader.example/")
    assert (reply.status, reply.headers["Retry-After"]) == (503, "60")
    assert "sqlite" not in reply.text.lower()
    folder.with_name("away.db").rename(folder)


def test_the_houses_text_turns_nothing_on():
    assert "websub" not in TEXT


async def test_neither_secret_nor_callback_reaches_the_log(stand, server, caplog):
    caplog.set_level("DEBUG", logger="swifeeds")
    reader = subscriber(server)
    await stand.subscribe(f"{reader.callback}?token=unguessable", secret="s3cret")
    reader.status = 500
    await stand.publish(b"second")
    for _ in range(27):
        await stand.send()
        stand.clock.pass_(hours=1)
    said = " ".join(caplog.messages)
    assert "delivery given up" in said
    assert "s3cret" not in said
    assert "unguessable" not in said
