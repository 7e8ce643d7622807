"""What WordPress embeds into an entry (`_embed`): authors, the lead picture, and terms."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from swifeeds.extract.hostile_json import Table, entries, table, text
from swifeeds.markup import plain_text

_MOST = 60
_HOUSEKEEPING = frozenset(
    {"post_format", "language", "post_translations", "author", "wp_theme", "translation_priority"}
)
"""Taxonomies in which plug-ins keep what is no subject."""

_NO_SECTION = frozenset({"uncategorized", "uncategorised", "allgemein", "unkategorisiert"})
"""The category of what nobody filed, by its slugs."""

_MORE = re.compile(r"<a\b[^<>]*\bmore-link\b[^<>]*>.*?</a>", re.IGNORECASE | re.DOTALL)
_CUT = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|(?:…|\.\.\.)\s*\]?)\s*$")
_SENTENCE = re.compile(r".*(?:[.!?؟]['\"”’»)]*(?=\s)|[。！？])", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of a taxonomy, as the entry names it."""

    taxonomy: str
    name: str
    slug: str
    url: str | None


def excerpt(rendered: str | None) -> str | None:
    """An excerpt as plain text, without what WordPress writes where it cut one off itself: it ends
    with the last whole sentence then, or with an ellipsis."""
    if rendered is None:
        return None
    words = plain_text(_MORE.sub("", rendered))
    if words is None or not (cut := _CUT.search(words)):
        return words
    kept = words[: cut.start()]
    whole = _SENTENCE.match(f"{kept} ")
    return whole[0].strip() if whole else f"{kept}…" if kept else None


def authors(post: Table) -> list[Table]:
    """Name and page of each author; where the site keeps its people closed, the name in the
    entry's own metadata."""
    named = [
        {"name": _plain(one.get("name")), "url": text(one.get("link"))}
        for one in map(table, _embedded(post, "author"))
        if _plain(one.get("name"))
    ]
    meta = _plain(table(post.get("yoast_head_json")).get("author"))
    return list(named) or ([{"name": meta}] if meta else [])


def media(post: Table) -> list[Table]:
    """The lead picture with its words."""
    for one in map(table, _embedded(post, "wp:featuredmedia")):
        if url := text(one.get("source_url")):
            details = table(one.get("media_details"))
            return [
                {
                    "url": url,
                    "type": text(one.get("mime_type")),
                    "width": details.get("width"),
                    "height": details.get("height"),
                    "length": details.get("filesize"),
                    "alt": text(one.get("alt_text")),
                    "caption": _rendered(one.get("caption")),
                    "credit": text(table(details.get("image_meta")).get("credit")),
                }
            ]
    url = text(post.get("jetpack_featured_media_url"))
    return [{"url": url}] if url else []


def terms(post: Table) -> Iterator[Term]:
    """Everything that the entry is filed under."""
    for some in _embedded(post, "wp:term"):
        for one in map(table, entries(some)[:_MOST]):
            taxonomy, name = text(one.get("taxonomy")), _plain(one.get("name"))
            if taxonomy and name and taxonomy not in _HOUSEKEEPING:
                yield Term(
                    taxonomy=taxonomy,
                    name=name,
                    slug=text(one.get("slug")) or "",
                    url=text(one.get("link")),
                )


def section(found: tuple[Term, ...]) -> str | None:
    """The first category, other than that of what nobody filed."""
    return next((one.name for one in found if is_section(one)), None)


def is_section(term: Term) -> bool:
    """True for a category that says something."""
    return term.taxonomy == "category" and term.slug not in _NO_SECTION


def _embedded(post: Table, name: str) -> tuple[object, ...]:
    return entries(table(post.get("_embedded")).get(name))[:_MOST]


def _rendered(value: object) -> str | None:
    return text(table(value).get("rendered"))


def _plain(value: object) -> str | None:
    """Names come with entities in them (`Boats &amp; quays`)."""
    words = text(value)
    return plain_text(html.unescape(words)) if words else None
