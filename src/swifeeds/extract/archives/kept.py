"""What was found as it is kept and handed on: only the child that needs it makes objects of it."""

from __future__ import annotations

import orjson

from swifeeds.model import Companion, Stated, StatedKind


def written(found: Companion | Stated) -> bytes:
    """As JSON, without what is not known."""
    return orjson.dumps({name: value for name, value in _fields(found) if value is not None})


def read(body: bytes) -> Companion:
    """The companion that was written."""
    stated = orjson.loads(body)
    return Companion(**stated | {"groups": tuple(stated["groups"])})


def read_stated(body: bytes) -> Stated:
    """What was written of the head."""
    told = orjson.loads(body)
    members = tuple((language, number) for language, number in told["members"])
    return Stated(**told | {"kind": StatedKind(told["kind"]), "members": members})


def _fields(found: Companion | Stated) -> list[tuple[str, object]]:
    return [(name, getattr(found, name)) for name in type(found).__slots__]
