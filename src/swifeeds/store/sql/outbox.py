"""The outbox: what hubs and subscribers still have to be sent, given out and taken back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import Errand, ErrandKind
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.outbox_rows import read_errand
from swifeeds.store.sql.schema import notice, outbox, subscription


class Outbox(Connected):
    """Errands, from the transaction that made them until they are done."""

    async def take_errands(
        self, kind: ErrandKind, *, now: datetime, until: datetime, limit: int, per_host: int
    ) -> tuple[Errand, ...]:
        """Take errands that are due; see `Store.take_errands`."""
        async with self._reading() as connection:
            waiting = select(outbox.c.number).where(_may_go(kind, now)).limit(1)
            if (await connection.execute(waiting)).first() is None:
                return ()
        async with self._changing() as connection:
            numbers = await _due(connection, kind, now, limit, per_host)
            await connection.execute(
                update(outbox).where(outbox.c.number.in_(numbers)).values(taken_until=until)
            )
            return await _read(connection, numbers)

    async def finish_errand(self, errand: Errand, now: datetime) -> None:
        """It is done; see `Store.finish_errand`."""
        async with self._writing() as connection:
            await finish(connection, errand, now)

    async def retry_errand(self, errand: Errand, next_at: datetime) -> None:
        """It failed; see `Store.retry_errand`.

        A hub that does not take one ping takes none: all that it has to hear waits with this one.
        """
        failures = errand.failures + 1
        own = outbox.c.number == errand.number
        async with self._writing() as connection:
            await connection.execute(
                update(outbox).where(own).values(
                    taken_until=None, failures=failures, next_at=next_at
                )
            )  # fmt: skip
            if errand.kind is ErrandKind.PING:
                others = and_(_to(errand.target), outbox.c.failures < failures)
                await connection.execute(
                    update(outbox).where(others).values(failures=failures, next_at=next_at)
                )

    async def release_errand(self, errand: Errand) -> None:
        """Give it back; see `Store.release_errand`."""
        async with self._writing() as connection:
            own = outbox.c.number == errand.number
            await connection.execute(update(outbox).where(own).values(taken_until=None))

    async def revive_hub(self, hub: str, now: datetime) -> None:
        """A hub answers again; see `Store.revive_hub`."""
        async with self._writing() as connection:
            failed = and_(_to(hub), outbox.c.failures > 0)
            await connection.execute(
                update(outbox).where(failed).values(failures=0, next_at=now)
            )  # fmt: skip

    async def keep_hubs(self, hubs: Collection[str], kind: str) -> None:
        """Forget all other hubs; see `Store.keep_hubs`."""
        async with self._writing() as connection:
            pings = and_(outbox.c.kind == ErrandKind.PING, outbox.c.target_key.not_in(hubs))
            await connection.execute(delete(outbox).where(pings))
            told = and_(notice.c.kind == kind, notice.c.subject.not_in(hubs))
            await connection.execute(delete(notice).where(told))


async def finish(connection: AsyncConnection, errand: Errand, now: datetime) -> None:
    """Drop an errand that is done; one that was renewed meanwhile is wanted again, from now."""
    own = outbox.c.number == errand.number
    done = await connection.execute(
        delete(outbox).where(own, outbox.c.version == errand.version)
    )  # fmt: skip
    if not done.rowcount:
        again = {"taken_until": None, "failures": 0, "since": now, "next_at": now}
        await connection.execute(update(outbox).where(own).values(again))


def _to(hub: str) -> ColumnElement[bool]:
    return and_(outbox.c.kind == ErrandKind.PING, outbox.c.target_key == hub)


async def _due(
    connection: AsyncConnection, kind: ErrandKind, now: datetime, limit: int, per_host: int
) -> list[int]:
    """Numbers of errands that may go now: hosts take turns, and none is asked by too many."""
    busy = await _under_way(connection, kind, now)
    full = [host for host, count in busy.items() if count >= per_host]
    turns = _in_turns(kind, now).where(outbox.c.host.not_in(full)).subquery()
    found = await connection.execute(
        select(turns.c.number, turns.c.host)
        .where(turns.c.turn <= per_host)
        .order_by(turns.c.turn, turns.c.number)
        .limit(limit * 2)
    )
    chosen: list[int] = []
    for number, host in found:
        if len(chosen) < limit and busy.get(host, 0) < per_host:
            busy[host] = busy.get(host, 0) + 1
            chosen.append(number)
    return chosen


async def _under_way(
    connection: AsyncConnection, kind: ErrandKind, now: datetime
) -> dict[str, int]:
    taken = (outbox.c.kind == kind, outbox.c.taken_until > now)
    found = await connection.execute(
        select(outbox.c.host, func.count()).where(*taken).group_by(outbox.c.host)
    )
    return {str(host): int(count) for host, count in found}


def _in_turns(kind: ErrandKind, now: datetime) -> Select[tuple[int, str, int]]:
    turn = func.row_number().over(
        partition_by=outbox.c.host, order_by=(outbox.c.next_at, outbox.c.number)
    )
    return select(outbox.c.number, outbox.c.host, turn.label("turn")).where(_may_go(kind, now))


def _may_go(kind: ErrandKind, now: datetime) -> ColumnElement[bool]:
    free = or_(outbox.c.taken_until.is_(None), outbox.c.taken_until <= now)
    return and_(outbox.c.kind == kind, outbox.c.next_at <= now, free)


async def _read(connection: AsyncConnection, numbers: Collection[int]) -> tuple[Errand, ...]:
    """Those errands, each delivery with the secret of its subscription."""
    same = and_(
        outbox.c.topic == subscription.c.topic,
        outbox.c.target_key == subscription.c.callback_key,
        outbox.c.kind == ErrandKind.DELIVER,
    )
    secret = func.coalesce(outbox.c.secret, subscription.c.secret).label("secret")
    columns = [column for column in outbox.columns if column.name != "secret"]
    rows = await connection.execute(
        select(*columns, secret)
        .select_from(outbox.outerjoin(subscription, same))
        .where(outbox.c.number.in_(numbers))
        .order_by(outbox.c.next_at, outbox.c.number)
    )
    return tuple(map(read_errand, rows.mappings()))
