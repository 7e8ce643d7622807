"""Every door through which a stranger's document comes in, and the bombs that may be laid there."""

from __future__ import annotations

import io
import pickle
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TypeAlias

from tests.safety.bombs import HTML, JSON, PAGE, PAGES, TEXT, XML, XML_OF_LISTS, XML_OF_WIRES, Shape
from tests.safety.packed import PACKED

from swifeeds.collect.archive_file import ArchiveFile
from swifeeds.collect.archive_files import archive_files
from swifeeds.collect.robots_rules import read_robots
from swifeeds.errors import SwifeedsError
from swifeeds.extract import (
    extract,
    extract_article,
    find_push,
    guess_kind,
    learn_profile,
    rest_entries,
    rest_site,
    rest_taxonomies,
)
from swifeeds.extract.archives import SURVEYED, cut, read_portion, recognise, survey_portion
from swifeeds.extract.opml import read_opml
from swifeeds.isolate import IsolateSettings
from swifeeds.model import (
    ArchiveFormat,
    Document,
    Portion,
    Publish,
    Rules,
    Source,
    SourceId,
    SourceKind,
)
from swifeeds.pipeline.archive import look_at

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
Read: TypeAlias = Callable[[bytes], object]
Bombs: TypeAlias = Mapping[str, Callable[[Shape], bytes]]
Step: TypeAlias = Callable[[IO[bytes], IO[bytes]], object]
"""What one process does: it reads what it is given, and may write something for the next."""

_OPENED = 1000
"""Of the members of a packed archive: what they cost, each costs again."""

LEARNED = 5
"""Pages that a profile is learned from; they are not told how many there may be."""

LIMIT = IsolateSettings().limit

_PORTIONS = 4
"""Of a long archive: each is one child's work, and those of a repeated item are all alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A door: the processes through which what comes in is read, what may come, and how many
    seconds a process has for it: those of a child, unless it is none or has more."""

    steps: tuple[Step, ...]
    shape: Shape
    bombs: Bombs
    limit: float = LIMIT

    def read(self, body: bytes) -> None:
        """Take all steps here."""
        for step in self.steps:
            made = io.BytesIO()
            step(io.BytesIO(body), made)
            body = made.getvalue()


def _whole(read: Read) -> tuple[Step, ...]:
    """A document that one child is handed whole."""
    return (lambda body, _: read(body.read()),)


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


def _profiled(body: bytes) -> object:
    rules = Rules(alone=True, title="h1", content="article")
    return extract_article(document(body, "a/1"), replace(source(SourceKind.PAGE), rules=rules))


def _learned(body: bytes) -> object:
    """Pages of one source, each with something of its own in its address."""
    pages = [replace(document(body), url=f"https://news.example/a/{n}") for n in range(LEARNED)]
    return learn_profile(pages, source(SourceKind.PAGE))


def _robots(body: bytes) -> object:
    rules = read_robots(body)
    return rules.delay, rules.forbids("https://news.example/a/1")


def _archive(kind: ArchiveFormat | None) -> tuple[Step, ...]:
    """The way of a file through an import: recognised and cut by the service, and looked through,
    if its format is, and read portion by portion by a child."""

    def cut_up(body: IO[bytes], made: IO[bytes]) -> None:
        beginning = body.read(64 * 1024)
        known = kind or recognise(beginning, "archive")
        pieces = chain((beginning,), iter(lambda: body.read(262_144), b""))
        for portion in islice(cut(pieces, known, lean=True), _PORTIONS):
            pickle.dump(portion, made)

    def read(body: IO[bytes], _: IO[bytes]) -> None:
        reading = source(SourceKind.DIRECTORY)
        with suppress(EOFError):
            while True:
                portion, told = pickle.load(body), {"name": "archive", "retrieved": NOW}
                if kind in SURVEYED:
                    survey_portion(portion, reading, kind, **told)
                if not portion.is_head:
                    read_portion(portion, reading, kind, **told)

    return (cut_up, read)


