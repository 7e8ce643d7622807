"""What a subscriber at a former address meets when more than the name changed at once."""

from __future__ import annotations

import json

from tests.series.house import about, configuration, open_newsroom
from tests.series.test_moved_stories import check_ways, end, merge, of_story

from swifeeds.model import FeedKey, Scope
from swifeeds.pipeline.publish import BATCH

RENAMED = configuration(["talks"], slugs=["peace"])


def all_withdrawn(shelf, path):
    """There are entries, and nothing but notices of a withdrawal."""
    items = json.loads(shelf.items[path].body)["items"]
    return bool(items) and all(item["_swifeeds"]["withdrawn"] for item in items)


async def test_a_language_whose_last_article_is_withdrawn_with_the_renaming_moves_all_the_same(
    tmp_path,
):
    """Or the article would stay public at the old address, which nobody renders any more."""
    german = about("talks", 1, "de")
    async with open_newsroom(tmp_path, configuration(["talks"])) as room:
        await room.send(about("talks", 0), german)
        await room.publish()
        await room.withdraw(german)
    async with open_newsroom(tmp_path, RENAMED) as room:
        await room.publish()
        shelf = await room.shelf()
    assert not of_story(shelf, "talks")
    for name in ("feed.rss", "feed.atom", "feed.json", ""):
        moved = shelf.redirects[f"/de/stories/talks/{name}"]
        assert moved.location == f"/de/stories/peace/{name}"
    assert all_withdrawn(shelf, "/de/stories/peace/feed.json")
    check_ways(shelf)


async def test_archive_pages_of_a_language_that_lost_everything_move_too(tmp_path):
    german = [about("talks", number, "de") for number in range(7)]
    async with open_newsroom(tmp_path, configuration(["talks"])) as room:
        await room.send(about("talks", 0), *german)
        await room.publish()
        old = of_story(await room.shelf(), "talks")
        for one in german:
            await room.withdraw(one)
    async with open_newsroom(tmp_path, RENAMED) as room:
        await room.publish()
        shelf = await room.shelf()
    assert any(path == "/de/stories/talks/archive/1.atom" for path in old)
    for path in old:
        assert shelf.redirects[path].location == path.replace("/talks/", "/peace/")
    assert all_withdrawn(shelf, "/de/stories/peace/archive/1.json")
    check_ways(shelf)


async def test_a_list_that_gets_shorter_with_the_renaming_leaves_no_sheet_behind(tmp_path):
    articles = [about("talks", number) for number in range(35)]
    async with open_newsroom(tmp_path, configuration(["talks"], size=40)) as room:
        await room.send(*articles)
        await room.publish()
        assert "/en/stories/talks/2/" in (await room.shelf()).items
        for one in articles[:20]:
            await room.withdraw(one)
    renamed = configuration(["talks"], slugs=["peace"], size=40)
    async with open_newsroom(tmp_path, renamed) as room:
        await room.publish()
        shelf = await room.shelf()
    assert shelf.redirects["/en/stories/talks/2/"].location == "/en/stories/peace/"
    assert not of_story(shelf, "talks")
    check_ways(shelf)


async def test_a_merged_story_waits_for_the_feed_in_its_own_language(tmp_path):
    """A reader keeps the address of a 301: the feed of all languages would be for good."""
    async with open_newsroom(tmp_path, configuration(["talks", "other"])) as room:
        await room.send(about("talks", 0), about("talks", 1, "de"), about("other", 0))
        await room.publish()
    async with open_newsroom(tmp_path, configuration(["other"])) as room:
        await room.publish()
        await end(room, "talks", **merge("other"))
        busy = [FeedKey(scope=Scope.STORY, key=f"busy-{number}") for number in range(BATCH)]
        await room.house.store.mark_stale(busy)
        await room.send(about("other", 1, "de"))
        await room.group()
        await room.house.publish.run()
        between = await room.shelf()
        await room.publish()
        shelf = await room.shelf()
    assert "/de/stories/talks/feed.rss" in between.items
    for name in ("feed.rss", "feed.json", ""):
        assert shelf.redirects[f"/de/stories/talks/{name}"].location == f"/de/stories/other/{name}"
    check_ways(shelf)
