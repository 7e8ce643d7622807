"""feedparser, for the feeds that lxml cannot get through.

It reads what no XML parser does, at a hundred times the price, so it is asked only when items
are visible that lxml did not find. It is handed bytes in memory, never anything it could take for
an address to fetch.
"""

from __future__ import annotations

import io
from collections.abc import Mapping

import feedparser

from swifeeds.extract.bodies import text_and_lead
from swifeeds.extract.categories import distinct
from swifeeds.extract.drafts import assemble
from swifeeds.extract.enclosures import make_media
from swifeeds.extract.hostile_json import entries, table, text
from swifeeds.extract.item import Channel, Item
from swifeeds.extract.people import read_people
from swifeeds.markup import absolute_url, canonical_url, plain_text
from swifeeds.model import Document, Extraction, Media, Reject, Source


def read(document: Document, source: Source, *, rejects: tuple[Reject, ...] = ()) -> Extraction:
    """The items that feedparser finds. Our own cleaning is applied, not feedparser's."""
    parsed: Mapping[str, object] = feedparser.parse(
        io.BytesIO(document.body),
        response_headers={"content-location": document.final_url},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    feed = table(parsed.get("feed"))
    base = absolute_url(text(feed.get("link")) or "", document.final_url) or document.final_url
    channel = Channel(language=text(feed.get("language")), rights=_plain(feed, "rights"))
    items = (_item(table(e), base, n) for n, e in enumerate(entries(parsed.get("entries")), 1))
    return assemble(channel, items, document=document, source=source, rejects=rejects)


def _item(entry: Mapping[str, object], base: str, place: int) -> Item:
    link = text(entry.get("link"))
    url = absolute_url(link, base) if link else None
    bodies = (text(table(body).get("value")) for body in entries(entry.get("content")))
    content, summary, opening = text_and_lead(
        next(filter(None, bodies), None), text(entry.get("summary")), url or base
    )
    files = (_file(table(file), url or base) for file in entries(entry.get("enclosures")))
    return Item(
        place=place,
        title=_plain(entry, "title"),
        guid=text(entry.get("id")),
        url=canonical_url(url) if url else None,
        summary=summary,
        content=content,
        published=text(entry.get("published")),
        embargo_date=text(entry.get("prism_embargodate")),
        opening=opening,
        updated=text(entry.get("updated")) if "updated" in entry else None,
        authors=read_people(filter(None, [text(entry.get("author"))])),
        categories=distinct(text(table(tag).get("term")) for tag in entries(entry.get("tags"))),
        media=tuple(filter(None, files)),
    )


def _plain(entry: Mapping[str, object], name: str) -> str | None:
    return plain_text(text(entry.get(name)) or "")


def _file(file: Mapping[str, object], base: str) -> Media | None:
    return make_media(
        text(file.get("href")), base, stated_type=text(file.get("type")), length=file.get("length")
    )
