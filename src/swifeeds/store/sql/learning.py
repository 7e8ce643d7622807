"""Tables of words that go together, and the works that they are learned from."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import ArticleId, LearnedTable
from swifeeds.store.sql.articles import is_public
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.memories import recall, remember
from swifeeds.store.sql.schema import article, word_table
from swifeeds.store.sql.statements import portions, upsert

_VERSION = "store:word-tables"
_VALUES = ("pairs", "digest", "trained", "body")


class Learning(Connected):
    """What is learned from the newsroom's own translations."""

    async def works_in_languages(
        self, now: datetime, *, limit: int
    ) -> tuple[tuple[ArticleId, ...], ...]:
        """The newest works of several languages; see `Store.works_in_languages`."""
        newest = (
            select(article.c.work_id)
            .where(is_public(now), article.c.work_id.is_not(None))
            .group_by(article.c.work_id)
            .having(func.count(article.c.language.distinct()) > 1)
            .order_by(func.max(article.c.published).desc(), article.c.work_id)
            .limit(limit)
        )
        async with self._reading() as connection:
            works = list((await connection.execute(newest)).scalars())
            members: dict[str, list[ArticleId]] = {work: [] for work in works}
            for some in portions(works):
                rows = await connection.execute(
                    select(article.c.work_id, article.c.id)
                    .where(article.c.work_id.in_(some), is_public(now))
                    .order_by(article.c.id)
                )
                for row in rows:
                    members[row.work_id].append(row.id)
        return tuple(tuple(some) for some in members.values())

    async def learned_tables(self) -> tuple[LearnedTable, ...]:
        """Every table; see `Store.learned_tables`."""
        query = select(word_table).order_by(word_table.c.source, word_table.c.target)
        async with self._reading() as connection:
            rows = await connection.execute(query)
            return tuple(LearnedTable(**row) for row in rows.mappings())

    async def keep_learned(
        self, tables: Collection[LearnedTable], *, only: Collection[tuple[str, str]]
    ) -> None:
        """Keep tables and drop others; see `Store.keep_learned`."""
        names = ("source", "target", *_VALUES)
        rows = [{name: getattr(one, name) for name in names} for one in tables]
        languages = tuple_(word_table.c.source, word_table.c.target)
        async with self._writing() as connection:
            await upsert(connection, word_table, rows, key=["source", "target"], update=_VALUES)
            await connection.execute(delete(word_table).where(languages.not_in(sorted(only))))
            await remember(connection, _VERSION, await _version(connection))

    async def learned_version(self) -> str | None:
        """What tells these tables from others; see `Store.learned_version`."""
        async with self._reading() as connection:
            return await recall(connection, _VERSION)


async def _version(connection: AsyncConnection) -> str:
    columns = word_table.c
    kept = select(columns.source, columns.target, columns.digest, columns.trained)
    rows = await connection.execute(kept.order_by(columns.source, columns.target))
    return hashlib.sha256(repr([tuple(row) for row in rows]).encode()).hexdigest()
