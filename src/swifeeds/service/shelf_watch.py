"""The published shelf in memory, kept up with the one in the store."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from swifeeds.model import ShelfItem
from swifeeds.serve import ShelfHolder
from swifeeds.store import Store

WATCH_SECONDS = 1.0
"""How often to look for what other processes published: commands are noticed within 2 s."""

_BREATH = 200
"""Items that are compared before readers get a turn: about a millisecond."""


class ShelfWatch:
    """Swaps a new shelf into `holder` whenever the store has one.

    A store that does not answer changes nothing: what was published goes on being served.
    """

    def __init__(self, store: Store, holder: ShelfHolder) -> None:
        self._store = store
        self._holder = holder
        self._one_at_a_time = asyncio.Lock()

    async def look(self) -> None:
        """Load the shelf if its generation is another one. Costs one row when it is not.

        Raises:
            StoreError: the store does not answer.
        """
        if await self._store.shelf_generation() != self._holder.current.generation:
            await self.load()

    async def load(self) -> None:
        """Swap in what is published now; only what changed is read again.

        Raises:
            StoreError: the store does not answer.
        """
        async with self._one_at_a_time:  # or an older shelf could be swapped in after a newer one
            current = self._holder.current.items
            index = await self._store.shelf_index()
            changed = await _changed(index.items, current)
            fresh = {item.path: item for item in await self._store.shelf_items(changed)}
            known = {**current, **fresh}
            items = {path: known[path] for path in index.items if path in known}
            self._holder.swap(replace(index, items=MappingProxyType(items)))


async def _changed(newest: Mapping[str, ShelfItem], current: Mapping[str, ShelfItem]) -> list[str]:
    changed = []
    for number, (path, item) in enumerate(newest.items()):
        if not _is_at_hand(item, current):
            changed.append(path)
        if number % _BREATH == 0:
            await asyncio.sleep(0)
    return changed


def _is_at_hand(item: ShelfItem, current: Mapping[str, ShelfItem]) -> bool:
    known = current.get(item.path)
    return known is not None and replace(known, encodings={}, versions=(), deltas={}) == item
