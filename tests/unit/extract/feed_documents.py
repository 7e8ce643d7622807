"""Documents and sources for the tests of feeds."""

from __future__ import annotations

from datetime import UTC, datetime

from swifeeds.model import Document, Publish, Source, SourceId, SourceKind

URL = "https://news.example.org/feed.xml"
RETRIEVED = datetime(2026, 3, 1, 12, tzinfo=UTC)


def make_source(kind=SourceKind.FEED, **changes) -> Source:
    stated = {"url": URL, "language": "en", "title": "News", "time_zone": "Europe/Zurich"}
    return Source(id=SourceId("news"), kind=kind, **(stated | changes))


def make_document(body: bytes | str, **changes) -> Document:
    stated = {"url": URL, "final_url": URL, "retrieved": RETRIEVED}
    raw = body.encode() if isinstance(body, str) else body
    return Document(source_id=SourceId("news"), body=raw, **(stated | changes))


FULL = make_source(publish=Publish.FULL)


def rss(*items: str, channel: str = "") -> str:
    """An RSS 2.0 document with every namespace that the readers know."""
    return (
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:media="http://search.yahoo.com/mrss/"'
        ' xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'
        ' xmlns:cc="http://web.resource.org/cc/"'
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f"<channel><title>News</title><link>https://news.example.org/</link>{channel}"
        + "".join(f"<item>{item}</item>" for item in items)
        + "</channel></rss>"
    )


def atom(*entries: str, feed: str = "") -> str:
    """An Atom document."""
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>'
        + feed
        + "".join(f"<entry>{entry}</entry>" for entry in entries)
        + "</feed>"
    )
