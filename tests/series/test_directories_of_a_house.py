"""What the directories say while articles come, change and go, through the real publisher."""

from __future__ import annotations

import orjson
from lxml import html
from tests.series.house import about, configuration, open_newsroom

from swifeeds.markup import parse_xml


def directory(shelf):
    return orjson.loads(shelf.items["/feeds.json"].body)


def page(shelf, path):
    return html.fromstring(shelf.items[path].body.decode())


async def test_a_withdrawal_is_a_change_that_the_directory_tells(tmp_path):
    """Whoever looks there for what to fetch would never learn of it."""
    async with open_newsroom(tmp_path, configuration(["talks"])) as room:
        await room.send(*(about("talks", number) for number in range(3)))
        await room.publish()
        before = directory(await room.shelf())
        await room.withdraw(about("talks", 2))
        await room.publish()
        shelf = await room.shelf()
        after = directory(shelf)
        assert after["generated"] > before["generated"]
        feed = parse_xml(shelf.items["/en/stories/talks/feed.atom"].body)
        assert {one["updated"] for one in after["feeds"]} == {feed.findtext("{*}updated")}
        assert {one["entries"] for one in after["feeds"]} == {2}


async def test_a_correction_does_not_make_an_old_story_the_latest(tmp_path):
    async with open_newsroom(tmp_path, configuration(["old", "new"])) as room:
        await room.send(about("old", 1), about("new", 2))
        await room.publish()
        await room.correct(about("old", 1), title="old, corrected")
        await room.publish()
        catalogue = page(await room.shelf(), "/en/")
        titles = [one.text_content() for one in catalogue.xpath("//article/h3")]
        assert titles == ["On new", "On old"]
        assert "2026" not in catalogue.xpath("string(//main)")
