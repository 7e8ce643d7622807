"""Redirects that lead to redirects are led to the end of their way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from swifeeds.model import FeedKey, Redirect, Scope, Shelf, Story, StoryId
from swifeeds.pipeline.moving import (
    End,
    awaited_feeds,
    former_paths,
    redirects_of_stories,
    shortened,
)

paths = st.sampled_from([f"/{letter}" for letter in "abcdefgh"])
moves = st.dictionaries(paths, st.one_of(st.none(), paths, st.just("https://other.example/")))


def redirects(moves):
    return {path: Redirect(path=path, location=there) for path, there in moves.items()}


def test_a_way_of_three_steps_becomes_one():
    shelf = Shelf(redirects=redirects({"/a": "/b", "/b": "/c"}))
    gone = redirects({"/c": "/d"}).values()
    assert {one.path: one.location for one in shortened(shelf, gone, {"/d"})} == {
        "/a": "/d", "/b": "/d",
    }  # fmt: skip


def test_what_led_to_something_that_is_gone_is_gone():
    shelf = Shelf(redirects=redirects({"/a": "/b"}))
    (one,) = shortened(shelf, redirects({"/b": None}).values(), set())
    assert one == Redirect(path="/a", location=None)


def test_what_stands_again_ends_a_way():
    shelf = Shelf(redirects=redirects({"/a": "/b", "/b": "/a"}))
    assert shortened(shelf, (), {"/a"}) == ()


@given(moves, moves, st.sets(paths))
def test_afterwards_no_redirect_leads_to_another_and_none_in_a_circle(before, due, filled):
    due = {path: there for path, there in due.items() if path not in filled and there != path}
    shelf = Shelf(redirects=redirects(before))
    fresh = {one.path: one for one in shortened(shelf, redirects(due).values(), filled)}
    after = {**redirects(before), **redirects(due), **fresh}
    left = {path: one for path, one in after.items() if path not in filled}
    for path, one in left.items():
        if path not in due:
            assert one.location in filled or one.location not in left


PEACE = Story(id=StoryId("peace"), slug="peace-now", titles=(("en", "Peace"),))
RENAMED = {"talks": End(story=PEACE, merged=False)}
MERGED = {"talks": End(story=PEACE, merged=True)}
REMOVED = {"talks": End(story=None, merged=False)}
OLD = "/de/stories/talks/feed.rss"
OWN, ALL = "/de/stories/peace-now/feed.rss", "/stories/peace-now/feed.rss"


def led(ends, filled=(), expected=(), path=OLD):
    found = redirects_of_stories(ends, [path], filled, expected, ["en", "de"])
    return [one.location for one in found]


def test_an_address_waits_for_the_best_place_that_is_to_come():
    assert led(MERGED, filled={ALL}) == [ALL]
    assert led(MERGED, filled={ALL}, expected={OWN, ALL}) == []
    assert led(MERGED, filled={OWN, ALL}, expected={OWN, ALL}) == [OWN]


def test_a_renamed_feed_leads_to_itself_alone_and_a_removed_one_nowhere():
    assert led(RENAMED, filled={ALL}) == []
    assert led(RENAMED, filled={OWN, ALL}) == [OWN]
    assert led(REMOVED, filled={OWN, ALL}) == [None]


def test_a_sheet_that_the_list_is_too_short_for_leads_to_its_first():
    page = "/de/stories/peace-now/archive/2/"
    assert led(RENAMED, filled={page}, path="/de/stories/talks/archive/2/3/") == [page]
    assert led(RENAMED, filled={page}, path="/de/stories/talks/archive/2/") == [page]
    assert led(RENAMED, filled={page}, path="/de/stories/talks/archive/3/") == []


def test_feeds_under_a_former_name_are_awaited_under_the_new_and_merged_ones_are_not():
    paths = [OLD, "/stories/talks/archive/1.atom", "/de/stories/talks/", "/de/stories/peace-now/"]
    former = former_paths(paths, RENAMED)
    assert former == tuple(paths[:3])
    assert awaited_feeds(former, RENAMED) == {
        FeedKey(scope=Scope.STORY, key="peace", language=language) for language in ("de", "")
    }
    assert awaited_feeds(former, MERGED) == awaited_feeds(former, REMOVED) == frozenset()
    assert former_paths(paths, {}) == ()
