"""Model types as JSON and back, by their type hints.

Unknown members are ignored and absent ones take the type's default, so that rows written before a
field was added, or by a newer program, stay readable.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import orjson

Value = TypeVar("Value")


def to_json(value: object) -> str:
    """A frozen dataclass, or a tuple of values, as JSON. Fields at their default are left out."""
    return orjson.dumps(_plain(value)).decode()


def from_json(kind: type[Value], text: str, **others: object) -> Value:
    """The value that `to_json` wrote; `others` are fields that were not part of it."""
    plain = orjson.loads(text)
    return kind(**{**_fields_of(kind, plain), **others}) if others else read(kind, plain)


def _plain(value: object) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _plain(inner)
            for field in dataclasses.fields(value)
            if (inner := getattr(value, field.name)) != field.default
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return value


def read(kind: Any, plain: Any) -> Any:
    """A plain JSON value as an instance of a type hint.

    Raises:
        TypeError: the hint is none of those that the model uses.
    """
    if plain is None:
        return None
    origin = get_origin(kind)
    if origin in {Union, types.UnionType}:
        return read(next(part for part in get_args(kind) if part is not type(None)), plain)
    if origin is tuple:
        return _read_tuple(get_args(kind), plain)
    if dataclasses.is_dataclass(kind):
        return kind(**_fields_of(kind, plain))  # type: ignore[operator]
    if kind is datetime:
        return datetime.fromisoformat(plain)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(plain)
    return plain


def _read_tuple(parts: tuple[Any, ...], plain: list[Any]) -> tuple[Any, ...]:
    if len(parts) == 2 and parts[1] is Ellipsis:  # noqa: PLR2004 - `tuple[X, ...]`
        return tuple(read(parts[0], inner) for inner in plain)
    return tuple(read(part, inner) for part, inner in zip(parts, plain, strict=True))


def _fields_of(kind: Any, plain: Mapping[str, Any]) -> dict[str, Any]:
    hints = _hints(kind)
    return {name: read(hints[name], plain[name]) for name in plain.keys() & hints.keys()}


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind)
