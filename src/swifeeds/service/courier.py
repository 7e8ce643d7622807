"""The courier: takes what waits in the outbox and sends it in bounded lanes, each kind in its own,
so that no flood of one delays the others, and no reader waits for any."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial

from swifeeds.errors import StoreError, SwifeedsError
from swifeeds.model import Errand, ErrandKind
from swifeeds.pipeline.errands import HUB_FAILING
from swifeeds.schedule import Bell, Lanes, on_each_strike
from swifeeds.service.house import House

_log = logging.getLogger(__name__)

SECONDS = 1.0
"""Between two looks into the outbox, for what others put there and for what is due again."""

_MARGIN = timedelta(seconds=30)
"""How much longer than two timeouts an errand is ours: after it, it was lost in a crash."""


class Courier:
    """Keeps sending until its loops are cancelled. `house` gives the running one; `show` has this
    process serve what the store has published."""

    def __init__(self, house: Callable[[], House], show: Callable[[], Awaitable[None]]) -> None:
        self._house = house
        self._show = show
        self._bells = {kind: Bell() for kind in ErrandKind}
        self._lanes: dict[ErrandKind, Lanes] = {}

    def strike(self) -> None:
        """There may be something to send."""
        for bell in self._bells.values():
            bell.strike()

    async def start(self, group: asyncio.TaskGroup) -> list[asyncio.Task[None]]:
        """Begin with what the configuration names; gives the loops, none where it names no hub."""
        house = self._house()
        settings = house.config.websub
        await house.store.keep_hubs(settings.others, HUB_FAILING)
        half = max(1, settings.lanes // 2)
        if settings.others:
            self._lanes[ErrandKind.PING] = Lanes(group, half)
        if settings.own:
            self._lanes[ErrandKind.VERIFY] = Lanes(group, half)
            self._lanes[ErrandKind.DELIVER] = Lanes(group, settings.lanes)
        self.strike()
        return [group.create_task(self._loop(kind), name=f"outbox {kind}") for kind in self._lanes]

    async def drain(self, grace: float) -> None:
        """Let what is under way finish for `grace` seconds; the rest is sent after a restart."""
        async with asyncio.TaskGroup() as group:
            for lanes in self._lanes.values():
                group.create_task(lanes.drain(grace))

    async def _loop(self, kind: ErrandKind) -> None:
        await on_each_strike(self._bells[kind], partial(self._look, kind), name=f"outbox {kind}")

    async def _look(self, kind: ErrandKind) -> None:
        house, lanes = self._house(), self._lanes[kind]
        now, settings = house.now(), house.config.websub
        if kind is ErrandKind.DELIVER:
            await house.store.drop_expired(now)
        if not lanes.free:
            return
        until = now + 2 * timedelta(seconds=settings.timeout) + _MARGIN
        errands = await house.store.take_errands(
            kind, now=now, until=until, limit=lanes.free, per_host=settings.per_host
        )
        if errands:
            # A hub fetches as soon as it is told, and passes on what it finds, old or new.
            await self._show()
        for errand in errands:
            lanes.start(self._do(errand), name=f"{kind} {errand.number}")

    async def _do(self, errand: Errand) -> None:
        """At the loop's edge: whatever one errand does, the others go on."""
        house = self._house()
        try:
            await house.messenger.do(errand)
        except asyncio.CancelledError:
            with suppress(StoreError):  # it is given out again by itself
                await house.store.release_errand(errand)
            raise
        except SwifeedsError as error:
            _log.warning("outbox: %s of %s: %s", errand.kind, errand.topic, error)
        except Exception:  # noqa: BLE001 - the loop's edge: a bug in one stops no other
            _log.exception("outbox, please report this: %s of %s", errand.kind, errand.topic)
        finally:
            # Not at once: the lane is free only when this task has ended.
            asyncio.get_running_loop().call_soon(self._bells[errand.kind].strike)
