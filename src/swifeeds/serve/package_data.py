"""Templates and style as they lie in the package, read once at the start and handed on."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files


def read_templates() -> Mapping[str, str]:
    """The page templates by file name, for `emit.html.make_pages`."""
    return {name: data.decode() for name, data in _read("templates").items()}


def read_assets() -> Mapping[str, bytes]:
    """Style sheet and icon by file name."""
    return _read("assets")


def _read(folder: str) -> dict[str, bytes]:
    entries = sorted((files("swifeeds.emit") / folder).iterdir(), key=lambda entry: entry.name)
    return {entry.name: entry.read_bytes() for entry in entries if entry.is_file()}
