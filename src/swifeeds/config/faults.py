"""pydantic's findings as sentences an operator can act on: file, line, key, nearest valid name."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from swifeeds.config.files import Tables
from swifeeds.config.lines import Path
from swifeeds.errors import Fault


def faults_of(error: ValidationError, tables: Tables, root: type[BaseModel]) -> dict[Path, Fault]:
    """One Fault for each faulty key, in the order of the files."""
    found: dict[Path, Fault] = {}
    for finding in error.errors(include_url=False):
        path = _stated(root, finding["loc"])
        if path not in found:
            sentence = _sentence(finding, _valid_names(root, path), whole=path == finding["loc"])
            found[path] = fault(tables, path, sentence)
    return found


def _stated(root: type[BaseModel], location: Path) -> Path:
    """The part of pydantic's location that the operator wrote.

    Where a key takes one of several types, pydantic tells what is wrong with each and adds their
    names: one sentence about the key is enough.
    """
    shape: type[BaseModel] | None = root
    for depth, part in enumerate(location):
        if isinstance(part, int):
            continue
        if shape is None:
            return location[:depth]
        field = _field(shape, part)
        if field is not None:
            if get_origin(field.annotation) is dict:
                return location
            shape = _shape_in(field.annotation)
    return location


def fault(tables: Tables, path: Path, message: str) -> Fault:
    """A Fault about a key, with the place where it is stated."""
    file, line = tables.place(path)
    return Fault(file=file, key=dotted(path), message=message, line=line)


def dotted(path: Path) -> str:
    """`("sources", 1, "url")` -> `sources[1].url`, counted from 0 as in the file's order."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def nearest(name: str, names: Sequence[str]) -> str:
    """`; did you mean X?`, the list of what is valid, or nothing when there is none."""
    close = get_close_matches(name, names, n=1, cutoff=0.6)
    if close:
        return f"; did you mean {close[0]}?"
    return f"; valid are {', '.join(sorted(names))}" if names else ""


def _sentence(finding: Any, valid: Sequence[str], *, whole: bool) -> str:
    if not whole:
        return "has a value of the wrong kind; the reference says what it takes"
    match finding["type"]:
        case "extra_forbidden":
            name = str(finding["loc"][-1])
            return f"there is no key {name}{nearest(name, valid)}"
        case "missing":
            return "is missing and has no default"
        case _:
            return _of_value(finding)


def _of_value(finding: Any) -> str:
    stated = repr(finding["input"])
    match finding["type"]:
        case "value_error":
            return str(finding["ctx"]["error"])
        case "enum" | "literal_error":
            return f"{stated} is none of {finding['ctx']['expected']}"
        case "string_pattern_mismatch":
            return f"{stated} is no id; write small letters, digits, - and _, like world-en"
        case kind if kind.startswith("date_"):
            return f"{stated} is no day; write it like 2008-08-01"
        case _:
            return f"{finding['msg']}, not {stated}"


def _valid_names(root: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The keys that the table around `path` accepts."""
    shape: type[BaseModel] | None = root
    for part in path[:-1]:
        if shape is None or isinstance(part, int):
            continue
        field = _field(shape, part)
        shape = _shape_in(field.annotation) if field else shape
    if shape is None:
        return ()
    return tuple(field.alias or name for name, field in shape.model_fields.items())


def _field(shape: type[BaseModel], name: object) -> FieldInfo | None:
    """A table's key by its name in the file."""
    return next((f for n, f in shape.model_fields.items() if name in {n, f.alias}), None)


def _shape_in(annotation: Any) -> type[BaseModel] | None:
    """The BaseModel inside `list[X]`, `dict[str, X]` or `X | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((shape for part in get_args(annotation) if (shape := _shape_in(part))), None)
