"""A companion as it is kept and handed on: only the child that needs it makes an object of it."""

from __future__ import annotations

import orjson

from swifeeds.model import Companion


def written(companion: Companion) -> bytes:
    """As JSON, without what is not known."""
    return orjson.dumps({name: value for name, value in _fields(companion) if value is not None})


def read(body: bytes) -> Companion:
    """What was written."""
    stated = orjson.loads(body)
    return Companion(**stated | {"groups": tuple(stated["groups"])})


def _fields(companion: Companion) -> list[tuple[str, object]]:
    return [(name, getattr(companion, name)) for name in Companion.__slots__]
