"""What readers meet after the operator changed the configuration."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from tests.acceptance.journey import opened, read_shelf

from swifeeds import desk
from swifeeds.config import load_config
from swifeeds.model import FeedKey, Scope, StoryState
from swifeeds.service import Service, open_house
from swifeeds.service.work import settle


def change(folder: Path, before: str, after: str) -> None:
    file = folder / "swifeeds.toml"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


async def publish_anew(folder: Path, **others):
    async with open_house(load_config(folder / "swifeeds.toml", {}), **others) as house:
        return await settle(house, "test")


def titles(shelf, path):
    return [entry["title"] for entry in json.loads(shelf.items[path].body)["items"]]


async def test_a_renamed_story_answers_from_its_new_address_and_leads_there_from_the_old(copied):
    before = await read_shelf(copied)
    change(copied, 'id = "caucasus-talks"', 'id = "caucasus-talks"\nslug = "geneva"')
    await publish_anew(copied)
    after = await read_shelf(copied)
    old = [path for path in before.items if "/stories/caucasus-talks/" in path]
    assert old
    for path in old:
        new = path.replace("/caucasus-talks/", "/geneva/")
        assert path not in after.items
        assert after.redirects[path].location == new
        assert new in after.items


async def test_a_story_that_gets_its_old_name_back_stands_there_again(copied):
    change(copied, 'id = "caucasus-talks"', 'id = "caucasus-talks"\nslug = "geneva"')
    await publish_anew(copied)
    change(copied, 'slug = "geneva"', "")
    await publish_anew(copied)
    shelf = await read_shelf(copied)
    path = "/ar/stories/caucasus-talks/feed.rss"
    assert path in shelf.items
    assert path not in shelf.redirects
    assert shelf.redirects["/ar/stories/geneva/feed.rss"].location == path


async def test_the_feed_of_a_story_that_is_stated_no_more_is_closed_and_keeps_its_articles(copied):
    path = "/de/stories/glacier-monitoring/feed.json"
    before = await read_shelf(copied)
    text = (copied / "swifeeds.toml").read_text(encoding="utf-8")
    start = text.index('[[stories]]\nid = "glacier-monitoring"')
    end = text.index("[[sources]]", start)
    (copied / "swifeeds.toml").write_text(text[:start] + text[end:], encoding="utf-8")
    async with opened(copied) as room:
        await settle(room.house, "test")
        story = await room.house.store.story("glacier-monitoring")
    after = await read_shelf(copied)
    assert story is not None
    assert story.state is StoryState.CLOSED
    assert titles(after, path) == titles(before, path)
    assert json.loads(after.items[path].body)["expired"] is True


async def test_a_trust_mark_leaves_the_feeds_on_the_day_after_its_last(copied):
    path = "/en/feed.atom"
    before = await read_shelf(copied)
    assert b"about/certificate" in before.items[path].body
    await publish_anew(copied, now=lambda: datetime(2037, 1, 1, tzinfo=UTC))
    after = await read_shelf(copied)
    assert b"about/certificate" not in after.items[path].body


async def test_the_same_configuration_a_day_later_publishes_nothing(copied):
    settled = await publish_anew(copied, now=lambda: datetime(2036, 12, 31, 22, tzinfo=UTC))
    assert (settled.grouped, settled.rendered) == (0, 0)


async def test_an_article_that_has_no_page_of_ours_any_more_leads_to_its_own(copied):
    own = 'own = true\npublish = "full"'
    change(copied, own, f"{own}\narticle_pages = true")
    await publish_anew(copied)
    pages = {path for path in (await read_shelf(copied)).items if "/articles/" in path}
    change(copied, "\narticle_pages = true", "")
    await publish_anew(copied)
    after = await read_shelf(copied)
    left = pages - after.items.keys()
    assert left
    for path in left:
        location = after.redirects[path].location
        assert location is not None
        assert location.startswith("http://127.0.0.1")


async def test_a_language_whose_last_article_was_withdrawn_lists_no_feed_any_more(copied):
    async with opened(copied) as room:
        house, store = room.house, room.house.store
        key = FeedKey(scope=Scope.ALL, key="", language="ja")
        found = await store.dossiers(key, languages=("ja",), limit=100, now=house.now())
        for one in found:
            await desk.withdraw_article(store, one.article.id, reason="a test", now=house.now())
        await settle(house, "test")
        shelf = await store.shelf()
    assert found
    for path in ("/ja/", "/ja/feeds.opml"):
        assert b"/ja/stories/caucasus-talks/feed" not in shelf.items[path].body


async def test_a_new_story_is_filled_although_the_old_configuration_ran_beside_it(copied):
    async with opened(copied) as room:
        running = Service(room.house, load=lambda: room.house.config)
        change(copied, 'id = "glacier-monitoring"', 'id = "glaciers"')
        async with open_house(load_config(copied / "swifeeds.toml", {})):
            pass
        await settle(room.house, "running")
        await running._upkeep()
    await publish_anew(copied)
    shelf = await read_shelf(copied)
    assert titles(shelf, "/de/stories/glaciers/feed.json")
