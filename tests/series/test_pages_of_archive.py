"""A long story as people turn its pages: from the newest sheet to the oldest, and back."""

from __future__ import annotations

import pytest
from lxml import html
from tests.series.house import about, configuration, open_newsroom

SIZE = 40
STORY = "/en/stories/talks/"
BASE = "https://feeds.example.org"


@pytest.fixture
async def newsroom(tmp_path):
    async with open_newsroom(tmp_path, configuration(["talks"], size=SIZE)) as room:
        yield room


def tree(items, path):
    return html.document_fromstring(items[path].body.decode())


def turned(shelf, path, relation):
    """The sheets from `path` on, each found by the link of the one before."""
    while path:
        yield path
        links = tree(shelf.items, path).xpath(f"//p[@class='turn']/a[@rel='{relation}']/@href")
        path = links[0] if links else None
        if path in shelf.redirects:
            path = shelf.redirects[path].location


def numbers(items, path):
    titles = tree(items, path).xpath("//h4/a/text()")
    return [int(title.rpartition(" ")[2]) for title in titles]


async def test_every_article_is_found_by_turning_to_earlier_sheets_and_back_again(newsroom):
    await newsroom.send(*(about("talks", number) for number in range(150)))
    await newsroom.publish()
    shelf = await newsroom.shelf()
    items = shelf.items
    backwards = list(turned(shelf, STORY, "next"))
    assert backwards[:4] == [STORY, f"{STORY}2/", f"{STORY}archive/3/", f"{STORY}archive/3/2/"]
    assert backwards[-1] == f"{STORY}archive/1/2/"
    assert list(turned(shelf, backwards[-1], "prev")) == backwards[::-1]
    seen = [number for path in backwards for number in numbers(items, path)]
    assert set(seen) == set(range(150))
    assert max(len(numbers(items, path)) for path in backwards) == 30


async def test_the_first_sheet_speaks_of_the_whole_and_the_others_offer_the_current_feed(newsroom):
    await newsroom.send(*(about("talks", number) for number in range(90)))
    await newsroom.publish()
    items = (await newsroom.shelf()).items
    assert "90 articles" in tree(items, STORY).xpath("string(//p[@class='facts'])")
    assert tree(items, STORY).xpath("//figure//svg")
    archive = tree(items, f"{STORY}archive/1/")
    assert "30 articles" in archive.xpath("string(//p[@class='facts'])")
    assert not archive.xpath("//figure | //input")
    feeds = archive.xpath("//link[@rel='alternate' and @type]/@href")
    assert f"{BASE}{STORY}feed.rss" in feeds
    assert not [address for address in feeds if "archive" in address]
    assert archive.xpath("//link[@rel='canonical']/@href") == [f"{BASE}{STORY}archive/1/"]


async def test_a_new_article_of_a_long_story_renders_no_older_page(newsroom):
    await newsroom.send(*(about("talks", number) for number in range(150)))
    await newsroom.publish()
    before = (await newsroom.shelf()).items
    await newsroom.send(about("talks", 150))
    await newsroom.publish()
    after = (await newsroom.shelf()).items
    pages = {path for path in after if path.startswith(STORY) and path.endswith("/")}
    changed = {path for path in pages if after[path] != before.get(path)}
    assert changed <= {STORY, f"{STORY}2/"} | {
        path for path in pages if path.startswith((f"{STORY}archive/3/", f"{STORY}archive/4/"))
    }
    assert STORY in changed


async def test_a_page_of_the_archive_that_is_all_withdrawn_still_leads_on(newsroom):
    articles = [about("talks", number) for number in range(130)]
    await newsroom.send(*articles)
    await newsroom.publish()
    for article in articles[40:80]:
        await newsroom.withdraw(article)
    await newsroom.publish()
    shelf = await newsroom.shelf()
    items = shelf.items
    backwards = list(turned(shelf, STORY, "next"))
    assert f"{STORY}archive/2/" in backwards
    assert f"{STORY}archive/2/2/" not in backwards
    assert numbers(items, f"{STORY}archive/2/") == []
    assert backwards[-1] == f"{STORY}archive/1/2/"
    assert list(turned(shelf, backwards[-1], "prev")) == backwards[::-1]


async def test_a_small_page_of_the_archive_has_no_empty_sheets(newsroom):
    """Old articles that arrive one at a time make small pages."""
    await newsroom.send(*(about("talks", number) for number in range(50, 95)))
    await newsroom.publish()
    for number in (2, 1):
        await newsroom.send(about("talks", number))
        await newsroom.publish()
    shelf = await newsroom.shelf()
    backwards = list(turned(shelf, STORY, "next"))
    assert all(numbers(shelf.items, path) for path in backwards)
    assert {*range(50, 95), 1, 2} == {
        number for path in backwards for number in numbers(shelf.items, path)
    }
    assert list(turned(shelf, backwards[-1], "prev")) == backwards[::-1]
