"""Archives to import: generated articles of some kB, the same in every run, in several formats."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path
from random import Random

from swifeeds.emit.lines import write_line
from swifeeds.model import Article, ArticleId, Record, Sighting, SourceId

SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "or", "tu", "sha", "ter", "ing", "en")
FIRST = datetime(2004, 1, 1, 8, tzinfo=UTC)
SITE = "https://archive.example"

_WXR_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Archive</title><link>{SITE}</link><language>en</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>{SITE}</wp:base_site_url>
"""
_WXR_ITEM = """<item><title>{title}</title><link>{url}</link><pubDate>{rfc}</pubDate>
<dc:creator><![CDATA[ada]]></dc:creator><guid isPermaLink="false">{guid}</guid>
<content:encoded><![CDATA[{content}]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>{number}</wp:post_id>
<wp:post_date>{at}</wp:post_date><wp:post_date_gmt>{at}</wp:post_date_gmt>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One generated article."""

    number: int
    title: str
    content: str
    at: datetime

    @property
    def url(self) -> str:
        return f"{SITE}/{self.at.year}/{self.number}"

    @property
    def guid(self) -> str:
        return f"{SITE}/?p={self.number}"


def pieces(count: int, *, paragraphs: int = 5, words: int = 80) -> Iterator[Piece]:
    """Articles in the order of their days; titles differ in nearly all words."""
    letters = Random(2009)
    lexicon = [_word(letters) for _ in range(20_000)]
    for number in range(1, count + 1):
        yield Piece(
            number=number,
            title=f"{' '.join(letters.choices(lexicon, k=6)).capitalize()} {number}",
            content="".join(
                f"<p>{' '.join(letters.choices(lexicon, k=words))}.</p>" for _ in range(paragraphs)
            ),
            at=FIRST + timedelta(hours=3 * number),
        )


def _word(letters: Random) -> str:
    return "".join(letters.choices(SYLLABLES, k=letters.randint(1, 4)))


def write_own_lines(path: Path, articles: Iterator[Piece], source: str) -> None:
    """As `swifeeds article export` writes them."""
    with path.open("wb") as file:
        for one in articles:
            file.write(write_line(record_of(one, source)))


def record_of(one: Piece, source: str) -> Record:
    """The piece as another swifeeds would have kept it."""
    article = Article(
        id=ArticleId(f"a{one.number:015}"),
        source_id=SourceId(source),
        language="en",
        title=one.title,
        url=one.url,
        content=one.content,
        published=one.at,
        updated=one.at,
        first_seen=one.at,
        fingerprint=f"1:{one.number}",
    )
    copy = Sighting(
        article_id=article.id,
        source_id=article.source_id,
        guid=one.guid,
        url=one.url,
        fingerprint=article.fingerprint,
        first_seen=one.at,
        last_seen=one.at,
    )
    return Record(article=article, sightings=(copy,))


def write_plain_lines(path: Path, articles: Iterator[Piece]) -> None:
    """As any system may write them: docs/sources.md."""
    with path.open("w", encoding="utf-8") as file:
        for one in articles:
            stated = {"title": one.title, "url": one.url, "guid": one.guid, "content": one.content}
            file.write(json.dumps(stated | {"published": one.at.isoformat()}) + "\n")


def write_wxr(path: Path, articles: Iterator[Piece]) -> None:
    """As WordPress exports them."""
    with path.open("w", encoding="utf-8") as file:
        file.write(_WXR_HEAD)
        for one in articles:
            file.write(
                _WXR_ITEM.format(
                    title=escape(one.title),
                    url=one.url,
                    guid=escape(one.guid),
                    content=one.content,
                    number=one.number,
                    rfc=f"{one.at:%a, %d %b %Y %H:%M:%S} +0000",
                    at=f"{one.at:%Y-%m-%d %H:%M:%S}",
                )
            )
        file.write("</channel></rss>\n")
