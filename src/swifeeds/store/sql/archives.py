"""Archive pages: which articles stand on which, and which wait for one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Row, Select, and_, func, insert, select, true, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.errors import StoreBusy
from swifeeds.model import ArticleId, FeedKey, Listed, Status
from swifeeds.store.sql.articles import is_in_feeds, is_public
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.marks import mark_feeds
from swifeeds.store.sql.schema import archived, article, stale
from swifeeds.store.sql.scopes import in_scope
from swifeeds.store.sql.statements import portions

_Place = tuple[datetime, ArticleId]


class Archives(Connected):
    """What a feed's archive holds, and what it lacks."""

    async def archive_size(self, key: FeedKey) -> int:
        """How many pages a feed's archive has."""
        async with self._reading() as connection:
            return await _newest(connection, key)

    async def unarchived(
        self,
        key: FeedKey,
        *,
        languages: Sequence[str],
        limit: int,
        now: datetime,
        after: _Place | None = None,
        notices: bool = False,
    ) -> tuple[Listed, ...]:
        """Public articles of a feed's scope that are on none of its pages; see
        `Store.unarchived`."""
        async with self._reading() as connection:
            waiting = _waiting(key, languages, now, after, notices=notices).limit(limit)
            rows = (await connection.execute(waiting)).all()
            translated = await _languages_of(connection, [row.work_id for row in rows], now)
            return tuple(_listed(row, translated) for row in rows)

    async def archived_texts(
        self, key: FeedKey, fingerprints: Collection[str], now: datetime
    ) -> Mapping[str, frozenset[ArticleId]]:
        """The public articles on a feed's pages that have one of these texts, by fingerprint."""
        found: dict[str, set[ArticleId]] = {}
        async with self._reading() as connection:
            for some in portions(fingerprints):
                rows = await connection.execute(
                    select(article.c.fingerprint, article.c.id)
                    .join(archived, archived.c.article_id == article.c.id)
                    .where(of_feed(key), is_public(now), article.c.fingerprint.in_(some))
                )
                for row in rows:
                    found.setdefault(row.fingerprint, set()).add(row.id)
        return {text: frozenset(ids) for text, ids in found.items()}


def of_feed(key: FeedKey) -> ColumnElement[bool]:
    """The rows of all pages of a feed, whichever document of it `key` is."""
    return and_(
        archived.c.scope == key.scope,
        archived.c.key == key.key,
        archived.c.language == key.language,
    )


async def keep_pages(
    connection: AsyncConnection, pages: Mapping[FeedKey, Sequence[ArticleId]]
) -> None:
    """Write what stands on new pages.

    A feed that was marked again since its mark was taken has articles that changed meanwhile. They
    were on no page yet that could have been marked for it: so all new ones of the feed are.

    Raises:
        StoreBusy: another process has made pages of that feed meanwhile.
    """
    for key, ids in pages.items():
        if key.page != await _newest(connection, key) + 1:
            raise StoreBusy(
                f"another process has made archive pages of {key.scope} {key.key} at the same time;"
                " they are looked at again in the next round"
            )
        await connection.execute(insert(archived), [_row(key, one) for one in ids])
        if await _is_marked_again(connection, key):
            await mark_feeds(connection, [key])


def _row(key: FeedKey, article_id: ArticleId) -> Mapping[str, object]:
    return {
        "scope": key.scope,
        "key": key.key,
        "language": key.language,
        "page": key.page,
        "article_id": article_id,
    }


async def mark_pages_of(connection: AsyncConnection, ids: Collection[ArticleId]) -> None:
    """Mark for rendering every archive page that one of these articles stands on."""
    for some in portions(ids):
        rows = await connection.execute(
            select(archived.c.scope, archived.c.key, archived.c.language, archived.c.page)
            .where(archived.c.article_id.in_(some))
            .distinct()
        )
        await mark_feeds(connection, [FeedKey(**row) for row in rows.mappings()])


async def _newest(connection: AsyncConnection, key: FeedKey) -> int:
    found = await connection.execute(select(func.max(archived.c.page)).where(of_feed(key)))
    return found.scalar_one() or 0


async def _is_marked_again(connection: AsyncConnection, key: FeedKey) -> bool:
    found = await connection.execute(
        select(stale.c.seq).where(
            stale.c.scope == key.scope,
            stale.c.key == key.key,
            stale.c.language == key.language,
            stale.c.page == 0,
            stale.c.taken.is_(False),
        )
    )
    return found.first() is not None


def _waiting(
    key: FeedKey,
    languages: Sequence[str],
    now: datetime,
    after: _Place | None,
    *,
    notices: bool,
) -> Select[*tuple[object, ...]]:
    place = tuple_(article.c.published, article.c.id)
    on_page = select(archived.c.article_id).where(
        of_feed(key), archived.c.article_id == article.c.id
    )
    return (
        select(
            article.c.id,
            article.c.language,
            article.c.published,
            article.c.first_seen,
            article.c.fingerprint,
            article.c.work_id,
            article.c.status,
        )
        .where(
            in_scope(key),
            article.c.language.in_(languages) if languages else true(),
            is_in_feeds(now, notices=notices),
            ~on_page.exists(),
            place > after if after else true(),
        )
        .order_by(article.c.published, article.c.id)
    )


async def _languages_of(
    connection: AsyncConnection, works: Iterable[str | None], now: datetime
) -> Mapping[str, tuple[str, ...]]:
    """The languages that each work has public versions in."""
    found: dict[str, set[str]] = {}
    for some in portions(work for work in works if work is not None):
        rows = await connection.execute(
            select(article.c.work_id, article.c.language)
            .where(article.c.work_id.in_(some), is_public(now))
            .distinct()
        )
        for row in rows:
            found.setdefault(row.work_id, set()).add(row.language)
    return {work: tuple(sorted(tags)) for work, tags in found.items()}


def _listed(row: Row[*tuple[object, ...]], translated: Mapping[str, tuple[str, ...]]) -> Listed:
    return Listed(
        article_id=row.id,
        language=row.language,
        published=row.published,
        first_seen=row.first_seen,
        fingerprint=row.fingerprint,
        translated=translated.get(row.work_id, ()),
        withdrawn=row.status is Status.WITHDRAWN,
    )
