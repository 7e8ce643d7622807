"""The public site of a house in the test's own process and time."""

from __future__ import annotations

from collections.abc import Callable

from swifeeds.serve import Listener, ShelfHolder
from swifeeds.service import House
from swifeeds.service.doors import public_door


def open_public(
    house: House, shelf: ShelfHolder, wake: Callable[[], None] = lambda: None
) -> Listener:
    """What a process that answers readers opens; its `port` is a free one."""
    return public_door(
        house.config,
        shelf,
        store=house.store,
        locales=house.locales,
        pages=house.parts.pages,
        assets=house.parts.assets,
        now=house.now,
        forwardings=lambda: house.forwardings,
        wake=wake,
    )
