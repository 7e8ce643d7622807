"""Values of the model as JSON, and back, by their type hints alone.

What is at its default (unknown, or none) is left out: a row is as long as what is known.
Reading takes keys it does not know for newer ones and passes over them, and lets absent keys fall
to their defaults: rows of older and newer programs stay readable.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Collection, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

_Reader = Callable[[Any], Any]


def dump(value: object) -> str:
    """JSON text of a value: dataclasses, sequences, enums, aware datetimes and plain values."""
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))


def load(hint: type[T], text: str) -> T:
    """The value that `dump` wrote.

    Raises:
        ValueError: the text is no JSON, or not of this type.
    """
    value: T = revive(hint, json.loads(text))
    return value


def plain(value: object) -> object:
    """A value as the types that JSON knows.

    Raises:
        TypeError: a type that no model of ours uses.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return plain_fields(value, [field.name for field in fields(value)])
    match value:
        case Enum():
            return value.value
        case None | bool() | int() | float() | str():
            return value
        case datetime():
            return value.isoformat()
        case tuple() | list():
            return [plain(part) for part in value]
        case Mapping():
            return {key: plain(part) for key, part in value.items()}
        case _:
            raise TypeError(f"{type(value).__name__} has no JSON form here")


def plain_fields(value: Any, names: Collection[str]) -> dict[str, object]:
    """Some fields of a dataclass, without those that equal their default."""
    return {
        field.name: plain(part)
        for field in fields(value)
        if field.name in names and (part := getattr(value, field.name)) != field.default
    }


def revive(hint: Any, value: object) -> Any:
    """The inverse of `plain` for one type hint.

    Raises:
        ValueError: the value is not of this type.
    """
    try:
        return _reader(hint)(value)
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"no {hint}: {error}") from error


@cache
def _reader(hint: Any) -> _Reader:
    """Made once per type hint: reading a row must not look at types again."""
    origin, arguments = get_origin(hint), get_args(hint)
    if isinstance(hint, NewType):
        return _reader(hint.__supertype__)
    if origin in (Union, types.UnionType):
        return _optional(_reader(next(part for part in arguments if part is not type(None))))
    if origin is tuple:
        return _tuple(arguments)
    return _dataclass(hint) if is_dataclass(hint) else _scalar(hint)


def _scalar(hint: Any) -> _Reader:
    if issubclass(hint, Enum):
        choose: _Reader = hint
        return choose
    return datetime.fromisoformat if hint is datetime else _exactly(hint)


def _optional(read: _Reader) -> _Reader:
    return lambda value: None if value is None else read(value)


def _tuple(arguments: tuple[Any, ...]) -> _Reader:
    if arguments[-1] is Ellipsis:
        read = _reader(arguments[0])
        return lambda value: tuple(read(part) for part in value)
    readers = tuple(map(_reader, arguments))
    return lambda value: tuple(
        read(part) for read, part in zip(readers, value, strict=True)
    )  # fmt: skip


def _dataclass(hint: Any) -> _Reader:
    hints = get_type_hints(hint)
    readers = {field.name: _reader(hints[field.name]) for field in fields(hint)}

    def read(value: Mapping[str, object]) -> object:
        known = {name: readers[name](part) for name, part in value.items() if name in readers}
        return hint(**known)

    return read


def _exactly(hint: type) -> _Reader:
    """Text, numbers and truth values as they are; JSON writes a whole float as an integer."""

    def read(value: object) -> object:
        if hint is float and type(value) is int:
            return float(value)
        if type(value) is not hint:
            raise TypeError(f"{value!r} is no {hint.__name__}")
        return value

    return read
