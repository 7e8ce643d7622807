"""JSON Lines of our own model: what `swifeeds article export` wrote comes back as it was.

A line that is no such article is read as one of a dropped file (docs/sources.md), so that other
systems need write no more than a title and a text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from swifeeds.errors import ExtractError
from swifeeds.extract import drop
from swifeeds.extract.archives.stated_terms import are_pure_terms
from swifeeds.markup import (
    absolute_url,
    check_json,
    clean_html,
    decode,
    loadable_url,
    strip_control,
)
from swifeeds.model import (
    RECORD,
    Article,
    Document,
    Extraction,
    Record,
    Reject,
    Sighting,
    Source,
    mining_terms,
)
from swifeeds.model.codec import revive

T = TypeVar("T")

_ADDRESSES = frozenset({"url", "links", "rsl"})
_ID = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")
_LONGEST_ID = 64
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def read_lines(
    body: bytes, source: Source | None, *, name: str, first: int, offset: int, retrieved: datetime
) -> Extraction:
    """The articles of some lines.

    Args:
        body: whole lines.
        source: whose articles they become; None: each line names its own.
        name: of the file, for people.
        first: how many lines with something in them come before.
        offset: where these begin in the file, in bytes.
        retrieved: when the file came (UTC).

    Returns:
        Records of our own lines, drafts of others, and a `Reject` with its place for each line
        that cannot be used.
    """
    found: list[Extraction] = []
    number, place = first, offset
    for line in body.splitlines(keepends=True):
        if line.strip():
            number += 1
            subject = f"{name} line {number}, byte {place}"
            found.append(_read(line, source, subject, retrieved))
        place += len(line)
    return Extraction.joined(found)


def _read(line: bytes, source: Source | None, subject: str, retrieved: datetime) -> Extraction:
    try:
        text = decode(line)
        check_json(text)
        stated = json.loads(text)
        if isinstance(stated, dict) and "swifeeds" in stated:
            return _record(stated, source, subject)
        return _other(line, source, subject, retrieved)
    except (ValueError, RecursionError) as error:
        reason = f"cannot be read ({str(error)[:200]})"
        return Extraction(rejects=(Reject(subject=subject, reason=reason),))
    except ExtractError as error:
        return Extraction(rejects=(Reject(subject=subject, reason=error.message),))


def _other(line: bytes, source: Source | None, subject: str, retrieved: datetime) -> Extraction:
    if source is None:
        raise ValueError("no export of swifeeds: name the source that it belongs to")
    document = Document(
        source_id=source.id, url=subject, final_url=subject, body=line, retrieved=retrieved
    )
    found = drop.read(document, source)
    rejects, noted = (
        tuple(replace(one, subject=f"{subject}: {one.subject}") for one in told)
        for told in (found.rejects, found.noted)
    )
    return replace(found, links=(), rejects=rejects, noted=noted)


def _record(stated: Mapping[str, Any], source: Source | None, subject: str) -> Extraction:
    if stated["swifeeds"] != RECORD:
        raise ValueError(f"it is {str(stated['swifeeds'])[:40]!r}, this program reads {RECORD}")
    article: Article = _cleaned(revive(Article, stated.get("article")))
    sightings = tuple(
        _cleaned(revive(Sighting, {"guid": None, "url": None, **one, "article_id": article.id}))
        for one in stated.get("sightings", ())
    )
    _check(article)
    if source is not None:
        article = replace(article, source_id=source.id)
        sightings = tuple(replace(one, source_id=source.id) for one in sightings)
    article, lost = _without_private_pictures(article)
    noted = tuple(Reject(subject=subject, reason=reason) for reason in lost)
    record = Record(article=article, sightings=sightings)
    return Extraction(records=(record,), noted=noted)


def _check(article: Article) -> None:
    """Refuse what would do harm in an address or in a feed. Raises `ValueError`."""
    if not (set(article.id) <= _ID and article.id.strip(".") and len(article.id) <= _LONGEST_ID):
        raise ValueError(f"its id {article.id[:40]!r} is none that an address can hold")
    if not article.title.strip():
        raise ValueError("it has no title")
    if article.updated < article.published:
        raise ValueError("it was updated before it was published")
    for address in _addresses(article):
        if absolute_url(address, "") is None:
            raise ValueError(f"{address[:80]!r} is no web address")
    if not _LANGUAGE.fullmatch(article.language):
        raise ValueError(f"its language {article.language[:40]!r} is no tag of BCP 47")
    if not are_pure_terms(article.rsl_elements):
        raise ValueError("its terms for machines are not RSL alone")
    mining = article.mining
    if mining and mining.policy != (mining_terms("1", mining.policy) or mining).policy:
        raise ValueError("the address of its policy on mining cannot stand in a header field")


def _without_private_pictures(article: Article) -> tuple[Article, tuple[str, ...]]:
    home = article.url or ""
    kept = tuple(one for one in article.media if loadable_url(one.url, home))
    lost = tuple(
        f"its picture {one.url} is no public address; it is left out"
        for one in article.media
        if one not in kept
    )
    content = clean_html(article.content, home) if article.content else None
    return replace(article, media=kept, content=content), lost


def _addresses(value: object) -> Iterator[str]:
    """Every address that a value of the model holds."""
    if isinstance(value, tuple):
        for part in value:
            yield from _addresses(part)
    elif is_dataclass(value):
        for field in fields(value):
            held = getattr(value, field.name)
            if field.name in _ADDRESSES:
                yield from _texts(held)
            else:
                yield from _addresses(held)


def _texts(held: str | Iterable[str] | None) -> Iterable[str]:
    if held is None:
        return ()
    return (held,) if isinstance(held, str) else held


def _cleaned(value: Any) -> Any:
    """The value without control characters, its times in UTC. Raises `ValueError`."""
    if isinstance(value, str) and type(value) is str:
        return strip_control(value)
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError(f"the time {value.isoformat()} names no zone")
        return value.astimezone(UTC)
    if isinstance(value, tuple):
        return tuple(map(_cleaned, value))
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: _cleaned(getattr(value, field.name)) for field in fields(value)}
        return type(value)(**parts)
    return value
