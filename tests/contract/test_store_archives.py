"""Archive pages: what stands on them, what waits for one, and which marks name them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.contract.making import (
    MINUTE,
    NOW,
    grouping,
    keep,
    make_article,
    make_story,
    member,
    shelf_item,
)

from swifeeds.errors import StoreBusy
from swifeeds.model import FeedKey, Scope, Status

TALKS = make_story("talks")
FEED = FeedKey(scope=Scope.STORY, key="talks", language="en")
GERMAN = replace(FEED, language="de")
FIRST, SECOND = replace(FEED, page=1), replace(FEED, page=2)


async def fill(store, *names, **others):
    """Articles of the story, a minute between each and the next."""
    articles = [
        make_article(name, published=NOW + place * MINUTE, **others)
        for place, name in enumerate(names)
    ]
    await keep(store, *articles)
    memberships = [member("talks", name) for name in names]
    await store.keep_grouping(grouping(*memberships, stories=[TALKS]), marked=(), stale=())


async def waiting(store, *, languages=("en",), limit=50, now=NOW, after=None, key=FEED):
    listed = await store.unarchived(key, languages=languages, limit=limit, now=now, after=after)
    return [one.article_id for one in listed]


async def on(store, page):
    found = await store.dossiers(page, languages=["en"], limit=50, now=NOW)
    return [dossier.article.id for dossier in found]


async def test_what_is_on_no_page_waits_oldest_first(store):
    await fill(store, "a", "b", "c", "d")
    await keep(store, make_article("elsewhere"))
    assert await waiting(store) == ["a", "b", "c", "d"]
    await store.publish((), pages={FIRST: ("a", "c")})
    assert await waiting(store) == ["b", "d"]
    assert await waiting(store, key=GERMAN) == ["a", "b", "c", "d"]


async def test_those_who_wait_can_be_read_in_portions(store):
    await fill(store, "a", "b", "c")
    await keep(store, make_article("d", published=NOW))
    await store.keep_grouping(grouping(member("talks", "d")), marked=(), stale=())
    assert await waiting(store, limit=2) == ["a", "d"]
    assert await waiting(store, limit=2, after=(NOW, "a")) == ["d", "b"]
    assert await waiting(store, limit=2, after=(NOW + MINUTE, "b")) == ["c"]
    assert await waiting(store, after=(NOW + 2 * MINUTE, "c")) == []


async def test_only_what_is_public_and_in_the_languages_waits(store):
    await fill(store, "a", "held", "gone")
    await store.set_status("held", Status.HELD, reason=None, now=NOW)
    await store.set_status("gone", Status.WITHDRAWN, reason=None, now=NOW)
    assert await waiting(store) == ["a"]
    assert await waiting(store, languages=["de"]) == []
    assert await waiting(store, languages=()) == ["a"]


async def test_those_who_wait_say_what_the_choice_depends_on(store):
    await fill(store, "en", fingerprint="text", first_seen=NOW - MINUTE)
    await keep(store, make_article("de", language="de-AT"), make_article("fr", language="fr"))
    work = {"en": "w", "de": "w", "fr": "w"}
    await store.keep_grouping(
        grouping(member("talks", "en"), articles=[*work], works=work), marked=(), stale=()
    )
    await store.set_status("fr", Status.HELD, reason=None, now=NOW)
    (listed,) = await store.unarchived(FEED, languages=["en"], limit=9, now=NOW)
    assert (listed.language, listed.translated) == ("en", ("de-AT", "en"))
    assert (listed.published, listed.first_seen) == (NOW, NOW - MINUTE)
    assert listed.fingerprint == "text"


async def test_a_page_gives_its_set_newest_first_and_nothing_that_is_not_public(store):
    await fill(store, "a", "b", "c")
    await store.publish((), pages={FIRST: ("a", "b"), SECOND: ("c",)})
    assert await store.archive_size(FEED) == 2
    assert await store.archive_size(SECOND) == 2
    assert await store.archive_size(GERMAN) == 0
    assert (await on(store, FIRST), await on(store, SECOND)) == (["b", "a"], ["c"])
    await store.set_status("a", Status.WITHDRAWN, reason=None, now=NOW)
    assert await on(store, FIRST) == ["b"]
    found = await store.dossiers(FIRST, languages=["en"], limit=9, now=NOW, notices=True)
    assert [one.article.id for one in found] == ["b", "a"]
    await store.set_status("a", Status.USABLE, reason=None, now=NOW)
    assert await on(store, FIRST) == ["b", "a"]


async def test_notices_wait_for_a_page_where_they_are_wanted(store):
    await fill(store, "a", "gone", "held")
    await store.set_status("gone", Status.WITHDRAWN, reason=None, now=NOW)
    await store.set_status("held", Status.HELD, reason=None, now=NOW)
    found = await store.unarchived(FEED, languages=["en"], limit=9, now=NOW, notices=True)
    assert [(one.article_id, one.withdrawn) for one in found] == [("a", False), ("gone", True)]


async def test_an_article_that_left_the_story_keeps_its_place_and_is_not_given(store):
    await fill(store, "a", "b")
    await store.publish((), pages={FIRST: ("a", "b")})
    await store.keep_grouping(grouping(articles=["a"]), marked=(), stale=())
    assert await on(store, FIRST) == ["b"]
    await store.keep_grouping(grouping(member("talks", "a")), marked=(), stale=())
    assert await on(store, FIRST) == ["b", "a"]
    assert await waiting(store) == []


async def test_the_articles_of_a_page_that_is_not_kept_yet_can_be_named(store):
    await fill(store, "a", "b", "c")
    await keep(store, make_article("elsewhere"))
    found = await store.dossiers(
        FIRST, languages=["en"], limit=9, now=NOW, among=["a", "c", "elsewhere"]
    )
    assert [dossier.article.id for dossier in found] == ["c", "a"]


async def test_texts_on_pages_are_told_with_the_articles_that_have_them(store):
    await fill(store, "a", "b", fingerprint="same")
    await fill(store, "c", "d")
    await store.publish((), pages={FIRST: ("a", "b", "c")})
    assert await store.archived_texts(FEED, ["same", "1:c", "1:d"], NOW) == {
        "same": {"a", "b"},
        "1:c": {"c"},
    }
    assert await store.archived_texts(GERMAN, ["same"], NOW) == {}
    await store.set_status("a", Status.WITHDRAWN, reason=None, now=NOW)
    assert await store.archived_texts(FEED, ["same"], NOW) == {"same": {"b"}}


async def test_a_page_and_its_bytes_are_kept_together_or_not_at_all(store):
    await fill(store, "a", "b")
    await store.publish((), pages={FIRST: ("a",)})
    await store.mark_stale([FEED])
    assert await store.stale(9) == (FEED,)
    for wrong in (FIRST, replace(FEED, page=3)):
        with pytest.raises(StoreBusy, match="story talks"):
            await store.publish([shelf_item("/x")], done=[FEED], pages={wrong: ("b",)})
    assert (await store.shelf()).items == {}
    assert await store.stale(9) == (FEED,)
    assert await store.archive_size(FEED) == 1
    await store.publish([shelf_item("/x")], done=[FEED], pages={SECOND: ("b",)})
    assert await store.stale(9) == ()
    assert "/x" in (await store.shelf()).items


async def test_a_changed_article_marks_the_pages_that_it_stands_on_in_every_feed(store):
    await fill(store, "a", "b", "c")
    elsewhere = FeedKey(scope=Scope.STORY, key="other", page=1)
    await store.publish((), pages={FIRST: ("a", "b"), SECOND: ("c",), elsewhere: ("b",)})
    await store.keep_grouping(grouping(), marked=(), stale=[FEED], shown=["b", "nobody"])
    assert set(await store.stale(9)) == {FEED, FIRST, elsewhere}


async def test_current_documents_go_before_pages_and_marks_name_one_document_each(store):
    await store.mark_stale([FIRST, SECOND])
    await store.mark_stale([FEED, GERMAN])
    assert await store.stale(9) == (FEED, GERMAN, FIRST, SECOND)
    assert await store.stale(3) == (FEED, GERMAN, FIRST)
    await store.publish((), done=[FEED, FIRST])
    assert await store.stale(9) == (GERMAN, SECOND)


async def test_an_article_that_changes_while_its_page_is_made_has_the_page_rendered_anew(store):
    """Its change was grouped when no page held it yet: only the feed could be marked."""
    await fill(store, "a", "b")
    await store.mark_stale([FEED])
    assert await store.stale(9) == (FEED,)
    await store.keep_grouping(grouping(), marked=(), stale=[FEED], shown=["a"])
    await store.publish((), done=[FEED], pages={FIRST: ("a",)})
    assert await store.stale(9) == (FEED, FIRST)


async def test_a_page_of_a_feed_that_nothing_happened_to_is_not_marked(store):
    await fill(store, "a", "b")
    await store.mark_stale([FEED])
    await store.stale(9)
    await store.publish((), pages={FIRST: ("a",)})
    assert await store.stale(9) == (FEED,)
