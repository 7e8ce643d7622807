from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.extract import feed_documents
from tests.unit.extract.page_documents import TEXT, article, make_document, make_source

from swifeeds.extract import extract, extract_article
from swifeeds.extract.address_language import named_language, with_country
from swifeeds.localise import LANGUAGES

GERMAN = "<p>Die Schiffe fahren nach dem Ende des Streiks wieder und mit allen Fahrgästen.</p>" * 3
NAMES = "<p>Zürich, Genève, Lugano, Basel, Lausanne, Bern, Winterthur, Luzern, Biel, Thun.</p>" * 3


@pytest.mark.parametrize(
    ("address", "tag"),
    [
        ("https://news.example/eng/a/1", "en"),
        ("https://news.example/ger/a/1", "de"),
        ("https://news.example/fre/a/1", "fr"),
        ("https://news.example/ita/a/1", "it"),
        ("https://news.example/spa/a/1", "es"),
        ("https://news.example/por/a/1", "pt"),
        ("https://news.example/jpn/a/1", "ja"),
        ("https://news.example/ara/a/1", "ar"),
        ("https://news.example/chi/a/1", "zh"),
        ("https://news.example/rus/a/1", "ru"),
        ("https://news.example/de/a", "de"),
        ("https://news.example/deutsch/a", "de"),
        ("https://news.example/pt-br/a", "pt-BR"),
        ("https://news.example/zh-hans/a", "zh-Hans"),
        ("https://news.example/zh_TW/a", "zh-TW"),
        ("https://news.example/ch/fr/a", "fr"),
        ("https://news.example/article.php?id=7&lang=fr", "fr"),
        ("https://news.example/de/a?lang=fr", "fr"),
        ("https://fr.news.example/a/b", "fr"),
        ("https://pt-br.news.example/a/b", "pt-BR"),
    ],
)
def test_an_address_names_a_language(address, tag):
    assert named_language(address) == tag


@pytest.mark.parametrize(
    "address",
    [
        "https://news.example/is/so/true/en/a",
        "https://news.example/no/a",
        "https://news.example/us/a",
        "https://news.example/art/new/men/a",
        "https://news.example/it.html",
        "https://news.example/en",
        "https://de.example/politik/a",
        "https://news.example/a?id=fr",
        "https://news.example/a?lang=klingon",
        "http://[::1",
        "",
    ],
)
def test_a_word_in_an_address_is_no_language(address):
    assert named_language(address) is None


@given(st.text(max_size=80))
def test_any_address_is_answered(text):
    tag = named_language(f"https://news.example/{text}")
    assert tag is None or tag.partition("-")[0] in LANGUAGES


@pytest.mark.parametrize(
    ("tag", "address", "regional"),
    [
        ("en", "https://news.example.co.uk/a", "en-GB"),
        ("en", "https://news.com.au/a", "en-AU"),
        ("en-US", "https://news.example.co.uk/a", "en-US"),
        ("en", "https://startup.io/a", "en"),
        ("en", "https://news.example/a", "en"),
        ("de", "https://zeitung.ch/a", "de-CH"),
        ("en", "http://[::1", "en"),
    ],
)
def test_the_country_of_the_host_makes_a_language_regional(tag, address, regional):
    assert with_country(tag, address) == regional


def read(html: str, url: str, **changes):
    document = make_document(html, url=url, final_url=url)
    return extract_article(document, make_source(**changes)).drafts[0]


def undeclared(body: str) -> str:
    return article(body).replace("<html lang='en'>", "<html>")


def test_the_address_speaks_where_the_page_declares_nothing():
    draft = read(undeclared(NAMES), "https://harbour.example/fre/a/1")
    assert draft.language == "fr"
    assert ("language", "address") in draft.provenances


def test_a_declared_language_goes_before_the_address():
    assert read(article(NAMES), "https://harbour.example/fre/a/1").language == "en"


def test_a_text_that_is_plainly_in_another_language_goes_before_the_address():
    assert read(undeclared(GERMAN), "https://harbour.example/fre/a/1").language == "de"


def test_what_the_source_states_more_exactly_is_kept():
    draft = read(undeclared(NAMES), "https://harbour.example/ger/a/1", language="de-CH")
    assert draft.language == "de-CH"


def test_a_british_host_writes_the_day_first():
    html = article(f'<p class="date">05/06/2009</p>{TEXT}')
    british = read(html, "https://harbour.co.uk/region/a").published
    assert british == datetime(2009, 6, 5, 10, tzinfo=UTC)
    american = read(html, "https://harbour.example/region/a").published
    assert american == datetime(2009, 5, 6, 10, tzinfo=UTC)


def items(channel: str = ""):
    body = feed_documents.rss(
        "<title>Genève</title><link>https://news.example.org/fre/1</link>",
        "<title>The boats of the harbour run again after the strike of the crews</title>"
        "<link>https://news.example.org/ger/2</link>",
        channel=channel,
    )
    extraction = extract(feed_documents.make_document(body), feed_documents.make_source())
    return [draft.language for draft in extraction.drafts]


def test_items_of_a_feed_without_a_language_are_in_that_of_their_address():
    assert items() == ["fr", "en"]


def test_a_language_that_a_feed_states_goes_before_the_addresses():
    assert items("<language>en</language>") == ["en", "en"]
