"""What an address seems to be."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.extract.page_documents import make_document

from swifeeds.extract import guess_kind
from swifeeds.model import SourceKind

HEAD = "<html><head>{}</head><body><p>Words.</p></body></html>"


def guess(body, **changes):
    return guess_kind(make_document(body, **changes))


@pytest.mark.parametrize(
    ("body", "kind", "why"),
    [
        ("<rss version='2.0'><channel/></rss>", SourceKind.FEED, "it is RSS"),
        ("\n<?xml version='1.0'?>\n<feed xmlns='http://www.w3.org/2005/Atom'/>", SourceKind.FEED,
         "it is Atom"),
        ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", SourceKind.FEED,
         "it is RSS 1.0"),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', SourceKind.FEED,
         "it is JSON Feed"),
        ("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>", SourceKind.SITEMAP,
         "it is a sitemap"),
        ("<sitemapindex/>", SourceKind.SITEMAP, "it is an index of sitemaps"),
        ("User-agent: *\nSitemap: https://x.test/s.xml", SourceKind.SITEMAP,
         "it is a robots.txt that names sitemaps"),
        ("https://x.test/1\nhttps://x.test/2", SourceKind.SITEMAP, "it is a list of addresses"),
        (json.dumps({"name": "x", "namespaces": ["wp/v2"]}), SourceKind.WORDPRESS,
         "it is WordPress's REST interface"),
        (HEAD.format(""), SourceKind.PAGE, "it is a page"),
        ("{broken", SourceKind.FEED, "it looks like JSON, and is broken"),
        ("<rss><channel><item><title>Half", SourceKind.FEED, "it is RSS"),
    ],
)  # fmt: skip
def test_a_document_is_known_by_what_it_holds(body, kind, why):
    found = guess(body)
    assert (found.kind, found.why) == (kind, why)


def test_a_page_names_its_feeds_and_its_interface():
    head = (
        '<link rel="alternate" type="application/atom+xml; charset=utf-8" title="News &amp; more" '
        'href="/atom"><link rel="Alternate" type="application/feed+json" href="/json">'
        '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">'
        '<link rel="alternate" hreflang="de" href="/de/">'
    )
    named = (("https://api.w.org/", "https://harbour.example/api/"),)
    found = guess(HEAD.format(head), relations=named)
    assert [(one.url, one.why) for one in found.better[:2]] == [
        ("https://harbour.example/atom", "the page names it as Atom (“News & more”)"),
        ("https://harbour.example/json", "the page names it as JSON Feed"),
    ]
    assert (found.better[2].kind, len(found.better)) == (SourceKind.WORDPRESS, 3)


def test_a_page_with_very_many_feeds_names_some():
    many = "".join(
        f'<link rel="alternate" type="application/rss+xml" href="/f{n}">' for n in range(90)
    )
    assert len(guess(HEAD.format(many)).better) == 5


@given(st.binary(max_size=300) | st.text(max_size=300))
def test_nothing_is_beyond_guessing(body):
    assert guess(body).why
