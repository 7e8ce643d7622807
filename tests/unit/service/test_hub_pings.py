"""Somebody else's hub hears of every change, be it dead for a while, across a restart of ours."""

from __future__ import annotations

import pytest
from tests.unit.egress.scripted import scripted_server
from tests.unit.service.newsstand import BASE, TOPIC, Clock, closed_port, open_stand, other_hub


@pytest.fixture
def hub(server):
    return other_hub(server)


def telling(*urls: str) -> str:
    named = ", ".join(f'"{url}"' for url in urls)
    return f"[websub]\nhub = [{named}]\n"


async def test_a_change_is_pinged_as_the_hubs_in_use_take_it(tmp_path, hub):
    async with open_stand(tmp_path, telling(hub.url)) as stand:
        await stand.publish(b"first")
        await stand.send()
        assert hub.pings == [[("hub.mode", "publish"), ("hub.url", TOPIC), ("hub.topic", TOPIC)]]
        await stand.publish(b"first")
        assert await stand.send() == 0


async def test_each_of_several_hubs_is_told_and_one_that_fails_delays_no_other(tmp_path, server):
    good, bad = other_hub(server), other_hub(server, "/bad")
    bad.status = 500
    async with open_stand(tmp_path, telling(bad.url, good.url)) as stand:
        await stand.publish(b"first")
        await stand.send()
        await stand.publish(b"second")
        await stand.send()
    assert (len(bad.pings), good.topics) == (1, [TOPIC, TOPIC])


async def test_a_ping_lost_to_a_dead_hub_is_delivered_after_it_returns(tmp_path, server, hub):
    answer = server.scripts.pop("/their-hub")
    async with open_stand(tmp_path, telling(hub.url)) as stand:
        for number in range(3):
            await stand.publish(b"first", f"/en/sections/{number}/feed.atom")
        await stand.send()
        stand.clock.pass_(hours=5)
        await stand.send()
        assert hub.topics == []
        server.scripts["/their-hub"] = answer
        stand.clock.pass_(minutes=5)
        while await stand.send():
            pass
        assert sorted(hub.topics) == [f"{BASE}/en/sections/{n}/feed.atom" for n in range(3)]


async def test_a_ping_lost_to_a_dead_hub_is_delivered_after_a_restart_too(tmp_path, server):
    clock, dead = Clock(), closed_port()
    url = f"http://127.0.0.1:{dead}/their-hub"
    async with open_stand(tmp_path, telling(url), clock) as stand:
        await stand.publish(b"first")
        await stand.send()
    async with open_stand(tmp_path, telling(url), clock) as stand:
        clock.pass_(seconds=10)
        assert await stand.send() == 1  # still dead
        async with scripted_server(port=dead) as returned:
            hub = other_hub(returned)
            clock.pass_(seconds=30)
            assert await stand.send() == 1
            assert hub.topics == [TOPIC]
            assert await stand.count("outbox") == 0


async def test_a_dead_hub_is_asked_at_most_every_five_minutes_for_all_its_topics(tmp_path, hub):
    hub.status = 503
    async with open_stand(tmp_path, telling(hub.url)) as stand:
        for hours in range(4):
            await stand.publish(str(hours).encode(), f"/en/sections/{hours}/feed.atom")
            await stand.send()
            stand.clock.pass_(hours=1)
        stand.clock.pass_(seconds=-1)
        asked = len(hub.pings)
        await stand.publish(b"more", "/en/sections/9/feed.atom")
        await stand.send()
        # Those that went first put all the others off.
        assert len(hub.pings) - asked <= 2
        assert await stand.send() == 0
        stand.clock.pass_(minutes=4, seconds=59)
        assert await stand.send() == 0


async def test_the_operator_is_told_of_a_hub_that_fails_for_long_and_when_it_is_over(tmp_path, hub):
    hub.status = 500
    async with open_stand(tmp_path, telling(hub.url)) as stand:
        await stand.publish(b"first")
        await stand.send()
        assert await stand.store.notices() == ()
        stand.clock.pass_(minutes=15)
        await stand.send()
        (notice,) = await stand.store.notices()
        assert (notice.kind, notice.subject) == ("hub-failing", hub.url)
        assert "2026-11-26 12:00 UTC (answered 500 Internal Server Error)" in notice.message
        hub.status = 204
        stand.clock.pass_(minutes=5)
        await stand.send()
        assert await stand.store.notices() == ()


async def test_our_own_hub_and_another_work_side_by_side(tmp_path, hub):
    text = f'[websub]\nhub = ["own", "{hub.url}"]\ncallback_networks = ["127.0.0.0/8"]\n'
    async with open_stand(tmp_path, text) as stand:
        assert stand.house.config.publication.hubs == (f"{BASE}/hub", hub.url)
        await stand.publish(b"first")
        await stand.send()
        assert hub.topics == [TOPIC]
        assert (await stand.ask({})).status == 400
