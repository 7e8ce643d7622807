"""What the directories say while articles come, change and go, through the real publisher."""

from __future__ import annotations

import orjson
from lxml import html
from tests.series.house import about, configuration, open_newsroom

from swifeeds.markup import parse_xml


def directory(shelf):
    return orjson.loads(shelf.items["/feeds.json"].body)


def listed(shelf, language):
    return [
        (one["scope"], one["entries"])
        for one in directory(shelf)["feeds"]
        if one["language"] == language
    ]


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


async def test_feeds_of_borrowed_articles_can_be_found(tmp_path):
    """A language that shows another's articles has feeds and pages, and a way to them."""
    async with open_newsroom(tmp_path, configuration(["talks"], fallback=["en"])) as room:
        await room.send(about("talks", 0), about("talks", 1))
        await room.publish()
        shelf = await room.shelf()
        assert listed(shelf, "de") == [("all", 2), ("source", 2), ("story", 2)]
        assert b"/de/stories/talks/feed.rss" in shelf.items["/de/feeds.opml"].body
        catalogue = page(shelf, "/de/")
        assert catalogue.xpath("//h3/a/@href") == ["/de/stories/talks/"]
        assert "1 Sprache" in catalogue.xpath("string(//article)")
        assert not catalogue.xpath("//*[@class='newest']")
        assert page(shelf, "/en/").xpath("//nav[@class='languages']//@hreflang") == ["en", "de"]


async def test_a_story_that_is_called_by_a_number_keeps_its_languages_in_the_sitemap(tmp_path):
    """Further sheets of a list are numbered too, and have none."""
    async with open_newsroom(tmp_path, configuration(["talks"], slugs=["2026"])) as room:
        await room.send(about("talks", 1), about("talks", 1, "de"))
        await room.publish()
        sitemap = parse_xml((await room.shelf()).items["/sitemap.xml"].body)
        (url,) = [one for one in sitemap if one.findtext("{*}loc").endswith("/en/stories/2026/")]
        assert [link.get("hreflang") for link in url.findall("{*}link")] == ["de", "en"]
