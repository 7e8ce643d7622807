"""What the sitemaps of one poll list, and what of it is worth asking for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from swifeeds.markup import url_key
from swifeeds.model import Link, Source, Validators
from swifeeds.pipeline.journey.visit import Memory
from swifeeds.plan import choose_rechecks

_OVERLAP = timedelta(days=1)
"""Sitemaps are made at night, and by clocks that disagree."""


@dataclass(slots=True, kw_only=True)
class Listed:
    """The pages that the sitemaps of one poll list, by their key.

    `is_read_alike` says whether a page was read as it would be now: one that was not is read again,
    whatever its date. `is_cut` tells that new articles had to be left for the next poll.
    """

    source: Source
    is_read_alike: Callable[[Validators], bool]
    is_cut: bool = False
    _listed: dict[str, Link] = field(default_factory=dict)
    _old: set[str] = field(default_factory=set)
    _awaited: set[str] = field(default_factory=set)

    @property
    def is_enough(self) -> bool:
        """True when older sitemaps need no look: there is more than one poll may read."""
        return len(self._listed) - len(self._old) >= self.source.max_articles

    def add(self, links: Iterable[Link], known: Validators | None) -> None:
        """Take the articles of one sitemap.

        Args:
            links: its articles.
            known: what was remembered of the sitemap. What is dated before its last reading was
                decided then: read, or too old to be.
        """
        before = known.lastmod - _OVERLAP if known and known.lastmod else None
        for link in links:
            key = url_key(link.url)
            self._listed.setdefault(key, link)
            if before and link.dated:
                (self._awaited if link.dated >= before else self._old).add(key)

    async def worth_following(self, memory: Memory, now: datetime) -> list[Link]:
        """New pages, changed ones, and known ones of which no sitemap tells whether they changed.

        Known ones count whether they are still listed or not: an article that was taken back is
        the first to vanish.
        """
        most = self.source.max_articles
        known = await memory.addresses(self.source.id, limit=most)
        chosen = await self._unread(memory, {url_key(url) for url in known})
        self.is_cut = any(url_key(link.url) in self._awaited for link in chosen[most:])
        told = {key for key, link in self._listed.items() if link.lastmod is not None}
        silent = [url for url in known if url_key(url) not in told]
        return [*chosen[:most], *(Link(url=url) for url in choose_rechecks(silent, now=now))]

    async def _unread(self, memory: Memory, known: Collection[str]) -> Sequence[Link]:
        """The newest first."""
        before = await memory.validators([link.url for link in self._listed.values()])
        unread = [
            link
            for key, link in self._listed.items()
            if self._is_worth(link, before.get(link.url), is_known=key in known)
        ]
        return sorted(unread, key=lambda link: link.recency, reverse=True)

    def _is_worth(self, link: Link, before: Validators | None, *, is_known: bool) -> bool:
        if link.lastmod is None:
            return before is None and not is_known and not self._is_old(link)
        if before is None:
            return not self._is_old(link)
        return before.lastmod != link.lastmod or not self.is_read_alike(before)

    def _is_old(self, link: Link) -> bool:
        return url_key(link.url) in self._old
