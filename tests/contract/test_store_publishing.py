"""Dossiers, summaries, stale feeds and the shelf."""

from __future__ import annotations

from dataclasses import replace

from tests.contract.making import (
    MINUTE,
    NOW,
    duplicate,
    grouping,
    keep,
    lease_of,
    make_article,
    make_story,
    member,
    shelf_item,
)

from swifeeds.model import (
    Encoding,
    FeedKey,
    FeedSummary,
    MiningTerms,
    Redirect,
    Scope,
    Shelf,
    SourceId,
    Status,
    Version,
)

ALL = FeedKey(scope=Scope.ALL)
AGENCY = SourceId("agency")
TALKS = make_story("talks")


async def listed(store, key=ALL, *, languages=(), limit=50, now=NOW):
    found = await store.dossiers(key, languages=languages, limit=limit, now=now)
    return [dossier.article.id for dossier in found]


async def group(store, *memberships, **others):
    decided = grouping(*memberships, **({"stories": [TALKS]} | others))
    await store.keep_grouping(decided, marked=(), stale=())


async def test_the_newest_come_first_and_the_id_decides_between_equals(store):
    await keep(
        store,
        make_article("old", published=NOW - MINUTE),
        make_article("a"),
        make_article("b"),
        make_article("young", published=NOW + MINUTE),
    )
    assert await listed(store) == ["young", "b", "a", "old"]
    assert await listed(store, limit=2) == ["young", "b"]


async def test_each_scope_gathers_its_own(store):
    a = make_article("a", section="world")
    await keep(store, a, make_article("b"))
    await keep(store, make_article("c", source_id=AGENCY), source="agency")
    lease = await lease_of(store, "agency")
    await store.keep(lease, [duplicate(a, source_id=AGENCY)], {})
    await group(store, member("talks", "b"))
    assert await listed(store, FeedKey(scope=Scope.SECTION, key="world")) == ["a"]
    assert await listed(store, FeedKey(scope=Scope.SOURCE, key="wire")) == ["b", "a"]
    assert await listed(store, FeedKey(scope=Scope.SOURCE, key="agency")) == ["c", "a"]
    assert await listed(store, FeedKey(scope=Scope.STORY, key="talks")) == ["b"]
    assert await listed(store, FeedKey(scope=Scope.ARTICLE, key="c")) == ["c"]
    assert await listed(store) == ["c", "b", "a"]


async def test_a_feed_draws_from_the_languages_it_names(store):
    await keep(store, make_article("en"), make_article("de", language="de-AT"), make_article("fr"))
    assert await listed(store, languages=["de", "de-AT"]) == ["de"]


async def test_every_moment_of_publication_is_told_oldest_first(store):
    await keep(
        store,
        make_article("young", published=NOW + MINUTE),
        make_article("old", published=NOW - MINUTE),
        make_article("de", language="de"),
        make_article("held"),
    )
    await store.set_status("held", Status.HELD, reason=None, now=NOW)
    await group(store, member("talks", "young"), member("talks", "held"))
    told = await store.published(ALL, languages=["en"], now=NOW)
    assert told == (NOW - MINUTE, NOW + MINUTE)
    assert len(await store.published(ALL, languages=(), now=NOW)) == 3
    story = FeedKey(scope=Scope.STORY, key="talks")
    assert await store.published(story, languages=["en"], now=NOW) == (NOW + MINUTE,)
    assert await store.published(story, languages=["de"], now=NOW) == ()


async def test_nothing_that_is_not_public_leaves(store):
    await keep(
        store,
        make_article("held"),
        make_article("gone"),
        make_article("waiting", embargoed_until=NOW + MINUTE),
        make_article("freed", embargoed_until=NOW),
    )
    await store.set_status("held", Status.HELD, reason=None, now=NOW)
    await store.set_status("gone", Status.WITHDRAWN, reason=None, now=NOW)
    assert await listed(store) == ["freed"]
    assert await listed(store, now=NOW + MINUTE) == ["waiting", "freed"]
    assert await store.dossier("held", NOW) is None
    assert await store.dossier("waiting", NOW) is None
    assert await store.dossier("nobody", NOW) is None
    assert (await store.dossier("freed", NOW)).article.id == "freed"


async def test_a_dossier_brings_translations_memberships_and_what_came_earlier(store):
    await keep(
        store,
        make_article("first", published=NOW - 3 * MINUTE),
        make_article("second", published=NOW - 2 * MINUTE),
        make_article("en"),
        make_article("de", language="de"),
        make_article("copy"),
        make_article("ar", language="ar"),
    )
    names = ["first", "second", "en"]
    work = {"en": "w", "de": "w", "ar": "w", "copy": "w"}
    await group(store, *(member("talks", name) for name in names), works=work, articles=[*work])
    await store.set_status("second", Status.WITHDRAWN, reason=None, now=NOW)
    await store.set_status("ar", Status.HELD, reason=None, now=NOW)
    dossier = await store.dossier("en", NOW)
    assert [other.id for other in dossier.translations] == ["de"]
    assert [one.story_id for one in dossier.memberships] == ["talks"]
    assert dossier.memberships[0].earlier == ("second", "first")
    assert {story: [one.id for one in some] for story, some in dossier.earlier.items()} == {
        "talks": ["first"]
    }
    assert (await store.dossier("first", NOW)).translations == ()


