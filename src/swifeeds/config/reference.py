"""The reference of all keys, written from the shapes themselves so that it cannot go stale."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from swifeeds.config.shapes import Root

_INTRODUCTION = """\
# Configuration reference

Written by `make reference` from the settings types; a test compares the two. Durations are written
`90s`, `10m`, `6h` or `14d`; paths are relative to the file. The environment overrides the file:
`SWIFEEDS__SITE__BASE_URL=…` sets `site.base_url`. Secrets stand in files of their own, named by
the keys that end in `_file`.
"""


def reference() -> str:
    """Markdown: a heading for each table, a line for each key with meaning, type and default."""
    return "\n".join([_INTRODUCTION, *_tables(Root, "")])


def _tables(shape: type[BaseModel], prefix: str) -> Iterator[str]:
    for name, field in shape.model_fields.items():
        inner = _inner(field.annotation)
        if inner is None:
            continue
        heading = _heading(f"{prefix}{field.alias or name}", field.annotation)
        yield f"## `{heading}`\n\n{inspect.cleandoc(inner.__doc__ or '')}\n"
        yield from _keys(inner)
        yield ""
        yield from _tables(inner, f"{prefix}{field.alias or name}.")


def _heading(path: str, annotation: Any) -> str:
    if get_origin(annotation) is list:
        return f"[[{path}]]"
    return f"[{path}.{_key(path)}]" if get_origin(annotation) is dict else f"[{path}]"


def _key(path: str) -> str:
    """What stands for the names that an operator chooses."""
    return "SOURCE" if path == "profiles" else "TAG"


def _keys(shape: type[BaseModel]) -> Iterator[str]:
    for name, field in shape.model_fields.items():
        if _inner(field.annotation) is None:
            text = " ".join((field.description or "").split())
            yield f"- `{field.alias or name}` ({_default(field)}): {text}"


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "required"
    default = field.get_default(call_default_factory=False)
    return (
        "unset"
        if default is None
        else f"default `{json.dumps(default, ensure_ascii=False, default=str)}`"
    )


def _inner(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((shape for part in get_args(annotation) if (shape := _inner(part))), None)
