"""What is exported, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from swifeeds.model import ShelfItem

Fields = tuple[tuple[str, str], ...]
"""Header fields in order, each name once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All that the public site answers, as plain data.

    `published` are the items of the shelf, without their bytes; `brought` what the program itself
    adds, with bytes: its own date of change is taken from the export before while its bytes stay
    the same. `fields` are the header fields of every address but ETag, Last-Modified and
    Content-Encoding. `moved` leads from an address to where it stands now, `gone` names those that
    answer 410. `pages` are the bodies of answers that are no 200, as `LANGUAGE/NAME.html`, and
    `page_fields` their header fields, by language.
    """

    owner: str
    """The tag authority: it tells one site's folder from another's."""
    prefix: str
    """The path of the base address, without a slash at its end."""
    languages: tuple[str, ...]
    published: Mapping[str, ShelfItem]
    brought: Mapping[str, ShelfItem]
    fields: Mapping[str, Fields]
    moved: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    gone: frozenset[str] = frozenset()
    pages: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    page_fields: Mapping[str, Fields] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """Counts of files, and the bytes that were written. `server` is true when the files that a web
    server reads at its start changed: it should read them again."""

    written: int
    removed: int
    unchanged: int
    bytes: int
    server: bool
    left_out: tuple[tuple[str, str], ...] = ()
