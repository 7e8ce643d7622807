"""A list on sheets of at most thirty articles, the newest first. Pure.

The list's own address is its first sheet; the next ones stand below it (`…/2/`), then those of the
feed's archive pages (`…/archive/3/`, `…/archive/3/2/`). A sheet changes only when the document does
that it is cut from, so a new article costs a handful of pages however long the story is.
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


def sheets(feed: Feed, feed_size: int) -> tuple[Sheet, ...]:
    """The document cut into sheets; one sheet, be it empty, always.

    Args:
        feed: the current document or an archive page, with its neighbours.
        feed_size: articles in a full document.
    """
    place, entries = document_url(feed), feed.entries
    count = _count(len(entries))
    inside = [sheet_url(place, number) for number in range(1, count + 1)]
    around = (_newer(feed, feed_size), *inside, _page_of(feed.chain.older))
    return tuple(
        Sheet(
            number=number,
            url=sheet_url(place, number),
            feed=replace(feed, entries=entries[(number - 1) * SHEET : number * SHEET]),
            later=around[number - 1],
            earlier=around[number + 1],
        )
        for number in range(1, count + 1)
    )


def last_sheet(feed: Feed, feed_size: int) -> int:
    """The number of the sheet that older documents lead to, whether it has articles or not.

    A neighbour cannot know how many articles a document shows by now, so it leads to the last
    sheet of a full one; whoever publishes lets that lead on to the last there is.
    """
    return _count(feed_size) if feed.key.page or feed.chain.older else 1


def document_url(feed: Feed) -> str:
    """Where the first sheet of a document stands: the list's page, or below it the archive's."""
    return f"{feed.page_url}archive/{feed.key.page}/" if feed.key.page else feed.page_url


def sheet_url(page_url: str, number: int) -> str:
    """Where a sheet stands: the first is the page itself."""
    return page_url if number == 1 else f"{page_url}{number}/"


def _newer(feed: Feed, feed_size: int) -> str | None:
    """The last sheet of the next newer document: of an archive page or of the current one."""
    if not feed.key.page:
        return None
    return sheet_url(_page_of(feed.chain.newer) or feed.page_url, last_sheet(feed, feed_size))


def _page_of(urls: tuple[tuple[str, str], ...]) -> str | None:
    """The page for people of an archive page: `…/archive/3.rss` is shown at `…/archive/3/`."""
    return dict(urls)["rss"].removesuffix(".rss") + "/" if urls else None


def _count(entries: int) -> int:
    return max(1, -(-entries // SHEET))
