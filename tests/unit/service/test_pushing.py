"""Being told instead of asking: our own hub tells our own subscriber, each with a house of its own,
over real sockets; the time is a value."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from tests.contract.making import make_article, new
from tests.unit.egress.scripted import scripted_server
from tests.unit.service.houses import TEXT
from tests.unit.service.newsstand import Clock, Stand, closed_port, open_stand

from swifeeds.model import Pushed, SourceId
from swifeeds.pipeline.pushing import NOT_WORKING
from swifeeds.service.pushes import ask_hubs, take_pushed
from swifeeds.service.work import claim_now, poll, settle

WIRE = SourceId("wire")
OPEN = 'callback_networks = ["127.0.0.0/8"]\n'
HUB = f'[websub]\nhub = "own"\n{OPEN}'
SUBSCRIBER = f"[websub]\nsubscribe = true\n{OPEN}"


def sited(port: int, wire: str = "https://news.example/wire") -> str:
    """A house's configuration at a port of loopback, reading that feed."""
    text = TEXT.replace("https://feeds.example.org", f"http://127.0.0.1:{port}")
    text = text.replace('listen = "127.0.0.1:0"', f'listen = "127.0.0.1:{port}"', 1)
    text = text.replace("https://news.example/wire", wire)
    text = text.replace("[[sources]]", '[[sources]]\nschedule = { every = "15m" }')
    return text.replace("[serve]", "[collect]\nallow_private = true\ngap = 0.0\n[serve]")


@dataclass(kw_only=True)
class Pair:
    """A publisher with the built-in hub, and a house that reads its feed."""

    publisher: Stand
    reader: Stand
    clock: Clock

    async def publish(self, name: str) -> None:
        """The publisher has an article more; its feed is published and served."""
        house = self.publisher.house
        (lease,) = await claim_now(house, "me", (WIRE,))
        article = make_article(name, published=self.clock(), updated=self.clock())
        await house.store.keep(lease, [new(article)], {})
        await house.store.release(lease)
        await settle(house, "me")
        self.publisher.shelf.swap(await house.store.shelf())

    async def poll(self):
        (lease,) = await claim_now(self.reader.house, "us", (WIRE,))
        return await poll(self.reader.house, lease)

    async def subscribe(self) -> None:
        """Poll, ask the hub, and be asked back."""
        await self.poll()
        assert await ask_hubs(self.reader.house) == 1
        assert await self.publisher.send() == 1

    async def push(self):
        return await self.reader.store.push_at((await self.pushes())[WIRE].token)

    async def pushes(self):
        return await self.reader.store.pushes()

    async def titles(self) -> set[str]:
        found = await self.reader.store.articles_since(
            self.clock() - timedelta(days=900), self.clock(), limit=99
        )
        return {article.title for article in found}

    async def next_in(self) -> timedelta:
        state = (await self.reader.store.source_states())[WIRE]
        return state.next_at - self.clock()

    async def told(self) -> list[str]:
        return [one.kind for one in await self.reader.store.notices()]


@asynccontextmanager
async def paired(tmp_path):
    clock, folders = Clock(), [tmp_path / "publisher", tmp_path / "reader"]
    for folder in folders:
        folder.mkdir()
    ports = closed_port(), closed_port()
    feed = f"http://127.0.0.1:{ports[0]}/en/feed.atom"
    async with (
        open_stand(folders[0], HUB, clock, text=sited(ports[0])) as publisher,
        open_stand(folders[1], SUBSCRIBER, clock, text=sited(ports[1], feed)) as reader,
    ):
        pair = Pair(publisher=publisher, reader=reader, clock=clock)
        await pair.publish("first")
        yield pair


async def test_a_feed_that_names_our_hub_is_subscribed_to_and_tells_of_an_article(tmp_path):
    async with paired(tmp_path) as pair:
        await pair.subscribe()
        push = await pair.push()
        assert push.topic.endswith("/en/feed.atom")
        assert push.is_active(pair.clock())
        await pair.publish("second")
        assert await pair.publisher.send() == 1
        assert await take_pushed(pair.reader.house, "us") == 1
        assert await pair.titles() == {"Title of first", "Title of second"}
        assert await pair.reader.store.take_pushed(limit=9) == ()


async def test_polls_are_slow_only_once_something_was_pushed(tmp_path):
    async with paired(tmp_path) as pair:
        await pair.subscribe()
        await pair.poll()
        assert await pair.next_in() < timedelta(minutes=20)
        await pair.publish("second")
        await pair.publisher.send()
        await take_pushed(pair.reader.house, "us")
        await pair.poll()
        assert await pair.next_in() == timedelta(hours=6)


