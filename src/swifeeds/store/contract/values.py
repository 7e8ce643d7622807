"""What the store answers that is no type of the model: figures about itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from swifeeds.model import Story

GROUPER = "last-grouper"
"""The key under which the process that groups signs its name (`Store.remember`)."""

IMPORT_HELD = "import-held"
"""The kind of the one notice of an import that brought articles which are held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaStatus:
    """`current` is the database's revision (None: never migrated), `newest` this program's."""

    current: str | None
    newest: str
    pending: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCount:
    """A story and how many public articles it has in each language."""

    story: Story
    languages: Mapping[str, int]
    rungs: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineReport:
    """The engine below the store. `engine` is its name and version, `size` the bytes that the
    database takes; `journal` is how SQLite keeps its promises (`wal` as it should be), None
    elsewhere."""

    engine: str
    size: int
    journal: str | None = None
