"""How far each archive has come, and articles whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, fields, replace

from sqlalchemy import RowMapping, and_, delete, insert, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.errors import LeaseLost
from swifeeds.model import (
    ArticleId,
    ImportRun,
    Intent,
    New,
    Notice,
    Record,
    Reject,
    SetAside,
    Sighting,
    SourceId,
    Tally,
)
from swifeeds.store.contract.values import IMPORT_HELD
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.keeping import carry_out
from swifeeds.store.sql.notices import tell
from swifeeds.store.sql.rows import read_article
from swifeeds.store.sql.schema import article, import_reject, import_run, notice, sighting, source
from swifeeds.store.sql.statements import insert_into, portions

_NAMES = [field.name for field in fields(ImportRun) if field.name != "tally"]
_COUNTS = [field.name for field in fields(Tally)]


class Imports(Connected):
    """Imports and exports of articles. See `swifeeds.store.contract.imports`."""

    async def begin_import(self, run: ImportRun, *, anew: bool = False) -> ImportRun:
        """Where an earlier import stopped, or the beginning; see `Store.begin_import`."""
        async with self._writing() as connection:
            query = select(import_run).where(import_run.c.key == run.key).with_for_update()
            row = (await connection.execute(query)).mappings().one_or_none()
            if row is None:
                begun = replace(run, fence=1)
                await connection.execute(insert(import_run).values(_row(begun)))
                return begun
            before = _read(row)
            goes_on = before.finished is None and not anew
            begun = replace(before, seen=run.seen) if goes_on else run
            begun = replace(begun, name=run.name, fence=before.fence + 1)
            if not goes_on:
                await connection.execute(
                    delete(import_reject).where(import_reject.c.run_key == run.key)
                )
            where = import_run.c.key == run.key
            await connection.execute(update(import_run).where(where).values(_row(begun)))
            return begun

    async def keep_import(
        self,
        run: ImportRun,
        after: ImportRun,
        intents: Sequence[Intent],
        *,
        set_aside: Sequence[SetAside] = (),
        notices: Sequence[Notice] = (),
    ) -> None:
        """A portion and the progress that it is; see `Store.keep_import`."""
        async with self._changing() as connection:
            await _advance(connection, run, after)
            await _know_sources(connection, intents)
            await carry_out(connection, intents)
            rows = [_reject_row(run.key, one) for one in set_aside]
            if rows:
                await connection.execute(insert(import_reject), rows)
            await tell(connection, notices)

    async def forget_import(self, key: str) -> bool:
        """Drop what is remembered of an import; see `Store.forget_import`."""
        async with self._writing() as connection:
            await connection.execute(delete(import_reject).where(import_reject.c.run_key == key))
            await connection.execute(
                delete(notice).where(notice.c.kind == IMPORT_HELD, notice.c.subject == key)
            )
            done = await connection.execute(delete(import_run).where(import_run.c.key == key))
            return done.rowcount > 0

    async def imports(self) -> tuple[ImportRun, ...]:
        """Every import, the last one first."""
        query = select(import_run).order_by(import_run.c.seen.desc(), import_run.c.key)
        async with self._reading() as connection:
            return tuple(map(_read, (await connection.execute(query)).mappings()))

    async def set_aside(self, key: str, *, limit: int | None = None) -> tuple[SetAside, ...]:
        """What an import could not use, in the order of the file."""
        query = (
            select(import_reject)
            .where(import_reject.c.run_key == key)
            .order_by(import_reject.c.id)
            .limit(limit)
        )
        async with self._reading() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(
            SetAside(
                offset=row.offset,
                reject=Reject(subject=row.subject, reason=row.reason),
                is_remark=row.is_remark,
            )
            for row in rows
        )

    async def sightings(self, ids: Collection[ArticleId]) -> tuple[Sighting, ...]:
        """Every source's copy of these articles; see `Store.sightings`."""
        async with self._reading() as connection:
            return await _sightings(connection, ids)

    async def records(
        self, source_id: SourceId | None, after: ArticleId | None, *, limit: int
    ) -> tuple[Record, ...]:
        """Articles with all their copies, by id; see `Store.records`."""
        of_source = true() if source_id is None else article.c.source_id == source_id
        beyond = true() if after is None else article.c.id > after
        query = select(article).where(of_source, beyond).order_by(article.c.id).limit(limit)
        async with self._reading() as connection:
            rows = (await connection.execute(query)).mappings().all()
            found = [read_article(row) for row in rows]
            copies: dict[ArticleId, list[Sighting]] = {}
            for seen in await _sightings(connection, [one.id for one in found]):
                copies.setdefault(seen.article_id, []).append(seen)
        return tuple(Record(article=one, sightings=tuple(copies.get(one.id, ()))) for one in found)


def _row(run: ImportRun) -> dict[str, object]:
    return {name: getattr(run, name) for name in _NAMES} | asdict(run.tally)


def _read(row: RowMapping) -> ImportRun:
    tally = Tally(**{name: row[name] for name in _COUNTS})
    return ImportRun(**{name: row[name] for name in _NAMES}, tally=tally)


def _reject_row(key: str, one: SetAside) -> dict[str, object]:
    said = {"subject": one.reject.subject, "reason": one.reject.reason}
    return {"run_key": key, "offset": one.offset, "is_remark": one.is_remark, **said}


async def _advance(connection: AsyncConnection, run: ImportRun, after: ImportRun) -> None:
    """The row stays locked until the end, so that the same portion cannot come twice."""
    stands = and_(
        import_run.c.key == run.key,
        import_run.c.fence == run.fence,
        import_run.c.offset == run.offset,
    )
    done = await connection.execute(update(import_run).where(stands).values(_row(after)))
    if done.rowcount != 1:
        raise LeaseLost(
            f"{run.name}: another process goes on with this import;"
            " nothing of this portion was written here"
        )


async def _know_sources(connection: AsyncConnection, intents: Iterable[Intent]) -> None:
    """Rows for sources that only articles from elsewhere name. They are never claimed."""
    named = dict.fromkeys(one.sighting.source_id for one in intents)
    named |= dict.fromkeys(one.article.source_id for one in intents if isinstance(one, New))
    rows = [
        {
            "id": one,
            "active": False,
            "paused": False,
            "failures": 0,
            "silent_told": False,
            "fence": 0,
        }
        for one in named
    ]
    if rows:
        statement = insert_into(connection, source).on_conflict_do_nothing()
        await connection.execute(statement, rows)


async def _sightings(
    connection: AsyncConnection, ids: Collection[ArticleId]
) -> tuple[Sighting, ...]:
    names = [field.name for field in fields(Sighting)]
    found: list[Sighting] = []
    for some in portions(ids):
        query = select(sighting).where(sighting.c.article_id.in_(some)).order_by(sighting.c.id)
        rows = (await connection.execute(query)).mappings()
        found += [Sighting(**{name: row[name] for name in names}) for row in rows]
    return tuple(found)