async def test_what_a_poll_finds_first_makes_polls_quick_again_and_is_told(tmp_path):
    async with paired(tmp_path) as pair:
        await pair.subscribe()
        await pair.publish("second")
        await pair.publisher.send()
        await take_pushed(pair.reader.house, "us")
        await pair.publish("third")  # and the hub says nothing
        pair.clock.pass_(hours=6)
        assert (await pair.poll()).new == 1
        assert await pair.next_in() < timedelta(minutes=20)
        assert NOT_WORKING not in await pair.told()
        pair.clock.pass_(hours=2)
        await pair.poll()
        assert await pair.told() == [NOT_WORKING]
        await pair.publisher.send()  # late, and not never
        await take_pushed(pair.reader.house, "us")
        await pair.poll()
        assert await pair.told() == []
        assert await pair.next_in() == timedelta(hours=6)


async def test_a_subscription_is_renewed_in_the_second_half_of_its_lease(tmp_path):
    async with paired(tmp_path) as pair:
        await pair.subscribe()
        before = (await pair.push()).until
        assert await ask_hubs(pair.reader.house) == 0
        pair.clock.pass_(days=4.9)
        assert await ask_hubs(pair.reader.house) == 0
        pair.clock.pass_(days=3.2)
        assert await ask_hubs(pair.reader.house) == 1
        await pair.publisher.send()
        assert (await pair.push()).until == before + timedelta(days=8.1)


async def test_a_hub_that_cannot_be_had_is_asked_again_later(tmp_path, caplog):
    async with paired(tmp_path) as pair:
        await pair.poll()
        push = await pair.push()
        nowhere = f"http://127.0.0.1:{closed_port()}/"
        await pair.reader.store.begin_push(replace(push, hub=nowhere))
        assert await ask_hubs(pair.reader.house) == 1
        assert await ask_hubs(pair.reader.house) == 0
        pair.clock.pass_(minutes=11)
        assert await ask_hubs(pair.reader.house) == 1
        assert (await pair.push()).failures == 2
        assert push.token not in caplog.text


async def test_a_body_waits_while_its_source_is_polled(tmp_path):
    async with paired(tmp_path) as pair:
        await pair.subscribe()
        await pair.publish("second")
        await pair.publisher.send()
        (lease,) = await claim_now(pair.reader.house, "another", (WIRE,))
        assert await take_pushed(pair.reader.house, "us") == 0
        await pair.reader.store.release(lease)
        assert await take_pushed(pair.reader.house, "us") == 1


async def test_a_paused_source_takes_nothing(tmp_path):
    async with paired(tmp_path) as pair:
        await pair.subscribe()
        await pair.publish("second")
        await pair.publisher.send()
        await pair.reader.store.set_paused(WIRE, paused=True)
        assert await take_pushed(pair.reader.house, "us") == 0
        assert await pair.titles() == {"Title of first"}


async def test_what_cannot_be_read_is_dropped_and_no_proof_that_the_push_works(tmp_path):
    async with paired(tmp_path) as pair:
        await pair.subscribe()
        (lease,) = await claim_now(pair.reader.house, "us", (WIRE,))
        await pair.reader.store.release(lease)
        broken = Pushed(source_id=WIRE, received=pair.clock(), body=b"<html>no feed</html>")
        assert await pair.reader.store.keep_pushed(broken, most=9)
        assert await take_pushed(pair.reader.house, "us") == 1
        assert await pair.reader.store.take_pushed(limit=9) == ()
        assert (await pair.push()).pushed_at is None


@pytest.fixture
async def server():
    async with scripted_server() as server:
        yield server


async def test_a_feed_that_names_its_hub_no_more_is_polled_as_before(tmp_path, server):
    head = '<link rel="hub" href="https://hub.example/"/>'
    feed = '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>{}</feed>'
    url = server.answers("/feed", feed.format(head).encode())
    async with open_stand(tmp_path, SUBSCRIBER, text=sited(closed_port(), url)) as stand:
        for body, hubs in ((head, ["https://hub.example/"]), ("", [])):
            server.answers("/feed", feed.format(body).encode())
            (lease,) = await claim_now(stand.house, "us", (WIRE,))
            await poll(stand.house, lease)
            assert [one.hub for one in (await stand.store.pushes()).values()] == hubs


async def test_a_hub_inside_the_network_is_never_asked(tmp_path, server):
    hub = server.answers("/hub", status=202)
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><link rel="hub" href="{hub}"/></feed>'
    url = server.answers("/feed", feed.encode())
    websub = "[websub]\nsubscribe = true\n"
    async with open_stand(tmp_path, websub, text=sited(closed_port(), url)) as stand:
        (lease,) = await claim_now(stand.house, "us", (WIRE,))
        await poll(stand.house, lease)
        assert await ask_hubs(stand.house) == 1
        assert [request.path for request in server.asked] == ["/feed"]
