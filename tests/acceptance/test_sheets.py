"""A source with more articles than one page shows, and then with fewer."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from lxml import html
from tests.acceptance.journey import opened

from swifeeds.cli.collect import collect_once
from swifeeds.model import FeedKey, Redirect, Scope, SourceId, Status
from swifeeds.service.work import settle

PAGE = "/en/sources/drops/"
SECOND = f"{PAGE}2/"
FIRST_DAY = datetime(2025, 1, 1, 9, tzinfo=UTC)


def drop(folder, numbers):
    for number in numbers:
        notice = {
            "guid": f"notice-{number}",
            "language": "en",
            "url": f"https://lanterna.example/notices/{number}/",
            "title": f"Notice number {number}",
            "summary": f"What notice number {number} says in one sentence.",
            "content": f"<p>Notice number {number} says this at some length, for it is long.</p>",
            "published": (FIRST_DAY + timedelta(days=number)).isoformat(),
        }
        (folder / "drops" / f"notice-{number}.json").write_text(json.dumps(notice))


def headlines(shelf, path):
    return html.document_fromstring(shelf.items[path].body.decode()).xpath("//h4/a/text()")


def facts(shelf, path):
    return html.document_fromstring(shelf.items[path].body.decode()).xpath(
        "string(//p[@class='facts'])"
    )


async def collected(room):
    await collect_once(room.house, [SourceId("drops")], quiet=True)
    return await room.house.store.shelf()


async def test_a_long_list_fills_a_second_sheet_and_an_emptied_one_leads_to_the_first(copied):
    drop(copied, range(40))
    async with opened(copied) as room:
        shelf = await collected(room)
        shown = [*headlines(shelf, PAGE), *headlines(shelf, SECOND)]
        assert len(headlines(shelf, PAGE)) == 30
        assert [f"Notice number {number}" for number in reversed(range(40))] == [
            title for title in shown if title.startswith("Notice")
        ]
        store = room.house.store
        dossiers = await store.dossiers(
            FeedKey(scope=Scope.SOURCE, key="drops"),
            languages=["en"],
            limit=20,
            now=datetime.now(UTC),
        )
        for dossier in dossiers:
            await store.set_status(
                dossier.article.id, Status.WITHDRAWN, reason="a test", now=datetime.now(UTC)
            )
        await settle(room.house, "test", wait=True)
        shelf = await store.shelf()
    assert SECOND not in shelf.items
    assert shelf.redirects[SECOND] == Redirect(path=SECOND, location=PAGE)


async def test_a_list_counts_the_articles_that_its_feed_no_longer_holds(copied):
    drop(copied, range(70))
    async with opened(copied) as room:
        shelf = await collected(room)
        counted = len(
            await room.house.store.published(
                FeedKey(scope=Scope.SOURCE, key="drops"), languages=["en"], now=datetime.now(UTC)
            )
        )
    assert counted > 70
    assert f"{counted} articles" in facts(shelf, PAGE)
    assert "20 articles" in facts(shelf, SECOND)
