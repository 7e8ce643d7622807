"""Named leases of singleton jobs, and who holds any lease at all."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, or_, select, union, update

from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.schema import hold, source
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

    async def owners(self) -> tuple[str, ...]:
        """Who holds a lease of any kind; see `Store.owners`."""
        pollers = select(source.c.owner).where(source.c.owner.is_not(None))
        async with self._reading() as connection:
            found = (await connection.execute(union(pollers, select(hold.c.owner)))).scalars()
            return tuple(sorted(found))

    async def disown(self, owner: str) -> None:
        """Give back what a dead owner holds; see `Store.disown`."""
        async with self._writing() as connection:
            await connection.execute(delete(hold).where(hold.c.owner == owner))
            await connection.execute(
                update(source)
                .where(source.c.owner == owner)
                .values(owner=None, lease_until=None, fence=source.c.fence + 1)
            )
