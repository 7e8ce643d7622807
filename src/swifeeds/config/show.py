"""Showing a configuration: the effective values, how two differ, and the schema for editors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import tomli_w

from swifeeds.config.load import Config
from swifeeds.config.shapes import Root


def dump(config: Config) -> str:
    """The effective values as TOML, defaults included. Secrets are in files, so none is shown but
    a password inside the storage address, which is masked."""
    return tomli_w.dumps(masked(config.effective), multiline_strings=False)


def masked(effective: Mapping[str, Any]) -> dict[str, Any]:
    """The same values with the password of the storage address hidden."""
    storage = dict(effective["storage"])
    scheme, separator, rest = storage["url"].partition("://")
    if "@" in rest:
        user, _, host = rest.rpartition("@")
        storage["url"] = f"{scheme}{separator}{user.split(':')[0]}:***@{host}"
    return {**effective, "storage": storage}


def difference(running: Mapping[str, Any], stated: Mapping[str, Any]) -> tuple[str, ...]:
    """One line for each key whose value differs: `key: running -> stated`, sorted by key."""
    before, after = dict(_flat(running)), dict(_flat(stated))
    return tuple(
        f"{key}: {before.get(key, '(unset)')} -> {after.get(key, '(unset)')}"
        for key in sorted(before.keys() | after.keys())
        if before.get(key) != after.get(key)
    )


def _flat(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Leaves with their dotted keys. Entries of a list that have an id are named by it."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and value and isinstance(value[0], Mapping):
        for index, inner in enumerate(value):
            yield from _flat(inner, f"{path}[{inner.get('id', index)}]")
    else:
        yield path, value


def json_schema() -> dict[str, Any]:
    """JSON Schema of the configuration, for editors that complete and check TOML."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Root.model_json_schema()}
