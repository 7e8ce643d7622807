"""Writing down what polls came to, many in one transaction, each only while its lease holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any

from sqlalchemy import Null, Update, bindparam, delete, null, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import Completion, Lease
from swifeeds.store.sql.notices import tell
from swifeeds.store.sql.rows import OUTCOME
from swifeeds.store.sql.schema import notice, source
from swifeeds.store.sql.statements import among, portions

GIVEN_BACK: Mapping[str, Null] = {"owner": null(), "lease_until": null()}

_ID = "polled_id"
_QUIET = ("next_at", "why", "last_poll", "last_success")
"""What a poll changes that brought nothing: most of them do."""


def _write(columns: Sequence[str]) -> Update:
    written: dict[str, Any] = {name: bindparam(f"polled_{name}") for name in columns}
    return update(source).where(source.c.id == bindparam(_ID)).values({**written, **GIVEN_BACK})


_WRITE_ALL, _WRITE_QUIET = _write(OUTCOME), _write(_QUIET)
_LOCK = (
    select(source.c.id, source.c.owner, source.c.fence)
    .where(among(source.c.id, "polled"))
    .order_by(source.c.id)  # whoever locks several does so in the same order
    .with_for_update()
)
_REST = attrgetter(*(name for name in OUTCOME if name not in _QUIET))


async def held_still(
    connection: AsyncConnection, completions: Sequence[Completion]
) -> list[Completion]:
    """Those whose lease is the last one taken and not given back. Their rows stay locked until the
    transaction ends, so that nobody takes one over in between."""
    owners: dict[str, tuple[str | None, int]] = {}
    for some in portions(one.lease.source_id for one in completions):
        rows = await connection.execute(_LOCK, {"polled": some})
        owners |= {source_id: (owner, fence) for source_id, owner, fence in rows.all()}
    return [one for one in completions if owners.get(one.lease.source_id) == _claim(one.lease)]


def _claim(lease: Lease) -> tuple[str, int]:
    return lease.owner, lease.fence


async def write_outcomes(connection: AsyncConnection, completions: Sequence[Completion]) -> None:
    """States, pauses and notices of polls whose leases hold."""
    if not completions:
        return
    quiet = [_row(one, _QUIET) for one in completions if _is_quiet(one)]
    others = [_row(one, OUTCOME) for one in completions if not _is_quiet(one)]
    for statement, rows in ((_WRITE_QUIET, quiet), (_WRITE_ALL, others)):
        if rows:
            await connection.execute(statement, rows)
    for some in portions(one.lease.source_id for one in completions if one.pause):
        await connection.execute(update(source).where(source.c.id.in_(some)).values(paused=True))
    over = [(kind, one.lease.source_id) for one in completions for kind in one.settled]
    if over:
        await connection.execute(
            delete(notice).where(tuple_(notice.c.kind, notice.c.subject).in_(over))
        )
    told = [each for one in completions for each in one.notices]
    if told:
        await tell(connection, told)


def _is_quiet(completion: Completion) -> bool:
    """True when all the rest is as it was when the lease was taken."""
    before = completion.lease.state
    return before is not None and _REST(before) == _REST(completion.state)


def _row(completion: Completion, columns: Sequence[str]) -> dict[str, object]:
    state = completion.state
    row: dict[str, object] = {f"polled_{name}": getattr(state, name) for name in columns}
    row[_ID] = completion.lease.source_id
    return row
