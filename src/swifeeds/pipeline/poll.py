"""The first journey: a source is polled, and its articles are kept.

The validators of a source's main document are stored with the last batch of what it led to: were
they stored before, a crash in between would make the next poll read "not modified" and pass over
the articles that were never fetched.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import TypeAlias

from swifeeds.errors import BadStatus, CollectError, ExtractError, TimedOut
from swifeeds.model import Document, Lease, Pushed, Source, SourceKind
from swifeeds.pipeline.batch import Batch
from swifeeds.pipeline.ingest import Ingest
from swifeeds.pipeline.journey.directory import read_directory
from swifeeds.pipeline.journey.page import read_page_or_feed, read_pushed
from swifeeds.pipeline.journey.sitemap import read_sitemap
from swifeeds.pipeline.journey.visit import Progress, Visit
from swifeeds.pipeline.journey.wordpress import read_wordpress
from swifeeds.pipeline.report import PollReport

Journey: TypeAlias = Callable[[Visit], Awaitable[None]]

JOURNEYS: Mapping[SourceKind, Journey] = {
    SourceKind.PAGE: read_page_or_feed,
    SourceKind.FEED: read_page_or_feed,
    SourceKind.SITEMAP: read_sitemap,
    SourceKind.WORDPRESS: read_wordpress,
    SourceKind.DIRECTORY: read_directory,
}


async def ingest_source(
    ingest: Ingest,
    source: Source,
    lease: Lease,
    progress: Progress = lambda _: None,
    *,
    at: str | None = None,
) -> PollReport:
    """Collect, extract, identify and keep one source; `at` is where its address has moved to.

    What goes wrong with one document is in the report and the rest goes on; what goes wrong with
    the source itself is the report's `failure`. `LeaseLost` and other store errors are raised.
    """
    return await _travel(ingest, source, lease, progress, JOURNEYS[source.kind], at=at)


async def ingest_pushed(ingest: Ingest, source: Source, lease: Lease, pushed: Pushed) -> PollReport:
    """Extract, identify and keep what a hub brought of a source: as `ingest_source`, but that
    nobody was asked for it."""
    document = Document(
        source_id=source.id,
        url=source.url,
        final_url=source.url,
        body=pushed.body,
        retrieved=pushed.received,
        media_type=pushed.media_type,
        charset=pushed.charset,
    )
    return await _travel(
        ingest, source, lease, lambda _: None, lambda visit: read_pushed(visit, document)
    )


async def _travel(
    ingest: Ingest,
    source: Source,
    lease: Lease,
    progress: Progress,
    journey: Journey,
    *,
    at: str | None = None,
) -> PollReport:
    report = PollReport(source_id=source.id)
    batch = Batch(ingest, source, lease, report)
    visit = Visit(
        source=source,
        collector=ingest.collector,
        isolation=ingest.isolation,
        memory=ingest.store,
        gathering=batch,
        report=report,
        now=ingest.now,
        progress=progress,
        moved_to=at,
        known=lease.known,
        seeks_push=ingest.pushing is not None and source.kind is SourceKind.FEED,
        remember=partial(ingest.remembered, source),
    )
    try:
        await journey(visit)
        await batch.keep()
    except (CollectError, ExtractError) as error:
        report.failure = str(error)
        report.timed_out = isinstance(error, TimedOut)
        if isinstance(error, BadStatus):
            report.status, report.retry_after = error.status, error.retry_after
    return report
