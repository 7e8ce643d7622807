"""What a poll has gathered and not yet stored: it is kept in one transaction or not at all."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from datetime import datetime

from swifeeds.model import (
    Draft,
    Extraction,
    Held,
    Intent,
    Lease,
    New,
    Notice,
    Reject,
    Revised,
    Seen,
    Source,
    Status,
    Validators,
)
from swifeeds.pipeline.ingest import Ingest
from swifeeds.pipeline.report import PollReport

_log = logging.getLogger(__name__)

_FULL = 20
"""Documents in one transaction: few enough to lose little to a crash, many enough that a poll is
not all commits."""


class Batch:
    """Fills up document by document; `keep` empties it into the store.

    It holds the poll's lease, renews it while the poll goes on, and writes what comes of each
    document into the poll's report.
    """

    def __init__(self, ingest: Ingest, source: Source, lease: Lease, report: PollReport) -> None:
        self._ingest = ingest
        self._source = source
        self._lease = lease
        self._report = report
        self._drafts: list[Draft] = []
        self._gone: list[str] = []
        self._validators: dict[str, Validators] = {}
        self._seen: set[str] = set()

    def take(self, extraction: Extraction) -> None:
        """Add what a document yielded."""
        self._drafts.extend(extraction.drafts)
        self._seen.update(extraction.seen)
        for reject in extraction.rejects:
            self.set_aside(reject.subject, reject.reason)
        for one in extraction.noted:
            self._report.noted.append(one)
            _log.warning(
                "noted: source=%s subject=%s: %s", self._source.id, one.subject, one.reason
            )
        for remark in extraction.remarks:
            self._report.remarks.append(remark)
            _log.warning(
                "%s: source=%s subject=%s: %s",
                remark.kind, self._source.id, remark.subject, remark.message,
            )  # fmt: skip

    def note_read(self, url: str, validators: Validators) -> None:
        """The document was read: ask for it conditionally from now on."""
        self._validators[url] = validators

    def note_gone(self, url: str) -> None:
        """The publisher answered 410."""
        self._gone.append(url)

    def set_aside(self, subject: str, reason: str) -> None:
        """Something could not be used; the rest goes on."""
        self._report.rejects.append(Reject(subject=subject, reason=reason))
        _log.warning("set aside: source=%s subject=%s: %s", self._source.id, subject, reason)

    async def keep_if_full(self) -> None:
        """Store what has gathered once it is enough."""
        if len(self._validators) + len(self._gone) >= _FULL:
            await self.keep()

    async def keep(self) -> None:
        """Identify and store what has gathered, in one transaction.

        Raises:
            LeaseLost: somebody else polls the source now; nothing was written.
        """
        if not (self._drafts or self._gone or self._validators or self._seen):
            return
        identification = self._ingest.identification
        shown = await self._ingest.store.shown(self._source.id, self._seen)
        identified = await identification.of_drafts(self._drafts, self._source, shown)
        gone = await identification.of_gone(self._gone, self._source)
        intents = (*identified.intents, *gone)
        for remark in identified.remarks:
            self.set_aside(remark.subject, remark.reason)
        notices = [*_notices(intents, self._ingest.now())]
        seen = Seen(digests=frozenset(self._seen), at=self._ingest.now())
        await self._ingest.store.keep(
            self._lease, intents, self._validators, notices, seen=seen if seen.digests else None
        )
        for notice in notices:
            _log.warning("%s: subject=%s: %s", notice.kind, notice.subject, notice.message)
        self._report.count(intents)
        self._report.oddities |= {one.kind: one.message for one in identified.oddities}
        self._report.duplicate += len(seen.digests)
        self._drafts, self._gone, self._validators, self._seen = [], [], {}, set()

    async def renew_lease(self) -> None:
        """Prolong the lease once a third of it is over. Raises `LeaseLost`."""
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
            case New(article=article) | Revised(article=article, changed=("status",)) if (
                article.status is Status.HELD
            ):
                message = f"“{article.title}” is held: {article.status_reason}"
                yield _notice("article-held", article.url or article.id, message, now)
            case Revised(article=article, changed=("status",)) if (
                article.status is Status.WITHDRAWN
            ):
                message = f"“{article.title}” was {article.status_reason}"
                yield _notice("article-withdrawn", article.url or article.id, message, now)
            case _:
                pass


def _notice(kind: str, subject: str, message: str, now: datetime) -> Notice:
    return Notice(kind=kind, subject=subject, message=message, at=now)
