"""WebSub (W3C Recommendation of 2018): who is told of a changed feed, and what is still to be said.

A topic is the path of a feed on the shelf, in one format; its address is the site's base address
and that path.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class ErrandKind(StrEnum):
    """What is to be sent."""

    PING = "ping"
    """To a hub of somebody else: this topic has changed."""

    VERIFY = "verify"
    """To a subscriber of ours: is this what you want? Or: this has ended."""

    DELIVER = "deliver"
    """To a subscriber of ours: the topic's newest bytes."""


class HubMode(StrEnum):
    """What a subscriber asked for, or is told (`hub.mode`)."""

    SUBSCRIBE = "subscribe"
    UNSUBSCRIBE = "unsubscribe"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One thing to be sent, until it was. There is one per kind, topic and target: what changes
    meanwhile is said in one go.

    `target` is the address of the hub or the callback. `since` is when it was first wanted.
    `mode`, `lease` (how long the subscription is to last) and `reason` (why it ended) belong to
    `VERIFY`; `secret` to a subscription. `etag` is the topic's tag when a subscription was asked
    for. `number` and `version` are the store's: a renewed errand has a higher version.
    """

    kind: ErrandKind
    topic: str
    target: str
    since: datetime
    mode: HubMode | None = None
    lease: timedelta | None = None
    secret: bytes | None = None
    etag: str | None = None
    reason: str | None = None
    failures: int = 0
    number: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HubLimits:
    """How much a hub takes on: subscriptions and unanswered requests, in all and for one host."""

    subscriptions: int
    subscriptions_per_host: int
    pending: int
    pending_per_host: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """How a publication is made known.

    `topics` are the paths that are feeds; `hubs` the addresses of other people's hubs; `own` says
    that our own hub tells its subscribers. `at` is UTC.
    """

    at: datetime
    topics: frozenset[str] = frozenset()
    hubs: tuple[str, ...] = ()
    own: bool = False
