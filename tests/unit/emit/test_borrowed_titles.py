"""A title in another language than its readers' is marked, wherever that can be said."""

from __future__ import annotations

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
    alone,
    article,
    company,
    dossier,
    story_key,
)
from tests.unit.emit.reading import rendered

from swifeeds.emit import compose_entry, compose_feed
from swifeeds.emit.html import Catalogue, render_article, render_catalogue, render_list
from swifeeds.emit.titles import Titled, foreign, story_titled, titled_in

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


def test_a_title_of_its_own_is_not_marked():
    root = atom(feed_of("de", ("de", "Gespräche"), ("ar", ARABIC)))
    marked = [one.tag for one in root.iter() if one.get(LANG)]
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
