"""JSON from outside: read although it is broken, and never trusted to have a shape."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from swifeeds.errors import ExtractError
from swifeeds.markup import check_bytes, check_json, decode, strip_control

Table = Mapping[str, object]

_ITEMS = re.compile(r'"items"\s*:\s*\[')


def read_json(body: bytes, *, charset: str | None, url: str) -> object:
    """The value of a JSON document. Control characters inside texts are let pass.

    Raises:
        ExtractError: it is no JSON, or far too large.
    """
    check_bytes(body, url)
    text = decode(body, charset).lstrip("\ufeff")
    check_json(text, url)
    try:
        return json.loads(text, strict=False, parse_constant=lambda _: None)
    except (ValueError, RecursionError) as error:
        raise ExtractError(f"is not valid JSON: {str(error)[:120]}", url=url) from error


def salvage_items(body: bytes, *, charset: str | None) -> tuple[object, ...]:
    """The whole entries of the `items` of a document that breaks off or breaks down.

    Raises:
        ExtractError: it is far too large.
    """
    text = decode(body, charset)
    check_json(text)
    match = _ITEMS.search(text)
    decoder = json.JSONDecoder(strict=False)
    items: list[object] = []
    position = match.end() if match else len(text)
    while (position := _next_value(text, position)) < len(text):
        try:
            item, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            break
        items.append(item)
    return tuple(items)


def _next_value(text: str, position: int) -> int:
    while position < len(text) and text[position] in " \t\r\n,":
        position += 1
    return position


def table(value: object) -> Table:
    """An object, or an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def entries(value: object) -> tuple[object, ...]:
    """A list, one value as a list of one, nothing as an empty one."""
    if isinstance(value, list):
        return tuple(value)
    return () if value is None else (value,)


def text(value: object) -> str | None:
    """A text that is not blank, without what XML cannot carry; numbers are taken as text."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return strip_control(str(value)).strip() or None
