"""The printed newsroom: well-formed, linked both ways, and nobody's address but its own."""

from __future__ import annotations

import json
from urllib.parse import urljoin, urlsplit

import feedparser
import pytest
from lxml import etree, html

from swifeeds.demo import print_site, read_edition
from swifeeds.demo.agency import dispatches
from swifeeds.demo.content import LANGUAGES, Markup
from swifeeds.demo.images import HEIGHT, WIDTH, picture

BASE = "http://127.0.0.1:4711"
FURNITURE = (
    "Articles in this story",
    "This article was automatically imported from our old content management system.",
    "In compliance with the JTI standards",
    "More: Lanterna certified by the Journalism Trust Initiative",
    "Contributions under this article have been turned off.",
    "email us at",
    "Share this story",
    "Change your password",
    "Do you really want to delete your profile?",
)
CORRECTED = "/en/articles/2024/snowy-spring-spares-silberegg-glacier/"


@pytest.fixture(scope="module")
def edition():
    return read_edition(1)


@pytest.fixture(scope="module")
def site(edition):
    return print_site(edition, BASE)


@pytest.fixture(scope="module")
def trees(site):
    pages = {path: page for path, page in site.pages.items() if "html" in page.media_type}
    return {path: html.document_fromstring(page.body) for path, page in pages.items()}


def test_every_page_is_well_formed(site):
    for path, page in site.pages.items():
        if "html" not in page.media_type:
            continue
        parser = etree.HTMLParser(huge_tree=False)
        etree.fromstring(page.body, parser)
        faults = [
            entry.message
            for entry in parser.error_log
            if not (entry.type_name == "HTML_UNKNOWN_TAG" or "invalid" in entry.message)
        ]
        assert faults == [], path


def test_every_page_names_its_language_and_direction(trees):
    for path, tree in trees.items():
        assert tree.get("lang") in LANGUAGES, path
        assert (tree.get("dir") == "rtl") == (tree.get("lang") == "ar"), path


def test_every_address_is_the_newsrooms_own_and_answers(site, trees):
    for path, tree in trees.items():
        for address in tree.xpath("//@href | //@src | //meta[contains(@content, '://')]/@content"):
            url = urlsplit(urljoin(BASE + path, address))
            if url.scheme == "mailto":
                assert url.path.endswith("@lanterna.example")
                continue
            assert f"{url.scheme}://{url.netloc}" == BASE, (path, address)
            assert url.path in site.pages, (path, address)


def test_json_ld_names_no_address_but_the_newsrooms_own_and_schema_org(site, trees):
    for path, tree in trees.items():
        for script in tree.xpath("//script[@type='application/ld+json']/text()"):
            for address in _addresses(json.loads(script)):
                own = address.split("#")[0].removeprefix(BASE) in site.pages
                assert own or address == "https://schema.org", (path, address)


def _addresses(value):
    match value:
        case dict():
            for item in value.values():
                yield from _addresses(item)
        case list():
            for item in value:
                yield from _addresses(item)
        case str() if "://" in value:
            yield value


def test_translations_are_complete_and_mutual(edition, trees):
    for piece in edition.pieces:
        links = trees[piece.path].xpath("//link[@rel='alternate'][@hreflang!='x-default']")
        stated = {link.get("hreflang"): link.get("href") for link in links}
        expected = {o.language: BASE + o.path for o in edition.pieces if o.work == piece.work}
        assert stated == expected
        assert len(links) == len(expected)


def test_the_talks_are_tied_in_ten_languages_and_the_english_one_is_the_legacy_page(edition, trees):
    piece = next(p for p in edition.pieces if p.work == "geneva-talks-resume")
    links = trees[piece.path].xpath("//link[@rel='alternate'][@hreflang!='x-default']")
    by_language = {link.get("hreflang"): link.get("href") for link in links}
    assert tuple(by_language) == LANGUAGES
    assert by_language["en"].startswith(f"{BASE}/archive/")


