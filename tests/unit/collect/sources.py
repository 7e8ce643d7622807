"""Sources for the tests of this room."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from swifeeds.model import Source, SourceId, SourceKind

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)


def feed(url: str, kind: SourceKind = SourceKind.FEED, language: str = "de-CH") -> Source:
    return Source(id=SourceId("wire"), kind=kind, url=url, language=language, title="Wire")


def directory(folder: Path) -> Source:
    return feed(str(folder), SourceKind.DIRECTORY)
