"""Redirects that lead to redirects are led to the end of their way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from swifeeds.model import Redirect, Shelf
from swifeeds.pipeline.moving import shortened

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
