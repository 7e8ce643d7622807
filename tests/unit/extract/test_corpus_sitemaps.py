"""Sitemaps that nobody here wrote: read, or refused with a sentence."""

from __future__ import annotations

from pathlib import Path

from tests.corpus import CORPUS, needs_corpus
from tests.unit.extract.page_documents import make_document, make_source

from swifeeds.extract import extract
from swifeeds.model import Rules, SourceKind

pytestmark = needs_corpus


def read(path: Path):
    source = make_source(kind=SourceKind.SITEMAP, rules=Rules(links="."), max_articles=10_000)
    return extract(make_document(path.read_bytes(), media_type=None), source)


def sitemaps() -> list[Path]:
    return sorted((CORPUS / "legacy").glob("*sitemap*/*.xml"))


def test_every_address_is_read():
    for path in sitemaps():
        found = read(path)
        named = path.read_bytes().count(b"<loc>")
        assert (len(found.links), found.rejects) == (named, ()), path.name


def test_all_that_the_news_extension_says_is_read():
    for path in sorted((CORPUS / "legacy" / "news-sitemap").glob("*.xml")):
        for link in read(path).links:
            draft = link.draft
            assert draft.title, link.url
            assert draft.published, link.url
            assert draft.language, link.url
