"""Pressing the shelf's bytes changes those bytes and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.contract.making import NOW, shelf_item

from swifeeds.model import Encoding

LATER = NOW + timedelta(minutes=1)


def coded(path: str, size: int = 10, **others):
    codings = {Encoding.IDENTITY: b"x" * size, Encoding.BROTLI: b"hasty"}
    return shelf_item(path, encodings=codings, **others)


def pressed(item):
    return replace(item, encodings={**item.encodings, Encoding.BROTLI: b"few"}, is_pressed=True)


async def waiting(store, *, room: int = 1000, before=LATER) -> list[str]:
    return sorted(item.path for item in await store.unpressed(before, room=room))


async def test_what_has_brotli_bytes_and_stood_a_while_waits(store):
    young = coded("/young", last_modified=LATER)
    await store.publish([coded("/a"), coded("/b"), shelf_item("/plain"), young])
    assert await waiting(store) == ["/a", "/b"]
    await store.keep_pressed([pressed(coded("/a"))])
    assert await waiting(store) == ["/b"]


async def test_as_many_are_given_out_as_there_is_room_for_and_one_at_least(store):
    old = coded("/old", 900, last_modified=NOW.replace(microsecond=0) - timedelta(hours=1))
    await store.publish([coded("/a", 60), coded("/b", 60), old])
    assert await waiting(store, room=10) == ["/old"]
    assert await waiting(store, room=970) == ["/a", "/old"]


async def test_pressed_bytes_are_served_and_nothing_else_is_another(store):
    item = coded("/a")
    before = await store.publish([item, coded("/b")])
    assert await store.keep_pressed([pressed(item)]) == 1
    assert await store.shelf_generation() == before + 1
    assert (await store.shelf()).items["/a"] == pressed(item)
    assert await store.stale(9) == ()


async def test_what_was_published_anew_meanwhile_is_left_alone(store):
    await store.publish([coded("/a")])
    newer = coded("/a", etag='"newer"')
    before = await store.publish([newer])
    assert await store.keep_pressed([pressed(coded("/a")), pressed(coded("/gone"))]) == 0
    assert await store.shelf_generation() == before
    assert (await store.shelf()).items["/a"] == newer


async def test_a_pressed_item_that_is_published_unchanged_is_no_change(store):
    await store.publish([coded("/a")])
    await store.keep_pressed([pressed(coded("/a"))])
    before = await store.shelf_generation()
    assert await store.publish([coded("/a")]) == before
    assert (await store.shelf()).items["/a"].is_pressed


async def test_another_edition_waits_again(store):
    await store.publish([coded("/a")])
    await store.keep_pressed([pressed(coded("/a"))])
    await store.publish([coded("/a", etag='"newer"')])
    assert await waiting(store) == ["/a"]


async def test_what_cannot_be_pressed_is_not_tried_again_and_nobody_reads_it_anew(store):
    await store.publish([coded("/a")])
    before = await store.shelf_generation()
    assert await store.keep_pressed([coded("/a")]) == 1
    assert await waiting(store) == []
    assert await store.shelf_generation() == before
