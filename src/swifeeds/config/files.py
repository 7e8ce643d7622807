"""Reading the files and the environment into one nested table, remembering where each key stood."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as File
from typing import Any

from swifeeds.config.lines import Path, key_lines
from swifeeds.errors import Fault

PREFIX = "SWIFEEDS__"
_SHARED = ("sources", "stories", "sections")
_PROFILES = "profiles"


@dataclass(slots=True)
class Tables:
    """The merged tables. `places` maps a key's path to the file and line that state it."""

    values: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, tuple[str, int | None]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    main: str = ""

    def place(self, path: Path) -> tuple[str, int | None]:
        """File and line of a key, or of the nearest table around it that is stated."""
        for length in range(len(path), 0, -1):
            if found := self.places.get(path[:length]):
                return found
        return self.main, None


def read_tables(path: File, environ: Mapping[str, str]) -> Tables:
    """`path`, then `sources.d/*.toml` beside it, then the environment, each over the one before.

    A file that cannot be read or parsed becomes a fault; the others are read all the same.
    """
    tables = Tables(main=str(path))
    _add_file(tables, path)
    for part in sorted((path.parent / "sources.d").glob("*.toml")):
        _add_part(tables, part)
    _add_environment(tables, environ)
    return tables


def _parse(tables: Tables, path: File) -> tuple[dict[str, Any], Mapping[Path, int]]:
    try:
        text = path.read_text(encoding="utf-8")
        return tomllib.loads(text), key_lines(text)
    except FileNotFoundError:
        message = "there is no such file; `swifeeds init` writes one to start from"
        tables.faults.append(Fault(file=str(path), key="", message=message))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        tables.faults.append(Fault(file=str(path), key="", message=f"cannot be read: {reason}"))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        number = int(line[1]) if line else None
        message = f"is not TOML: {str(error).split(' (at')[0]}"
        tables.faults.append(Fault(file=str(path), key="", message=message, line=number))
    return {}, {}


def _add_file(tables: Tables, path: File) -> None:
    tables.values, lines = _parse(tables, path)
    tables.places.update({key: (str(path), line) for key, line in lines.items()})


def _add_part(tables: Tables, path: File) -> None:
    """A file of `sources.d` adds sources, stories, sections, profiles, and states nothing else."""
    values, lines = _parse(tables, path)
    shared = (*_SHARED, _PROFILES)
    for key in values.keys() - set(shared):
        message = f"only {', '.join(shared)} may stand in sources.d; move it to {tables.main}"
        tables.faults.append(
            Fault(file=str(path), key=key, message=message, line=lines.get((key,)))
        )
    for name in _SHARED:
        present = tables.values.get(name, [])
        offset = len(present) if isinstance(present, list) else 0
        added = values.get(name, [])
        if isinstance(added, list) and isinstance(present, list) and added:
            tables.values[name] = [*present, *added]
            _shift(tables, path, lines, name, offset)
    _add_profiles(tables, path, values.get(_PROFILES), lines)


def _add_profiles(tables: Tables, path: File, added: object, lines: Mapping[Path, int]) -> None:
    """Each profile stands in one file: which of two holds would be a matter of their names."""
    present = tables.values.setdefault(_PROFILES, {}) if added else None
    if not isinstance(added, dict) or not isinstance(present, dict):
        return
    for name, profile in added.items():
        if name in present:
            where, _ = tables.place((_PROFILES, name))
            message = f"stands in {where} already; keep one of the two"
            line = lines.get((_PROFILES, name))
            tables.faults.append(
                Fault(file=str(path), key=f"{_PROFILES}.{name}", message=message, line=line)
            )
            continue
        present[name] = profile
        for key, line in lines.items():
            if key[:2] == (_PROFILES, name):
                tables.places[key] = (str(path), line)


def _shift(tables: Tables, path: File, lines: Mapping[Path, int], name: str, offset: int) -> None:
    for key, line in lines.items():
        if key[0] == name and len(key) > 1 and isinstance(key[1], int):
            tables.places[(name, key[1] + offset, *key[2:])] = (str(path), line)


def _add_environment(tables: Tables, environ: Mapping[str, str]) -> None:
    """`SWIFEEDS__SITE__BASE_URL=x` sets `site.base_url`; the text is TOML where it can be."""
    for name in sorted(environ):
        if not name.startswith(PREFIX):
            continue
        path: Path = tuple(part.lower() for part in name.removeprefix(PREFIX).split("__"))
        if _set(tables.values, path, _value(environ[name])):
            tables.places[path] = (f"environment {name}", None)
        else:
            message = "names a key inside something that is no table; check the double underscores"
            tables.faults.append(Fault(file="environment", key=name, message=message))


def _set(values: dict[str, Any], path: Path, value: object) -> bool:
    table: Any = values
    for part in path[:-1]:
        table = table.setdefault(part, {}) if isinstance(table, dict) else None
    if not isinstance(table, dict):
        return False
    table[path[-1]] = value
    return True


def _value(text: str) -> object:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text
