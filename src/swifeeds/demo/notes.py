"""The newsroom's plain pages: who we are, the certificate, a press note, a series' contents."""

from __future__ import annotations

from dataclasses import dataclass

from swifeeds.demo.content import LANGUAGES, Edition, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A page of a headline, some paragraphs, and links to (address, text, language)."""

    path: str
    title: str
    paragraphs: tuple[str, ...]
    links: tuple[tuple[str, str, str], ...] = ()


def notes(edition: Edition) -> tuple[Note, ...]:
    """Every plain page."""
    written = (
        Note(path=path, title=note["title"], paragraphs=tuple(note["paragraphs"]))
        for path, note in read_toml("notes.toml").items()
    )
    return (_front(edition), *written, *_series(edition))


def _front(edition: Edition) -> Note:
    """The choice of languages that stands at the site's root."""
    links = tuple((f"/{tag}/", edition.house[tag]["name"], tag) for tag in LANGUAGES)
    return Note(path="/", title="Lanterna", paragraphs=(), links=links)


def _series(edition: Edition) -> tuple[Note, ...]:
    return tuple(
        Note(path=f"/series/{key}/", title=title, paragraphs=(), links=_members(key, edition))
        for key, title in edition.house["en"]["series"].items()
    )


def _members(story: str, edition: Edition) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (piece.path, piece.title, piece.language)
        for piece in edition.pieces
        if piece.story == story
    )
