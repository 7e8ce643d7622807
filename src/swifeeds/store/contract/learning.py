"""What is learned from the newsroom's own translations."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from swifeeds.model import ArticleId, LearnedTable


class Learning(Protocol):
    """What is learned from the newsroom's own translations."""

    async def works_in_languages(
        self, now: datetime, *, limit: int
    ) -> tuple[tuple[ArticleId, ...], ...]:
        """The articles of each work that is public in more than one language, as grouping found
        them by declared links: the `limit` works with the newest articles, newest first."""

    async def learned_tables(self) -> tuple[LearnedTable, ...]:
        """Every table that is kept, by languages."""

    async def keep_learned(
        self, tables: Collection[LearnedTable], *, only: Collection[tuple[str, str]]
    ) -> None:
        """Keep these tables, each in the place of a former one of its languages, and drop those
        whose languages (source, target) are not among `only`."""

    async def learned_version(self) -> str | None:
        """Another text whenever the tables are others; None before any was kept."""
