"""The first journey: a source is polled, and its articles are kept.

The validators of a source's main document are stored with the last batch of what it led to: were
they stored before, a crash in between would make the next poll read "not modified" and pass over
the articles that were never fetched.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence

from swifeeds.errors import BadStatus, CollectError, ExtractError, NotAnArticle, Unreachable
from swifeeds.extract import extract, extract_article
from swifeeds.markup import url_key
from swifeeds.model import (
    Document,
    Extraction,
    Fetched,
    FetchOutcome,
    Gone,
    Lease,
    Link,
    NotModified,
    Reject,
    Source,
    SourceKind,
)
from swifeeds.pipeline.batch import Batch
from swifeeds.pipeline.ingest import Ingest
from swifeeds.pipeline.report import PollReport
from swifeeds.plan import choose_rechecks

_log = logging.getLogger(__name__)

Progress = Callable[[str], None]

_PASSING = frozenset({408, 425, 429, *range(500, 600)})
"""Statuses that say "not now": the document is worth another try."""


async def ingest_source(
    ingest: Ingest, source: Source, lease: Lease, progress: Progress = lambda _: None
) -> PollReport:
    """Collect, extract, identify and keep one source.

    What goes wrong with one document is in the report and the rest goes on; what goes wrong with
    the source itself is the report's `failure`. `LeaseLost` and other store errors are raised.
    """
    report = PollReport(source_id=source.id)
    poll = _Poll(ingest, source, Batch(ingest, source, lease, report), report, progress)
    try:
        await poll.run()
    except (CollectError, ExtractError) as error:
        report.failure = str(error)
        report.retry_after = error.retry_after if isinstance(error, BadStatus) else None
    return report


class _Poll:
    """One poll on its way."""

    def __init__(
        self, ingest: Ingest, source: Source, batch: Batch, report: PollReport, progress: Progress
    ) -> None:
        self._ingest = ingest
        self._source = source
        self._batch = batch
        self._report = report
        self._progress = progress

    async def run(self) -> None:
        """Read the main document, then what it links to."""
        if self._source.kind is SourceKind.DIRECTORY:
            await self._read_directory()
        else:
            await self._read_main()
        await self._batch.keep()

    async def _read_main(self) -> None:
        outcome = await self._collect(self._source.url)
        links: Sequence[Link] = ()
        if isinstance(outcome, Gone):
            message = "answers 410 Gone: the publisher has closed it; remove the source or mend url"
            raise BadStatus(message, url=outcome.url, status=410, retry_after=None)
        if isinstance(outcome, Fetched):
            extraction = await self._extract(extract, outcome.document, self._source)
            self._batch.take(extraction)
            links = extraction.links
        await self._follow(await self._worth_following(links))
        if isinstance(outcome, Fetched) and not self._report.unfinished:
            self._batch.note_read(outcome.document.url, outcome.validators)

    async def _worth_following(self, links: Sequence[Link]) -> list[Link]:
        """New links, and known articles whose turn it is to be looked at for corrections.

        Known ones count whether the index still lists them or not: an article that was taken back
        is the first to vanish from it.
        """
        if self._source.kind is SourceKind.FEED:
            return list(links)
        store, now = self._ingest.store, self._ingest.now()
        known = await store.addresses(self._source.id, limit=self._source.max_articles)
        keys = {url_key(url) for url in known}
        fresh = [link for link in links if url_key(link.url) not in keys]
        return [*fresh, *(Link(url=url) for url in choose_rechecks(known, now=now))]

    async def _follow(self, links: Iterable[Link]) -> None:
        for link in links:
            self._progress(link.url)
            try:
                await self._follow_one(link)
            except ExtractError as error:
                self._batch.set_aside(link.url, error.message)
            except BadStatus as error:
                self._batch.set_aside(link.url, f"answered {error.status}")
                self._report.unfinished |= error.status in _PASSING
            except CollectError as error:
                self._batch.set_aside(link.url, str(error))
                self._report.unfinished |= isinstance(error, Unreachable)
            await self._batch.keep_if_full()

    async def _follow_one(self, link: Link) -> None:
        outcome = await self._collect(link.url)
        if isinstance(outcome, Gone):
            self._batch.note_gone(outcome.url)
        elif isinstance(outcome, Fetched):
            await self._read(extract_article, outcome, self._source, link.draft)

    async def _read_directory(self) -> None:
        known = await self._ingest.store.validators_of(self._source.id)
        async for outcome in self._ingest.collector.scan(self._source, known):
            await self._batch.renew_lease()
            if isinstance(outcome, Reject):
                self._batch.set_aside(outcome.subject, outcome.reason)
            elif isinstance(outcome, Fetched):
                self._progress(outcome.document.url)
                await self._read_file(outcome)
            else:
                self._report.unchanged += 1

    async def _read_file(self, fetched: Fetched) -> None:
        self._report.documents += 1
        try:
            await self._read(extract, fetched, self._source)
        except ExtractError as error:
            self._batch.set_aside(fetched.document.url, error.message)
        await self._batch.keep_if_full()

    async def _read(
        self, read: Callable[..., Extraction], fetched: Fetched, *others: object
    ) -> None:
        """Take what a document yields. What is no article is not read again until it changes."""
        document = fetched.document
        try:
            self._batch.take(await self._extract(read, document, *others))
        except NotAnArticle:
            self._batch.note_read(document.url, fetched.validators)
            raise
        self._batch.note_read(document.url, fetched.validators)

    async def _collect(self, url: str) -> FetchOutcome:
        await self._batch.renew_lease()
        known = await self._ingest.store.validators([url])
        outcome = await self._ingest.collector.collect(self._source, url, known.get(url))
        if isinstance(outcome, NotModified):
            self._report.unchanged += 1
        else:
            self._report.documents += 1
        return outcome

    async def _extract(
        self, read: Callable[..., Extraction], document: Document, *others: object
    ) -> Extraction:
        """Read a document in a child. A bug of ours in one document stops no other document."""
        try:
            return await self._ingest.isolation.run(read, document, *others, subject=document.url)
        except ExtractError:
            raise
        except Exception as error:
            _log.exception("a fault of swifeeds, please report it: url=%s", document.url)
            message = f"could not be read because of a fault in swifeeds ({error}); see the log"
            raise ExtractError(message, url=document.url) from error
