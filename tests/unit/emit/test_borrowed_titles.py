"""A title in another language than its readers' is marked, wherever that can be said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

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
    alone,
    article,
    company,
    dossier,
    story_key,
)
from tests.unit.emit.reading import rendered

from swifeeds.emit import FeedListing, compose_entry, compose_feed, directory
from swifeeds.emit.html import Catalogue, render_article, render_catalogue, render_list
from swifeeds.emit.titles import Titled, foreign, story_titled, titled_in
from swifeeds.model import FeedKey, Scope

WORK = "http://schema.org/workTranslation"
MOMENT = datetime(2026, 5, 4, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ARABIC = "محادثات القوقاز"


def around(*titles, **site):
    """Everything as ever, but that the story has these titles alone."""
    story = replace(STORY, titles=titles)
    return replace(company(publication=replace(PUBLICATION, **site)), stories={TALKS: story})


def feed_of(language, *titles, **site):
    return compose_feed(story_key(language), [dossier(language)], around(*titles, **site))


def atom(feed):
    return etree.fromstring(rendered(feed)["atom"].body)


@pytest.mark.parametrize(
    ("language", "fallback", "shown"),
    [("ar", (), "en"), ("fr", (), "en"), ("de", (), "de"), ("fr", ("de",), "de")],
)
def test_a_name_that_somebody_gave_is_borrowed_before_an_articles_headline(
    language, fallback, shown
):
    titles = {"de": "Gespräche im Kaukasus stocken", "en": "Caucasus talks"}
    story = replace(STORY, titles=tuple(titles.items()), named_after=(("de", "a"),))
    site = replace(PUBLICATION, languages=("de", "en", "fr", "ar"), fallback_languages=fallback)
    assert story_titled(story, language, site) == Titled(text=titles[shown], language=shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_atom_marks_a_borrowed_title_with_its_language(language):
    borrowed = ("fr", "Pourparlers") if language != "fr" else ("ar", ARABIC)
    title = atom(feed_of(language, borrowed)).find(f"{ATOM}title")
    assert (title.text, title.get(LANG)) == borrowed[::-1]


def test_atom_marks_a_borrowed_category_and_link_of_feed_and_entry():
    root = atom(feed_of("de", ("ar", ARABIC)))
    entry = root.find(f"{ATOM}entry")
    for place in (root, entry):
        (label,) = place.findall(f"{ATOM}category[@label='{ARABIC}']")
        assert label.get(LANG) == "ar"
    (up,) = entry.findall(f"{ATOM}link[@rel='up']")
    assert (up.get("title"), up.get(LANG)) == (ARABIC, "ar")


def rss(feed):
    return etree.fromstring(rendered(feed)["rss"].body)[0]


def test_rss_marks_a_borrowed_title_category_and_link_of_channel_and_item():
    channel = rss(feed_of("de", ("ar", ARABIC)))
    title = channel.find("title")
    assert (title.text, title.get(LANG)) == (ARABIC, "ar")
    for place in (channel, channel.find("item")):
        (label,) = (one for one in place.findall("category") if one.text == ARABIC)
        assert label.get(LANG) == "ar"
    (up,) = channel.find("item").findall(f"{ATOM}link[@rel='up']")
    assert (up.get("title"), up.get(LANG)) == (ARABIC, "ar")


@pytest.mark.parametrize("suffix", ["rss", "atom"])
def test_links_to_other_languages_say_what_language_their_titles_are_in(suffix):
    titles = (("de", "Gespräche"), ("ar", ARABIC))
    feed = compose_feed(
        story_key("de"), [dossier("de")], around(*titles), editions=("de", "ar", "fr")
    )
    root = etree.fromstring(rendered(feed)[suffix].body)
    links = root.iter(f"{ATOM}link")
    found = {
        tag: one for one in links if one.get("rel") == "related" and (tag := one.get("hreflang"))
    }
    # The French one borrows the site's first language that has a title.
    assert {tag: one.get(LANG) for tag, one in found.items()} == {"ar": "ar", "fr": None}
    translation = next(one for one in root.iter(f"{ATOM}link") if one.get("rel") == WORK)
    assert translation.get(LANG) == translation.get("hreflang")


def section_feed(language, **site):
    key = FeedKey(scope=Scope.SECTION, key="world", language=language)
    return compose_feed(key, [dossier(language or "en")], around(("en", "Talks"), **site))


def test_a_sections_title_is_of_one_language_where_the_site_has_a_name_in_it():
    site = {"titles": (("en", "World news"), ("ru", "Новости"))}
    feed = section_feed("ru", **site)
    assert (feed.title, feed.title_language) == ("World – World news", "en")
    assert rss(feed).find("title").get(LANG) == "en"
    assert orjson.loads(rendered(feed)["json"].body)["_swifeeds"]["title_language"] == "en"


def test_a_title_of_parts_in_several_languages_is_marked_with_none_of_them():
    feed = section_feed("ru", titles=(("ru", "Новости"),))
    assert (feed.title, feed.title_language) == ("World – Новости", None)
    assert rss(feed).find("title").get(LANG) is None
    own = section_feed("en", titles=(("en", "World news"),))
    assert own.title_language == "en"
    assert rss(own).find("title").get(LANG) is None


def test_a_title_of_its_own_is_not_marked():
    root = atom(feed_of("de", ("de", "Gespräche"), ("ar", ARABIC)))
    marked = [one.tag for one in root.iter() if one.get(LANG) and one.get("rel") != WORK]
    assert marked == [f"{ATOM}feed", f"{ATOM}entry"]


def test_a_section_without_a_title_in_the_language_is_marked_in_an_entry():
    entry = atom(feed_of("ru", ("ru", "Переговоры"))).find(f"{ATOM}entry")
    (world,) = entry.findall(f"{ATOM}category[@label='World']")
    assert world.get(LANG) == "en"


def test_json_feed_says_the_language_of_a_borrowed_title_and_only_of_one():
    found = orjson.loads(rendered(feed_of("de", ("ar", ARABIC)))["json"].body)
    stories = [found["_swifeeds"]["story"], found["items"][0]["_swifeeds"]["story"][0]]
    assert [one["language"] for one in stories] == ["ar", "ar"]
    own = orjson.loads(rendered(feed_of("ar", ("ar", ARABIC)))["json"].body)
    assert "language" not in own["_swifeeds"]["story"]


def marks(element):
    return element.text, element.get("lang"), element.get("dir")


def test_the_page_of_a_story_isolates_and_marks_a_borrowed_heading():
    feed = feed_of("de", ("ar", ARABIC))
    page, *_ = render_list(
        sample.pages(), feed, publication=PUBLICATION, locale=locale_of("de"), memberships={}
    )
    (heading,) = html.fromstring(page.body.decode()).xpath("//h1/bdi")
    assert marks(heading) == (ARABIC, "ar", "rtl")


def test_the_page_of_an_article_marks_the_story_within_its_sentence():
    entry = compose_entry(dossier("de"), around(("ar", ARABIC)), reading=None)
    page = render_article(sample.pages(), entry, publication=PUBLICATION, locale=locale_of("de"))
    (name,) = html.fromstring(page.body.decode()).xpath("//nav[@class='stories-of']//bdi")
    assert marks(name) == (ARABIC, "ar", "rtl")
    assert "\u2068" not in name.getparent().text_content()


def test_the_catalogue_marks_borrowed_names_and_no_others():
    lines = sample.catalogue("de").stories
    first = replace(lines[0], title=ARABIC, title_language="ar")
    second = replace(lines[0], title="Gespräche", title_language="de")
    page = render_catalogue(
        sample.pages(), Catalogue(stories=(first, second), sections=(), sources=(), languages=()),
        publication=sample.PUBLICATION, locale=locale_of("de"),
    )  # fmt: skip
    names = html.fromstring(page.body.decode()).xpath("//h3//bdi")
    assert [marks(one) for one in names] == [(ARABIC, "ar", "rtl"), ("Gespräche", None, None)]


def test_what_is_read_aloud_and_offered_of_a_pages_feeds_is_marked_too():
    feed = feed_of("de", ("ar", ARABIC))
    page, *_ = render_list(
        sample.pages(), feed, publication=PUBLICATION, locale=locale_of("de"), memberships={}
    )
    tree = html.fromstring(page.body.decode())
    spoken = tree.xpath("//ul[@class='feeds']//a[contains(@aria-label, $title)]", title=ARABIC)
    offered = tree.xpath("//link[@rel='alternate'][contains(@title, $title)]", title=ARABIC)
    assert [one.get("lang") for one in (*spoken, *offered)] == ["ar"] * 6


def test_a_site_without_a_name_in_the_language_is_marked_at_the_head_of_its_pages():
    site = replace(sample.PUBLICATION, titles=(("en", "World news"),))
    page = render_catalogue(
        sample.pages(), Catalogue(stories=(), sections=(), sources=(), languages=()),
        publication=site, locale=locale_of("ar"),
    )  # fmt: skip
    (name,) = html.fromstring(page.body.decode()).xpath("//h1//bdi")
    assert marks(name) == ("World news", "en", "ltr")


def listing(language, **fields):
    key = FeedKey(scope=Scope.STORY, key="talks", language=language)
    return FeedListing(
        key=key, title=ARABIC, name=ARABIC, slug="talks", page_url=BASE, urls=(("rss", BASE),),
        updated=MOMENT, published=MOMENT, entries=1, **fields,
    )  # fmt: skip


def test_the_directory_for_machines_says_the_language_of_a_borrowed_title_and_only_of_one():
    listings = [listing("de", title_language="ar"), listing("ar", title_language="ar")]
    found = orjson.loads(directory.render(PUBLICATION, listings).body)["feeds"]
    assert [one.get("title_language") for one in found] == ["ar", None]


def test_a_name_is_text_on_a_page_whatever_it_holds():
    feed = feed_of("de", ("ar", "<script>alert(1)</script>"))
    page, *_ = render_list(
        sample.pages(), feed, publication=PUBLICATION, locale=locale_of("de"), memberships={}
    )
    assert "<script>alert" not in page.body.decode()


@pytest.mark.parametrize(
    ("titles", "fallback", "chosen"),
    [
        ((("ru", "r"), ("de", "d"), ("en", "e")), (), "en"),
        ((("ru", "r"), ("de", "d"), ("en", "e")), ("ru", "de"), "ru"),
        ((("sv", "s"), ("fi", "f")), ("de",), "sv"),
        ((("sv", ""), ("fi", "f")), (), "fi"),
    ],
)
def test_the_other_language_is_the_fallback_then_the_sites_first_then_the_first_there_is(
    titles, fallback, chosen
):
    site = replace(PUBLICATION, fallback_languages=fallback)
    found = titled_in(titles, "it", site)
    assert found is not None
    assert found.language == chosen


def test_a_title_serves_the_regions_and_scripts_of_its_language():
    titles = (("en", "Talks"), ("zh", "会谈"))
    assert titled_in(titles, "zh-hant", PUBLICATION) == Titled(text="会谈", language="zh")


@pytest.mark.parametrize(
    ("language", "place", "said"),
    [("en", "en-GB", None), ("en-gb", "en", None), ("zh", "zh-Hant", None), ("de", "en", "de"),
     ("de", None, "de"), (None, "en", None), ("zh-Hant", "zh-Hans", "zh-Hant")],
)  # fmt: skip
def test_a_language_is_foreign_where_neither_tag_begins_with_the_other(language, place, said):
    assert foreign(language, place) == said


def test_addresses_of_ours_stay_as_they_are():
    entry = compose_entry(alone(article("de")), company(), reading=None)
    assert entry.stories == ()
    assert feed_of("de", ("ar", ARABIC)).page_url == f"{BASE}/de/stories/talks/"
