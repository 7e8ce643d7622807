"""WebSub the other way round: feeds of others that tell us when they change."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from swifeeds.model.source import SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class PushTopic:
    """What a feed says of itself: its hub, and its own address there (`rel=hub`, `rel=self`)."""

    hub: str
    topic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Push:
    """Our subscription to a source's feed. Times are UTC.

    `token` is the unguessable end of the callback, `secret` signs what is pushed. `next_at` is when
    the hub is asked (again), `asked_at` when it was last: its question is answered for a while
    after that, and never without it. `until` is the end of the lease that the hub granted.
    `failures` counts questions since the last grant. `pushed_at` is when something came last,
    `missed_since` when a poll first found what had not been pushed.
    """

    source_id: SourceId
    hub: str
    topic: str
    token: str
    secret: bytes = field(repr=False)
    next_at: datetime
    asked_at: datetime | None = None
    until: datetime | None = None
    failures: int = 0
    pushed_at: datetime | None = None
    missed_since: datetime | None = None

    def is_active(self, now: datetime) -> bool:
        """True while the hub has granted that we are told."""
        return self.until is not None and now < self.until

    def is_working(self, now: datetime) -> bool:
        """True while it is active, has brought something, and misses nothing."""
        return self.is_active(now) and self.pushed_at is not None and self.missed_since is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pushed:
    """A body that a hub brought, as it came. `number` is the store's."""

    source_id: SourceId
    received: datetime
    body: bytes
    media_type: str | None = None
    charset: str | None = None
    number: int = 0
