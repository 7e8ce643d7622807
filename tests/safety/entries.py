"""Every door through which a stranger's document comes in, and the bombs that may be laid there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from tests.safety.bombs import HTML, JSON, PAGE, TEXT, XML, Shape

from swifeeds.extract import extract, extract_article, find_push, guess_kind
from swifeeds.extract.archives import cut, read_portion, recognise
from swifeeds.extract.opml import read_opml
from swifeeds.model import ArchiveFormat, Document, Publish, Source, SourceId, SourceKind

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
Read = Callable[[bytes], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A door: how what comes in is read, and what may come."""

    read: Read
    shape: Shape
    bombs: Mapping[str, Callable[[Shape], bytes]]


def source(kind: SourceKind) -> Source:
    url = "https://news.example/"
    return Source(
        id=SourceId("s"), kind=kind, url=url, language="en", title="S", own=True,
        publish=Publish.FULL,
    )  # fmt: skip


def document(body: bytes, name: str = "", media_type: str | None = None) -> Document:
    url = f"https://news.example/{name}"
    return Document(
        source_id=SourceId("s"), url=url, final_url=url, body=body, retrieved=NOW,
        media_type=media_type,
    )  # fmt: skip


def _as(kind: SourceKind, name: str = "", media_type: str | None = None) -> Read:
    return lambda body: extract(document(body, name, media_type), source(kind))


def _article(body: bytes) -> object:
    return extract_article(document(body, "a/1"), source(SourceKind.PAGE))


def _archive(kind: ArchiveFormat | None) -> Read:
    """The way of a file through an import: recognised, cut, and read portion by portion."""

    def read(body: bytes) -> object:
        known = kind or recognise(body[: 64 * 1024], "archive")
        pieces = (body[at : at + 262_144] for at in range(0, len(body), 262_144))
        for portion in cut(pieces, known):
            read_portion(
                portion, source(SourceKind.DIRECTORY), known, name="archive", retrieved=NOW
            )
        return None

    return read


RSS = Shape(
    head='<rss version="2.0"><channel><title>T</title>',
    item="<item><title>@</title><guid>@</guid><pubDate>@</pubDate><description>@</description></item>",
    foot="</channel></rss>",
)
ATOM = Shape(
    head='<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>',
    item="<entry><title>@</title><id>@</id><updated>@</updated><content>@</content></entry>",
    foot="</feed>",
)
JSON_FEED = Shape(
    head='{"version": "https://jsonfeed.org/version/1.1", "items": [', item="@", foot="]}"
)
SITEMAP = Shape(
    head='<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    item="<url><loc>https://news.example/@</loc><lastmod>@</lastmod></url>",
    foot="</urlset>",
)
OPML = Shape(
    head='<opml version="2.0"><body>',
    item='<outline text="a" xmlUrl="https://n.example/f"/><outline>@</outline>',
    foot="</body></opml>",
)
POSTS = Shape(head="[", item="@", foot="]")
NEWSARTICLE = Shape(head='{"@context": "https://schema.org", "@graph": [', item="@", foot="]}")
WXR = Shape(
    head='<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    "<wp:wxr_version>1.2</wp:wxr_version>",
    item="<item><title>@</title><guid>@</guid><pubDate>@</pubDate><content:encoded>@"
    "</content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>",
    foot="</channel></rss>",
)
NITF = Shape(
    head="<nitf><head><title>T</title></head><body><body.content>",
    item="<p>@</p>",
    foot="</body.content></body></nitf>",
)
G2 = Shape(
    head='<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>',
    item='<newsItem guid="g" version="1"><contentMeta><headline>@</headline></contentMeta>'
    "<contentSet><inlineXML><p>@</p></inlineXML></contentSet></newsItem>",
    foot="</itemSet></newsMessage>",
)
NEWSML = Shape(
    head="<NewsML>",
    item="<NewsItem><NewsComponent><NewsLines><HeadLine>@</HeadLine></NewsLines></NewsComponent>"
    "</NewsItem>",
    foot="</NewsML>",
)
RELEASE = Shape(
    head="<MITTEILUNGEN>", item="<MITTEILUNG><TITEL>@</TITEL></MITTEILUNG>", foot="</MITTEILUNGEN>"
)
WIRE = Shape(head="\x01abc0123 4 pol 20 abc0001\r\n\x02", item="@\r\n", foot="\x03\r\n\x04")
TYPE = Shape(head="", item="TITLE: @\nDATE: @\n-----\nBODY:\n@\n-----\n--------\n", foot="")
LINES = Shape(head="", item="@\n", foot="")