async def test_languages_are_the_articles_own(store):
    await keep(store, make_article("a", language="pt-BR"), make_article("b"), make_article("c"))
    assert await store.article_languages() == ("en", "pt-BR")


async def test_summaries_count_each_scope_by_language_and_over_all(store):
    await keep(
        store,
        make_article("en1", section="world", updated=NOW + 5 * MINUTE),
        make_article("en2", published=NOW + MINUTE, updated=NOW + MINUTE),
        make_article("de", language="de", published=NOW + 2 * MINUTE, updated=NOW + 2 * MINUTE),
        make_article("held", language="fr"),
        make_article("left", language="de", published=NOW + 2 * MINUTE),
    )
    await store.set_status("held", Status.HELD, reason=None, now=NOW)
    await store.set_status("left", Status.WITHDRAWN, reason=None, now=NOW + 9 * MINUTE)
    await group(store, member("talks", "de"))
    found = await store.summaries(NOW)
    all_german, talks = german("de", left=9), german("de")
    assert found == {
        ALL: replace(all_german, entries=3),
        FeedKey(scope=Scope.ALL, language="en"): replace(english("en2", published=1), entries=2),
        FeedKey(scope=Scope.ALL, language="de"): all_german,
        FeedKey(scope=Scope.SOURCE, key="wire"): found[ALL],
        FeedKey(scope=Scope.SOURCE, key="wire", language="en"): found[
            FeedKey(scope=Scope.ALL, language="en")
        ],
        FeedKey(scope=Scope.SOURCE, key="wire", language="de"): all_german,
        FeedKey(scope=Scope.SECTION, key="world"): english("en1"),
        FeedKey(scope=Scope.SECTION, key="world", language="en"): english("en1"),
        FeedKey(scope=Scope.STORY, key="talks"): talks,
        FeedKey(scope=Scope.STORY, key="talks", language="de"): talks,
    }


async def test_a_language_whose_last_article_left_has_no_summary_but_changes_that_of_all(store):
    await keep(store, make_article("en"), make_article("fr", language="fr"))
    await store.set_status("fr", Status.WITHDRAWN, reason=None, now=NOW + 9 * MINUTE)
    found = await store.summaries(NOW)
    assert FeedKey(scope=Scope.ALL, language="fr") not in found
    one = FeedSummary(updated=NOW, published=NOW, entries=1, newest_title="Title of en")
    assert found[FeedKey(scope=Scope.ALL, language="en")] == one
    assert found[ALL] == replace(one, updated=NOW + 9 * MINUTE)


def german(name, left=2):
    return FeedSummary(
        updated=NOW + left * MINUTE,
        published=NOW + 2 * MINUTE,
        entries=1,
        newest_title=f"Title of {name}",
    )


def english(name, published=0):
    return FeedSummary(
        updated=NOW + 5 * MINUTE,
        published=NOW + published * MINUTE,
        entries=1,
        newest_title=f"Title of {name}",
    )


async def test_stale_feeds_come_oldest_first_and_once(store):
    world = FeedKey(scope=Scope.SECTION, key="world", language="en")
    await store.mark_stale([world, ALL])
    await store.mark_stale([ALL])
    assert await store.stale(1) == (world,)
    assert await store.stale(9) == (world, ALL)
    await store.publish([], done=[world])
    assert await store.stale(9) == (ALL,)


async def test_grouping_marks_the_feeds_it_touched(store):
    await store.keep_grouping(grouping(), marked=(), stale=[ALL])
    assert await store.stale(9) == (ALL,)


async def test_a_feed_marked_while_it_is_rendered_is_rendered_again(store, other):
    await store.mark_stale([ALL])
    done = await store.stale(9)
    await other.mark_stale([ALL])
    await store.publish([shelf_item("/feed.atom")], done=done)
    assert await store.stale(9) == (ALL,)


async def test_an_empty_shelf_is_generation_0(store):
    assert await store.shelf() == Shelf()
    assert await store.shelf_generation() == 0


async def test_items_come_back_as_they_were_published(store, other):
    item = shelf_item(
        "/zh/feed.atom",
        language="zh",
        links=('</zh/feed.json>; rel="alternate"', "second"),
        max_age=60,
        encodings={Encoding.IDENTITY: b"\x00body", Encoding.GZIP: b"gz", Encoding.ZSTD: b"zs"},
    )
    assert await store.publish([item]) == 1
    shelf = await other.shelf()
    assert (shelf.items, shelf.generation) == ({"/zh/feed.atom": item}, 1)
    assert await other.shelf_generation() == 1


