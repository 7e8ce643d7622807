"""The agency beside the newsroom: an English RSS feed that repeats some of its articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from swifeeds.demo.content import Edition, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """One item of the agency's feed. `path` is the address it links: its own, or the article's."""

    guid: str
    path: str
    title: str
    summary: str
    published: datetime
    paragraphs: tuple[str, ...] = ()


def dispatches(edition: Edition) -> tuple[Dispatch, ...]:
    """The agency's items, newest first: those it repeats keep the newsroom's own address."""
    agency = read_toml("agency.toml")
    items = (
        *(_own(item) for item in agency["own"]),
        *(_repeated(item, edition) for item in agency["repeated"]),
    )
    return tuple(sorted(items, key=lambda item: item.published, reverse=True))


def _own(item: Mapping[str, Any]) -> Dispatch:
    return Dispatch(
        guid=item["guid"],
        path=f"/agency/{item['slug']}/",
        title=item["title"],
        summary=item["summary"],
        published=item["published"].astimezone(UTC),
        paragraphs=tuple(item["paragraphs"]),
    )


def _repeated(item: Mapping[str, Any], edition: Edition) -> Dispatch:
    piece = next(
        piece
        for piece in edition.pieces
        if (piece.work, piece.language) == (item["work"], item["language"])
    )
    return Dispatch(
        guid=item["guid"],
        path=piece.path,
        title=piece.title,
        summary=piece.lead,
        published=piece.published,
    )
