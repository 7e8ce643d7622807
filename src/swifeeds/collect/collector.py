"""Documents of a source, one at a time: asked for politely, or read from its folder."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import datetime

from swifeeds.collect.files import ScanOutcome, scan_folder
from swifeeds.collect.headers import (
    accept_for,
    charset,
    conditions,
    language,
    media_type,
    mining,
    relations,
    validators_from,
)
from swifeeds.egress import Answer, Egress
from swifeeds.errors import BadStatus
from swifeeds.model import (
    Document,
    Fetched,
    FetchOutcome,
    Gone,
    NotModified,
    Source,
    Validators,
)


class Collector:
    """Fetches documents.

    Args:
        egress: the way out, under the policy for sources.
        now: the clock, aware UTC.
        sleep: waits so many seconds.
    """

    def __init__(
        self,
        egress: Egress,
        now: Callable[[], datetime],
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._egress = egress
        self._now = now
        self._sleep = sleep

    async def collect(
        self, source: Source, url: str, validators: Validators | None
    ) -> FetchOutcome:
        """Ask for one address of a source: its own, or one that it links to.

        Args:
            source: whose address it is.
            url: http or https.
            validators: what came with the last document of this address; None asks for all of it.

        Raises:
            BadStatus: an answer without a document.
            Refused: the policy forbids the address, or one that it redirects to.
            Unreachable: no whole answer in time.
            TooLarge: more than we take.
        """
        answer = await self._egress.fetch(
            url,
            headers={"Accept-Language": f"{source.language}, *;q=0.1", **conditions(validators)},
            accept=accept_for(source.kind, main=url == source.url),
        )
        match answer.status:
            case 200 | 203:  # RFC 9110 15.3.4: 203 came through a proxy that changed it
                return self._fetched(source, url, answer)
            case 304 if conditions(validators):
                return NotModified(url=url)
            case 410:
                return Gone(url=url)
            case status:
                raise BadStatus(
                    f"answers {answer.status_line}",
                    url=url,
                    status=status,
                    retry_after=answer.headers.get("retry-after"),
                )

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
            In the order of their paths, the youngest files last.

        Raises:
            Unreachable: there is no such folder, or it may not be read.
        """
        async for outcome in scan_folder(source, known, now=self._now, sleep=self._sleep):
            yield outcome

    def _fetched(self, source: Source, url: str, answer: Answer) -> Fetched:
        now = self._now()
        document = Document(
            source_id=source.id,
            url=url,
            final_url=answer.url,
            body=answer.body,
            retrieved=now,
            media_type=media_type(answer.headers),
            charset=charset(answer.headers),
            language=language(answer.headers),
            mining=mining(answer.headers),
            relations=relations(answer.headers, answer.url),
        )
        return Fetched(document=document, validators=validators_from(answer.headers, now))
