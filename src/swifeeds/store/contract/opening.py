"""Opening the database and its schema."""

from __future__ import annotations

from typing import Protocol

from swifeeds.store.contract.values import SchemaStatus


class Opening(Protocol):
    """Opening the database and its schema."""

    async def open(self) -> None:
        """Connect and check the schema.

        Raises:
            StoreMissing: nothing there, or older than this program: `migrate()` first.
            StoreNewer: a newer program wrote it.
        """

    async def close(self) -> None:
        """Give every connection back. Safe to call twice."""

    async def migrate(self) -> SchemaStatus:
        """Bring the schema to the newest revision, in one transaction; idempotent, and safe when
        several processes start at once. Raises `StoreNewer`."""

    async def schema(self) -> SchemaStatus:
        """The schema's revision against this program's. Works before `open()`."""