def test_each_front_page_lists_its_language_and_nothing_else(edition, trees):
    paths = {piece.path for piece in edition.pieces}
    for language in LANGUAGES:
        links = set(trees[f"/{language}/"].xpath("//main//a/@href")) & paths
        assert links == {piece.path for piece in edition.in_language(language)}


def test_the_archive_lists_its_pages(edition, trees):
    links = set(trees["/archive/"].xpath("//main//a/@href"))
    assert links == {piece.path for piece in edition.archive()}


def test_a_page_shows_what_its_content_says(edition, trees):
    for piece in edition.pieces:
        text = " ".join(trees[piece.path].text_content().split())
        for part in (piece.title, piece.lead, *piece.paragraphs):
            assert " ".join(part.split()) in text, piece.path


def test_the_english_legacy_page_carries_all_its_furniture(edition, trees):
    path = next(p.path for p in edition.archive() if p.language == "en")
    text = " ".join(trees[path].text_content().split())
    for line in FURNITURE:
        assert line in text
    assert text.count("In compliance with the JTI standards") == 2
    assert "This content was published on May 19, 2009 - 15:45" in text
    assert "July 1. with agencies" in text


def test_the_story_block_of_a_legacy_page_lists_its_story(edition, trees):
    for piece in edition.archive():
        mates = {mate.path for mate in edition.story_mates(piece)}
        assert mates
        assert mates <= set(trees[piece.path].xpath("//a/@href"))


def test_the_night_train_is_declared_by_its_pages_under_one_address(edition, trees):
    for piece in edition.pieces:
        scripts = trees[piece.path].xpath("//script[@type='application/ld+json']/text()")
        if piece.story == "night-train" and scripts:
            article = json.loads(scripts[0])
            article = article.get("@graph", [article])[-1]
            assert article["isPartOf"]["url"] == f"{BASE}/series/night-train/"


def test_the_certificate_is_linked_from_nearly_every_page(trees):
    linked = [path for path, tree in trees.items() if tree.xpath("//a[contains(@href, '/certi')]")]
    assert len(linked) > 0.8 * len(trees)


def test_a_page_without_metadata_has_none(edition, trees):
    for piece in edition.pieces:
        if piece.markup is Markup.PLAIN:
            tree = trees[piece.path]
            assert not tree.xpath("//script | //meta[@property] | //time")


def test_the_agencys_feed_is_well_formed_and_repeats_two_articles(edition, site):
    feed = feedparser.parse(site.pages["/agency/rss.xml"].body)
    assert not feed.bozo
    assert len(feed.entries) == 5
    articles = {BASE + piece.path for piece in edition.pieces}
    assert sum(entry.link in articles for entry in feed.entries) == 2
    assert len({entry.id for entry in feed.entries}) == 5
    assert [e.published_parsed for e in feed.entries] == sorted(
        (e.published_parsed for e in feed.entries), reverse=True
    )
    assert len(dispatches(edition)) == 5


def test_the_second_edition_differs_only_where_stated(site):
    second = print_site(read_edition(2), BASE).after(site)
    changed = {path for path, page in second.pages.items() if page is not site.pages.get(path)}
    (gone,) = second.gone
    assert gone in site.pages
    assert gone not in second.pages
    assert changed == {
        "/en/",
        CORRECTED,
        "/en/articles/2025/silberegg-glacier-melt-starts-early/",
    }
    earlier, later = (printed.pages[CORRECTED] for printed in (site, second))
    assert later.modified > earlier.modified


def test_the_same_edition_prints_the_same_bytes(edition, site):
    assert print_site(edition, BASE) == site


def test_pictures_are_valid_png_and_differ(site):
    pictures = {p: page.body for p, page in site.pages.items() if page.media_type == "image/png"}
    assert len(set(pictures.values())) == len(pictures) >= 5
    for body in pictures.values():
        assert body.startswith(b"\x89PNG\r\n\x1a\n")
        assert body[12:16] == b"IHDR"
        assert int.from_bytes(body[16:20]) == WIDTH
        assert int.from_bytes(body[20:24]) == HEIGHT
    assert picture("a") == picture("a") != picture("b")
