"""A feed that is polled again: what did not change is seen, what did is read."""

from __future__ import annotations

import pytest
from aiohttp import web
from tests.contract.databases import lay_database
from tests.unit.service.houses import TEXT, configure

from swifeeds.cli.collect import collect_once
from swifeeds.model import SourceId, Status
from swifeeds.service import open_house

WIRE = SourceId("wire")


def item(name, text="The lake rose by two centimetres over night."):
    return (
        f"<item><guid isPermaLink='false'>{name}</guid><title>Title {name}</title>"
        f"<link>https://news.example.org/{name}</link><description>{text}</description></item>"
    )


class Newsroom:
    """One feed on a real port; what it says is a value."""

    def __init__(self) -> None:
        self.items: list[str] = []

    async def answer(self, _request: web.Request) -> web.Response:
        body = f"<rss version='2.0'><channel><title>W</title>{''.join(self.items)}</channel></rss>"
        return web.Response(text=body, content_type="application/rss+xml")


@pytest.fixture
async def newsroom():
    newsroom = Newsroom()
    application = web.Application()
    application.router.add_get("/wire", newsroom.answer)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    newsroom.url = f"http://127.0.0.1:{runner.addresses[0][1]}/wire"
    yield newsroom
    await runner.cleanup()


@pytest.fixture
def text(newsroom):
    wire = TEXT.replace("https://news.example/wire", newsroom.url)
    return wire + '[collect]\nallow_private = ["127.0.0.0/8"]\n'


async def poll(house):
    (report,), _ = await collect_once(house, (WIRE,), quiet=True)
    assert report.failure is None
    return report.new, report.revised, report.duplicate


async def test_unchanged_entries_are_seen_and_edited_ones_are_revised(newsroom, text, tmp_path):
    lay_database(tmp_path / "house.db")
    async with open_house(configure(tmp_path, text)) as house:
        newsroom.items = [item("a"), item("b")]
        assert await poll(house) == (2, 0, 0)
        before = await house.store.digests(WIRE, limit=10)
        assert len(before) == 2
        newsroom.items = [item("c"), item("a", "The lake fell."), item("b")]
        assert await poll(house) == (1, 1, 1)
        assert len(await house.store.digests(WIRE, limit=10) & before) == 1
        article = await house.store.article("https://news.example.org/a")
        assert article.summary == "The lake fell."


async def test_what_the_desk_withdrew_stays_so_and_comes_back_with_what_it_says_now(
    newsroom, text, tmp_path
):
    lay_database(tmp_path / "house.db")
    async with open_house(configure(tmp_path, text)) as house:
        newsroom.items = [item("a")]
        await poll(house)
        store, now = house.store, house.now()
        article = await store.article("https://news.example.org/a")
        await store.set_status(article.id, Status.WITHDRAWN, reason="by mistake", now=now)
        newsroom.items = [item("a", "The lake fell.")]
        assert await poll(house) == (0, 0, 1)
        await store.set_status(article.id, Status.USABLE, reason=None, now=now)
        assert await poll(house) == (0, 1, 0)


async def test_another_configuration_reads_every_entry_anew(newsroom, text, tmp_path):
    lay_database(tmp_path / "house.db")
    newsroom.items = [item("a")]
    async with open_house(configure(tmp_path, text)) as house:
        await poll(house)
        before = await house.store.digests(WIRE, limit=10)
    changed = text.replace('language = "en"', 'language = "en-GB"')
    async with open_house(configure(tmp_path, changed)) as house:
        await poll(house)
        assert not await house.store.digests(WIRE, limit=10) & before
