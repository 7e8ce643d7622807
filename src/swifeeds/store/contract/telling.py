"""What an operator is told, and the upkeep of the database."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from swifeeds.model import (
    Notice,
)
from swifeeds.store.contract.values import EngineReport


class Telling(Protocol):
    """What an operator is told, and the upkeep of the database."""

    async def tell(self, notices: Sequence[Notice]) -> None:
        """Keep notices; one is open per (kind, subject), the newest message wins."""

    async def settle(self, kind: str, subject: str) -> None:
        """The matter is over: close the open notice."""

    async def notices(self) -> tuple[Notice, ...]:
        """Open notices, oldest first."""

    async def undelivered(self, limit: int) -> tuple[tuple[int, Notice], ...]:
        """Notices that the webhook has not had, with their row numbers."""

    async def delivered(self, rows: Collection[int], now: datetime) -> None:
        """The webhook took these."""

    async def counts(self) -> Mapping[str, int]:
        """`articles`, `held`, `withdrawn`, `sightings`, `stories`, `memberships`, `marked`,
        `stale`, `shelf`, `subscriptions`, `outbox` (what hubs and subscribers are still to get)
        and `outbox_failing` (what failed before): what `status` shows."""

    async def check(self) -> tuple[str, ...]:
        """Problems found in the database, one sentence each; empty when sound."""

    async def engine(self) -> EngineReport:
        """Which engine keeps this, and how."""

    async def look_over(self, seconds: float) -> tuple[str, ...] | None:
        """The quick part of `check`, for so long at most: damage of the file alone, one sentence
        each, no row is read as an article. None when the time ran out with nothing found. Empty on
        PostgreSQL, which has no such question."""

    async def backup(self, path: str) -> None:
        """Write a consistent copy while the service runs (SQLite; elsewhere `StoreError`)."""
