"""What the catalogue and message pages are filled with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueLine:
    """A story, section or source as the catalogue shows it.

    `url` is its page, `feeds` its (format, address) pairs, both absolute. `published` is when
    its newest article was, `languages` in how many languages it exists, `title_language` is the
    title's own where it is known.
    """

    title: str
    url: str
    feeds: tuple[tuple[str, str], ...]
    entries: int
    published: datetime
    languages: int = 1
    newest_title: str | None = None
    title_language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All that one language offers, each list in the order it is shown.

    `everything` is the feed of all articles, None while the language has none. `languages` are
    those that have a catalogue, in the site's order.
    """

    stories: tuple[CatalogueLine, ...]
    sections: tuple[CatalogueLine, ...]
    sources: tuple[CatalogueLine, ...]
    languages: tuple[str, ...]
    everything: CatalogueLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A page that says one thing, already in the reader's language. `links` are (text, address)."""

    title: str
    text: str | None = None
    links_title: str | None = None
    links: tuple[tuple[str, str], ...] = ()
