"""The first journey: a source is polled, and its articles are kept.

The validators of a source's main document are stored with the last batch of what it led to: were
they stored before, a crash in between would make the next poll read "not modified" and pass over
the articles that were never fetched.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from swifeeds.errors import BadStatus, CollectError, ExtractError
from swifeeds.model import Lease, Source, SourceKind
from swifeeds.pipeline.batch import Batch
from swifeeds.pipeline.ingest import Ingest
from swifeeds.pipeline.journey.directory import read_directory
from swifeeds.pipeline.journey.page import read_page_or_feed
from swifeeds.pipeline.journey.sitemap import read_sitemap
from swifeeds.pipeline.journey.visit import Progress, Visit
from swifeeds.pipeline.journey.wordpress import read_wordpress
from swifeeds.pipeline.report import PollReport

JOURNEYS: Mapping[SourceKind, Callable[[Visit], Awaitable[None]]] = {
    SourceKind.PAGE: read_page_or_feed,
    SourceKind.FEED: read_page_or_feed,
    SourceKind.SITEMAP: read_sitemap,
    SourceKind.WORDPRESS: read_wordpress,
    SourceKind.DIRECTORY: read_directory,
}


async def ingest_source(
    ingest: Ingest, source: Source, lease: Lease, progress: Progress = lambda _: None
) -> PollReport:
    """Collect, extract, identify and keep one source.

    What goes wrong with one document is in the report and the rest goes on; what goes wrong with
    the source itself is the report's `failure`. `LeaseLost` and other store errors are raised.
    """
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
    )
    try:
        await JOURNEYS[source.kind](visit)
        await batch.keep()
    except (CollectError, ExtractError) as error:
        report.failure = str(error)
        report.retry_after = error.retry_after if isinstance(error, BadStatus) else None
    return report
