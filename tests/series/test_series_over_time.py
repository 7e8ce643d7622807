"""Archives of houses that change: large imports, new names, languages that come and go."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from tests.series.house import about, configuration, open_newsroom
from tests.series.walking import walk

from swifeeds.model import Translation
from swifeeds.pipeline.series import PAGES_AT_ONCE

STORY = "/en/stories/talks/"


def numbers(document):
    return [int("".join(c for c in one.rpartition("-")[2] if c.isdigit())) for one in document.ids]


def reader(shelf):
    return lambda path: shelf.items[path].body


async def test_a_large_import_grows_over_rounds_and_no_link_leads_nowhere_meanwhile(tmp_path):
    """And other feeds do not wait for it, and what the feed had is never missing."""
    async with open_newsroom(tmp_path, configuration(["talks", "other"])) as room:
        await room.send(*(about("talks", number) for number in range(1000, 1003)))
        await room.send(*(about("other", number) for number in range(3)))
        await room.publish()
        await room.send(*(about("talks", number) for number in range(150)))
        await room.send(about("other", 3))
        sizes = [0]
        async for shelf in rounds(room):
            sizes.append(len([path for path in shelf.items if "/archive/" in path]) // 3)
            documents = walk(reader(shelf), STORY + "feed.atom")
            assert numbers(documents[0]) == [1002, 1001, 1000]
            targets = {target for document in documents for target in document.links.values()}
            assert targets - {"/en/stories/talks/"} <= set(shelf.items)
            other = walk(reader(shelf), "/en/stories/other/feed.atom")
            assert numbers(other[0]) == [3, 2, 1]
    assert len(sizes) > 4
    assert all(later - before <= PAGES_AT_ONCE for before, later in pairwise(sizes))
    documents = walk(reader(shelf), STORY + "feed.json")
    on_pages = [number for document in documents[1:] for number in numbers(document)]
    assert sorted(on_pages) == list(range(150))


async def rounds(room):
    """What is published after each round of the publisher."""
    await room.group()
    while (await room.house.publish.run()).answered:
        yield await room.shelf()
        room.clock.tick()


async def test_a_new_story_with_a_long_past_is_published_before_its_archive_is_whole(tmp_path):
    async with open_newsroom(tmp_path, configuration(["talks"])) as room:
        await room.send(*(about("talks", number) for number in range(100)))
        await room.group()
        await room.house.publish.run()
        first = walk(reader(await room.shelf()), STORY + "feed.atom")
        assert numbers(first[0]) == [99, 98, 97]
        assert not first[0].is_complete
        await room.publish()
        documents = walk(reader(await room.shelf()), STORY + "feed.atom")
    assert sorted({n for one in documents for n in numbers(one)}) == list(range(100))


async def test_a_renamed_story_leads_from_its_old_pages_to_its_new_ones(tmp_path):
    async with open_newsroom(tmp_path, configuration(["talks"])) as room:
        await room.send(*(about("talks", number) for number in range(50)))
        await room.publish()
        old = set((await room.shelf()).items)
    renamed = configuration(["talks"], slugs=["peace"])
    async with open_newsroom(tmp_path, renamed) as room:
        async for shelf in rounds(room):
            if "/en/stories/peace/feed.atom" in shelf.items:
                walk(reader(shelf), "/en/stories/peace/feed.atom")
        documents = walk(reader(shelf), "/en/stories/peace/feed.rss")
    assert sorted({n for one in documents for n in numbers(one)}) == list(range(50))
    for path in old:
        if "/stories/talks/" in path:
            assert path not in shelf.items
            assert shelf.redirects[path].location == path.replace("/talks/", "/peace/")


async def test_an_entry_in_a_fallback_language_makes_way_for_its_translation_and_comes_back(
    tmp_path,
):
    """The page's set stays as it is: what may not be shown by now is not, and nothing breaks."""
    async with open_newsroom(tmp_path, configuration(["talks"], fallback=["en"])) as room:
        english = [about("talks", number) for number in range(6)]
        await room.send(*english)
        await room.publish()
        documents = walk(reader(await room.shelf()), "/de/stories/talks/feed.atom")
        assert [numbers(one) for one in documents] == [[5, 4, 3], [2, 1, 0]]
        german = replace(
            about("talks", 1, "de"),
            translations=(Translation(language="en", url=english[1].url, evidence="hreflang"),),
        )
        await room.send(german)
        await room.publish()
        documents = walk(reader(await room.shelf()), "/de/stories/talks/feed.atom")
        assert [one.ids for one in documents] == [
            tuple(one.id for one in reversed(english[3:])),
            (english[4].id, english[3].id, german.id),
            (english[2].id, english[0].id),
        ]
        await room.withdraw(german)
        await room.publish()
        documents = walk(reader(await room.shelf()), "/de/stories/talks/feed.atom")
        assert numbers(documents[-1]) == [2, 1, 0]
        assert english[1].id in documents[-1].ids
        assert german.id in documents[1].ids, "its notice stands where it stood"


async def test_a_smaller_feed_leaves_its_pages_as_they_are(tmp_path):
    async with open_newsroom(tmp_path, configuration(["talks"])) as room:
        await room.send(*(about("talks", number) for number in range(6)))
        await room.publish()
    async with open_newsroom(tmp_path, configuration(["talks"], size=2)) as room:
        await room.publish()
        documents = walk(reader(await room.shelf()), STORY + "feed.atom")
    assert [numbers(one) for one in documents] == [[5, 4], [4, 3], [2, 1, 0]]


async def test_new_words_rewrite_every_page(tmp_path):
    text = configuration(["talks"])
    async with open_newsroom(tmp_path, text) as room:
        await room.send(*(about("talks", number) for number in range(9)))
        await room.publish()
    async with open_newsroom(tmp_path, text.replace("On talks", "All about talks")) as room:
        await room.publish()
        items = (await room.shelf()).items
    for page in (1, 2):
        assert b"All about talks" in items[f"{STORY}archive/{page}.rss"].body


async def test_a_run_that_is_cut_short_loses_no_page(tmp_path):
    """The publisher took its marks and died before it handed over what it had made."""
    async with open_newsroom(tmp_path, configuration(["talks"])) as room:
        await room.send(*(about("talks", number) for number in range(7)))
        await room.group()
        assert await room.house.store.stale(300)
    async with open_newsroom(tmp_path, configuration(["talks"])) as room:
        await room.publish()
        documents = walk(reader(await room.shelf()), STORY + "feed.atom")
    assert [numbers(one) for one in documents] == [[6, 5, 4], [5, 4, 3], [2, 1, 0]]