ENTRIES: Mapping[str, Entry] = {
    "an RSS feed": Entry(read=_as(SourceKind.FEED), shape=RSS, bombs=XML),
    "an Atom feed": Entry(read=_as(SourceKind.FEED), shape=ATOM, bombs=XML),
    "a JSON feed": Entry(read=_as(SourceKind.FEED), shape=JSON_FEED, bombs=JSON),
    "a page for a feed": Entry(read=_as(SourceKind.FEED), shape=PAGE, bombs=HTML),
    "an index page": Entry(read=_as(SourceKind.PAGE), shape=PAGE, bombs=HTML),
    "an article's page": Entry(read=_article, shape=PAGE, bombs=HTML),
    "a sitemap": Entry(read=_as(SourceKind.SITEMAP, "s.xml"), shape=SITEMAP, bombs=XML),
    "WordPress's posts": Entry(read=_as(SourceKind.WORDPRESS), shape=POSTS, bombs=JSON),
    "a dropped page": Entry(
        read=_as(SourceKind.DIRECTORY, "a.html", "text/html"), shape=PAGE, bombs=HTML
    ),
    "a dropped JSON file": Entry(
        read=_as(SourceKind.DIRECTORY, "a.json", "application/json"), shape=NEWSARTICLE, bombs=JSON
    ),
    "a dropped XML file": Entry(
        read=_as(SourceKind.DIRECTORY, "a.xml", "application/xml"), shape=NITF, bombs=XML
    ),
    "a pushed feed": Entry(read=lambda body: find_push(document(body)), shape=RSS, bombs=XML),
    "an address that is tried": Entry(
        read=lambda body: guess_kind(document(body)), shape=RSS, bombs=XML
    ),
    "a subscription list": Entry(read=lambda body: read_opml(body, "list"), shape=OPML, bombs=XML),
    "WXR": Entry(read=_archive(ArchiveFormat.WXR), shape=WXR, bombs=XML),
    "NewsML-G2": Entry(read=_archive(ArchiveFormat.NEWSML_G2), shape=G2, bombs=XML),
    "NewsML 1": Entry(read=_archive(ArchiveFormat.NEWSML), shape=NEWSML, bombs=XML),
    "NITF": Entry(read=_archive(ArchiveFormat.NITF), shape=NITF, bombs=XML),
    "a release": Entry(read=_archive(ArchiveFormat.RELEASE), shape=RELEASE, bombs=XML),
    "an imported feed": Entry(read=_archive(ArchiveFormat.FEED), shape=RSS, bombs=XML),
    "ninjs": Entry(read=_archive(ArchiveFormat.NINJS), shape=POSTS, bombs=JSON),
    "JSON Lines": Entry(read=_archive(ArchiveFormat.JSON_LINES), shape=LINES, bombs=JSON),
    "IPTC 7901": Entry(read=_archive(ArchiveFormat.IPTC7901), shape=WIRE, bombs=TEXT),
    "ANPA": Entry(read=_archive(ArchiveFormat.ANPA), shape=WIRE, bombs=TEXT),
    "Movable Type": Entry(read=_archive(ArchiveFormat.MOVABLE_TYPE), shape=TYPE, bombs=TEXT),
}
