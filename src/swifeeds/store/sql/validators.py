"""What documents were last known by."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import SourceId, Validators
from swifeeds.store.sql.columns import index_key
from swifeeds.store.sql.schema import validator
from swifeeds.store.sql.statements import among, portions

_COLUMNS = (
    validator.c.url,
    validator.c.etag,
    validator.c.last_modified,
    validator.c.lastmod,
    validator.c.digest,
    validator.c.taken,
)
_AT = select(*_COLUMNS).where(among(validator.c.url, "urls"))


async def read_validators(
    connection: AsyncConnection, urls: Collection[str]
) -> dict[str, Validators]:
    """The validators last stored for these addresses; unknown ones are left out."""
    asked = {index_key(url): url for url in urls}
    found: dict[str, Validators] = {}
    for some in portions(asked):
        rows = await connection.execute(_AT, {"urls": some})
        found |= {asked[url]: _validators(*rest) for url, *rest in rows.all()}
    return found


async def read_validators_of(
    connection: AsyncConnection, source_id: SourceId
) -> Mapping[str, Validators]:
    """All validators of one source, by their keys."""
    rows = await connection.execute(select(*_COLUMNS).where(validator.c.source_id == source_id))
    return {url: _validators(*rest) for url, *rest in rows.all()}


def _validators(
    etag: str | None,
    last_modified: str | None,
    lastmod: datetime | None,
    digest: str | None,
    taken: datetime | None,
) -> Validators:
    return Validators(
        etag=etag, last_modified=last_modified, lastmod=lastmod, digest=digest, taken=taken
    )
