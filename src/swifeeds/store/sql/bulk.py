"""What most of a batch is, in a few statements: new articles that nobody knows, and old sightings.

An archive brings hundreds of articles at a time, and one by one each would cost seven statements.
Whatever is not plain is left to `keeping`, which looks at each by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, and_, bindparam, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.markup import url_key
from swifeeds.model import Article, ArticleId, Duplicate, Intent, New, Sighting
from swifeeds.store.sql.columns import index_key
from swifeeds.store.sql.links import link_rows
from swifeeds.store.sql.marks import mark_articles
from swifeeds.store.sql.rows import article_row
from swifeeds.store.sql.schema import article, held, link, sighting
from swifeeds.store.sql.statements import portions

_FEW = 4
"""Intents from which on it pays to look at them together."""


async def keep_plain_ones(
    connection: AsyncConnection, intents: Sequence[Intent]
) -> Sequence[Intent]:
    """Carry out what can be carried out together; return the others in their order.

    Plain is a New whose id, address and guid no article and no other New has, and a Duplicate of a
    sighting that is stored just so, of an article that nothing else in the batch changes.
    """
    if len(intents) < _FEW:
        return intents
    fresh = await _unknown(connection, [one for one in intents if isinstance(one, New)])
    await _insert(connection, fresh)
    seen = await _known_copies(connection, list(_lone_duplicates(intents)))
    await _touch(connection, seen)
    done = {id(one) for one in (*fresh, *seen.values())}
    return [one for one in intents if id(one) not in done]


async def _unknown(connection: AsyncConnection, news: Sequence[New]) -> list[New]:
    claims = {id(one): set(_claims(one)) for one in news}
    wanted = Counter(claim for some in claims.values() for claim in some)
    taken = {claim for claim, times in wanted.items() if times > 1}
    taken |= await _taken(connection, wanted)
    return [one for one in news if one.article.adopted_id is None and not (claims[id(one)] & taken)]


def _claims(new: New) -> Iterator[tuple[str, str]]:
    """What no other article may have: kind and value."""
    seen = new.sighting
    yield "id", new.article.id
    for url in (new.article.url, seen.url):
        if url:
            yield "url", index_key(url_key(url))
    if seen.guid:
        yield seen.source_id, index_key(seen.guid)


async def _taken(
    connection: AsyncConnection, claims: Collection[tuple[str, str]]
) -> set[tuple[str, str]]:
    by_kind: dict[str, list[str]] = {}
    for kind, value in claims:
        by_kind.setdefault(kind, []).append(value)
    found: set[tuple[str, str]] = set()
    for kind, values in by_kind.items():
        for column, condition in _places(kind):
            for some in portions(values):
                query = select(column).where(column.in_(some), *condition)
                rows = await connection.execute(query)
                found.update((kind, value) for value in rows.scalars())
    return found


def _places(kind: str) -> Sequence[tuple[Column[Any], Sequence[Any]]]:
    match kind:
        case "id":
            return [(article.c.id, ())]
        case "url":
            return [(article.c.url_key, ()), (sighting.c.url_key, ())]
        case source_id:
            return [(sighting.c.guid, (sighting.c.source_id == source_id,))]


async def _insert(connection: AsyncConnection, news: Sequence[New]) -> None:
    if not news:
        return
    articles = [one.article for one in news]
    await connection.execute(insert(article), [_new_row(one) for one in articles])
    if links := [row for one in articles for row in link_rows(one)]:
        await connection.execute(insert(link), links)
    await mark_articles(connection, [one.id for one in articles])
    await connection.execute(insert(sighting), [_sighting_row(one.sighting) for one in news])


def _new_row(new: Article) -> Mapping[str, object]:
    return article_row(new) | {"embargo_lifted": False, "work_id": new.id}


def _sighting_row(seen: Sighting) -> Mapping[str, object]:
    guid, key = _copy(seen)
    return {
        "article_id": seen.article_id,
        "source_id": seen.source_id,
        "guid": guid,
        "url": seen.url,
        "url_key": key,
        "fingerprint": seen.fingerprint,
        "digest": seen.digest,
        "first_seen": seen.first_seen,
        "last_seen": seen.last_seen,
    }


def _copy(seen: Sighting) -> tuple[str | None, str | None]:
    guid = index_key(seen.guid) if seen.guid else None
    return guid, index_key(url_key(seen.url)) if seen.url else None


def _lone_duplicates(intents: Iterable[Intent]) -> Iterator[Duplicate]:
    changed = {one.article.id for one in intents if not isinstance(one, Duplicate)}
    for one in intents:
        if isinstance(one, Duplicate) and one.sighting.article_id not in changed:
            yield one


async def _known_copies(
    connection: AsyncConnection, duplicates: Sequence[Duplicate]
) -> dict[int, Duplicate]:
    """The row of each sighting that is stored under just its guid and address."""
    found: dict[int, Duplicate] = {}
    for source_id in dict.fromkeys(one.sighting.source_id for one in duplicates):
        of_source = [one for one in duplicates if one.sighting.source_id == source_id]
        rows = await _rows_of(connection, source_id, [_copy(one.sighting) for one in of_source])
        for one in of_source:
            guid, key = _copy(one.sighting)
            touched = {row for some in (("guid", guid), ("url", key)) for row in rows.get(some, ())}
            just_so = (one.sighting.article_id, guid, key)
            if len(touched) == 1 and next(iter(touched))[1:] == just_so:
                found[next(iter(touched))[0]] = one
    return found


async def _rows_of(
    connection: AsyncConnection, source_id: str, copies: Sequence[tuple[str | None, str | None]]
) -> dict[tuple[str, str | None], list[tuple[int, ArticleId, str | None, str | None]]]:
    """A source's sightings by guid and by address: number, article, guid, key."""
    found: dict[tuple[str, str | None], list[Any]] = {}
    columns = (sighting.c.id, sighting.c.article_id, sighting.c.guid, sighting.c.url_key)
    for some in portions(copies):
        guids = [guid for guid, _ in some if guid]
        keys = [key for _, key in some if key]
        named = or_(sighting.c.guid.in_(guids), sighting.c.url_key.in_(keys))
        query = select(*columns).where(and_(sighting.c.source_id == source_id, named))
        for row in (await connection.execute(query)).all():
            for kind, value in (("guid", row.guid), ("url", row.url_key)):
                if value is not None and tuple(row) not in found.setdefault((kind, value), []):
                    found[kind, value].append(tuple(row))
    return found


async def _touch(connection: AsyncConnection, seen: Mapping[int, Duplicate]) -> None:
    """Note when they were seen last; what looked like damage of these articles is over."""
    if not seen:
        return
    rows = [
        {
            "number": number,
            "at": one.sighting.last_seen,
            "mark": one.sighting.fingerprint,
            "entry": one.sighting.digest,
            "address": one.sighting.url,
        }
        for number, one in seen.items()
    ]
    values = {
        "last_seen": bindparam("at", type_=sighting.c.last_seen.type),
        "fingerprint": bindparam("mark"),
        "digest": bindparam("entry", type_=sighting.c.digest.type),
        "url": bindparam("address", type_=sighting.c.url.type),
    }
    statement = update(sighting).where(sighting.c.id == bindparam("number")).values(values)
    await connection.execute(statement, rows)
    for some in portions(one.sighting.article_id for one in seen.values()):
        await connection.execute(delete(held).where(held.c.article_id.in_(some)))
