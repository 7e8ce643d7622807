"""Our subscriptions at the hubs of sources, and what they brought."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Protocol

from swifeeds.model import Push, Pushed, SourceId


class Pushes(Protocol):
    """Our subscriptions at the hubs of sources, and what they brought."""

    async def pushes(self, only: Collection[SourceId] | None = None) -> Mapping[SourceId, Push]:
        """All of them by source, or those of some."""

    async def begin_push(self, one: Push) -> None:
        """Subscribe a source, in the place of what it had before, pushed bodies included."""

    async def end_push(self, source_id: SourceId) -> None:
        """Forget a source's subscription, and what was pushed and not yet read."""

    async def due_pushes(self, now: datetime, *, limit: int) -> tuple[Push, ...]:
        """Those whose hub is to be asked, longest due first."""

    async def ask_push(self, one: Push, now: datetime, next_at: datetime) -> bool:
        """Note that its hub is asked at `now`, and would be again at `next_at`. False when
        somebody else has asked since `one` was read."""

    async def push_at(self, token: str) -> Push | None:
        """The subscription with this callback."""

    async def grant_push(self, token: str, *, until: datetime, next_at: datetime) -> None:
        """The hub granted a lease, which is to be renewed at `next_at`."""

    async def refuse_push(self, token: str, *, next_at: datetime) -> None:
        """The hub ended it or will have none; it is asked again at `next_at`."""

    async def keep_pushed(self, one: Pushed, *, most: int) -> bool:
        """Keep a body until it is read. False when `most` of its source wait already, or there is
        no such subscription any more: nothing is kept then."""

    async def take_pushed(self, *, limit: int) -> tuple[Pushed, ...]:
        """What waits to be read, the oldest of each source, oldest first."""

    async def drop_pushed(self, one: Pushed) -> None:
        """It was read, or cannot be."""

    async def note_pushed(self, source_id: SourceId, now: datetime) -> None:
        """Something of a source came by push: nothing is missed any more."""

    async def note_missed(self, source_id: SourceId, now: datetime) -> None:
        """A poll found what had not been pushed; the first such time stays."""
