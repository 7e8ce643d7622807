"""Who grouped last: what a process remembers of articles and stories holds until another has."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import uuid4

from swifeeds.store import GROUPER, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class LastGrouper:
    """This process among those that share the store."""

    store: Store
    name: str = field(default_factory=lambda: uuid4().hex)

    async def is_us(self) -> bool:
        """True when nobody else has grouped since `sign`."""
        return await self.store.recall(GROUPER) == self.name

    async def sign(self) -> None:
        """Say that we group from now on."""
        await self.store.remember(GROUPER, self.name)
