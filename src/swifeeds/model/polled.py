"""What is remembered of a source between polls, and who may poll it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from swifeeds.model.document import Validators
from swifeeds.model.dossier import Notice
from swifeeds.model.push import Push
from swifeeds.model.source import SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """What we remember of a source between polls. Times are UTC.

    `failures` counts polls that failed in a row; `reason` is the last failure's sentence. `why`
    says why it is due at `next_at`. `slow` is a source that kept us waiting last time. `rhythm` is
    the usual time between two new articles, `ttl` the time between two polls that the source's own
    document asks for. Until `throttled_until` the server asked to be left alone. `moved_to` is
    where `moved_from`, the configured address, was sent on for good `moved_times` times in a row.
    """

    source_id: SourceId
    next_at: datetime | None = None
    paused: bool = False
    failures: int = 0
    reason: str | None = None
    last_poll: datetime | None = None
    last_success: datetime | None = None
    last_new: datetime | None = None
    silent_told: bool = False
    why: str | None = None
    slow: bool = False
    rhythm: timedelta | None = None
    ttl: timedelta | None = None
    throttled_until: datetime | None = None
    moved_from: str | None = None
    moved_to: str | None = None
    moved_times: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """The right to poll one source until `until`; `fence` is checked when the work is stored.

    What else was read when it was taken spares its holder a look: until it is lost nobody else
    writes these. `state` is the source's; `known` holds validators by address, `pushes` the
    subscriptions at hubs by source, None where they were not read.
    """

    source_id: SourceId
    owner: str
    fence: int
    until: datetime
    state: SourceState | None = field(default=None, compare=False, repr=False)
    known: Mapping[str, Validators] = field(default_factory=dict, compare=False, repr=False)
    pushes: Mapping[SourceId, Push] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """Sources of one host, more than it is asked for at a time, and how many more of them may be
    polled now."""

    members: frozenset[SourceId]
    room: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """What a poll came to, to be written down with its lease: the state after it (all but
    `paused`), what must be told, which kinds of notices about the source are over, and whether the
    source is to be polled no more until somebody resumes it."""

    lease: Lease
    state: SourceState
    notices: tuple[Notice, ...] = ()
    settled: tuple[str, ...] = ()
    pause: bool = False
