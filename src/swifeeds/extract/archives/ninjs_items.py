"""Where the items of a JSON file are, and what one is called in any generation of ninjs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from swifeeds.errors import ExtractError
from swifeeds.extract.archives.entry import Reading
from swifeeds.extract.hostile_json import Table, entries, table, text
from swifeeds.markup import check_json, decode

_OUTER = ("data", "item", "items", "newsitem", "newsitems", "articles", "results", "docs", "hits",
          "_source", "_items", "messages", "response")  # fmt: skip
_OWN = frozenset({
    "uri", "guid", "headline", "headlines", "body_html", "body_xhtml", "body_text", "bodies",
    "versioncreated", "pubstatus", "altids", "descriptions", "description_text", "eventdetails",
    "renditions", "title",
})  # fmt: skip
_DEEPEST = 6


def value_of(body: bytes, reading: Reading) -> object:
    """The value of a portion: one, or several in a row as a list.

    Raises:
        ExtractError: it is no JSON, or far too large.
    """
    written = decode(body).lstrip("\ufeff \t\r\n\x1e")
    check_json(written, reading.name)
    decoder = json.JSONDecoder(strict=False, parse_constant=lambda _: None)
    values: list[object] = []
    at = 0
    try:
        while at < len(written):
            value, at = decoder.raw_decode(written, at)
            values.append(value)
            while at < len(written) and written[at] in ", \t\r\n\x1e":
                at += 1
    except (ValueError, RecursionError) as error:
        if not reading.recover or not values:
            raise ExtractError(
                f"is not valid JSON: {str(error)[:120]}", url=reading.name
            ) from error
    return values[0] if len(values) == 1 else values


def items_in(value: object, depth: int = 0) -> Iterator[Table]:
    """The items, out of whatever envelopes an interface put around them."""
    for one in entries(value):
        stated = table(one)
        if not stated or depth > _DEEPEST:
            continue
        inner = [stated[name] for name in stated if name.lower() in _OUTER]
        if inner and not _is_item(stated):
            for found in inner:
                yield from items_in(found, depth + 1)
        else:
            yield stated


def texts_inside(item: Table) -> tuple[Table, ...]:
    """The texts that a package holds whole; what it only names has to be imported by itself."""
    stated = lowered(item)
    if text(stated.get("type")) != "composite":
        return ()
    found = stated.get("associations")
    listed = found.values() if isinstance(found, dict) else entries(found)
    inside = (table(one) for value in listed for one in entries(value))
    return tuple(one for one in inside if _is_text(lowered(one)))


def associated(stated: Table) -> Iterator[tuple[str, Table]]:
    """What an item is associated with, by the name of the relation; an object or a list."""
    found = stated.get("associations")
    if isinstance(found, dict):
        for relation, value in found.items():
            yield relation, lowered(table(value))
    else:
        for one in map(lowered, map(table, entries(found))):
            yield text(one.get("name")) or text(one.get("rel")) or "", one


def _is_text(stated: Table) -> bool:
    has_body = any(stated.get(name) for name in ("body_html", "body_xhtml", "body_text", "bodies"))
    return text(stated.get("type")) in ("text", None) and has_body


def _is_item(stated: Table) -> bool:
    return len(_OWN & {name.lower() for name in stated}) > 1


def lowered(stated: Table) -> Table:
    """The object with its names in lower case: the third generation has capitals inside."""
    return {name.lower(): value for name, value in stated.items()}


def described(stated: Table, single: str, several: str, *, html: str | None = None) -> str | None:
    """A text of the first generation, or the main one of the list that later ones have."""
    if (found := text(stated.get(single))) is not None:
        return found
    listed = [lowered(table(one)) for one in entries(stated.get(several))]
    listed.sort(key=lambda one: text(one.get("role")) not in ("main", "text", "summary", None))
    found = next(filter(None, (text(one.get("value")) for one in listed)), None)
    return found or (text(stated.get(html)) if html else None)
