"""Being told instead of asking: subscriptions at the hubs of sources, and what is pushed.

A pushed body goes the way of a polled one, under the source's lease. Slow polling goes on beside
it, so that a hub which forgets us costs time and no article.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from swifeeds.collect.push_rules import MISSED_FOR, next_try, stretched
from swifeeds.collect.subscribing import ask_hub
from swifeeds.egress import Egress
from swifeeds.errors import CollectError
from swifeeds.model import (
    Every,
    Lease,
    Notice,
    Push,
    Pushed,
    PushTopic,
    Source,
    SourceId,
    SourceKind,
    SourceState,
)
from swifeeds.pipeline.report import PollReport
from swifeeds.store import Store

_log = logging.getLogger(__name__)

NOT_WORKING = "push-not-working"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pushing:
    """Subscribes. `callbacks` begins every callback, `new_token` and `new_secret` are unguessable,
    `egress` is the client for hostile addresses."""

    store: Store
    egress: Egress
    callbacks: str
    new_token: Callable[[], str]
    new_secret: Callable[[], bytes]
    now: Callable[[], datetime]

    async def ask_due(self, limit: int) -> int:
        """Ask the hubs whose turn it is, one after the other. How many were asked."""
        now, asked = self.now(), 0
        for push in await self.store.due_pushes(now, limit=limit):
            # Noted first: a hub may ask us back before it answers.
            if await self.store.ask_push(push, now, next_try(push.failures, now)):
                await self._ask(push)
                asked += 1
        return asked

    async def _ask(self, push: Push) -> None:
        try:
            await ask_hub(self.egress, push, f"{self.callbacks}{push.token}")
        except CollectError as error:
            _log.warning("hub of source %s: %s", push.source_id, error)

    async def after_poll(
        self,
        source: Source,
        report: PollReport,
        state: SourceState,
        pushes: Mapping[SourceId, Push] | None = None,
    ) -> SourceState:
        """What a poll that succeeded means for the source's push, and the push for the next poll.

        Args:
            source: that was polled.
            report: what came of it.
            state: the source's, as its schedule alone would have it.
            pushes: as they were when the poll began; good enough where it brought nothing.
        """
        if source.kind is not SourceKind.FEED or report.failure is not None:
            return state
        if pushes is None or report.has_main or report.new:
            pushes = await self.store.pushes([source.id])
        push = pushes.get(source.id)
        if report.has_main:
            push = await self._settled(source, push, report.push)
        if push is None:
            return state
        now = self.now()
        if report.new and push.is_active(now):
            await self.store.note_missed(source.id, now)
            push = replace(push, missed_since=push.missed_since or now)
        await self._tell(push, now)
        return self._slower(source, push, state, now)

    async def _settled(
        self, source: Source, push: Push | None, named: PushTopic | None
    ) -> Push | None:
        """The subscription to what the feed names now."""
        if named is None:
            if push is not None:
                await self.store.end_push(source.id)
                await self.store.settle(NOT_WORKING, source.id)
            return None
        if push is not None and (push.hub, push.topic) == (named.hub, named.topic):
            return push
        fresh = Push(
            source_id=source.id,
            hub=named.hub,
            topic=named.topic,
            token=self.new_token(),
            secret=self.new_secret(),
            next_at=self.now(),
        )
        await self.store.begin_push(fresh)
        return fresh

    async def _tell(self, push: Push, now: datetime) -> None:
        since = push.missed_since
        if since is None or now - since < MISSED_FOR:
            return
        message = (
            f"the hub {push.hub} has not told of what source {push.source_id} published since"
            f" {since:%Y-%m-%d %H:%M} UTC; the source is polled at its own pace and nothing is"
            " lost; it is told no more once the hub brings something"
        )
        notice = Notice(kind=NOT_WORKING, subject=push.source_id, message=message, at=since)
        _log.warning("%s: %s", notice.kind, notice.message)
        await self.store.tell([notice])

    def _slower(self, source: Source, push: Push, state: SourceState, now: datetime) -> SourceState:
        """Times that an operator states are kept; an interval is stretched."""
        if not push.is_working(now) or not isinstance(source.schedule.when, Every):
            return state
        later = now + stretched(source.polled_every)
        if state.next_at is not None and state.next_at >= later:
            return state
        return replace(state, next_at=later, why="seldom, because its hub tells of what is new")

    async def note_read(self, pushed: Pushed, report: PollReport) -> None:
        """A pushed body was read: the push works."""
        await self.store.drop_pushed(pushed)
        if report.failure is None:
            await self.store.note_pushed(pushed.source_id, pushed.received)
            await self.store.settle(NOT_WORKING, pushed.source_id)
        else:
            _log.warning("pushed body not read: source=%s: %s", pushed.source_id, report.failure)


async def finish_push(
    store: Store, lease: Lease, source_id: SourceId, report: PollReport, now: datetime
) -> None:
    """Give the lease back; what was new is no silence. When the source is polled next stays."""
    state = (await store.source_states())[source_id]
    if report.new:
        state = replace(state, last_new=now)
    await store.complete(lease, state)
