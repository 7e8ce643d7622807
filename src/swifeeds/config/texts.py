"""Small text files of the operator's own that the site serves as they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from swifeeds.config.faults import fault
from swifeeds.config.files import Tables
from swifeeds.errors import Fault

TEXTS = ("robots_file", "trust_file")
"""Keys of `[site]` that name such a file."""

MOST_BYTES = 500 * 1024
"""RFC 9309 2.5: crawlers read the first 500 KiB of a robots.txt."""


def read_text(base: Path, name: str | None) -> str | None:
    """The text of a file, its name relative to `base`; None where none is named.

    Raises:
        ValueError: one sentence on why it cannot be served.
    """
    if name is None:
        return None
    try:
        data = (base / name).read_bytes()
    except OSError as error:
        raise ValueError(f"{name} cannot be read ({error.strerror})") from error
    if len(data) > MOST_BYTES:
        raise ValueError(f"{name} has more than {MOST_BYTES // 1024} KiB; crawlers stop there")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(
            f"{name} is no UTF-8 text (byte {error.start}); save it as UTF-8"
        ) from error


def unreadable_texts(root: Any, tables: Tables, base: Path) -> Iterator[Fault]:
    """Every such file that cannot be served."""
    for key in TEXTS:
        try:
            read_text(base, getattr(root.site, key))
        except ValueError as error:
            yield fault(tables, ("site", key), str(error))
