"""A story that outgrows its feed is kept whole: pages, links, marks, through the real publisher."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.series.house import FEED_SIZE, about, configuration, open_newsroom
from tests.series.walking import BASE, read_document, walk

from swifeeds.emit.addresses import MEDIA_TYPES
from swifeeds.model import FeedKey, Scope, Status
from swifeeds.pipeline.series import Planner

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


def read(items, path):
    return read_document(lambda path: items[path].body, path)


def etags(shelf):
    return {path: item.etag for path, item in shelf.items.items()}


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


async def test_an_article_older_than_the_feed_gets_a_page_and_no_earlier_page_changes(newsroom):
    await newsroom.send(*(about("talks", number) for number in range(10, 14)))
    await newsroom.publish()
    before = (await newsroom.shelf()).items
    await newsroom.send(about("talks", 1))
    await newsroom.publish()
    current, second, first = await chain(newsroom)
    assert numbers(current) == [13, 12, 11]
    assert numbers(second) == [13, 1]
    assert numbers(first) == [12, 11, 10]
    assert first.links["next-archive"] == second.path
    assert "next-archive" not in read(before, first.path).links


async def test_pages_say_where_they_stand_in_their_head_and_in_their_link_fields(newsroom):
    await newsroom.send(*(about("talks", number) for number in range(9)))
    await newsroom.publish()
    items = (await newsroom.shelf()).items
    for suffix in SUFFIXES:
        page = items[PAGE.format(2) + suffix]
        for number, relation in ((1, "prev-archive"), (0, "current")):
            path = PAGE.format(number) + suffix if number else CURRENT + suffix
            assert f'<{BASE}{path}>; rel="{relation}"; type="{MEDIA_TYPES[suffix]}"' in page.links
        assert [link for link in items[CURRENT + suffix].links if 'rel="prev-archive"' in link]
        assert (page.max_age, items[CURRENT + suffix].max_age) == (3600, 300)
        assert b"ttl" not in page.body
    newest = read(items, PAGE.format(2) + "rss")
    assert {"self", "prev-archive", "current"} <= set(newest.links)
    assert "hub" not in newest.links


async def test_a_new_article_renders_the_current_document_and_no_page(newsroom):
    await newsroom.send(*(about("talks", number) for number in range(7)))
    await newsroom.publish()
    before = etags(await newsroom.shelf())
    await newsroom.send(about("talks", 7))
    (report,) = await newsroom.publish()
    after = etags(await newsroom.shelf())
    changed = {path for path in after if after[path] != before.get(path)}
    assert CURRENT + "atom" in changed
    assert not [path for path in changed if "archive" in path]
    feeds = 3 * 2 * 3
    pages = 2
    directories = 2 + 2
    for_engines = 2
    assert report.rendered == feeds + pages + directories + for_engines


async def test_the_article_that_leaves_renders_one_new_page_and_the_newest_before_it(newsroom):
    await newsroom.send(*(about("talks", number) for number in range(7)))
    await newsroom.publish()
    for number in (7, 8, 9):
        before = (await newsroom.shelf()).items
        await newsroom.send(about("talks", number))
        await newsroom.publish()
    after = (await newsroom.shelf()).items
    changed = {path for path in after if after[path] != before.get(path)}
    documents = {PAGE.format(number) + suffix for number in (2, 3) for suffix in SUFFIXES}
    sheets = {PAGE.format(number).removesuffix(".") + "/" for number in (2, 3)}
    assert {path for path in changed if path.startswith("/en/") and "archive" in path} == (
        documents | sheets
    )


async def test_a_correction_rewrites_the_page_that_it_stands_on_and_no_other(newsroom):
    articles = [about("talks", number) for number in range(12)]
    await newsroom.send(*articles)
    await newsroom.publish()
    before = etags(await newsroom.shelf())
    await newsroom.correct(articles[4], content="<p>Corrected.</p>")
    await newsroom.publish()
    shelf = await newsroom.shelf()
    changed = {path for path, etag in etags(shelf).items() if etag != before.get(path)}
    assert {path for path in changed if "/archive/" in path} == {
        f"{language}/stories/talks/archive/2.{suffix}"
        for language in ("", "/en")
        for suffix in SUFFIXES
    }
    assert b"Corrected." in shelf.items[PAGE.format(2) + "rss"].body


async def test_a_withdrawal_keeps_the_set_and_the_chain(newsroom):
    articles = [about("talks", number) for number in range(9)]
    await newsroom.send(*articles)
    await newsroom.publish()
    await newsroom.withdraw(articles[4])
    await newsroom.publish()
    documents = await chain(newsroom)
    assert [numbers(one) for one in documents] == [[8, 7, 6], [5, 4, 3], [2, 1, 0]]
    page = (await newsroom.shelf()).items[PAGE.format(2) + "rss"].body
    assert b"Withdrawn: talks number 4" in page
    assert b"Text of talks-en4" not in page
    await newsroom.house.store.set_status(
        articles[4].id, Status.USABLE, reason=None, now=newsroom.clock.now
    )
    await newsroom.publish()
    assert numbers((await chain(newsroom))[1]) == [5, 4, 3]
    page = (await newsroom.shelf()).items[PAGE.format(2) + "rss"].body
    assert b"Withdrawn:" not in page
    assert b"Text of talks-en4" in page


async def test_without_notices_a_withdrawal_leaves_a_gap_in_its_page(tmp_path):
    text = configuration(["talks"]).replace("[site]", "[site]\nwithdrawn_notice = false")
    async with open_newsroom(tmp_path, text) as room:
        articles = [about("talks", number) for number in range(9)]
        await room.send(*articles)
        await room.publish()
        await room.withdraw(articles[4])
        await room.withdraw(articles[8])
        await room.publish()
        documents = [numbers(one) for one in await chain(room)]
    assert documents == [[7, 6, 5], [5, 3], [2, 1, 0]]


async def test_an_article_that_was_never_public_leaves_no_notice(newsroom):
    """Not where it was held at first, nor where its embargo was still on."""
    held = about("talks", 1, status=Status.HELD)
    later = about("talks", 2, embargoed_until=newsroom.clock.now + timedelta(days=1))
    born_withdrawn = about("talks", 3, status=Status.WITHDRAWN)
    await newsroom.send(about("talks", 0), held, later, born_withdrawn)
    await newsroom.publish()
    for one in (held, later):
        await newsroom.withdraw(one)
    await newsroom.publish()
    newsroom.clock.now += timedelta(days=2)
    await newsroom.house.store.lift_embargoes(newsroom.clock.now)
    await newsroom.publish()
    assert [numbers(one) for one in await chain(newsroom)] == [[0]]


async def test_an_article_that_was_held_after_it_was_public_leaves_a_notice(newsroom):
    articles = [about("talks", number) for number in range(2)]
    await newsroom.send(*articles)
    await newsroom.publish()
    await newsroom.house.store.set_status(
        articles[1].id, Status.HELD, reason="doubt", now=newsroom.clock.now
    )
    await newsroom.publish()
    assert [numbers(one) for one in await chain(newsroom)] == [[0]]
    await newsroom.withdraw(articles[1])
    await newsroom.publish()
    assert [numbers(one) for one in await chain(newsroom)] == [[1, 0]]


async def test_a_story_whose_articles_are_all_withdrawn_keeps_its_chain(newsroom):
    articles = [about("talks", number) for number in range(6)]
    await newsroom.send(*articles)
    await newsroom.publish()
    for one in articles:
        await newsroom.withdraw(one)
    await newsroom.publish()
    assert [numbers(one) for one in await chain(newsroom)] == [[5, 4, 3], [2, 1, 0]]
    assert b"Text of" not in (await newsroom.shelf()).items[CURRENT + "rss"].body


async def test_a_copy_of_what_is_on_a_page_is_shown_nowhere(newsroom):
    """However far back the page is: far beyond what the current document is chosen from."""
    articles = [about("talks", number) for number in range(15)]
    await newsroom.send(*articles)
    await newsroom.publish()
    before = [numbers(one) for one in await chain(newsroom)]
    assert before == [[14, 13, 12], [11, 10, 9], [8, 7, 6], [5, 4, 3], [2, 1, 0]]
    await newsroom.send(about("talks", 20, fingerprint=articles[1].fingerprint))
    await newsroom.publish()
    assert [numbers(one) for one in await chain(newsroom)] == before
    await newsroom.withdraw(articles[1])
    await newsroom.publish()
    documents = [numbers(one) for one in await chain(newsroom)]
    assert documents == [[20, 14, 13], [14, 13, 12], *before[1:-1], [2, 1, 0]]


async def test_a_hidden_copy_does_not_keep_a_story_from_being_complete(newsroom):
    one, two = about("talks", 1), about("talks", 2, fingerprint="same")
    await newsroom.send(one, two, about("talks", 3, fingerprint="same"))
    await newsroom.publish()
    (only,) = await chain(newsroom)
    assert (numbers(only), only.is_complete) == ([2, 1], True)


async def test_a_page_published_in_vain_keeps_its_bytes(newsroom):
    await newsroom.send(*(about("talks", number) for number in range(9)))
    await newsroom.publish()
    before = etags(await newsroom.shelf())
    keys = [FeedKey(scope=Scope.STORY, key="talks", language="en", page=page) for page in (0, 1, 2)]
    await newsroom.house.store.mark_stale(keys)
    (report,) = await newsroom.publish()
    assert (report.answered, report.changed) == (3, 0)
    assert etags(await newsroom.shelf()) == before


async def test_a_preview_is_what_is_published(newsroom):
    await newsroom.send(*(about("talks", number) for number in range(5)))
    await newsroom.group()
    key = FeedKey(scope=Scope.STORY, key="talks", language="en")
    previews = [await newsroom.house.publish.preview(key, suffix) for suffix in SUFFIXES]
    await newsroom.publish()
    items = (await newsroom.shelf()).items
    for preview in previews:
        assert preview.body == items[preview.path].body


async def test_sections_sources_and_everything_have_no_archive(newsroom):
    await newsroom.send(*(about("elsewhere", number) for number in range(9)))
    await newsroom.publish()
    items = (await newsroom.shelf()).items
    everything = read(items, "/en/feed.atom")
    assert (numbers(everything), everything.is_complete) == ([8, 7, 6], False)
    assert "prev-archive" not in everything.links
    assert not [path for path in items if "/archive/" in path]


async def test_where_no_page_can_be_made_now_the_current_document_waits(newsroom):
    """It would let go of entries that stand nowhere else yet."""
    await newsroom.send(*(about("talks", number) for number in range(3)))
    await newsroom.publish()
    await newsroom.send(about("talks", 3))
    await newsroom.group()
    key = FeedKey(scope=Scope.STORY, key="talks", language="en")
    store, publish = newsroom.house.store, newsroom.house.publish
    dossiers = await store.dossiers(key, languages=["en"], limit=9, now=newsroom.clock.now)

    async def planned(limit, *, is_standing):
        planner = Planner(
            store=store,
            publication=publish.publication,
            now=newsroom.clock.now,
            is_standing=lambda _: is_standing,
        )
        return await planner.plan(key, dossiers, documents={0}, languages=["en"], limit=limit)

    assert (await planned(0, is_standing=True)).has_current is False
    assert (await planned(0, is_standing=True)).more is True
    new = await planned(0, is_standing=False)
    assert (new.has_current, new.more, new.complete) == (True, True, False)
    grown = await planned(2, is_standing=True)
    assert (grown.has_current, grown.more, grown.newest) == (True, False, 1)
