"""What a file is, by how it begins; and one sentence for what is no archive."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.errors import ExtractError
from swifeeds.extract.archives import recognise
from swifeeds.model import ArchiveFormat

KNOWN = {
    ArchiveFormat.WXR: '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>',
    ArchiveFormat.NEWSML_G2: '<n:newsMessage xmlns:n="http://iptc.org/std/nar/2006-10-01/">',
    ArchiveFormat.NEWSML: "<!-- x --><NewsML><NewsItem>",
    ArchiveFormat.NITF: '<?xml version="1.0"?>\n<!DOCTYPE nitf SYSTEM "x.dtd">\n<nitf><head/>',
    ArchiveFormat.NINJS: '[\n {"uri": "urn:x:1", "headline": "H"}]',
    ArchiveFormat.IPTC7901: "\x01eca062 4 i 211 ccccb   dpa 061\r\n\r\nX/\r\n\x02T =\r\n",
    ArchiveFormat.ANPA: "\x16\x16\x01a1234\x1f_--\r\nr i\x13\x11 BC-X 03-02 0123\r\n\x02^BC-X,1<",
    ArchiveFormat.RELEASE: '<messages xmlns="https://x/messages"><message id="1" revoked="no">',
    ArchiveFormat.MOVABLE_TYPE: "AUTHOR: A\nTITLE: T\nDATE: 01/02/2009 10:00:00\n-----\nBODY:\nx",
    ArchiveFormat.FEED: '<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>',
    ArchiveFormat.JSON_LINES: '{"swifeeds": 1, "article": {}}\n',
}
REFUSED = {
    "": "is empty; export it again",
    "Delivered-To: desk@n.example\nReceived: by x\n  with SMTP\n": "is an e-mail, not an archive",
    "From desk@n.example Mon Mar  2 09:30:00 2015\nSubject: x\n": "is an e-mail, not an archive",
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>': "is a sitemap, not articles",
    "<sitemapindex/>": "is an index of sitemaps",
    "<opml><body/></opml>": "is a list of feeds",
    "<!DOCTYPE html><html><head/>": "is a web page, not an archive",
    "<planningItem/>": "is a planning item, not an article",
    "<conceptItem/>": "is a concept item, not an article",
    "<knowledgeItem/>": "is a knowledge item, not an article",
    "<groupSet/>": "is a piece of NewsML-G2 (<groupSet>), no whole item",
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\n": "is a calendar: it says when events take place",
    "<sports-content/>": "is data (tables or results), not an article",
    "<RBNews/>": "is XML of another kind (<RBNews>)",
    '{"name": "x", "dependencies": {}}': "is JSON of another kind",
    "Dear desk,\nplease find enclosed": "is none of the formats that can be imported",
    "\x89PNG\r\n": "is a picture, not an archive of articles",
    "%PDF-1.4": "is a PDF document, not an archive of articles",
    "PK\x03\x04": "is a packed archive of another kind",
}


@pytest.mark.parametrize(("kind", "beginning"), KNOWN.items())
def test_a_format_is_known_by_its_beginning(kind, beginning):
    assert recognise(beginning.encode(), "file.dat") is kind


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_format_is_known_in_any_encoding(encoding):
    assert recognise(KNOWN[ArchiveFormat.NITF].encode(encoding), "x") is ArchiveFormat.NITF


@pytest.mark.parametrize(("beginning", "told"), REFUSED.items())
def test_what_is_no_archive_is_refused_by_name(beginning, told):
    with pytest.raises(ExtractError) as refused:
        recognise(beginning.encode("latin-1"), "old/file.dat")
    assert refused.value.message.startswith(told)
    assert refused.value.url == "old/file.dat"
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("beginning", "kind"),
    [
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', ArchiveFormat.FEED),
        ('{"@context": "https://schema.org", "@type": "NewsArticle"}', ArchiveFormat.FEED),
        ('[{"id": 1, "title": {"rendered": "T"}, "link": "x"}]', ArchiveFormat.FEED),
        ('{"title": "T", "content": "x"}', ArchiveFormat.FEED),
        ('{"Uri": "urn:x:1", "Headlines": []}', ArchiveFormat.NINJS),
    ],
)
def test_json_is_told_apart_by_its_keys(beginning, kind):
    assert recognise(beginning.encode(), "file.json") is kind


def test_lines_of_articles_of_others_are_lines():
    line = b'{"title": "T", "content": "x"}\n'
    assert recognise(line * 2, "file.jsonl") is ArchiveFormat.JSON_LINES


@given(st.binary(max_size=300))
def test_nothing_crashes_the_recogniser(beginning):
    with suppress(ExtractError):
        assert recognise(beginning, "x") in ArchiveFormat
