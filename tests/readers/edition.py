"""A feed that changes four times, published as the service publishes it and served for real.

One: five articles. Two: two new ones, and the text of one corrected, one second after (the least
that the service leaves between two changes). Three: nothing changed, the same bytes. Four: one new
article, and another's headline corrected. Five: an article's address moved and one more is new.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta

from tests.http.served import Served, open_site
from tests.unit.emit.newsroom import TODAY, alone, article, company, story_key

from swifeeds.emit import Earlier, compose_feed, render_and_shelve
from swifeeds.model import Article, Shelf, ShelfItem

CORRECTED, RETITLED, MOVED = "en1", "en2", "en3"


def _editions() -> tuple[tuple[Article, ...], ...]:
    later = TODAY - timedelta(days=1)
    one = tuple(article("en", number) for number in range(5))
    two = _revised(one, CORRECTED, content="<p>Corrected text.</p>", updated=later)
    two = (*two, article("en", 5), article("en", 6))
    four = _revised(two, RETITLED, title="A better headline", updated=later)
    four = (*four, article("en", 7))
    five = _revised(four, MOVED, url="https://press.example.org/new/address")
    return one, two, two, four, (*five, article("en", 8))


def _revised(articles: tuple[Article, ...], which: str, **changes: object) -> tuple[Article, ...]:
    return tuple(replace(one, **changes) if one.id == which else one for one in articles)


EDITIONS = _editions()
CHANGED = (5, 3, 0, 2, 2)
"""Entries that are new or different in each edition."""

PATH = "/en/stories/talks/feed."
SUFFIXES = ("rss", "atom", "json")


def ids(edition: int) -> set[str]:
    """The ids that a subscriber must hold after an edition (the first is 0)."""
    return {f"tag:feeds.example.org,2026:article/{one.id}" for one in EDITIONS[edition]}


def link_of(reference: str, edition: int) -> str:
    """The address that must open for an article."""
    return next(one.url for one in EDITIONS[edition] if one.id == reference and one.url)


@dataclass(slots=True)
class Newsstand:
    """The site, and the hand that turns to the next edition."""

    served: Served
    items: dict[str, ShelfItem] = field(default_factory=dict)
    edition: int = -1
    delta: bool = False

    def url(self, suffix: str) -> str:
        return f"{self.served.url}{PATH}{suffix}"

    def turn(self) -> None:
        """Publish the next edition, a second after the one before."""
        self.edition += 1
        now = TODAY + timedelta(seconds=self.edition)
        feed = compose_feed(
            story_key("en"), [alone(one) for one in EDITIONS[self.edition]], company()
        )
        versions = {path: item.versions for path, item in self.items.items()}
        earlier = Earlier(items=self.items, now=now, versions=versions if self.delta else None)
        items, _ = render_and_shelve(feed, (), earlier)
        self.items |= {item.path: item for item in items}
        self.served.holder.swap(Shelf(items=dict(self.items), generation=self.edition + 1))


@asynccontextmanager
async def newsstand(*, delta: bool = False) -> AsyncIterator[Newsstand]:
    """Served on a free port of loopback; the clock stands later than every edition."""
    async with open_site(Shelf(), clock=lambda: TODAY + timedelta(hours=1), delta=delta) as served:
        yield Newsstand(served=served, delta=delta)
