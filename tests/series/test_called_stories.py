"""What stories are called in languages in which nobody named them, seen by their readers."""

from __future__ import annotations

import re
from datetime import timedelta

from tests.series.house import FEED_SIZE, about, configuration, open_newsroom

from swifeeds import desk
from swifeeds.service.work import settle

ENGLISH_ALONE = configuration(["talks"]).replace(', de = "Über talks"', "")
GERMAN = ("talks in Genf beginnen", "talks in Genf enden", "Genf: talks ohne Ergebnis")


async def settled(room) -> None:
    room.clock.tick()
    await settle(room.house, "test")


async def feed(room, language: str) -> str:
    shelf = await room.shelf()
    return shelf.items[f"/{language}/stories/talks/feed.rss"].body.decode()


def title_of(rss: str) -> str:
    return re.search(r"<title>([^<]*)</title>", rss)[1]


def entries(rss: str) -> dict[str, str]:
    """When each entry was published, by guid."""
    items = re.findall(r"<item>.*?</item>", rss, re.DOTALL)
    return {
        re.search(r"<guid[^>]*>([^<]*)", item)[1]: re.search(r"<pubDate>([^<]*)", item)[1]
        for item in items
    }


def german(*titles: str) -> list:
    return [about("talks", 10 + n, "de", title=title) for n, title in enumerate(titles)]


async def test_a_story_that_the_file_names_in_one_language_is_headed_in_others(tmp_path):
    async with open_newsroom(tmp_path, ENGLISH_ALONE) as room:
        await room.send(about("talks", 1), *german(GERMAN[0]))
        await settled(room)
        assert title_of(await feed(room, "en")) == "On talks"
        assert title_of(await feed(room, "de")) == GERMAN[0]
        await room.send(*german(*GERMAN)[1:])
        await settled(room)
        assert title_of(await feed(room, "de")) == GERMAN[0]
        story = await room.house.store.story("talks")
    assert dict(story.titles) == {"en": "On talks", "de": GERMAN[0]}


async def test_a_corrected_headline_changes_the_title_of_the_feed_and_shows_nothing_anew(tmp_path):
    async with open_newsroom(tmp_path, ENGLISH_ALONE) as room:
        articles = german(*GERMAN)
        await room.send(about("talks", 1), *articles)
        await settled(room)
        before = await feed(room, "de")
        named = next(one for one in articles if one.title == title_of(before))
        await room.correct(named, title="talks in Genf nehmen den Betrieb auf")
        await settled(room)
        after = await feed(room, "de")
        assert title_of(after) == "talks in Genf nehmen den Betrieb auf"
        assert entries(after) == entries(before)
        assert len(entries(after)) == FEED_SIZE
        assert title_of(await feed(room, "en")) == "On talks"


async def test_an_editors_title_stands_above_the_articles_until_it_is_taken_back(tmp_path):
    async with open_newsroom(tmp_path, ENGLISH_ALONE) as room:
        await room.send(about("talks", 1), *german(*GERMAN))
        await settled(room)
        first = title_of(await feed(room, "de"))
        editor = desk.Editor(store=room.house.store, by="anna", at=room.clock.now)
        event = await desk.rename_story(editor, "talks", {"de": "Die Gespräche"})
        await settled(room)
        assert title_of(await feed(room, "de")) == "Die Gespräche"
        room.clock.now += timedelta(minutes=1)
        await desk.undo(editor, event)
        await settled(room)
        assert title_of(await feed(room, "de")) == first


async def test_readers_are_told_what_a_story_is_part_of_as_soon_as_an_editor_says_so(tmp_path):
    text = configuration(["talks", "coal"])
    async with open_newsroom(tmp_path, text) as room:
        await room.send(about("talks", 1), about("coal", 1), about("talks", 2, "de"))
        await settled(room)
        assert 'rel="up"' not in (await feed(room, "en")).partition("<item>")[0]
        editor = desk.Editor(store=room.house.store, by="anna", at=room.clock.now)
        event = await desk.nest_story(editor, "talks", "coal")
        await settled(room)
        assert "/en/stories/coal/feed.rss" in (await feed(room, "en")).partition("<item>")[0]
        # There is nothing about coal in German yet.
        assert "/stories/coal/" not in await feed(room, "de")
        page = (await room.shelf()).items["/en/stories/talks/"].body.decode()
        assert 'href="/en/stories/coal/"' in page
        await desk.undo(editor, event)
        await settled(room)
        assert "/stories/coal/" not in await feed(room, "en")
