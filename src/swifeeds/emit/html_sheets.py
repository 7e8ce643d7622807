"""A list on sheets of at most thirty articles, the newest first. Pure.

The list's own address is its first sheet; the next ones stand below it (`…/2/`). A sheet changes
only when the feed it is cut from does, so a new article costs a handful of pages however long the
story is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from swifeeds.model import Feed

SHEET = 30
"""Articles on one sheet: what a reader scrolls through, and a page of under 30 kB on the wire."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: its place from 1, its address, its part of the feed, and its neighbours.

    `earlier` is where older articles are, `later` where newer ones; None at either end.
    """

    number: int
    url: str
    feed: Feed
    earlier: str | None = None
    later: str | None = None


def sheets(feed: Feed) -> tuple[Sheet, ...]:
    """The feed cut into sheets; one sheet, be it empty, always."""
    count = max(1, -(-len(feed.entries) // SHEET))
    return tuple(
        Sheet(
            number=number,
            url=sheet_url(feed.page_url, number),
            feed=replace(feed, entries=feed.entries[(number - 1) * SHEET : number * SHEET]),
            earlier=sheet_url(feed.page_url, number + 1) if number < count else None,
            later=sheet_url(feed.page_url, number - 1) if number > 1 else None,
        )
        for number in range(1, count + 1)
    )


def sheet_url(page_url: str, number: int) -> str:
    """Where a sheet stands: the first is the page itself."""
    return page_url if number == 1 else f"{page_url}{number}/"
