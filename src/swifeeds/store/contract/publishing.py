"""From grouped articles to the shelf of published bytes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Protocol

from swifeeds.model import (
    Announcement,
    ArticleId,
    Dossier,
    FeedKey,
    FeedSummary,
    Listed,
    Redirect,
    Shelf,
    ShelfItem,
    Version,
)


class Publishing(Protocol):
    """From grouped articles to the shelf of published bytes."""

    async def stale(self, limit: int) -> tuple[FeedKey, ...]:
        """Documents of feeds that must be rendered anew, oldest first; all current ones before any
        archive page."""

    async def mark_stale(self, keys: Collection[FeedKey]) -> None:
        """Mark feeds for rendering (a changed title in the configuration, say)."""

    async def dossiers(
        self,
        key: FeedKey,
        *,
        languages: Sequence[str],
        limit: int,
        now: datetime,
        among: Sequence[ArticleId] | None = None,
        notices: bool = False,
    ) -> tuple[Dossier, ...]:
        """The newest public articles of a feed's scope, by (published, id) descending; of an
        archive page, those of its set that are in the scope by now. With `among`, only these (at
        most 500), whatever page the key names. With `notices`, withdrawn articles that were
        public are among them (`Article.leaves_notice`).

        `languages` are the tags as stored on articles that the feed may draw from (empty: all).
        """

    async def published(
        self, key: FeedKey, *, languages: Sequence[str], now: datetime
    ) -> tuple[datetime, ...]:
        """When each public article of a feed's scope was published, oldest first; the scope and
        `languages` as in `dossiers`."""

    async def archive_size(self, key: FeedKey) -> int:
        """How many pages the archive of a feed has, whichever document of it `key` names."""

    async def unarchived(
        self,
        key: FeedKey,
        *,
        languages: Sequence[str],
        limit: int,
        now: datetime,
        after: tuple[datetime, ArticleId] | None = None,
        notices: bool = False,
    ) -> tuple[Listed, ...]:
        """Public articles of a feed's scope that stand on none of its pages, by (published, id)
        ascending, from the first behind `after` on. `languages` and `notices` as for `dossiers`."""

    async def archived_texts(
        self, key: FeedKey, fingerprints: Collection[str], now: datetime
    ) -> Mapping[str, frozenset[ArticleId]]:
        """Which public articles on the pages of a feed have one of these fingerprints."""

    async def dossier(self, article_id: ArticleId, now: datetime) -> Dossier | None:
        """One public article's dossier, or None when it is not public."""

    async def article_languages(self) -> tuple[str, ...]:
        """Every language tag that occurs on a stored article."""

    async def summaries(self, now: datetime) -> Mapping[FeedKey, FeedSummary]:
        """For each scope and stored article language (and "" for all) that has public articles:
        how many, the latest published of them, and when one changed last or ceased to be public.
        Keys use the articles' own tags."""

    async def publish(
        self,
        items: Sequence[ShelfItem],
        *,
        gone: Collection[Redirect] = (),
        done: Collection[FeedKey] = (),
        pages: Mapping[FeedKey, Sequence[ArticleId]] = MappingProxyType({}),
        announcement: Announcement | None = None,
    ) -> int:
        """Put items on the shelf, note moved and gone paths, clear the marks: one transaction, one
        new shelf generation, which is returned. Bytes equal to those on the shelf under the same
        path are not written anew.

        `pages` are new archive pages in the order of their numbers: what stands on them is kept for
        good. A page is marked for rendering at once where its feed was marked again
        after its mark was taken: one of its articles may have changed since. Raises `StoreBusy`
        when somebody else has made the next page of that feed meanwhile.

        Of the topics of `announcement`, those whose bytes really changed are put in the outbox in
        the same transaction: a ping for each other hub, a delivery for each living subscription.
        One that waits there already is renewed instead. Subscriptions to paths that are gone or
        moved end, and their subscribers are to be told so.
        """

    async def shelf(self) -> Shelf:
        """All that is published, bytes and all but deltas, as of now."""

    async def shelf_index(self) -> Shelf:
        """As `shelf`, but no item has its bytes (`encodings` are empty): cheap at any size."""

    async def on_shelf(self, paths: Collection[str]) -> frozenset[str]:
        """Those of these paths that something is published at; cheap at any size."""

    async def shelf_items(self, paths: Collection[str]) -> tuple[ShelfItem, ...]:
        """Those of these paths that are on the shelf, with their bytes and deltas."""

    async def versions(self, paths: Collection[str]) -> Mapping[str, tuple[Version, ...]]:
        """The versions of these documents that were published with deltas and are still known,
        the current one first; paths without any are left out."""

    async def unpressed(self, before: datetime, *, room: int) -> tuple[ShelfItem, ...]:
        """Items with brotli bytes that nobody has tried to press and that were published before
        `before`, oldest first: as many as have `room` bytes together as they are, at least one if
        any."""

    async def keep_pressed(self, items: Sequence[ShelfItem]) -> int:
        """Put the brotli bytes of pressed items in the place of those they were pressed from, and
        note of the others that it was tried; how many are settled by that.

        One that was published anew meanwhile stays as it is. The generation rises when any bytes
        were put in place, and nothing else: nobody is told, nothing is stale, no date changes.
        """

    async def shelf_generation(self) -> int:
        """The newest generation; cheap enough to ask every second."""

    async def remember(self, key: str, value: str) -> None:
        """Keep a small text under a key (the running configuration, say)."""

    async def recall(self, key: str) -> str | None:
        """The text kept under a key."""
