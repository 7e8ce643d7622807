"""Named leases of singleton jobs."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, or_

from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.schema import hold
from swifeeds.store.sql.statements import insert_into


class Holds(Connected):
    """Who does a job that one alone may do."""

    async def hold(self, name: str, *, owner: str, now: datetime, until: datetime) -> bool:
        """Take or prolong a named lease; see `Store.hold`."""
        async with self._writing() as connection:
            statement = insert_into(connection, hold).values(name=name, owner=owner, until=until)
            taken = await connection.execute(
                statement.on_conflict_do_update(
                    index_elements=["name"],
                    set_={"owner": owner, "until": until},
                    where=or_(hold.c.owner == owner, hold.c.until <= now),
                ).returning(hold.c.name)
            )
            return taken.first() is not None

    async def drop_hold(self, name: str, *, owner: str) -> None:
        """Give a named lease back; one that somebody else took meanwhile stays his."""
        async with self._writing() as connection:
            await connection.execute(delete(hold).where(hold.c.name == name, hold.c.owner == owner))
