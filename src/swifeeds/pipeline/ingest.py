"""What the first journey works with: a source is polled, and its articles are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from swifeeds.collect import Collector
from swifeeds.isolate import Isolation
from swifeeds.model import Publication, Source, SourceId
from swifeeds.pipeline.identification import Identification
from swifeeds.pipeline.pushing import Pushing
from swifeeds.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingest:
    """The collaborators of every poll, built by the composition root.

    `now` gives aware UTC; a lease is renewed for `lease_length` while a long poll goes on;
    `pushing` is there where hubs of sources are asked to tell us.
    """

    store: Store
    collector: Collector
    isolation: Isolation
    publication: Publication
    sources: Mapping[SourceId, Source]
    identification: Identification
    now: Callable[[], datetime]
    lease_length: timedelta
    pushing: Pushing | None = None
