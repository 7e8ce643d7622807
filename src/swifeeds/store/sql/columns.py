"""How values lie in columns: exact times, text that every engine takes, keys that fit an index."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import BigInteger, Dialect, Text
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeDecorator, TypeEngine

from swifeeds.markup import strip_control

E = TypeVar("E", bound=StrEnum)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)

_LONGEST_KEY = 600
"""Characters of a key kept as they are. A PostgreSQL index row holds 2704 bytes: 600 characters of
any script fit, and addresses are longer only when somebody is being funny."""


class Moment(TypeDecorator[datetime]):
    """An aware UTC time as microseconds since 1970, so that what was kept comes back equal.

    SQLite has no type for times, and what SQLAlchemy makes of one there loses the zone.
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """To the database; an aware time of any zone."""
        return None if value is None else (value - _EPOCH) // _TICK

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """From the database; always UTC."""
        return None if value is None else _EPOCH + value * _TICK


class Span(TypeDecorator[timedelta]):
    """A length of time in microseconds."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: timedelta | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """To the database."""
        return None if value is None else value // _TICK

    def process_result_value(self, value: int | None, dialect: Dialect) -> timedelta | None:  # noqa: ARG002
        """From the database."""
        return None if value is None else value * _TICK


class Words(TypeDecorator[str]):
    """Text without what PostgreSQL (NUL) or UTF-8 (lone surrogates) refuse.

    Heads clean what people read; a guid is kept verbatim, and one bad guid must not cost a batch.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To the database."""
        return None if value is None else strip_control(value)


class Key(TypeDecorator[str]):
    """Text that is looked up: as `index_key` makes it, when it is stored and when it is sought."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To the database."""
        return None if value is None else index_key(value)


class Keys(TypeDecorator[Sequence[str]]):
    """Several values of a `Key` in one parameter: see `among`."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """An array where there are arrays, else JSON."""
        return dialect.type_descriptor(Text() if _is_sqlite(dialect) else postgresql.ARRAY(Text()))

    def process_bind_param(
        self, value: Iterable[str] | None, dialect: Dialect
    ) -> str | list[str] | None:
        """To the database."""
        keys = list(map(index_key, value or ()))
        return json.dumps(keys) if _is_sqlite(dialect) else keys


class Choice(TypeDecorator[E], Generic[E]):
    """A member of a closed choice by its value."""

    impl = Text
    cache_ok = True

    def __init__(self, choices: type[E]) -> None:
        super().__init__()
        self.choices = choices

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To the database."""
        return None if value is None else value.value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:  # noqa: ARG002
        """From the database."""
        return None if value is None else self.choices(value)


def _is_sqlite(dialect: Dialect) -> bool:
    return dialect.name == "sqlite"


def index_key(text: str) -> str:
    """A key as columns hold it: clean, and cut with a digest in its place when it is too long."""
    clean = strip_control(text)
    if len(clean) <= _LONGEST_KEY:
        return clean
    digest = hashlib.sha256(clean.encode()).hexdigest()
    return f"{clean[: _LONGEST_KEY - len(digest) - 1]}#{digest}"
