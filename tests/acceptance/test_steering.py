"""What an editor does to stories on the real demo store: feeds and redirects right after each."""

from __future__ import annotations

import json

import pytest
from tests.acceptance.journey import opened

from swifeeds import desk
from swifeeds.desk import Editor
from swifeeds.service.work import settle

TRAIN, GLACIER = "the-night-train-to-the-south", "glacier-monitoring"

pytestmark = pytest.mark.timeout(180)


class Newsdesk:
    """An editor beside the house; what the shelf holds after each round."""

    def __init__(self, house) -> None:
        self.house = house

    @property
    def editor(self) -> Editor:
        return Editor(store=self.house.store, by="anna", at=self.house.now())

    async def published(self):
        await settle(self.house, "test", wait=True)
        return await self.house.store.shelf()

    async def grouped_anew(self):
        """As a changed configuration does it."""
        config = self.house.config
        await self.house.store.register(config.sources, config.rules, self.house.now())
        return await self.published()


@pytest.fixture
async def newsdesk(copied):
    async with opened(copied) as room:
        yield Newsdesk(room.house)


def items(shelf, slug, language="en"):
    """The entries of a story's feed, by id: (title, when published, when updated)."""
    body = shelf.items[f"/{language}/stories/{slug}/feed.json"].body
    return {
        one["id"]: (one["title"], one["date_published"], one.get("date_modified"))
        for one in json.loads(body)["items"]
    }


async def test_a_merged_story_leads_on_and_its_articles_keep_ids_and_dates(newsdesk):
    before = await newsdesk.house.store.shelf()
    await desk.merge_stories(newsdesk.editor, TRAIN, GLACIER)
    after = await newsdesk.published()
    for language in ("en", "de", "zh", ""):
        place = f"/{language}/stories" if language else "/stories"
        for suffix in ("feed.rss", "feed.atom", "feed.json"):
            old = f"{place}/{TRAIN}/{suffix}"
            assert old not in after.items
            assert after.redirects[old].location == f"{place}/{GLACIER}/{suffix}"
    assert items(after, GLACIER) == items(before, GLACIER) | items(before, TRAIN)
    listed = json.loads(after.items["/feeds.json"].body)["feeds"]
    assert TRAIN not in {one["slug"] for one in listed}


async def test_an_undone_merge_brings_both_stories_back_as_they_were(newsdesk):
    before = await newsdesk.house.store.shelf()
    event = await desk.merge_stories(newsdesk.editor, TRAIN, GLACIER)
    await newsdesk.published()
    await desk.undo(newsdesk.editor, event)
    after = await newsdesk.published()
    assert {path for path in after.items if TRAIN in path} == {
        path for path in before.items if TRAIN in path
    }
    assert not [path for path in after.redirects if TRAIN in path]
    for suffix in ("rss", "atom", "json"):
        path = f"/en/stories/{TRAIN}/feed.{suffix}"
        assert after.items[path].body == before.items[path].body
    assert items(after, GLACIER) == items(before, GLACIER)


async def test_a_renamed_story_moves_and_is_called_so_in_every_entry(newsdesk):
    before = await newsdesk.house.store.shelf()
    titles = {"en": "Night trains", "de": "Nachtzüge"}
    event = await desk.rename_story(newsdesk.editor, TRAIN, titles, slug="night-trains")
    after = await newsdesk.published()
    old, new = f"/de/stories/{TRAIN}/feed.atom", "/de/stories/night-trains/feed.atom"
    assert after.redirects[old].location == new
    assert "Nachtzüge" in after.items[new].body.decode()
    assert "Nachtzüge" in after.items["/de/feed.atom"].body.decode()
    assert items(after, "night-trains") == items(before, TRAIN)
    await desk.undo(newsdesk.editor, event)
    again = await newsdesk.published()
    assert again.redirects[new].location == old
    assert again.items[old].body == before.items[old].body


async def test_an_excluded_article_leaves_and_no_rung_puts_it_back(newsdesk):
    before = await newsdesk.house.store.shelf()
    gone, *rest = items(before, GLACIER)
    event = await desk.exclude_article(newsdesk.editor, GLACIER, gone)
    after = await newsdesk.published()
    assert set(items(after, GLACIER)) == set(rest)
    assert gone in {one["id"] for one in json.loads(after.items["/en/feed.json"].body)["items"]}
    assert set(items(await newsdesk.grouped_anew(), GLACIER)) == set(rest)
    await desk.undo(newsdesk.editor, event)
    assert items(await newsdesk.published(), GLACIER) == items(before, GLACIER)
