"""The first journey: a source is polled, and its articles are kept.

The validators of a source's main document are stored with the last batch of what it led to: were
they stored before, a crash in between would make the next poll read "not modified" and pass over
the articles that were never fetched.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from swifeeds.collect import Collector
from swifeeds.errors import BadStatus, CollectError, ExtractError, Unreachable
from swifeeds.extract import extract, extract_article
from swifeeds.isolate import Isolation
from swifeeds.markup import url_key
from swifeeds.model import (
    Document,
    Draft,
    Extraction,
    Fetched,
    Gone,
    Held,
    Intent,
    Lease,
    Link,
    New,
    Notice,
    NotModified,
    Publication,
    Reject,
    Revised,
    Source,
    SourceId,
    SourceKind,
    Status,
    Validators,
)
from swifeeds.pipeline.identification import Identification
from swifeeds.pipeline.report import PollReport
from swifeeds.plan import choose_rechecks
from swifeeds.store import Store

_log = logging.getLogger(__name__)

BATCH = 20
"""Documents in one transaction: few enough to lose little to a crash, many enough that a poll is
not all commits."""

Progress = Callable[[str], None]

_PASSING = frozenset({408, 425, 429, *range(500, 600)})
"""Statuses that say "not now": the document is worth another try."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingest:
    """Polls sources. Its collaborators are built by the composition root.

    `now` gives aware UTC; `prolong` renews a lease while a long poll goes on.
    """

    store: Store
    collector: Collector
    isolation: Isolation
    publication: Publication
    sources: Mapping[SourceId, Source]
    identification: Identification
    now: Callable[[], datetime]
    lease_length: timedelta

    async def poll(
        self, source: Source, lease: Lease, progress: Progress = lambda _: None
    ) -> PollReport:
        """Collect, extract, identify and keep one source.

        What goes wrong with one document is in the report and the rest goes on; what goes wrong
        with the source itself is the report's `failure`. `LeaseLost` and other store errors are
        raised.
        """
        report = PollReport(source_id=source.id)
        poll = _Poll(self, source, lease, report, progress)
        try:
            await poll.run()
        except (CollectError, ExtractError) as error:
            report.failure = str(error)
            report.retry_after = error.retry_after if isinstance(error, BadStatus) else None
        return report


class _Poll:
    """One poll on its way: the batch that is being filled, and the lease that lets it be kept."""

    def __init__(
        self, ingest: Ingest, source: Source, lease: Lease, report: PollReport, progress: Progress
    ) -> None:
        self._ingest = ingest
        self._source = source
        self._lease = lease
        self._report = report
        self._progress = progress
        self._drafts: list[Draft] = []
        self._gone: list[str] = []
        self._validators: dict[str, Validators] = {}

    async def run(self) -> None:
        """Read the main document, then what it links to."""
        if self._source.kind is SourceKind.DIRECTORY:
            await self._read_directory()
            await self._keep()
            return
        outcome = await self._collect(self._source.url)
        links: Sequence[Link] = ()
        last: dict[str, Validators] = {}
        if isinstance(outcome, Fetched):
            extraction = await self._extract(extract, outcome.document, self._source)
            self._take(extraction)
            links = extraction.links
            last = {outcome.document.url: outcome.validators}
        elif isinstance(outcome, Gone):
            message = "answers 410 Gone: the publisher has closed it; remove the source or mend url"
            raise BadStatus(message, url=outcome.url, status=410, retry_after=None)
        await self._follow(await self._worth_following(links))
        if not self._report.unfinished:
            self._validators |= last
        await self._keep()

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
                self._set_aside(link.url, error.message)
            except BadStatus as error:
                self._set_aside(link.url, f"answered {error.status}")
                self._report.unfinished |= error.status in _PASSING
            except CollectError as error:
                self._set_aside(link.url, str(error))
                self._report.unfinished |= isinstance(error, Unreachable)
            if len(self._validators) + len(self._gone) >= BATCH:
                await self._keep()

    async def _follow_one(self, link: Link) -> None:
        outcome = await self._collect(link.url)
        if isinstance(outcome, Gone):
            self._gone.append(outcome.url)
        elif isinstance(outcome, Fetched):
            document = outcome.document
            self._take(await self._extract(extract_article, document, self._source, link.draft))
            self._validators[document.url] = outcome.validators

    async def _read_directory(self) -> None:
        async for outcome in self._ingest.collector.scan(
            self._source, await self._ingest.store.validators_of(self._source.id)
        ):
            if isinstance(outcome, Reject):
                self._set_aside(outcome.subject, outcome.reason)
            elif isinstance(outcome, Fetched):
                self._progress(outcome.document.url)
                await self._read_file(outcome)
            else:
                self._report.unchanged += 1

    async def _read_file(self, fetched: Fetched) -> None:
        self._report.documents += 1
        try:
            self._take(await self._extract(extract, fetched.document, self._source))
            self._validators[fetched.document.url] = fetched.validators
        except ExtractError as error:
            self._set_aside(fetched.document.url, error.message)
        if len(self._validators) >= BATCH:
            await self._keep()

    async def _collect(self, url: str) -> Fetched | NotModified | Gone:
        await self._renew()
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

    def _take(self, extraction: Extraction) -> None:
        self._drafts.extend(extraction.drafts)
        for reject in extraction.rejects:
            self._set_aside(reject.subject, reject.reason)

    def _set_aside(self, subject: str, reason: str) -> None:
        self._report.rejects.append(Reject(subject=subject, reason=reason))
        _log.warning("set aside: source=%s subject=%s: %s", self._source.id, subject, reason)

    async def _keep(self) -> None:
        """Identify and store what has gathered, in one transaction."""
        if not (self._drafts or self._gone or self._validators):
            return
        identification = self._ingest.identification
        intents, remarks = await identification.of_drafts(self._drafts, self._source)
        intents = (*intents, *await identification.of_gone(self._gone, self._source))
        for remark in remarks:
            self._set_aside(remark.subject, remark.reason)
        notices = [*_notices(intents, self._ingest.now())]
        await self._ingest.store.keep(self._lease, intents, self._validators, notices)
        for notice in notices:
            _log.warning("%s: subject=%s: %s", notice.kind, notice.subject, notice.message)
        self._report.count(intents)
        self._drafts, self._gone, self._validators = [], [], {}

    async def _renew(self) -> None:
        now, length = self._ingest.now(), self._ingest.lease_length
        if self._lease.until - now < length * 2 / 3:
            self._lease = await self._ingest.store.renew(self._lease, now + length)


def _notices(intents: Iterable[Intent], now: datetime) -> Iterator[Notice]:
    """What an operator must hear of a batch."""
    for intent in intents:
        match intent:
            case Held(article=article, reason=reason):
                message = f"a revision of “{article.title}” is held: {reason}"
                yield _notice("article-held", article.url or article.id, message, now)
            case New(article=article) if article.status is Status.HELD:
                message = f"“{article.title}” is held: {article.status_reason}"
                yield _notice("article-held", article.url or article.id, message, now)
            case Revised(article=article, changed=("status",)):
                message = f"“{article.title}” was {article.status_reason}"
                yield _notice("article-withdrawn", article.url or article.id, message, now)
            case _:
                pass


def _notice(kind: str, subject: str, message: str, now: datetime) -> Notice:
    return Notice(kind=kind, subject=subject, message=message, at=now)
