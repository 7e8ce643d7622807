"""Sources from somebody's subscription list, as tables for a file in `sources.d/`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import tomli_w

from swifeeds.identify import section_named
from swifeeds.markup import url_key
from swifeeds.model import FeedOutline, Publication, Source, SourceKind

_LONGEST = 60
"""Letters of an id that is made from a title: it becomes part of addresses."""


def listed_sources(
    outlines: Sequence[FeedOutline],
    known: Sequence[Source],
    publication: Publication,
    language: str,
) -> tuple[dict[str, Any], ...]:
    """A `[[sources]]` table for each feed that is no source yet.

    Args:
        outlines: the feeds of the list.
        known: the sources there are: their addresses and ids are taken.
        publication: its sections take the headings of the list that they know.
        language: for feeds that the list gives no language.
    """
    addresses = {url_key(source.url) for source in known if source.kind is not SourceKind.DIRECTORY}
    ids = {str(source.id) for source in known}
    tables: list[dict[str, Any]] = []
    for outline in outlines:
        if url_key(outline.url) not in addresses:
            table = _table(outline, _free_id(outline, ids), publication, language)
            ids.add(table["id"])
            tables.append(table)
    return tuple(tables)


def as_file(tables: Sequence[Mapping[str, Any]], name: str) -> str:
    """The file's text, beginning with a line that says where it is from."""
    head = "# From {}. Check each language; `own = true` where the text is yours.\n\n"
    return head.format(name) + tomli_w.dumps({"sources": [*map(dict, tables)]})


def _table(
    outline: FeedOutline, source_id: str, publication: Publication, language: str
) -> dict[str, Any]:
    table: dict[str, Any] = {
        "id": source_id,
        "kind": SourceKind.FEED.value,
        "url": outline.url,
        "language": outline.language or language,
        "title": outline.title,
    }
    section = section_named(outline.group or "", publication.sections)
    return {**table, "section": section} if section else table


def _free_id(outline: FeedOutline, taken: Collection[str]) -> str:
    """From the title; where that has no Latin letters, from the host."""
    host = (urlsplit(outline.url).hostname or "").removeprefix("www.")
    wanted = _latin(outline.title) or _latin(host) or "feed"
    number, candidate = 1, wanted
    while candidate in taken:
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate


def _latin(text: str) -> str:
    """Lower case Latin letters and digits with hyphens between words; "" without any letter."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    joined = "-".join(re.findall(r"[a-z0-9]+", bare))[:_LONGEST].strip("-")
    return joined if any(letter.isalpha() for letter in joined) else ""
