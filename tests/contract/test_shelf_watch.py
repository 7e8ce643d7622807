"""A process that answers readers beside another one that publishes, on both engines."""

from __future__ import annotations

import asyncio

from tests.contract.making import shelf_item

from swifeeds.model import Redirect
from swifeeds.serve import ShelfHolder
from swifeeds.service.shelf_watch import ShelfWatch


async def test_what_another_process_publishes_is_swapped_in_at_the_next_look(store, other):
    holder = ShelfHolder()
    watch = ShelfWatch(other, holder)
    await watch.load()
    assert holder.is_loaded
    await store.publish([shelf_item("/a"), shelf_item("/b")])
    await watch.look()
    assert set(holder.current.items) == {"/a", "/b"}
    kept = holder.current.items["/a"]
    await store.publish([], gone=[Redirect(path="/b")])
    await watch.look()
    assert set(holder.current.items) == {"/a"}
    assert "/b" in holder.current.redirects
    assert holder.current.items["/a"] is kept, "what did not change is not read again"


async def test_looks_at_the_same_time_never_bring_an_older_shelf_back(store, other):
    holder = ShelfHolder()
    watch = ShelfWatch(other, holder)
    seen = []
    async with asyncio.TaskGroup() as group:
        for number in range(8):
            await store.publish([shelf_item(f"/{number}")])
            seen.append(group.create_task(_looked(watch, holder)))
    generations = [task.result() for task in seen]
    assert holder.current.generation == max(generations) == await store.shelf_generation()


async def _looked(watch: ShelfWatch, holder: ShelfHolder) -> int:
    before = holder.current.generation
    await watch.look()
    assert holder.current.generation >= before
    return holder.current.generation
