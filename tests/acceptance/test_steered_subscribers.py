"""Real clients that poll before and after each action of an editor: no entry twice."""

from __future__ import annotations

import asyncio

import feedparser
import pytest
from reader import make_reader
from tests.acceptance.journey import opened
from tests.acceptance.test_steering import GLACIER, TRAIN, Newsdesk
from tests.http.served import open_site

from swifeeds import desk

pytestmark = pytest.mark.timeout(180)


class Subscriber:
    """`reader`, which takes an entry for new by its id alone, and feedparser beside it, which
    follows redirects: what each has ever been shown."""

    def __init__(self, folder, urls) -> None:
        self.database, self.urls = folder / "reader.db", urls
        self.shown: list[str] = []
        self.seen: dict[str, tuple[str, str]] = {}

    async def poll(self) -> list[str]:
        """The entries that are new to the reader."""
        for url in self.urls:
            parsed = await asyncio.to_thread(feedparser.parse, url)
            assert parsed.status in (200, 301)
            ids = [entry.id for entry in parsed.entries]
            assert len(set(ids)) == len(ids)
            for entry in parsed.entries:
                dated = (entry.published, str(dict.get(entry, "updated")))
                assert self.seen.setdefault(entry.id, dated) == dated
        new = await asyncio.to_thread(self._update)
        assert not set(new) & set(self.shown)
        self.shown += new
        return new

    def _update(self) -> list[str]:
        reader = make_reader(str(self.database), feed_root="")
        try:
            fresh = []
            for url in self.urls:
                reader.add_feed(url, exist_ok=True)
                reader.update_feed(url)
            for entry in reader.get_entries(read=False):
                fresh.append(entry.id)
                reader.mark_entry_as_read(entry)
            return fresh
        finally:
            reader.close()


def actions(newsdesk, story, article):
    """Each in turn, and everything back."""
    editor = newsdesk.editor
    yield desk.rename_story(editor, story, {"en": "Night trains"}, slug="night-trains")
    yield desk.exclude_article(editor, story, article)
    yield desk.undo(editor)
    yield desk.split_story(editor, story, [article], {"en": "One night"})
    yield desk.undo(editor)
    yield desk.merge_stories(editor, story, GLACIER)
    yield desk.undo(editor)
    yield desk.undo(editor)


@pytest.mark.parametrize("suffix", ["rss", "atom"])
async def test_no_action_shows_a_subscriber_of_the_story_an_entry_anew(copied, tmp_path, suffix):
    async with opened(copied) as room:
        newsdesk, store = Newsdesk(room.house), room.house.store
        (story,) = [one.story.id for one in await store.stories() if one.story.slug == TRAIN]
        (member, *_) = await store.members(story)
        shelf = await store.shelf()
        async with open_site(shelf, clock=room.house.now) as served:
            subscriber = Subscriber(tmp_path, [f"{served.url}/en/stories/{TRAIN}/feed.{suffix}"])
            known = set(await subscriber.poll())
            assert known
            others = set()
            for action in actions(newsdesk, story, member.article_id):
                await action
                served.holder.swap(await newsdesk.published())
                others |= set(await subscriber.poll())
            glacier = feedparser.parse(shelf.items[f"/en/stories/{GLACIER}/feed.{suffix}"].body)
            assert others == {entry.id for entry in glacier.entries}
