"""A language whose catalog lacks messages: its feeds say less, its pages say it in English."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from types import MappingProxyType

import pytest
from lxml import html
from tests.http.sample import pages
from tests.unit.emit.newsroom import (
    OWN,
    PUBLICATION,
    TODAY,
    alone,
    article,
    company,
    dossier,
    membership,
    story_key,
)

from swifeeds.emit import compose_feed, opml, render_feed
from swifeeds.emit.html import Message, render_article, render_message
from swifeeds.emit.html_list import render_list
from swifeeds.emit.listings import FeedListing
from swifeeds.localise import Catalog, make_locale
from swifeeds.markup import escape
from swifeeds.model import Direction, FeedKey, Scope, Status
from swifeeds.service.packaged import read_catalogs

MESSAGES = read_catalogs()["en"].translations
SITE = replace(PUBLICATION, languages=("nl", "en", "he"))
KEYS = (
    story_key("nl"),
    FeedKey(scope=Scope.SECTION, key="world", language="nl"),
    FeedKey(scope=Scope.SOURCE, key=OWN.id, language="nl"),
    FeedKey(scope=Scope.ALL, language="nl"),
    FeedKey(scope=Scope.ALL),
)


def catalog(**translations: str) -> Catalog:
    return Catalog(
        language="nl", translations={name: (text,) for name, text in translations.items()}
    )


@cache
def complete() -> Catalog:
    """Every message as signs and its placeholders."""
    said = {
        name: ("§ " + "".join(re.findall(r"%\(\w+\)s", forms[-1])),)
        for name, forms in MESSAGES.items()
    }
    return Catalog(language="nl", translations=said)


def newsroom(words: Catalog):
    speaking = {
        tag: make_locale(tag, catalog=words, time_zone="Europe/Zurich") for tag in SITE.languages
    }
    return replace(company(publication=SITE), locales=MappingProxyType(speaking))


def feed_of(key: FeedKey, words: Catalog):
    gone = {"status": Status.WITHDRAWN, "unpublished": TODAY, "updated": TODAY}
    ours = replace(dossier("de").article, language="nl", title="Het overleg gaat verder")
    whole = replace(dossier("de"), article=ours, memberships=(membership(ours),))
    notice = dossier("en", 3, **gone)
    agencies = alone(article("en", 4, credit=replace(ours.credit, agencies=())))
    dossiers = [replace(one, article=replace(one.article, language="nl"))
                for one in (whole, notice, agencies)]  # fmt: skip
    return compose_feed(key, dossiers, newsroom(words), editions=("nl", "en"))


def english(text: str) -> set[str]:
    """The pieces of our own English sentences that stand in a text."""
    plain = (name.partition("\x04")[2] or name for name in MESSAGES)
    pieces = {piece.strip(" .,:()") for name in plain for piece in re.split(r"%\(\w+\)s", name)}
    return {piece for piece in pieces if len(piece) > 3 and piece in text}


@pytest.mark.parametrize("key", KEYS, ids=str)
@pytest.mark.parametrize("format_", [0, 1, 2])
def test_no_feed_says_in_english_what_its_catalog_lacks(key, format_):
    lacking, whole = (
        english(render_feed(feed_of(key, words))[format_].body.decode())
        for words in (catalog(), complete())
    )
    assert lacking <= whole


def test_the_same_feed_in_english_says_it():
    """The test above sees English where there is some."""
    key = replace(story_key("en"))
    bodies = [
        " ".join(
            one.body.decode() for one in render_feed(compose_feed(key, [dossier("en")], house))
        )
        for house in (company(), newsroom(complete()))
    ]
    assert {"Published on", "All articles in the story", "Articles in this story"} <= (
        english(bodies[0]) - english(bodies[1])
    )


def first_article(words: Catalog):
    """The one that has every fact there is."""
    entries = feed_of(story_key("nl"), words).entries
    return next(one for one in entries if one.credit and one.credit.agencies)


def line_of(entry, words: Catalog) -> list[str]:
    """What the metadata line says beside the date."""
    date, *said = html.fromstring(entry.content).xpath("string(.//small)").split(" · ")
    assert date == newsroom(words).locales["nl"].date_time(entry.published)
    return said


def test_the_metadata_line_drops_what_has_no_words_and_keeps_the_date():
    entry = first_article(catalog())
    assert not line_of(entry, catalog())
    assert entry.credit_text is entry.trust_text is entry.provenance_text is None
    assert entry.credit.agencies == ("AFP", "Reuters")


def test_the_metadata_line_says_what_it_has_words_for():
    agencies, trust = "with %(agencies)s", "In line with the standards of %(scheme)s"
    words = catalog(**{agencies: "met %(agencies)s", trust: "Volgens %(scheme)s"})
    assert line_of(first_article(words), words) == ["Met AFP en Reuters", "Volgens JTI"]


def test_lists_without_words_for_a_heading_have_none():
    block = html.fromstring(first_article(catalog()).content)
    (listed,) = block.iter("ul")
    assert listed.getprevious().text_content().startswith("English")


def test_a_feed_without_words_is_described_by_its_name():
    assert feed_of(KEYS[1], catalog()).subtitle == "World"
    assert feed_of(KEYS[3], catalog()).subtitle == feed_of(KEYS[4], catalog()).title == "World news"


def test_a_notice_without_words_is_its_title_struck_out():
    found = next(one for one in feed_of(story_key("nl"), catalog()).entries if one.is_notice)
    assert (
        found.content == f'<div lang="nl" dir="ltr"><p><del>{escape(found.title)}</del></p></div>'
    )
    assert found.title.startswith("Delegations return")


def test_a_directory_without_words_for_headings_has_none():
    listing = FeedListing(
        key=story_key("nl"), slug="talks", title="Overleg", name="Overleg", published=TODAY,
        page_url="https://feeds.example.org/nl/stories/talks/", updated=TODAY, entries=1,
        urls=(("rss", "https://feeds.example.org/nl/stories/talks/feed.rss"),),
    )  # fmt: skip
    speaking = newsroom(catalog()).locales["nl"]
    body = opml.render(SITE, [listing], speaking).body.decode()
    assert body.count("<outline") == 1
    assert 'text="Overleg"' in body


def page(language: str) -> html.HtmlElement:
    speaking = make_locale(language, catalog=Catalog(language=language), time_zone="Europe/Zurich")
    feed = replace(feed_of(story_key("nl"), catalog()), language=language, direction=Direction.RTL)
    (first, *_) = render_list(pages(), feed, publication=SITE, locale=speaking, memberships={})
    return html.document_fromstring(first.body)


def test_a_page_says_in_english_what_its_catalog_lacks_and_that_it_is_english():
    found = page("he")
    (heading,) = found.xpath("//h2[@id='timeline']/bdi")
    assert (heading.text, heading.get("lang"), heading.get("dir")) == ("Timeline", "en", "ltr")
    (label,) = found.xpath("//label[@for='address']/bdi[@lang='en']")
    assert label.text == "Follow this story"


def unmarked(body: html.HtmlElement, language: str) -> set[str]:
    """The pieces of our English sentences that stand in a page as if they were its language."""
    texts = body.xpath(
        f".//text()[ancestor::*[@lang][1][@lang='{language}'] and not(parent::script)]"
    )
    return set().union(*map(english, texts))


def test_a_sentence_with_names_in_it_is_marked_as_english_as_well():
    speaking = newsroom(catalog()).locales["nl"]
    feed = feed_of(story_key("nl"), catalog())
    furnished = {"publication": SITE, "locale": speaking, "memberships": {}}
    (listed, *_) = render_list(pages(), feed, **furnished)
    entry = next(one for one in feed.entries if one.stories and one.language == "nl")
    article_page = render_article(pages(), entry, publication=SITE, locale=speaking)
    for one in (listed, article_page):
        (body,) = html.document_fromstring(one.body).iter("body")
        assert {"Also in", "All articles in the story"} & english(body.text_content())
        assert not unmarked(body, "nl")


def test_no_attribute_of_a_page_holds_markup():
    for one in page("he").iter():
        assert not any("<" in value for value in one.attrib.values())
    assert page("he").xpath("//ul[@class='feeds']/@aria-label") == ["Feeds"]


def test_a_page_in_a_language_that_has_its_words_marks_nothing():
    speaking = newsroom(complete()).locales["nl"]
    message = Message(title=speaking.text("Page not found"), text=None)
    body = render_message(pages(), message, publication=SITE, locale=speaking).body.decode()
    assert body.count('<bdi lang="en"') == body.count('<bdi lang="en" dir="ltr">World news</bdi>')
