"""The whole newsroom printed: every address with its bytes, its type and when it last changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from swifeeds.demo.agency import dispatches
from swifeeds.demo.content import LANGUAGES, Edition, Markup, Piece
from swifeeds.demo.images import picture
from swifeeds.demo.notes import notes
from swifeeds.demo.pages import Press

_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one address answers. `modified` is UTC."""

    body: bytes
    media_type: str
    modified: datetime

    @property
    def etag(self) -> str:
        """The opaque part of a strong validator."""
        return hashlib.sha256(self.body).hexdigest()[:20]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One edition at one address. `gone` are paths that answer 410."""

    pages: Mapping[str, Page]
    gone: frozenset[str]

    def after(self, earlier: Site) -> Site:
        """This site as the successor of another: what did not change keeps its old date."""
        pages = {
            path: kept if (kept := earlier.pages.get(path)) and kept.body == page.body else page
            for path, page in self.pages.items()
        }
        return Site(pages=pages, gone=self.gone)


def print_site(edition: Edition, base: str) -> Site:
    """Print an edition for the address `base` (no trailing slash); equal input, equal bytes."""
    return Site(pages=dict(_pages(edition, base)), gone=frozenset(edition.gone))


def _pages(edition: Edition, base: str) -> Iterator[tuple[str, Page]]:
    press, issued = Press(edition, base), edition.issued
    for piece in edition.pieces:
        yield piece.path, _article(piece, press)
        if piece.picture:
            yield f"/images/{piece.picture}.png", _picture(piece.picture, piece.published)
    for language in LANGUAGES:
        yield f"/{language}/", _page(press.index(language), issued)
    for note in notes(edition):
        yield note.path, _page(press.note(note), issued)
    yield "/archive/", _page(press.archive(), issued)
    items = dispatches(edition)
    for item in items:
        if item.paragraphs:
            yield item.path, _page(press.dispatch(item), item.published)
    feed_type = "application/rss+xml; charset=utf-8"
    yield "/agency/rss.xml", _page(press.feed(items), issued, feed_type)
    yield "/robots.txt", _page("User-agent: *\nAllow: /\n", issued, "text/plain; charset=utf-8")


def _page(text: str, modified: datetime, media_type: str = _HTML) -> Page:
    return Page(body=text.encode(), media_type=media_type, modified=modified)


def _article(piece: Piece, press: Press) -> Page:
    modified = piece.updated or piece.published
    text = press.article(piece)
    if piece.markup is Markup.OLD_DIVISIONS:
        # The oldest CMS wrote the character set of its day and said so in the page alone.
        return Page(body=text.encode("cp1252"), media_type="text/html", modified=modified)
    return _page(text, modified)


def _picture(name: str, modified: datetime) -> Page:
    return Page(body=picture(name), media_type="image/png", modified=modified)
