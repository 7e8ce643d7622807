"""What an editor does to stories on the real demo store: feeds and redirects right after each."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from tests.acceptance.journey import opened

from swifeeds import desk
from swifeeds.desk import Editor
from swifeeds.model import Rung, Scope, StoryState
from swifeeds.pipeline import update_lives
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


async def split_train(newsdesk, count):
    """A split by the first English articles of the train; the ids that were named."""
    named = list(items(await newsdesk.house.store.shelf(), TRAIN))[:count]
    return named, await desk.split_story(newsdesk.editor, TRAIN, named, {"en": "One night"})


async def test_a_split_leaves_the_id_with_the_larger_part_and_no_block_joins_them_again(newsdesk):
    before = await newsdesk.house.store.shelf()
    named, split = await split_train(newsdesk, 1)
    assert split.is_named_part_leaving
    await newsdesk.published()
    after = await newsdesk.grouped_anew()
    assert set(items(after, split.made.slug)) == set(named)
    assert set(items(after, TRAIN)) == set(items(before, TRAIN)) - set(named)
    assert b"One night" in after.items[f"/en/stories/{split.made.slug}/feed.rss"].body
    languages = {path.split("/")[1] for path in after.items if f"/{split.made.slug}/" in path}
    assert len(languages) > 2  # its translations went with it
    await desk.undo(newsdesk.editor, split.event)
    again = await newsdesk.published()
    assert items(again, TRAIN) == items(before, TRAIN)
    moved = again.redirects[f"/en/stories/{split.made.slug}/feed.rss"].location
    assert moved == f"/en/stories/{TRAIN}/feed.rss"


async def test_where_most_is_named_the_rest_leaves_and_the_title_goes_to_what_was_named(newsdesk):
    before = await newsdesk.house.store.shelf()
    named, split = await split_train(newsdesk, len(items(before, TRAIN)) - 1)
    assert not split.is_named_part_leaving
    after = await newsdesk.published()
    assert set(items(after, TRAIN)) == set(named)
    assert b"One night" in after.items[f"/en/stories/{TRAIN}/feed.rss"].body


async def test_a_story_that_was_split_can_be_merged_again(newsdesk):
    before = await newsdesk.house.store.shelf()
    _, split = await split_train(newsdesk, 1)
    await newsdesk.published()
    await desk.merge_stories(newsdesk.editor, split.made.id, TRAIN)
    assert items(await newsdesk.published(), TRAIN) == items(before, TRAIN)


async def test_a_pin_takes_one_article_and_no_block_with_it(newsdesk):
    before = await newsdesk.house.store.shelf()
    one, *_ = items(before, TRAIN)
    await desk.pin_article(newsdesk.editor, GLACIER, one)
    after = await newsdesk.published()
    assert set(items(after, GLACIER)) == {*items(before, GLACIER), one}
    assert items(after, TRAIN) == items(before, TRAIN)
    why = await desk.why_member(newsdesk.house.store, GLACIER, one)
    assert why.membership.rung is Rung.EDITOR
    assert why.evidence[0].detail.startswith("pin by anna, ")


async def test_a_nested_story_says_so_in_its_own_documents_until_it_is_undone(newsdesk):
    before = await newsdesk.house.store.shelf()
    event = await desk.nest_story(newsdesk.editor, TRAIN, GLACIER)
    after = await newsdesk.published()
    report = await desk.read_story(newsdesk.house.store, TRAIN)
    assert [one.slug for one in report.within] == [GLACIER]
    changed = {path for path in after.items if after.items[path].etag != before.items[path].etag}
    assert f"/en/stories/{TRAIN}/feed.atom" in changed
    assert not [
        path
        for path in sorted(changed)
        if f"/stories/{TRAIN}/" not in path and path != "/sitemap.xml"
    ]
    assert items(after, TRAIN) == items(before, TRAIN)
    await newsdesk.grouped_anew()
    assert (await desk.read_story(newsdesk.house.store, TRAIN)).within == report.within
    await desk.undo(newsdesk.editor, event)
    undone = await newsdesk.published()
    otherwise = {
        path for path in undone.items if undone.items[path].etag != before.items[path].etag
    }
    assert otherwise <= {"/sitemap.xml"}
    assert (await desk.read_story(newsdesk.house.store, TRAIN)).within == ()


async def test_an_old_story_rests_at_its_pace_and_its_log_says_why(newsdesk):
    store = newsdesk.house.store
    now = newsdesk.house.now() + timedelta(days=4000)
    publication = newsdesk.house.config.publication
    await update_lives(store, publication=publication, now=now)
    assert {count.story.state for count in await store.stories()} == {StoryState.ARCHIVED}
    assert {key.scope for key in await store.stale(100)} <= {Scope.STORY}
    await newsdesk.house.publish.run()
    shelf = await store.shelf()
    item = shelf.items[f"/en/stories/{TRAIN}/feed.rss"]
    assert b"<ttl>1440</ttl>" in item.body
    assert item.max_age == 24 * 3600
    assert shelf.items["/en/feed.rss"].max_age == newsdesk.house.config.serve.max_age
    (line, *_) = await store.events()
    assert line.details["to"] == "archived"
    assert "silent for" in line.details["reason"]
