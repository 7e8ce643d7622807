"""What the newsroom has written, read from the package's content files.

A work is a folder of `content/works`: `work.toml` holds what all its languages share, and each
further file one language's article, named by its tag. So a translation set cannot be half
linked: it is the folder. `content/house.toml` holds the words that stand around every article.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any
from zoneinfo import ZoneInfo

LANGUAGES = ("en", "de", "fr", "it", "es", "pt", "ja", "ar", "zh", "ru")
ZONE = ZoneInfo("Europe/Zurich")
"""Where the newsroom's clock hangs; its legacy pages print local times without saying so."""

Words = Mapping[str, Any]


class Markup(StrEnum):
    """How a page states what it is. The three old ones are pages of a retired CMS."""

    JSON_LD = "json-ld"
    JSON_LD_GRAPH = "json-ld-graph"
    OPEN_GRAPH = "open-graph"
    PLAIN = "plain"
    OLD_TABLES = "old-tables"
    OLD_DIVISIONS = "old-divisions"
    OLD_FONTS = "old-fonts"

    @property
    def is_legacy(self) -> bool:
        """True for the pages of the archive."""
        return self.name.startswith("OLD_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One article in one language.

    `section` and `story` are keys, worded by the house; `date_line` is the sentence that tells
    the date where no metadata does; `credit` ends the text of a legacy page.
    """

    work: str
    language: str
    slug: str
    markup: Markup
    section: str
    published: datetime
    title: str
    lead: str
    paragraphs: tuple[str, ...]
    author: str
    story: str | None = None
    updated: datetime | None = None
    picture: str | None = None
    alt: str | None = None
    caption: str | None = None
    date_line: str | None = None
    credit: str | None = None

    @property
    def path(self) -> str:
        """Where the article stands on the newsroom's site."""
        if self.markup.is_legacy:
            return f"/archive/{self.language}/{self.published.year}/{self.slug}.html"
        return f"/{self.language}/articles/{self.published.year}/{self.slug}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Everything in print at one moment, newest first. `gone` are addresses that answer 410."""

    number: int
    issued: datetime
    pieces: tuple[Piece, ...]
    gone: tuple[str, ...]
    house: Mapping[str, Words]

    def in_language(self, language: str) -> tuple[Piece, ...]:
        """The articles of one language, the archive's left out."""
        pieces = (piece for piece in self.pieces if piece.language == language)
        return tuple(piece for piece in pieces if not piece.markup.is_legacy)

    def archive(self) -> tuple[Piece, ...]:
        """The legacy pages of all languages."""
        return tuple(piece for piece in self.pieces if piece.markup.is_legacy)

    def translations(self, piece: Piece) -> tuple[Piece, ...]:
        """The same work in every language it exists in, `piece` included, in our own order."""
        work = (other for other in self.pieces if other.work == piece.work)
        return tuple(sorted(work, key=lambda other: LANGUAGES.index(other.language)))

    def story_mates(self, piece: Piece) -> tuple[Piece, ...]:
        """The other articles of its story in its language; none where it belongs to no story."""
        mates = (other for other in self.pieces if piece.story and other.story == piece.story)
        return tuple(o for o in mates if o.language == piece.language and o.work != piece.work)


def read_edition(number: int) -> Edition:
    """Read the first or the second edition."""
    editions = read_toml("house.toml")["editions"]
    entries = tuple(_entries(number))
    pieces = sorted(
        (piece for piece, in_print in entries if in_print),
        key=lambda piece: (piece.published, piece.path),
        reverse=True,
    )
    return Edition(
        number=number,
        issued=_utc(editions[number - 1]),
        pieces=tuple(pieces),
        gone=tuple(piece.path for piece, in_print in entries if not in_print),
        house=read_toml("house.toml")["languages"],
    )


def content() -> Traversable:
    """The folder of content inside the package, zipped or not."""
    return resources.files("swifeeds.demo") / "content"


def read_toml(name: str) -> dict[str, Any]:
    """One content file as plain values."""
    return _parse(content().joinpath(name))


def _parse(file: Traversable) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _entries(edition: int) -> Iterator[tuple[Piece, bool]]:
    """Each article known by this edition, and whether it is still in print."""
    for folder in sorted(content().joinpath("works").iterdir(), key=lambda entry: entry.name):
        shared = _parse(folder / "work.toml")
        for language in LANGUAGES:
            file = folder / f"{language}.toml"
            if file.is_file():
                values = {**shared, **_parse(file)}
                if values.pop("appears", 1) <= edition:
                    in_print = edition < values.pop("withdrawn", edition + 1)
                    yield _piece(folder.name, language, values, edition), in_print


def _piece(work: str, language: str, values: dict[str, Any], edition: int) -> Piece:
    correction = values.pop("correction", None)
    if correction and edition > 1:
        values |= correction
    updated = values.pop("updated", None)
    return Piece(
        work=work,
        language=language,
        published=_utc(values.pop("published")),
        updated=updated and _utc(updated),
        markup=Markup(values.pop("markup")),
        paragraphs=tuple(values.pop("paragraphs")),
        **values,
    )


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
