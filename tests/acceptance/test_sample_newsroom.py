"""What the sample newsroom's feeds say, in ten languages."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from html import unescape

import feedparser
import pytest
from lxml import etree, html

from swifeeds.localise import LANGUAGES, direction
from swifeeds.markup import parse_xml

ATOM = "{http://www.w3.org/2005/Atom}"
WORK_TRANSLATION = "http://schema.org/workTranslation"
LEGACY = "/archive/en/2009/"


def story(language: str, suffix: str) -> str:
    return f"/{language}/stories/caucasus-talks/feed.{suffix}"


def test_the_summary_names_every_story_and_language(published):
    for word in ("caucasus-talks", "glacier-monitoring", *LANGUAGES):
        assert word in published.output


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("suffix", ["rss", "atom"])
def test_the_talks_are_a_sound_feed_in_each_language(published, language, suffix):
    body = published.body(story(language, suffix))
    etree.fromstring(body)
    parsed = feedparser.parse(body)
    assert not parsed.bozo
    assert parsed.feed.language == language
    assert parsed.entries
    assert {entry.get("language", language).split("-")[0] for entry in parsed.entries} == {language}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_talks_are_a_sound_json_feed_in_each_language(published, language):
    feed = json.loads(published.body(story(language, "json")))
    assert next(iter(feed)) == "version"
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["language"] == language
    assert {item["language"].split("-")[0] for item in feed["items"]} == {language}
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])


METADATA = {
    "en": ("Published", "19 May 2009"),
    "de": ("Veröffentlicht am", "19. Mai 2009"),
    "fr": ("Publié", "19 mai 2009"),
    "it": ("Pubblicato", "19 maggio 2009"),
    "es": ("Publicado", "19 de mayo de 2009"),
    "pt": ("Publicado", "19 de maio de 2009"),
    "ja": ("公開", "2009年5月19日"),
    "ar": ("نُشر", "19 مايو 2009"),
    "zh": ("发布", "2009年5月19日"),
    "ru": ("Опубликовано", "19 мая 2009"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_line_of_metadata_is_written_as_the_language_writes_it(published, language):
    content = content_of_2009(published, language)
    word, date = METADATA[language]
    text = unescape(re.sub("<[^>]*>", "", content)).replace("\u00a0", " ")
    assert word in text
    assert date in text
    assert "2009-05-19T13:45:00Z" in content
    assert f'<div lang="{language}" dir="{direction(language)}">' in content


def content_of_2009(published, language: str) -> str:
    feed = json.loads(published.body(story(language, "json")))
    (item,) = [i for i in feed["items"] if i["date_published"] == "2009-05-19T13:45:00Z"]
    return item["content_html"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_entry_has_exactly_one_link_that_a_reader_can_open(published, language):
    atom = etree.fromstring(published.body(story(language, "atom")))
    alternates = [link for link in atom.findall(f"{ATOM}link") if _is_alternate(link)]
    assert len(alternates) == 1
    for entry in atom.findall(f"{ATOM}entry"):
        assert len([link for link in entry.findall(f"{ATOM}link") if _is_alternate(link)]) == 1
    rss = etree.fromstring(published.body(story(language, "rss")))
    for link in rss.iter(f"{ATOM}link"):
        assert not _is_alternate(link)
    for item in rss.iter("item"):
        assert len(item.findall("link")) == 1


def _is_alternate(link) -> bool:
    return link.get("rel", "alternate") == "alternate"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_article_of_2009_names_its_nine_translations(published, language):
    atom = etree.fromstring(published.body(story(language, "atom")))
    entry = next(
        entry
        for entry in atom.findall(f"{ATOM}entry")
        if entry.findtext(f"{ATOM}published") == "2009-05-19T13:45:00Z"
    )
    links = [link for link in entry.findall(f"{ATOM}link") if link.get("rel") == WORK_TRANSLATION]
    assert {link.get("hreflang") for link in links} == set(LANGUAGES) - {language}
    assert len(links) == 9
    content = entry.findtext(f"{ATOM}content")
    for other in set(LANGUAGES) - {language}:
        assert f'hreflang="{other}"' in content


def legacy_item(published) -> dict:
    feed = json.loads(published.body(story("en", "json")))
    (item,) = [i for i in feed["items"] if LEGACY in i["url"]]
    return item


def test_the_legacy_pages_facts_are_in_the_json_feed(published):
    item = legacy_item(published)
    own = item["_swifeeds"]
    assert datetime.fromisoformat(item["date_published"]) == datetime(
        2009, 5, 19, 13, 45, tzinfo=UTC
    )
    assert own["credit"]["code"] == "with-agencies"
    assert own["provenance"]["code"] == "legacy-import"
    assert own["contributions"] == "closed"
    assert own["trust"][0]["scheme"] == "JTI"
    assert "@" in own["feedback"]
    assert "caucasus-talks" in {one["id"] for one in own["story"]}
    assert item["summary"]


def test_the_legacy_pages_facts_are_in_the_atom_feed(published):
    atom = etree.fromstring(published.body(story("en", "atom")))
    entry = next(
        entry
        for entry in atom.findall(f"{ATOM}entry")
        if any(LEGACY in link.get("href") for link in entry.findall(f"{ATOM}link"))
    )
    codes = {
        etree.QName(child).localname: child.get("code")
        for child in entry
        if "swifeeds" in (etree.QName(child).namespace or "")
    }
    assert codes["credit"] == "with-agencies"
    assert codes["provenance"] == "legacy-import"
    assert codes["contributions"] == "contributions-closed"
    assert entry.findtext(f"{ATOM}published") == "2009-05-19T13:45:00Z"


FURNITURE = (
    "Share this story",
    "Change your password",
    "delete your profile",
    "ongoing debates",
    "report factual errors",
    "display errors",
    "JTI standards",
    "certified by",
    "Passwort",
    "Diese Geschichte teilen",
    "كلمة المرور",
)


@pytest.mark.parametrize("line", FURNITURE)
def test_no_line_of_page_furniture_is_in_any_feed(published, line):
    for path, item in published.shelf.items.items():
        if "/feed." in path:
            assert line.encode() not in item.body, path


def test_every_language_has_the_talks_and_its_catalogue(published):
    for language in LANGUAGES:
        assert f"/{language}/" in published.shelf.items
        assert f"/{language}/stories/caucasus-talks/" in published.shelf.items
        assert f"/{language}/feeds.opml" in published.shelf.items


def test_the_catalogue_names_sections_barely_and_in_the_operators_order(published):
    page = html.document_fromstring(published.body("/en/").decode())
    names = page.xpath("//section[@aria-labelledby='sections']//p[@class='name']/a")
    assert [name.text_content() for name in names] == ["World", "Switzerland", "Science"]


@pytest.mark.parametrize(
    ("language", "title"),
    [("de", "Der Nachtzug in den Süden"), ("fr", "Le train de nuit vers le sud"),
     ("zh", "南下的夜行列车")],
)  # fmt: skip
def test_a_story_that_pages_declare_is_called_as_they_call_it(published, language, title):
    path = f"/{language}/stories/the-night-train-to-the-south/feed.json"
    assert json.loads(published.body(path))["title"] == title


def test_what_the_agency_repeats_is_no_update(published):
    page = published.body("/en/feed.json")
    repeated = "/en/articles/2023/silberegg-glacier-thinner-again/"
    [item] = [one for one in json.loads(page)["items"] if one["url"].endswith(repeated)]
    assert item["date_modified"] == item["date_published"]


def test_the_directory_lists_feeds_that_are_there(published):
    directory = json.loads(published.body("/feeds.json"))
    assert directory["version"] == 1
    assert len(directory["feeds"]) > 50
    for feed in directory["feeds"]:
        for address in feed["urls"].values():
            assert address.removeprefix("http://127.0.0.1:8080") in published.shelf.items


def test_every_feed_of_the_site_is_well_formed_and_dated(published):
    for path, item in published.shelf.items.items():
        if path.endswith((".rss", ".atom")):
            parsed = feedparser.parse(item.body)
            assert not parsed.bozo, path
            for entry in parsed.entries:
                assert entry.id.startswith("tag:newsroom.invalid,2026:article/"), path
                assert entry.link.startswith("http"), path


def test_an_article_has_one_id_in_every_feed(published):
    ids: dict[str, set[str]] = {}
    for path, item in published.shelf.items.items():
        if path.endswith(".json") and "/feed." in path:
            for entry in json.loads(item.body)["items"]:
                ids.setdefault(entry["url"], set()).add(entry["id"])
    assert all(len(found) == 1 for found in ids.values())


def test_the_agencys_copy_is_shown_once_and_by_its_summary_only(published):
    feed = json.loads(published.body("/en/feed.json"))
    urls = [item["url"] for item in feed["items"]]
    assert len(urls) == len(set(urls))
    own = [item for item in feed["items"] if "/agency/" in item["url"]]
    assert own
    for item in own:
        assert item["_swifeeds"]["source"]["name"] == "Sample Wire"
        assert len(re.sub("<[^>]*>", "", item["content_html"])) < 900


def test_the_sitemap_names_pages_that_are_there_and_speaks_for_no_other_source(published):
    base, own = "http://127.0.0.1:8080", "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    root = parse_xml(published.body("/sitemap.xml"))
    paths = {one.findtext(f"{own}loc").removeprefix(base) for one in root}
    assert {"/ar/", "/en/stories/caucasus-talks/", "/de/sections/world/"} <= paths
    assert paths <= set(published.shelf.items)
    assert not any("/sources/wire" in path for path in paths)


def test_robots_name_sitemaps_that_are_there(published):
    named = [
        line.removeprefix("Sitemap: http://127.0.0.1:8080")
        for line in published.body("/robots.txt").decode().splitlines()
        if line.startswith("Sitemap: ")
    ]
    assert named[0] == "/sitemap.xml"
    assert set(named) <= set(published.shelf.items)


def test_everything_in_one_language_says_so_and_what_is_in_all_says_none(published):
    spoken = {tag for tag in published.shelf.items if tag.count("/") == 2 and tag.endswith("/")}
    languages = {path.strip("/") for path in spoken}
    assert len(languages) == 10
    for path, item in published.shelf.items.items():
        first = path.split("/")[1]
        assert item.language == (first if first in languages else None), path
