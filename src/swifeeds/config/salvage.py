"""What can still be said of a configuration that has faults: the rest of it, made whole.

An operator wants every fault at once, but what keys say of each other can only be checked on a
configuration that is complete. So each faulty value is taken out, and where its key must be
stated, a harmless value stands in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from swifeeds.config.lines import Path

_STAND_INS: Mapping[str, Any] = {
    "base_url": "https://stand-in.invalid",
    "tag_authority": "stand-in.invalid,2000",
    "contact": "stand-in.invalid",
    "name": "stand-in",
    "kind": "page",
    "url": "https://stand-in.invalid/",
    "language": "en",
    "title": {},
    "scheme": "stand-in",
    "certificate": "https://stand-in.invalid/",
    "valid_until": date(2999, 1, 1),
}


Shape = TypeVar("Shape", bound=BaseModel)


def salvage(shape: type[Shape], values: Mapping[str, Any], faulty: Sequence[Path]) -> Shape | None:
    """The configuration without its faulty keys; None where that leaves nothing to check.

    What is found about a path of `faulty`, or below one, is about a stand-in and means nothing.
    """
    rest = deepcopy(dict(values))
    for path in faulty:
        _take_out(rest, path)
    try:
        return shape.model_validate(rest)
    except ValidationError as error:
        for finding in error.errors(include_url=False):
            _put_in(rest, finding["loc"])
    try:
        return shape.model_validate(rest)
    except ValidationError:
        return None


def _take_out(values: Any, path: Path) -> None:
    table = _reach(values, path[:-1])
    if isinstance(table, dict) and isinstance(path[-1], str):
        table.pop(path[-1], None)


def _put_in(values: Any, path: Path) -> None:
    table, key = _reach(values, path[:-1]), path[-1]
    if isinstance(table, dict) and isinstance(key, str):
        own = "-".join(str(part) for part in path if isinstance(part, int))
        table[key] = f"stand-in-{own}" if key == "id" else _STAND_INS.get(key)


def _reach(values: Any, path: Path) -> Any:
    for part in path:
        try:
            values = values[part]
        except (KeyError, IndexError, TypeError):
            return None
    return values
