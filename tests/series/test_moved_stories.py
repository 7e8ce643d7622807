"""Stories that get other names, are merged or removed: every address they had leads on or ends."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.http.served import open_site
from tests.series.house import about, configuration, open_newsroom

from swifeeds.errors import UsageError
from swifeeds.model import FeedKey, Grouping, Redirect, Scope, StoryId, StoryState

TOPICS = ["talks", "other"]


async def published(folder, text, *, fill=False, ends=()):
    """The shelf once everything under a configuration is published and stories are ended."""
    async with open_newsroom(folder, text) as room:
        if fill:
            await room.send(*(about("talks", number) for number in range(9)))
            await room.send(*(about("talks", number, "de") for number in range(5)))
            await room.send(*(about("other", number) for number in range(7)))
        await room.publish()
        for name, changes in ends:
            await end(room, name, **changes)
        await room.publish()
        return await room.shelf()


async def end(room, name, **changes):
    """What the desk's command will do to a story."""
    store = room.house.store
    story = await store.story(StoryId(name))
    ended = Grouping(
        articles=(), memberships=(), works={}, stories=(replace(story, parent=None, **changes),)
    )
    await store.keep_grouping(ended, marked=(), stale=())


REMOVE = {"state": StoryState.REMOVED}


def merge(target):
    return {"state": StoryState.MERGED, "merged_into": StoryId(target)}


def of_story(shelf, slug):
    return {path for path in shelf.items if f"/stories/{slug}/" in path}


def check_ways(shelf):
    """Every redirect leads in one step to what stands, or nowhere."""
    for path, one in shelf.redirects.items():
        assert path not in shelf.items
        assert one.location is None or one.location in shelf.items


async def test_a_removed_story_is_gone_on_every_address_it_had(tmp_path):
    before = await published(tmp_path, configuration(TOPICS), fill=True)
    paths = of_story(before, "talks")
    assert {path.rpartition(".")[2] for path in paths if "/archive/" in path} >= {"rss", "json"}
    ends = [("talks", REMOVE)]
    after = await published(tmp_path, configuration(["other"]), ends=ends)
    assert not of_story(after, "talks")
    for path in paths:
        assert after.redirects[path] == Redirect(path=path, location=None)
    assert of_story(after, "other") == of_story(before, "other")
    for path in ("/feeds.json", "/en/", "/en/feeds.opml", "/en/feed.json"):
        assert b"/stories/talks/" not in after.items[path].body
    check_ways(after)


async def test_a_removed_story_answers_410_and_a_merged_one_301_over_http(tmp_path):
    before = await published(tmp_path, configuration(TOPICS), fill=True)
    text = configuration(["other"])
    async with open_site(await published(tmp_path, text, ends=[("talks", merge("other"))])) as site:
        for path in of_story(before, "talks"):
            for method in ("GET", "HEAD"):
                assert (await site.ask(path, method)).status == 301
    async with open_newsroom(tmp_path, configuration([])) as room:
        await room.publish()
        await end(room, "other", **REMOVE)
        await room.publish()
        shelf = await room.shelf()
    async with open_site(shelf) as site:
        for path in of_story(before, "talks") | of_story(before, "other"):
            for method in ("GET", "HEAD"):
                assert (await site.ask(path, method)).status == 410


async def test_a_merged_story_leads_to_the_current_documents_of_the_other(tmp_path):
    before = await published(tmp_path, configuration(TOPICS), fill=True)
    ends = [("talks", merge("other"))]
    after = await published(tmp_path, configuration(["other"]), ends=ends)
    assert not of_story(after, "talks")
    for path in of_story(before, "talks"):
        language, _, rest = path.partition("/stories/talks/")
        suffix = rest.rpartition(".")[2] if "." in rest else None
        spoken = "/en" if language == "/de" and suffix is None else language
        spoken = "" if spoken == "/de" else spoken
        expected = f"{spoken}/stories/other/" + (f"feed.{suffix}" if suffix else "")
        assert after.redirects[path].location == expected
    check_ways(after)


async def test_a_story_merged_into_one_that_is_renamed_then_leads_there_in_one_step(tmp_path):
    before = await published(tmp_path, configuration(TOPICS), fill=True)
    merged = [("talks", merge("other"))]
    await published(tmp_path, configuration(["other"]), ends=merged)
    after = await published(tmp_path, configuration(["other"], slugs=["named"]))
    assert not of_story(after, "other")
    for path in of_story(before, "talks") | of_story(before, "other"):
        assert "/stories/named/" in after.redirects[path].location
    check_ways(after)


async def test_stories_merged_one_into_the_other_end_at_the_last_or_nowhere(tmp_path):
    texts = configuration([*TOPICS, "third"])
    async with open_newsroom(tmp_path, texts) as room:
        await room.send(*(about("third", number) for number in range(4)))
    before = await published(tmp_path, texts, fill=True)
    ends = [("talks", merge("other")), ("other", merge("third"))]
    after = await published(tmp_path, configuration(["third"]), ends=ends)
    for path in of_story(before, "talks") | of_story(before, "other"):
        assert "/stories/third/" in after.redirects[path].location
    check_ways(after)


@pytest.mark.parametrize("first", ["talks", "other"])
async def test_stories_merged_in_a_circle_are_gone(tmp_path, first):
    before = await published(tmp_path, configuration(TOPICS), fill=True)
    second = next(name for name in TOPICS if name != first)
    ends = [(first, merge(second)), (second, merge(first))]
    after = await published(tmp_path, configuration([]), ends=ends)
    for path in of_story(before, "talks") | of_story(before, "other"):
        assert after.redirects[path].location is None


async def test_every_name_a_story_ever_had_leads_to_the_last_and_back_again(tmp_path):
    names = ["talks", "peace", "geneva", "talks", "geneva"]
    had: set[str] = set()
    first = await published(tmp_path, configuration(TOPICS), fill=True)
    for name in names:
        shelf = await published(tmp_path, configuration(TOPICS, slugs=[name, "other"]))
        standing = of_story(shelf, name)
        assert len(standing) == len(of_story(first, "talks"))
        for path in had:
            language, _, rest = path.partition("/stories/")
            now = f"{language}/stories/{name}/{rest.partition('/')[2]}"
            assert now in standing
            if path != now:
                assert shelf.redirects[path].location == now
        check_ways(shelf)
        had |= standing


async def test_a_feed_of_a_removed_story_is_neither_rendered_nor_shown(tmp_path):
    await published(tmp_path, configuration(TOPICS), fill=True)
    async with open_newsroom(tmp_path, configuration(["other"])) as room:
        await room.publish()
        await end(room, "talks", **REMOVE)
        await room.publish()
        key = FeedKey(scope=Scope.STORY, key="talks", language="en")
        await room.house.store.mark_stale([key, replace(key, page=1), replace(key, language="")])
        (report,) = await room.publish()
        assert report.changed == 0
        with pytest.raises(UsageError):
            await room.house.publish.preview(key, "atom")
