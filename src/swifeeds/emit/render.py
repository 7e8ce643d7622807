"""A feed in all its formats, down to what goes on the shelf."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from swifeeds.emit import atom, jsonfeed, rss
from swifeeds.emit.delta import with_deltas
from swifeeds.emit.shelve import shelve_all
from swifeeds.model import Feed, Representation, ShelfItem, Version


def render_feed(feed: Feed) -> tuple[Representation, ...]:
    """RSS, Atom and JSON Feed, in this order."""
    return rss.render(feed), atom.render(feed), jsonfeed.render(feed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What stands on the shelf, and when something is put in its place.

    `items` are the published ones by path, their bytes not needed; `versions` the known ones of a
    feed's documents by path, None where no deltas are wanted.
    """

    items: Mapping[str, ShelfItem]
    now: datetime
    max_age: int = 300
    versions: Mapping[str, Sequence[Version]] | None = None


def render_and_shelve(
    feed: Feed | None, pages: Sequence[Representation], earlier: Earlier
) -> tuple[tuple[ShelfItem, ...], int]:
    """What changed of a feed and of pages that are rendered already, coded, and how many were made.

    One call for a child process: rendering and compression are all the work there is.
    """
    made = (*(render_feed(feed) if feed else ()), *pages)
    items = shelve_all(made, earlier.items, now=earlier.now, max_age=earlier.max_age)
    if feed is not None and earlier.versions is not None:
        items = tuple(with_deltas(feed, items, earlier.versions))
    return items, len(made)
