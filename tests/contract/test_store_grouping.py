"""What is marked, what is tied to it, and what grouping decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.contract.making import (
    MINUTE,
    NOW,
    address_of,
    grouping,
    keep,
    lease_of,
    linking,
    make_article,
    make_story,
    member,
    new,
    revised,
)

from swifeeds.errors import LeaseLost, StoreError
from swifeeds.model import (
    Evidence,
    FeedKey,
    Rung,
    Scope,
    SourceId,
    Status,
    StoryRule,
    StoryState,
)
from swifeeds.store import GROUPER

TALKS = make_story("talks")


async def group(store, *memberships, **others):
    """Answer all marks with these memberships."""
    marked = await store.marked(999)
    decided = grouping(*memberships, articles=marked, **({"stories": [TALKS]} | others))
    await store.keep_grouping(decided, marked=marked, stale=())


async def reach(store, *ids, **others):
    found = await store.neighbourhood(ids, **others)
    return sorted(article.id for article in found.articles)


async def test_new_articles_are_marked_the_oldest_mark_first(store):
    await keep(store, make_article("b"), make_article("a"))
    await keep(store, make_article("c"))
    assert await store.marked(2) == ("b", "a")
    assert await store.marked(9) == ("b", "a", "c")


async def test_a_duplicate_marks_nothing(store):
    a = make_article("a")
    await keep(store, a)
    await group(store)
    await keep(store, a)
    assert await store.marked(9) == ()


async def test_answered_marks_are_gone_and_the_others_stay(store):
    await keep(store, make_article("a"), make_article("b"))
    await store.marked(9)
    await store.keep_grouping(grouping(articles=["a"]), marked=["a"], stale=())
    assert await store.marked(9) == ("b",)


async def test_a_change_while_grouping_is_not_lost(store, other):
    a = make_article("a")
    lease = await lease_of(store)
    await store.keep(lease, [new(a)], {})
    marked = await store.marked(9)
    await store.neighbourhood(marked)
    await other.keep(lease, [revised(a, title="Corrected meanwhile")], {})
    await store.keep_grouping(grouping(articles=marked), marked=marked, stale=())
    assert await store.marked(9) == ("a",)


async def test_a_grouper_that_died_leaves_its_marks_to_the_next(store, other):
    await keep(store, make_article("a"))
    assert await store.marked(9) == ("a",)
    assert await other.marked(9) == ("a",)


async def test_links_tie_in_both_directions_and_over_several_hops(store):
    await keep(
        store,
        linking("en", translations=[("de", "de")]),
        make_article("de", language="de"),
        linking("fr", translations=[("de", "de")], members=["old"]),
        make_article("old"),
        linking("page", members=["old"]),
        make_article("stranger"),
    )
    assert await reach(store, "en") == ["de", "en", "fr", "old", "page"]
    assert await reach(store, "stranger") == ["stranger"]


async def test_addresses_are_tied_by_their_key(store):
    a = linking("a", members=["b"])
    await keep(store, a, make_article("b", url="http://www.news.example/b/?utm_medium=feed"))
    assert await reach(store, "b") == ["a", "b"]


async def test_a_limit_cuts_what_is_farthest(store):
    await keep(
        store,
        linking("a", members=["b"]),
        linking("b", members=["c"]),
        linking("c", members=["d"]),
        make_article("d"),
    )
    assert await reach(store, "a", limit=2) == ["a", "b"]


async def test_a_neighbourhood_brings_memberships_and_stories(store):
    await keep(store, make_article("a"), make_article("b"))
    closed = replace(make_story("closed"), state=StoryState.CLOSED)
    await group(store, member("talks", "a"), stories=[TALKS, make_story("other"), closed])
    found = await store.neighbourhood(["a"])
    assert found.memberships == (member("talks", "a"),)
    assert {story.id for story in found.stories} == {"talks", "closed"}


async def test_a_neighbourhood_counts_the_pages_that_list_an_address(store):
    await keep(
        store,
        linking("p1", members=["seal", "a"]),
        linking("p2", members=["seal"], translations=[("de", "a")]),
        make_article("seal"),
        make_article("a"),
    )
    lease = await lease_of(store, "agency")
    elsewhere = linking("p3", members=["seal"], source_id=SourceId("agency"))
    await store.keep(lease, [new(elsewhere)], {})
    found = await store.neighbourhood(["seal"])
    assert found.backlinks[("wire", "news.example/seal")] == 2
    assert found.backlinks[("agency", "news.example/seal")] == 1
    assert found.backlinks[("wire", "news.example/a")] == 1
    assert found.pages == {"wire": 2, "agency": 1}


async def test_pages_are_counted_only_of_sources_that_list_one_of_the_articles(store):
    """A count looks at all articles of a source: what nobody lists must not cost that."""
    await keep(store, linking("p1", members=["seal"]), make_article("a"))
    lease = await lease_of(store, "agency")
    await store.keep(lease, [new(make_article("b", source_id=SourceId("agency")))], {})
    found = await store.neighbourhood(["a", "b"])
    assert (found.backlinks, found.pages) == ({}, {})


async def test_a_neighbourhood_of_nothing_is_empty(store):
    found = await store.neighbourhood([])
    assert (found.articles, found.memberships, found.pages) == ((), (), {})


async def test_a_link_that_goes_marks_where_it_led(store):
    a = linking("a", members=["b"])
    lease = await lease_of(store)
    await store.keep(lease, [new(a), new(make_article("b")), new(make_article("c"))], {})
    await group(store)
    await store.keep(lease, [revised(a, "stories", stories=())], {})
    assert sorted(await store.marked(9)) == ["a", "b"]
    assert await reach(store, "a") == ["a"]


async def test_a_move_marks_what_links_to_the_old_address(store):
    b = make_article("b")
    lease = await lease_of(store)
    await store.keep(lease, [new(linking("a", members=["b"])), new(b)], {})
    await group(store)
    await store.keep(lease, [revised(b, url=address_of("moved"))], {})
    assert sorted(await store.marked(9)) == ["a", "b"]


async def test_a_membership_says_why_and_when(store):
    await keep(store, make_article("a"))
    why = (Evidence(kind="word", detail="Кавказ"), Evidence(kind="territory", detail="GE"))
    joined = member("talks", "a", rung=Rung.RULE, by="rule", evidence=why, score=0.5)
    await group(store, joined)
    assert await store.memberships("a") == (joined,)


async def test_a_membership_not_decided_again_ends(store):
    await keep(store, make_article("a"), make_article("b"))
    await group(store, member("talks", "a"), member("talks", "b"))
    await store.keep_grouping(grouping(articles=["a"]), marked=(), stale=())
    assert await store.memberships("a") == ()
    assert len(await store.memberships("b")) == 1


async def test_a_membership_that_goes_on_keeps_when_it_began(store):
    await keep(store, make_article("a"))
    await group(store, member("talks", "a"))
    later = member("talks", "a", rung=Rung.EDITOR, by="editor", added=NOW + MINUTE)
    await store.keep_grouping(grouping(later), marked=(), stale=())
    assert await store.memberships("a") == (replace(later, added=NOW),)


async def test_earlier_articles_are_frozen_when_an_article_joins(store):
    times = {f"a{number}": NOW + number * MINUTE for number in range(8)}
    await keep(store, *(make_article(name, published=at) for name, at in times.items()))
    await keep(store, make_article("german", language="de"))
    await store.set_status("a5", Status.HELD, reason=None, now=NOW)
    names = [*times, "german"]
    await group(store, *(member("talks", name) for name in names if name != "a0"))
    (last,) = await store.memberships("a7")
    assert last.earlier == ("a6", "a4", "a3", "a2", "a1")
    assert (await store.memberships("a1"))[0].earlier == ()
    assert (await store.memberships("german"))[0].earlier == ()
    await store.keep_grouping(
        grouping(member("talks", "a0"), member("talks", "a1")), marked=(), stale=()
    )
    assert (await store.memberships("a1"))[0].earlier == ()


async def test_what_an_operator_removed_is_no_longer_a_story(store):
    await keep(store, make_article("a"))
    await group(store, member("talks", "a"))
    removed = make_story("talks", state=StoryState.REMOVED)
    await store.keep_grouping(
        grouping(member("talks", "a"), stories=[removed]), marked=(), stale=()
    )
    assert (await store.stories(), await store.memberships("a")) == ((), ())
    await store.keep_grouping(grouping(member("talks", "a"), stories=[TALKS]), marked=(), stale=())
    assert (await store.story("talks")).state is StoryState.REMOVED


async def test_grouping_does_not_overwrite_what_the_configuration_states(store):
    rule = StoryRule(id="talks", slug="the-talks", titles=(("en", "The talks"),))
    await store.register([], [rule], NOW)
    await store.keep_grouping(grouping(stories=[TALKS]), marked=(), stale=())
    assert (await store.story("talks")).slug == "the-talks"


async def test_no_two_stories_have_the_same_address(store):
    await store.keep_grouping(
        grouping(stories=[TALKS, make_story("others", slug="talks")]), marked=(), stale=()
    )
    assert (await store.story("others")).slug == "others"
    rule = StoryRule(id="configured", slug="talks", titles=(("en", "Talks"),))
    await store.register([], [rule], NOW)
    slugs = {count.story.id: count.story.slug for count in await store.stories()}
    assert slugs == {"configured": "talks", "talks": "talks-2", "others": "others"}


async def test_stories_count_their_public_articles(store):
    await keep(
        store,
        make_article("en1"),
        make_article("en2"),
        make_article("de", language="de"),
        make_article("held"),
        make_article("waiting", embargoed_until=NOW + MINUTE),
    )
    await store.set_status("held", Status.HELD, reason=None, now=NOW)
    names = ["en1", "en2", "held", "waiting"]
    await group(
        store,
        *(member("talks", name) for name in names),
        member("talks", "de", rung=Rung.TRANSLATION),
        stories=[TALKS, make_story("empty")],
    )
    counts = {count.story.id: count for count in await store.stories()}
    assert counts["talks"].languages == {"de": 1, "en": 2}
    assert counts["talks"].rungs == {"declared": 2, "translation": 1}
    assert counts["empty"].languages == {}
    await store.lift_embargoes(NOW + MINUTE)
    counts = {count.story.id: count for count in await store.stories()}
    assert counts["talks"].languages == {"de": 1, "en": 3}


async def test_a_grouping_is_kept_whole_or_not_at_all(store):
    await keep(store, make_article("a"))
    marked = await store.marked(9)
    dangling = grouping(member("talks", "a"), member("no-such-story", "a"), stories=[TALKS])
    with pytest.raises(StoreError):
        await store.keep_grouping(dangling, marked=marked, stale=[FeedKey(scope=Scope.ALL)])
    assert (await store.stories(), await store.memberships("a")) == ((), ())
    assert await store.marked(9) == marked
    assert await store.stale(9) == ()


async def test_an_unknown_story_is_none(store):
    assert await store.story("nowhere") is None


async def test_news_is_grouped_before_an_archive_that_came_first(store):
    old = NOW - timedelta(days=900)
    await keep(store, *(make_article(name, published=old) for name in "abc"))
    await keep(store, make_article("news"), make_article("more"))
    since = NOW - timedelta(days=1)
    assert await store.marked(1, news_since=since) == ("news",)
    assert await store.marked(3, news_since=since) == ("news", "more", "a")
    assert await store.marked(3) == ("a", "b", "c")
    await store.keep_grouping(grouping(), marked=("news", "more", "a", "b", "c"), stale=())
    assert await store.marked(3, news_since=since) == ()


async def test_whoever_was_overtaken_writes_nothing(store, other):
    await keep(store, make_article("a"))
    await store.remember(GROUPER, "we")
    await other.remember(GROUPER, "others")
    made = [make_story("talks")]
    with pytest.raises(LeaseLost, match="another process took grouping over"):
        await store.keep_grouping(
            grouping(member("talks", "a"), stories=made), marked=(), stale=(), grouper="we"
        )
    assert await store.story("talks") is None
    assert await store.memberships("a") == ()
    await other.keep_grouping(
        grouping(member("talks", "a"), stories=made), marked=(), stale=(), grouper="others"
    )
    assert await store.story("talks") is not None
