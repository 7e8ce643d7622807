"""A sitemap, the sitemaps that it names, and the articles in them.

Sitemaps and pages are asked for when what lists them says that they changed since they were read,
or says nothing of it. Of what is new the newest articles are read, `max_articles` in a poll.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from urllib.parse import urljoin, urlsplit

from swifeeds.errors import BadStatus, CollectError, ExtractError, Unreachable
from swifeeds.extract import extract
from swifeeds.model import Fetched, Gone, Link, Validators
from swifeeds.pipeline.journey.listed import Listed
from swifeeds.pipeline.journey.visit import Visit

_GONE = 410

_DEEPEST = 3
"""Sitemaps in sitemaps: the protocol allows one step; a robots.txt and real sites add one each."""

_MOST_SITEMAPS = 50
_MOST_SILENT = 5
"""Sitemaps of which nothing tells whether they changed, looked at in each poll."""


async def read_sitemap(visit: Visit) -> None:
    """Read the source's sitemap and what it leads to.

    Where the source's address is that of a whole site, its robots.txt names the sitemaps, or one
    is tried at the usual address.
    """
    listed = Listed(
        source=visit.source, is_read_alike=partial(visit.collector.is_read_alike, visit.source)
    )
    sitemaps = _Sitemaps(visit, listed)
    await sitemaps.read_main()
    await visit.follow(await listed.worth_following(visit.memory, visit.now()))
    if not (visit.report.unfinished or listed.is_cut):
        sitemaps.note()


class _Sitemaps:
    """The sitemaps of one poll. What was read of them is noted when all that they list is read."""

    def __init__(self, visit: Visit, listed: Listed) -> None:
        self._visit = visit
        self._listed = listed
        self._read: dict[str, Validators] = {}
        self._seen: set[str] = set()
        self._silent = 0
        self._good = 0
        self._failures: list[CollectError | ExtractError] = []
        self._indexes: set[str] = set()
        self._is_cut = False

    def note(self) -> None:
        """Ask for them conditionally from now on; but where some that they name have to wait for
        the next poll, for those alone that name articles."""
        for url, validators in self._read.items():
            if not (self._is_cut and url in self._indexes):
                self._visit.gathering.note_read(url, validators)

    async def read_main(self) -> None:
        """The source's own document, which has to be one, and those that it names."""
        url = self._visit.source.url
        if urlsplit(url).path.strip("/") or urlsplit(url).query:
            await self._read_one(Link(url=url, is_index=True), 1)
        else:
            await self._read_site(url)
        if self._failures and not self._good:
            raise self._of_the_source(self._failures[-1])

    def _of_the_source(self, error: CollectError | ExtractError) -> CollectError | ExtractError:
        """What ends the poll. That a part is gone does not say that the source is."""
        is_gone = isinstance(error, BadStatus) and error.status == _GONE
        if not is_gone or error.url == self._visit.source.url:
            return error
        message = f"no sitemap that it names is there any more: {error.url} answers 410 Gone"
        return Unreachable(message, url=self._visit.source.url)

    async def _read_site(self, url: str) -> None:
        try:
            await self._read_one(Link(url=urljoin(url, "/robots.txt"), is_index=True), 0)
        except (BadStatus, ExtractError):
            await self._read_one(Link(url=urljoin(url, "/sitemap.xml"), is_index=True), 1)

    async def _read_one(self, link: Link, depth: int) -> None:
        """Read a sitemap. Raises what it fails with."""
        visit = self._visit
        visit.progress(link.url)
        self._seen.add(link.url)
        known = (await visit.memory.validators([link.url])).get(link.url)
        outcome = await visit.collect(link.url, anew=not self._is_current(link.url, known))
        if isinstance(outcome, Gone):
            message = "answers 410 Gone: the publisher has closed it; mend url"
            raise BadStatus(message, url=link.url, status=410, retry_after=None)
        if not isinstance(outcome, Fetched):
            return
        found = await visit.run(extract, outcome.document, visit.source)
        visit.gathering.take(found)
        articles = [one for one in found.links if not one.is_index]
        self._listed.add(articles, known if known and self._is_read_alike(known) else None)
        parts = [one for one in found.links if one.is_index]
        self._note_read(link, articles, parts, outcome.validators)
        await self._read_parts(parts, depth)

    def _is_read_alike(self, known: Validators) -> bool:
        return self._visit.collector.is_read_alike(self._visit.source, known)

    def _is_current(self, url: str, known: Validators | None) -> bool:
        """Whether a sitemap that did not change has nothing to tell. One that was read otherwise
        has, and one that nobody looked into for a week: what it says of others may have been a lie.
        """
        return known is not None and self._visit.collector.is_current(
            self._visit.source, url, known
        )

    def _note_read(
        self, link: Link, articles: Iterable[Link], parts: Sequence[Link], validators: Validators
    ) -> None:
        """An index that does not say when its parts changed stays the same while they change: it
        is asked for anew every time."""
        dates = [one.dated for one in articles if one.dated]
        lastmod = link.lastmod or max(dates, default=None)
        if parts:
            self._indexes.add(link.url)
        tells = all(one.lastmod for one in parts)
        self._read[link.url] = replace(validators if tells else Validators(), lastmod=lastmod)

    async def _read_parts(self, parts: Sequence[Link], depth: int) -> None:
        """The sitemaps that one names, the newest first, until there is enough to read."""
        known = await self._visit.memory.validators([part.url for part in parts])
        for part in parts:
            before = known.get(part.url)
            if depth >= _DEEPEST or part.url in self._seen:
                continue
            if before and self._is_unchanged(part, before):
                self._good += 1
            elif before is None and self._listed.is_enough:
                self._read[part.url] = Validators(lastmod=part.lastmod)
            elif self._is_affordable(part):
                await self._try_one(part, depth + 1)

    def _is_unchanged(self, part: Link, before: Validators) -> bool:
        """By the word of the sitemap that names it. That is not believed for ever, and it does not
        know how the part was read."""
        is_dated = part.lastmod is not None and before.lastmod == part.lastmod
        return is_dated and self._is_current(part.url, before)

    def _is_affordable(self, part: Link) -> bool:
        """Whether this poll may still ask for it. What changed and has to wait is not forgotten."""
        if part.lastmod is None:
            self._silent += 1
            return self._silent <= _MOST_SILENT
        self._is_cut |= len(self._seen) > _MOST_SITEMAPS
        return len(self._seen) <= _MOST_SITEMAPS

    async def _try_one(self, part: Link, depth: int) -> None:
        """Read a sitemap that another names; one that fails does not cost the others."""
        try:
            await self._read_one(part, depth)
        except ExtractError as error:
            self._visit.gathering.set_aside(part.url, error.message)
            self._failures.append(error)
        except CollectError as error:
            self._visit.set_aside(part.url, error)
            self._failures.append(error)
        else:
            self._good += 1