async def test_the_index_is_the_shelf_without_its_bytes(store):
    await store.publish([shelf_item("/a"), shelf_item("/b")], gone=[Redirect(path="/c")])
    whole, index = await store.shelf(), await store.shelf_index()
    assert index.items == {p: replace(i, encodings={}) for p, i in whole.items.items()}
    assert (index.redirects, index.generation) == (whole.redirects, whole.generation)


async def test_items_are_read_by_their_paths(store):
    await store.publish([shelf_item("/a"), shelf_item("/b")])
    (found,) = await store.shelf_items(["/b", "/nowhere"])
    assert found == (await store.shelf()).items["/b"]
    assert await store.shelf_items([]) == ()


async def test_equal_bytes_are_not_published_again(store):
    item = shelf_item("/feed.atom")
    await store.publish([item])
    later = replace(item, last_modified=NOW.replace(microsecond=0) + MINUTE, generation=2)
    assert await store.publish([later]) == 1
    assert (await store.shelf()).items["/feed.atom"] == item


async def test_new_bytes_raise_the_generation(store):
    await store.publish([shelf_item("/feed.atom", b"1"), shelf_item("/feed.rss", b"1")])
    changed = shelf_item("/feed.atom", b"2", generation=2)
    assert await store.publish([changed]) == 2
    shelf = await store.shelf()
    assert shelf.items["/feed.atom"].body == b"2"
    assert shelf.items["/feed.rss"].body == b"1"


async def test_a_coding_that_is_no_longer_made_goes(store):
    both = {Encoding.IDENTITY: b"1", Encoding.GZIP: b"1z"}
    await store.publish([shelf_item("/feed.atom", encodings=both, etag='"1"')])
    await store.publish([shelf_item("/feed.atom", b"2")])
    assert (await store.shelf()).items["/feed.atom"].encodings == {Encoding.IDENTITY: b"2"}


async def test_other_headers_over_equal_bytes_are_published(store):
    await store.publish([shelf_item("/feed.atom")])
    assert await store.publish([shelf_item("/feed.atom", links=("new",))]) == 2
    assert (await store.shelf()).items["/feed.atom"].links == ("new",)


async def test_a_path_that_goes_leaves_word_where_to(store):
    await store.publish([shelf_item("/old"), shelf_item("/gone"), shelf_item("/stays")])
    moved, gone = Redirect(path="/old", location="/new"), Redirect(path="/gone")
    assert await store.publish([], gone=[moved, gone]) == 2
    shelf = await store.shelf()
    assert set(shelf.items) == {"/stays"}
    assert shelf.redirects == {"/old": moved, "/gone": gone}
    assert await store.publish([], gone=[moved, gone]) == 2


async def test_a_path_that_comes_back_is_no_longer_gone(store):
    await store.publish([], gone=[Redirect(path="/a")])
    await store.publish([shelf_item("/a")])
    shelf = await store.shelf()
    assert (set(shelf.items), shelf.redirects) == ({"/a"}, {})


async def test_publishing_nothing_changes_nothing(store):
    await store.publish([shelf_item("/a")])
    assert await store.publish([]) == 1


OLD = Version(etag='"old"', entries=(("tag:a", "1"),))
NEW = Version(etag='"new"', entries=(("tag:a", "1"), ("tag:b", "2")))
DELTAS = {'"old"': {Encoding.IDENTITY: b"<delta/>", Encoding.GZIP: b"packed"}}


def with_deltas(path="/feed.rss"):
    return replace(shelf_item(path, b"whole"), versions=(NEW, OLD), deltas=DELTAS)


async def test_versions_and_deltas_are_kept_with_the_item_in_their_order(store):
    await store.publish([with_deltas(), shelf_item("/other")])
    assert await store.versions(["/feed.rss", "/other"]) == {"/feed.rss": (NEW, OLD)}
    (item,) = await store.shelf_items(["/feed.rss"])
    assert (item.versions, item.deltas) == ((NEW, OLD), DELTAS)


async def test_an_item_that_is_published_without_deltas_forgets_those_it_had(store):
    await store.publish([with_deltas()])
    await store.publish([replace(with_deltas(), etag='"newer"', versions=(), deltas={})])
    (item,) = await store.shelf_items(["/feed.rss"])
    assert await store.versions(["/feed.rss"]) == {}
    assert not item.deltas


async def test_an_item_that_is_gone_leaves_no_versions(store):
    await store.publish([with_deltas()])
    await store.publish([], gone=[Redirect(path="/feed.rss")])
    assert await store.versions(["/feed.rss"]) == {}


async def test_what_is_said_of_mining_is_kept_and_another_word_is_a_change(store):
    reserved = MiningTerms(reserved=True, policy="https://press.example/mining.json")
    first = await store.publish([shelf_item("/a", mining=reserved), shelf_item("/b")])
    items = (await store.shelf_index()).items
    assert [items[path].mining for path in ("/a", "/b")] == [reserved, None]
    assert await store.publish([shelf_item("/a", mining=reserved)]) == first
    assert await store.publish([shelf_item("/a", mining=None)]) == first + 1
    assert (await store.shelf()).items["/a"].mining is None
