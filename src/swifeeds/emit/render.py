"""A feed in all its formats, down to what goes on the shelf."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from swifeeds.emit import atom, jsonfeed, rss
from swifeeds.emit.shelve import shelve_all
from swifeeds.model import Feed, Representation, ShelfItem


def render_feed(feed: Feed) -> tuple[Representation, ...]:
    """RSS, Atom and JSON Feed, in this order."""
    return rss.render(feed), atom.render(feed), jsonfeed.render(feed)


def render_and_shelve(
    feed: Feed | None,
    pages: Sequence[Representation],
    previous: Mapping[str, ShelfItem],
    now: datetime,
    max_age: int,
) -> tuple[tuple[ShelfItem, ...], int]:
    """What changed of a feed and of pages that are rendered already, coded, and how many were made.

    One call for a child process: rendering and compression are all the work there is.
    """
    made = (*(render_feed(feed) if feed else ()), *pages)
    return shelve_all(made, previous, now=now, max_age=max_age), len(made)
