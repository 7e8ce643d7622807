"""A story that is part of a wider one says so: to people, to readers of feeds, to machines."""

from __future__ import annotations

import json
from dataclasses import replace

import orjson
import pytest
from lxml import etree, html
from tests.http import sample
from tests.http.locales import locale_of
from tests.unit.emit.newsroom import (
    BASE,
    LANGUAGES,
    PUBLICATION,
    STORY,
    TALKS,
    company,
    dossier,
    story_key,
)
from tests.unit.emit.reading import rendered

from swifeeds.emit import compose_feed
from swifeeds.emit.html import render_list
from swifeeds.model import FeedKey, Scope, Story, StoryId, StoryState

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
WIDE = Story(id=StoryId("wide"), slug="wide-affairs", titles=(("en", "Wide affairs"),))
ADDRESS = f"{BASE}/de/stories/wide-affairs/"


def around(**changes):
    stories = {TALKS: replace(STORY, parent=WIDE.id), WIDE.id: replace(WIDE, **changes)}
    return replace(company(), stories=stories)


def feed_of(language="de"):
    site, key = around(), story_key(language)
    return compose_feed(key, [dossier(language)], site, wider=site.wider(key))


def page_of(language):
    feed, site = feed_of(language), replace(PUBLICATION, languages=LANGUAGES)
    page, *_ = render_list(
        sample.pages(), feed, publication=site, locale=locale_of(language), memberships={}
    )
    return html.fromstring(page.body.decode())


@pytest.mark.parametrize("suffix", ["rss", "atom"])
def test_a_feed_links_up_to_the_feed_of_the_wider_story(suffix):
    root = etree.fromstring(rendered(feed_of())[suffix].body)
    head = root[0] if suffix == "rss" else root
    (up,) = head.findall(f"{ATOM}link[@rel='up']")
    assert up.get("href") == f"{ADDRESS}feed.{suffix}"
    assert (up.get("title"), up.get(LANG)) == ("Wide affairs", "en")


def test_json_feed_names_the_wider_story():
    found = orjson.loads(rendered(feed_of())["json"].body)["_swifeeds"]["part_of"]
    assert found == {
        "id": "wide", "title": "Wide affairs", "language": "en",
        "url": ADDRESS, "feed_url": f"{ADDRESS}feed.json",
    }  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_it_in_the_readers_language_and_leads_there(language):
    (link,) = page_of(language).xpath("//p[@class='facts']/a[@rel='up']")
    assert link.get("href") == f"/{language}/stories/wide-affairs/"
    (name,) = link.iter("bdi")
    assert name.text == "Wide affairs"
    said = link.text_content().replace("Wide affairs", "")
    assert said == locale_of(language).text(
        "Part of the story %(title)s", title=locale_of(language).quoted("")
    )
    assert (language == "en") == ("Part of" in said)


def test_the_page_says_it_to_search_engines():
    (data,) = page_of("de").xpath("//script[@type='application/ld+json']")
    site, wider = json.loads(data.text)["isPartOf"]
    assert site["@type"] == "WebSite"
    assert wider == {"@type": "CollectionPage", "name": "Wide affairs", "url": ADDRESS}


def test_a_wider_story_without_an_address_is_not_named():
    hidden = around(automatic=True, state=StoryState.EMERGING)
    assert hidden.wider(story_key("de")) is None
    assert around().wider(FeedKey(scope=Scope.ALL, key="", language="de")) is None
    assert company().wider(story_key("de")) is None
