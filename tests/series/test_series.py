"""A story that outgrows its feed is kept whole: pages, links, marks, through the real publisher."""

from __future__ import annotations

import pytest
from tests.series.house import FEED_SIZE, about, configuration, open_newsroom
from tests.series.walking import walk

CURRENT = "/en/stories/talks/feed."
PAGE = "/en/stories/talks/archive/{}."
SUFFIXES = ("rss", "atom", "json")


@pytest.fixture
async def newsroom(tmp_path):
    async with open_newsroom(tmp_path, configuration(["talks"])) as room:
        yield room


async def chain(room, suffix="atom"):
    shelf = await room.shelf()
    return walk(lambda path: shelf.items[path].body, CURRENT + suffix)


def numbers(document):
    return [int(one.partition("-en")[2]) for one in document.ids]


async def test_a_story_that_fits_is_complete_and_has_no_archive(newsroom):
    await newsroom.send(*(about("talks", number) for number in range(FEED_SIZE)))
    await newsroom.publish()
    for suffix in SUFFIXES:
        (only,) = await chain(newsroom, suffix)
        assert numbers(only) == [2, 1, 0]
        assert only.is_complete == (suffix != "json")
    assert not [path for path in (await newsroom.shelf()).items if "archive" in path]


async def test_the_entry_that_leaves_goes_on_a_page_that_is_filled_up_from_the_feed(newsroom):
    for number in range(FEED_SIZE + 1):
        await newsroom.send(about("talks", number))
        await newsroom.publish()
    for suffix in SUFFIXES:
        current, page = await chain(newsroom, suffix)
        assert (numbers(current), numbers(page)) == ([3, 2, 1], [2, 1, 0])
        assert (current.is_complete, page.is_complete) == (False, False)
        assert (current.is_archive, page.is_archive) == (False, True)
        assert page.feed_id == current.feed_id