def _packed() -> tuple[Step, ...]:
    """The way of a packed file: listed and unpacked by the service, each member as any archive."""

    def unpack(body: IO[bytes], made: IO[bytes]) -> None:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "packed"
            with path.open("wb") as file:
                shutil.copyfileobj(body, file)
            for number, found in enumerate(archive_files([path])):
                if isinstance(found, ArchiveFile) and number < _OPENED:
                    with suppress(SwifeedsError):
                        kind, pieces = look_at(found, None, lambda _: None)
                        for portion in cut(pieces, kind):
                            _keep(portion, made)

    def _keep(portion: Portion, made: IO[bytes]) -> None:
        if not made.tell():
            pickle.dump(portion, made)

    return (unpack, *_archive(ArchiveFormat.WXR)[1:])


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
SITEMAPS = Shape(
    head='<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    item="<sitemap><loc>https://news.example/@</loc><lastmod>@</lastmod></sitemap>",
    foot="</sitemapindex>",
)
ROBOTS = Shape(head="User-agent: *\n", item="Disallow: /@*\n", foot="Crawl-delay: 3\n")
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
PICTURES = Shape(
    head=WXR.head,
    item="<item><title>@</title><wp:post_id>7</wp:post_id><wp:post_type>attachment</wp:post_type>"
    "<wp:attachment_url>@</wp:attachment_url></item>",
    foot=WXR.item.replace("@", "a") + WXR.foot,
)
TERMS = Shape(
    head=WXR.head,
    item="<wp:term><wp:term_taxonomy>post_translations</wp:term_taxonomy><wp:term_slug>@"
    "</wp:term_slug><wp:term_description>@</wp:term_description></wp:term>",
    foot=WXR.item.replace("@", "a") + WXR.foot,
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
    "an RSS feed": Entry(steps=_whole(_as(SourceKind.FEED)), shape=RSS, bombs=XML),
    "an Atom feed": Entry(steps=_whole(_as(SourceKind.FEED)), shape=ATOM, bombs=XML),
    "a JSON feed": Entry(steps=_whole(_as(SourceKind.FEED)), shape=JSON_FEED, bombs=JSON),
    "a page for a feed": Entry(steps=_whole(_as(SourceKind.FEED)), shape=PAGE, bombs=HTML),
    "an index page": Entry(steps=_whole(_as(SourceKind.PAGE)), shape=PAGE, bombs=HTML),
    "pages to learn from": Entry(steps=_whole(_learned), shape=PAGE, bombs=PAGES, limit=60),
    "an article's page": Entry(steps=_whole(_article), shape=PAGE, bombs=HTML),
    "a sitemap": Entry(steps=_whole(_as(SourceKind.SITEMAP, "s.xml")), shape=SITEMAP, bombs=XML),
    "WordPress's posts": Entry(steps=_whole(_as(SourceKind.WORDPRESS)), shape=POSTS, bombs=JSON),
    "a dropped page": Entry(
        steps=_whole(_as(SourceKind.DIRECTORY, "a.html", "text/html")),
        shape=PAGE,
        bombs=HTML,
    ),
    "a dropped JSON file": Entry(
        steps=_whole(_as(SourceKind.DIRECTORY, "a.json", "application/json")),
        shape=NEWSARTICLE,
        bombs=JSON,
    ),
    "a dropped XML file": Entry(
        steps=_whole(_as(SourceKind.DIRECTORY, "a.xml", "application/xml")),
        shape=NITF,
        bombs=XML_OF_WIRES,
    ),
    "a dropped export": Entry(
        steps=_whole(_as(SourceKind.DIRECTORY, "a.xml", "application/xml")),
        shape=PICTURES,
        bombs=XML,
    ),
    "an index of sitemaps": Entry(
        steps=_whole(_as(SourceKind.SITEMAP, "s.xml")), shape=SITEMAPS, bombs=XML
    ),
    "a robots.txt": Entry(steps=_whole(_robots), shape=ROBOTS, bombs=TEXT),
    "a page with a profile": Entry(steps=_whole(_profiled), shape=PAGE, bombs=HTML),
    "WordPress's interface": Entry(
        steps=_whole(lambda body: rest_site(document(body), source(SourceKind.WORDPRESS))),
        shape=POSTS,
        bombs=JSON,
    ),
    "WordPress's lists": Entry(
        steps=_whole(lambda body: rest_entries(document(body), source(SourceKind.WORDPRESS))),
        shape=POSTS,
        bombs=JSON,
    ),
    "WordPress's taxonomies": Entry(
        steps=_whole(lambda body: rest_taxonomies(document(body))), shape=POSTS, bombs=JSON
    ),
    "a pushed feed": Entry(
        steps=_whole(lambda body: find_push(document(body))), shape=RSS, bombs=XML
    ),
    "an address that is tried": Entry(
        steps=_whole(lambda body: guess_kind(document(body))), shape=RSS, bombs=XML
    ),
    "a subscription list": Entry(
        steps=_whole(lambda body: read_opml(body, "list")), shape=OPML, bombs=XML_OF_LISTS
    ),
    "WXR": Entry(steps=_archive(ArchiveFormat.WXR), shape=WXR, bombs=XML),
    "the head of a WXR": Entry(steps=_archive(ArchiveFormat.WXR), shape=TERMS, bombs=XML),
    "NewsML-G2": Entry(steps=_archive(ArchiveFormat.NEWSML_G2), shape=G2, bombs=XML_OF_WIRES),
    "NewsML 1": Entry(steps=_archive(ArchiveFormat.NEWSML), shape=NEWSML, bombs=XML_OF_WIRES),
    "NITF": Entry(steps=_archive(ArchiveFormat.NITF), shape=NITF, bombs=XML_OF_WIRES),
    "a release": Entry(steps=_archive(ArchiveFormat.RELEASE), shape=RELEASE, bombs=XML_OF_WIRES),
    "an imported feed": Entry(steps=_archive(ArchiveFormat.FEED), shape=RSS, bombs=XML),
    "ninjs": Entry(steps=_archive(ArchiveFormat.NINJS), shape=POSTS, bombs=JSON),
    "JSON Lines": Entry(steps=_archive(ArchiveFormat.JSON_LINES), shape=LINES, bombs=JSON),
    "IPTC 7901": Entry(steps=_archive(ArchiveFormat.IPTC7901), shape=WIRE, bombs=TEXT),
    "ANPA": Entry(steps=_archive(ArchiveFormat.ANPA), shape=WIRE, bombs=TEXT),
    "a packed archive": Entry(steps=_packed(), shape=WXR, bombs=PACKED, limit=60),
    "Movable Type": Entry(steps=_archive(ArchiveFormat.MOVABLE_TYPE), shape=TYPE, bombs=TEXT),
}
