"""What every journey does with one document: ask for it, read it in a child, gather what it gives.

What goes wrong with one linked document is set aside with a sentence, and the rest goes on.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Protocol
from urllib.parse import urlsplit

from swifeeds.collect import Collector
from swifeeds.errors import BadStatus, CollectError, ExtractError, NotAnArticle, Unreachable
from swifeeds.extract import extract_article
from swifeeds.isolate import Isolation
from swifeeds.model import (
    Document,
    Extraction,
    Fetched,
    FetchOutcome,
    Gone,
    Link,
    NotModified,
    Remembered,
    Source,
    SourceId,
    Validators,
)
from swifeeds.pipeline.report import PollReport

_log = logging.getLogger(__name__)

Progress = Callable[[str], None]

TOO_MANY_REQUESTS = 429

_PASSING = frozenset({408, 425, TOO_MANY_REQUESTS, *range(500, 600)})
"""Statuses that say "not now": the document is worth another try."""


class Memory(Protocol):
    """What is remembered of earlier polls; the store has it."""

    async def validators(self, urls: Collection[str]) -> Mapping[str, Validators]:
        """The validators last stored for these addresses; unknown addresses are left out."""

    async def validators_of(self, source_id: SourceId) -> Mapping[str, Validators]:
        """All validators of one source's documents."""

    async def addresses(self, source_id: SourceId, *, limit: int) -> tuple[str, ...]:
        """Public addresses of the source's usable articles, newest published first."""


class Gathering(Protocol):
    """Where a journey puts what it found; `Batch` stores it."""

    def take(self, extraction: Extraction) -> None:
        """Add what a document yielded."""

    def note_read(self, url: str, validators: Validators) -> None:
        """The document was read."""

    def note_gone(self, url: str) -> None:
        """The publisher took it back."""

    def set_aside(self, subject: str, reason: str) -> None:
        """Something could not be used."""

    async def keep_if_full(self) -> None:
        """Keep what has gathered once it is enough."""

    async def keep(self) -> None:
        """Keep what has gathered."""

    async def renew_lease(self) -> None:
        """Prolong the right to poll."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One poll of one source on its way. With `seeks_push` a feed's hub is looked for.

    `remember` tells the entries of a feed that need not be read again; None: all are read.
    `moved_to` is where the source's address is asked for instead, `known` are validators that were
    read before.
    """

    source: Source
    collector: Collector
    isolation: Isolation
    memory: Memory
    gathering: Gathering
    report: PollReport
    now: Callable[[], datetime]
    progress: Progress = lambda _: None
    seeks_push: bool = False
    remember: Callable[[], Awaitable[Remembered]] | None = None
    moved_to: str | None = None
    known: Mapping[str, Validators] = field(default_factory=dict)

    async def collect(self, url: str, *, anew: bool = False) -> FetchOutcome:
        """Ask for a document, conditionally unless `anew`. See `Collector.collect`."""
        await self.gathering.renew_lease()
        known = None if anew else await self._validators(url)
        is_main = url == self.source.url
        outcome = await self.collector.collect(
            self.source, url, known, at=self.moved_to if is_main else None
        )
        if is_main and not isinstance(outcome, Gone):
            self.report.advice = outcome.advice
        if isinstance(outcome, NotModified):
            self.report.unchanged += 1
            if outcome.validators is not None:
                self.gathering.note_read(url, outcome.validators)
        else:
            self.report.documents += 1
        return outcome

    async def _validators(self, url: str) -> Validators | None:
        if url in self.known:
            return self.known[url]
        return (await self.memory.validators([url])).get(url)

    async def collect_main(self, url: str) -> Fetched | NotModified:
        """Ask for the source's own document. One that is gone is the source's failure."""
        outcome = await self.collect(url)
        if isinstance(outcome, Gone):
            message = "answers 410 Gone: the publisher has closed it; remove the source or mend url"
            raise BadStatus(message, url=outcome.url, status=410, retry_after=None)
        return outcome

    async def run(self, read: Callable[..., Any], document: Document, *others: object) -> Any:
        """Read a document in a child. A bug of ours in one document stops no other document."""
        try:
            return await self.isolation.run(read, document, *others, subject=document.url)
        except ExtractError:
            raise
        except Exception as error:
            _log.exception("a fault of swifeeds, please report it: url=%s", document.url)
            message = f"could not be read because of a fault in swifeeds ({error}); see the log"
            raise ExtractError(message, url=document.url) from error

    async def read(
        self,
        read: Callable[..., Extraction],
        fetched: Fetched,
        *others: object,
        lastmod: datetime | None = None,
    ) -> None:
        """Take what a document yields. What is no article is not read again until it changes."""
        document = fetched.document
        validators = replace(fetched.validators, lastmod=lastmod)
        try:
            self.gathering.take(await self.run(read, document, *others))
        except NotAnArticle:
            self.gathering.note_read(document.url, validators)
            raise
        self.gathering.note_read(document.url, validators)

    async def follow(self, links: Iterable[Link]) -> None:
        """Read the articles behind links, one after the other. A host that says that it is asked
        too much (429) is asked for no more of them."""
        resting = set[str | None]()
        for link in links:
            host = urlsplit(link.url).hostname
            if host in resting:
                continue
            self.progress(link.url)
            try:
                await self._follow_one(link)
            except ExtractError as error:
                self.gathering.set_aside(link.url, error.message)
            except CollectError as error:
                self.set_aside(link.url, error)
                if isinstance(error, BadStatus) and error.status == TOO_MANY_REQUESTS:
                    resting.add(host)
                    self._wait_as_asked(host, error)
            await self.gathering.keep_if_full()

    def _wait_as_asked(self, host: str | None, error: BadStatus) -> None:
        """The source's own host means the source; another one has been heard."""
        if host == urlsplit(self.source.url).hostname:
            self.report.status, self.report.retry_after = error.status, error.retry_after

    def set_aside(self, url: str, error: CollectError) -> None:
        """A linked document could not be had; if it may be had later, the poll is unfinished."""
        if isinstance(error, BadStatus):
            self.gathering.set_aside(url, f"answered {error.status}")
            self.report.unfinished |= error.status in _PASSING
        else:
            self.gathering.set_aside(url, str(error))
            self.report.unfinished |= isinstance(error, Unreachable)

    async def _follow_one(self, link: Link) -> None:
        outcome = await self.collect(link.url)
        if isinstance(outcome, Gone):
            self.gathering.note_gone(outcome.url)
        elif isinstance(outcome, Fetched):
            await self.read(extract_article, outcome, self.source, link.draft, lastmod=link.lastmod)
        elif link.lastmod is not None:
            known = outcome.validators or await self._validators(link.url) or Validators()
            self.gathering.note_read(link.url, replace(known, lastmod=link.lastmod))
