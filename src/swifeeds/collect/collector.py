"""Documents of a source, one at a time: asked for politely, or read from its folder."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime

from swifeeds.collect.files import ScanOutcome, scan_folder
from swifeeds.collect.headers import (
    accept_for,
    charset,
    conditions,
    fresh_for,
    is_old,
    is_read_alike,
    language,
    media_type,
    mining,
    reading_mark,
    relations,
    validators_from,
)
from swifeeds.collect.robots import Robots
from swifeeds.egress import Answer, Egress
from swifeeds.errors import BadStatus
from swifeeds.model import (
    Advice,
    Document,
    Fetched,
    FetchOutcome,
    Gone,
    NotModified,
    Source,
    SourceId,
    SourceKind,
    Validators,
)


class Collector:
    """Fetches documents.

    Args:
        egress: the way out, under the policy for sources.
        now: the clock, aware UTC.
        reading: what a document's reading hangs on besides itself and its source: a body that was
            read otherwise is read again.
        sleep: waits so many seconds.
    """

    def __init__(
        self,
        egress: Egress,
        now: Callable[[], datetime],
        *,
        reading: str = "",
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._egress = egress
        self._now = now
        self._reading = reading
        self._sleep = sleep
        self._robots = Robots(egress, now)
        self._marks: dict[SourceId, tuple[Source, str]] = {}

    async def collect(
        self, source: Source, url: str, validators: Validators | None, *, at: str | None = None
    ) -> FetchOutcome:
        """Ask for one address of a source: its own, or one that it links to.

        Args:
            source: whose address it is.
            url: http or https.
            validators: what came with the last document of this address; None asks for all of it.
                Once a week, and once it would be read otherwise than it was, all of it is asked
                for whatever they say.
            at: where the address has moved to, to be asked in its place.

        Raises:
            BadStatus: an answer without a document.
            Refused: the policy forbids the address or one that it redirects to, or its site's
                robots.txt does.
            Unreachable: no whole answer in time.
            TooLarge: more than we take.
        """
        is_main = url == source.url
        conditional = conditions(validators) if self._believes(source, url, validators) else {}
        answer = await self._egress.fetch(
            at or url,
            headers={"Accept-Language": f"{source.language}, *;q=0.1", **conditional},
            accept=accept_for(source.kind, main=is_main),
            permit=self._robots.permit if _is_crawled(source, is_main=is_main) else None,
        )
        match answer.status:
            case 200 | 203:  # RFC 9110 15.3.4: 203 came through a proxy that changed it
                return self._read(source, url, answer, validators)
            case 304 if conditional:
                return NotModified(url=url, advice=self._advice(answer))
            case 410:
                return Gone(url=url)
            case status:
                raise BadStatus(
                    f"answers {answer.status_line}",
                    url=url,
                    status=status,
                    retry_after=answer.headers.get("retry-after"),
                )

    def is_read_alike(self, source: Source, validators: Validators) -> bool:
        """Whether what these belong to was read as it would be now; so was what was never read."""
        return validators.digest is None or is_read_alike(validators, self.mark_of(source))

    def is_current(self, source: Source, url: str, validators: Validators) -> bool:
        """Whether the word of others that a document did not change is enough: it was read as it
        would be now, and not so long ago."""
        is_fresh = not is_old(validators, url, self._now())
        return is_fresh and self.is_read_alike(source, validators)

    async def scan(
        self, source: Source, known: Mapping[str, Validators]
    ) -> AsyncIterator[ScanOutcome]:
        """Read the folder of a `directory` source: every file in it or below whose ending
        is one that articles come in.

        Args:
            source: its `url` is the folder.
            known: validators by address, as the last scan gave them.

        Yields:
            Fetched for a new or changed file, NotModified for one that did not change, Reject for
            one that cannot be used. A file that is still being written is left for the next scan.
            In the order of their paths, the youngest files last; Skipped, for links that were not
            there last time, comes first.

        Raises:
            Unreachable: there is no such folder, or it may not be read.
        """
        async for outcome in scan_folder(source, known, now=self._now, sleep=self._sleep):
            yield outcome

    def _believes(self, source: Source, url: str, validators: Validators | None) -> bool:
        """Whether "not modified" would say all that must be known."""
        return (
            validators is not None
            and is_read_alike(validators, self.mark_of(source))
            and not is_old(validators, url, self._now())
        )

    def mark_of(self, source: Source) -> str:
        """A mark of how its documents are read; made once for a source as it is configured."""
        made_for, mark = self._marks.get(source.id, (None, ""))
        if made_for is not source:
            mark = reading_mark(self._reading, source)
            self._marks[source.id] = source, mark
        return mark

    def _read(
        self, source: Source, url: str, answer: Answer, known: Validators | None
    ) -> FetchOutcome:
        """A document, unless its body is the one that was read last."""
        now = self._now()
        reading = self.mark_of(source)
        fresh = validators_from(answer.headers, answer.body, now, reading=reading)
        if known is None or known.digest != fresh.digest:
            return self._fetched(source, url, answer, fresh)
        fresh = replace(fresh, lastmod=known.lastmod)
        is_same = fresh == replace(known, taken=now) and not is_old(known, url, now)
        return NotModified(
            url=url, validators=None if is_same else fresh, advice=self._advice(answer)
        )

    def _advice(self, answer: Answer) -> Advice:
        return Advice(fresh_for=fresh_for(answer.headers, self._now()), moved_to=answer.moved_to)

    def _fetched(self, source: Source, url: str, answer: Answer, validators: Validators) -> Fetched:
        document = Document(
            source_id=source.id,
            url=url,
            final_url=answer.url,
            body=answer.body,
            retrieved=self._now(),
            media_type=media_type(answer.headers),
            charset=charset(answer.headers),
            language=language(answer.headers),
            mining=mining(answer.headers),
            relations=relations(answer.headers, answer.url),
        )
        return Fetched(document=document, validators=validators, advice=self._advice(answer))


def _is_crawled(source: Source, *, is_main: bool) -> bool:
    """Whether the robots.txt is asked. Not for a feed's own address: it is there to be polled."""
    return source.robots and not (is_main and source.kind is SourceKind.FEED)
