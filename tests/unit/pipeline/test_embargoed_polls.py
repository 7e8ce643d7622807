"""Dates that lie in the future, from a real server to the published feed."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest
from lxml import etree
from tests.unit.egress.scripted import scripted_server
from tests.unit.pipeline.polls import START, polled

from swifeeds.service.work import settle

END = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)
"""The embargo's end, 10:30 in Zurich."""

TEXT = (
    "<p>The crews had stopped work on Monday, leaving thousands of commuters on the quays.</p>"
    "<p>Under the agreement a shift on the night boats will last nine hours instead of eleven.</p>"
    "<p>Mediators said that both sides had moved, and that neither had won anything at all.</p>"
)
FEED = "/en/sources/harbour/feed.rss"
LINE = "<p>Embargoed until 28 November 2026, 10:30</p>"
MINUTE = timedelta(minutes=1)


def item(title: str, published: datetime, text: str = TEXT) -> str:
    date = f"{published:%a, %d %b %Y %H:%M:%S} GMT"
    return (
        f"<item><title>{title}</title><guid isPermaLink='false'>{title}</guid>"
        f"<pubDate>{date}</pubDate><description><![CDATA[{text}]]></description></item>"
    )


def channel(*items: str) -> bytes:
    text = "".join(items)
    return f"<rss version='2.0'><channel><title>Harbour</title>{text}</channel></rss>".encode()


def page(title: str, line: str, published: datetime | None = None) -> bytes:
    stated = published.isoformat() if published else ""
    head = f'<meta property="article:published_time" content="{stated}">' if published else ""
    return (
        f"<html lang='en'><head><title>{title}</title>{head}</head><body><article>"
        f"<h1>{title}</h1>{line}{TEXT}</article></body></html>"
    ).encode()


@pytest.fixture
async def server():
    async with scripted_server() as server:
        yield server


@asynccontextmanager
async def harbour(folder, server, kind: str, path: str):
    source = f'kind = "{kind}"\nurl = "{server.url(path)}"\nown = true\npublish = "full"\n'
    async with polled(folder, server, source) as house:
        yield house


async def published(house, at: datetime) -> dict[str, datetime]:
    """What the source's feed holds at a time, by headline, with its date."""
    house.clock.now = at
    await settle(house.house, "me", wait=True)
    shelf = await house.house.store.shelf()
    if FEED not in shelf.items:
        return {}
    return {
        entry.findtext("title"): parsedate_to_datetime(entry.findtext("pubDate")).astimezone(UTC)
        for entry in etree.fromstring(shelf.items[FEED].body).iter("item")
    }


async def is_anywhere(house, words: str) -> bool:
    shelf = await house.house.store.shelf()
    return any(words.encode() in item.body for item in shelf.items.values())


async def test_an_unexplained_future_date_is_the_time_of_retrieval_once_and_for_all(
    tmp_path, server
):
    server.answers("/feed", channel(item("Quay reopens", END)))
    async with harbour(tmp_path, server, "feed", "/feed") as house:
        report = await house.poll()
        assert any("lies in the future; set to now" in told.reason for told in report.rejects)
        assert await published(house, START) == {"Quay reopens": START}
        server.answers("/feed", channel(item("Quay reopens", END), item("Fog", START)))
        house.clock.now = END - timedelta(days=1)
        await house.poll()
        assert (await published(house, END + MINUTE))["Quay reopens"] == START


async def test_an_item_under_embargo_is_in_no_document_until_its_end_and_then_has_its_date(
    tmp_path, server
):
    server.answers(
        "/feed", channel(item("Boats run again", END, LINE + TEXT), item("Fog", START - MINUTE))
    )
    async with harbour(tmp_path, server, "feed", "/feed") as house:
        assert (await house.poll()).new == 2
        for at in (START, END - MINUTE):
            assert set(await published(house, at)) == {"Fog"}
            assert not await is_anywhere(house, "Boats run again")
        assert (await published(house, END))["Boats run again"] == END
        assert not await is_anywhere(house, "Embargoed until")


@pytest.mark.parametrize("stated", [END, None], ids=["dated", "undated"])
async def test_so_is_a_page(tmp_path, server, stated):
    server.answers("/n/boats", page("Boats run again", LINE, stated), Content_Type="text/html")
    async with harbour(tmp_path, server, "page", "/n/boats") as house:
        assert (await house.poll()).new == 1
        assert await published(house, END - MINUTE) == {}
        assert not await is_anywhere(house, "Boats run again")
        assert await published(house, END) == {"Boats run again": END}


async def test_a_page_about_an_embargo_is_published_at_once(tmp_path, server):
    line = "<p>Arms embargo until 28 November 2026</p>"
    server.answers("/n/arms", page("Embargo lifted", line, END), Content_Type="text/html")
    async with harbour(tmp_path, server, "page", "/n/arms") as house:
        await house.poll()
        assert await published(house, START) == {"Embargo lifted": START}


async def test_an_end_that_cannot_be_read_holds_it_is_told_and_gives_way_to_one_that_can(
    tmp_path, server
):
    unread = LINE.replace("28", "82")
    server.answers("/n/boats", page("Boats run again", unread), Content_Type="text/html")
    async with harbour(tmp_path, server, "page", "/n/boats") as house:
        await house.poll()
        assert await published(house, START) == {}
        (told,) = await house.house.store.notices()
        assert (told.kind, "82 November" in told.message) == ("article-held", True)
        server.answers("/n/boats", page("Boats run again", LINE), Content_Type="text/html")
        house.clock.now = START + MINUTE
        await house.poll()
        assert await published(house, END - MINUTE) == {}
        assert set(await published(house, END)) == {"Boats run again"}


async def test_an_embargo_that_is_brought_forward_takes_its_date_along(tmp_path, server):
    server.answers("/feed", channel(item("Boats run again", END, LINE + TEXT)))
    async with harbour(tmp_path, server, "feed", "/feed") as house:
        await house.poll()
        sooner = LINE.replace("28", "27")
        server.answers("/feed", channel(item("Boats run again", END, sooner + TEXT)))
        house.clock.now = START + MINUTE
        await house.poll()
        assert await published(house, END - timedelta(days=1) - MINUTE) == {}
        day_before = END - timedelta(days=1)
        assert await published(house, day_before) == {"Boats run again": day_before}
        (article,) = (await house.articles()).values()
        assert article.updated == day_before


async def test_an_embargo_that_is_put_off_does_so_too(tmp_path, server):
    server.answers("/n/boats", page("Boats run again", LINE), Content_Type="text/html")
    async with harbour(tmp_path, server, "page", "/n/boats") as house:
        await house.poll()
        later = LINE.replace("28", "29")
        server.answers("/n/boats", page("Boats run again", later), Content_Type="text/html")
        house.clock.now = START + MINUTE
        await house.poll()
        assert await published(house, END) == {}
        day_after = END + timedelta(days=1)
        assert await published(house, day_after) == {"Boats run again": day_after}


async def test_an_embargo_that_has_passed_holds_nothing(tmp_path, server):
    passed = LINE.replace("28", "25")
    server.answers("/feed", channel(item("Boats run again", START - MINUTE, passed + TEXT)))
    async with harbour(tmp_path, server, "feed", "/feed") as house:
        await house.poll()
        assert await published(house, START) == {"Boats run again": START - MINUTE}
