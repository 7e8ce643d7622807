from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from tests.http.locales import locale_of
from tests.unit.emit.newsroom import LANGUAGES, PUBLICATION, company

from swifeeds.emit import scope_name, with_usual_titles
from swifeeds.localise import make_locale
from swifeeds.localise.names.sections import USUAL_SECTIONS, place_of, usual_section
from swifeeds.localise.words.messages import Catalog
from swifeeds.model import FeedKey, Scope, Section

LOCALES = company().locales


def titles(section, *, languages=LANGUAGES, locales=LOCALES):
    site = replace(PUBLICATION, languages=languages, sections=(section,))
    [named] = with_usual_titles(site, locales).sections
    return dict(named.titles)


def test_a_usual_section_has_a_name_in_every_language_of_the_site():
    found = titles(Section(id="environment", titles=(("en", "Our planet"),)))
    assert found == {
        "en": "Our planet", "de": "Umwelt", "fr": "Environnement", "it": "Ambiente",
        "es": "Medio ambiente", "pt": "Meio ambiente", "ja": "環境", "ar": "بيئة", "zh": "环境",
        "ru": "Экология",
    }  # fmt: skip


def test_the_operator_s_own_title_always_wins_for_a_variant_too():
    stated = (("en", "Planet"), ("de", "Erde"), ("ja", ""))
    found = titles(
        Section(id="world", titles=stated),
        languages=("en-gb", "de-ch", "ja"),
        locales={tag: locale_of(tag[:2]) for tag in ("en-gb", "de-ch", "ja")},
    )
    assert found == {"en": "Planet", "de": "Erde", "ja": "国際"}


@pytest.mark.parametrize(
    ("section", "german"),
    [
        (Section(id="7", titles=(("fr", "Économie"),)), "Wirtschaft"),
        (Section(id="s1", titles=(("en", "Sci & Tech"),)), None),
        (Section(id="sci-tech", titles=(("en", "Sci & Tech"),)), "Wissenschaft und Technik"),
        (Section(id="x", titles=(("en", "Science & Technology"),)), "Wissenschaft und Technik"),
        (Section(id="switzerland", titles=(("en", "Home"),)), "Schweiz"),
        (Section(id="x", titles=(("fr", "Suisse"),)), "Schweiz"),
        (Section(id="x", titles=(("pl", "Szwajcaria"),)), "Schweiz"),
        (Section(id="latin-america", titles=()), "Lateinamerika"),
        (Section(id="middle-east", titles=()), "Naher Osten"),
        (Section(id="x", titles=(("en", "Labour"),)), "Arbeit"),
        (Section(id="crime, law and justice", titles=()), "Kriminalität"),
        (Section(id="xyz", titles=(("en", "Our special"),)), None),
    ],
)
def test_a_section_is_known_by_its_id_by_a_title_or_as_a_place(section, german):
    assert titles(section).get("de") == german


def test_two_sections_never_get_one_name():
    """German newspapers have one word for business and economy."""
    business, economy = (Section(id=one, titles=()) for one in ("business", "economy"))
    site = replace(PUBLICATION, sections=(business, economy))
    first, second = with_usual_titles(site, LOCALES).sections
    assert dict(first.titles)["de"] == "Wirtschaft"
    assert "de" not in dict(second.titles)
    assert dict(second.titles)["en"] == "Economy"
    stated = replace(economy, titles=(("de", "Wirtschaft"),))
    first, _ = with_usual_titles(replace(site, sections=(business, stated)), LOCALES).sections
    assert "de" not in dict(first.titles)


def test_a_section_that_is_not_usual_is_borrowed_as_before():
    site = replace(PUBLICATION, sections=(Section(id="x", titles=(("en", "Specials"),)),))
    key = FeedKey(scope=Scope.SECTION, key="x", language="de")
    named = with_usual_titles(site, LOCALES)
    assert scope_name(key, "de", publication=named, stories={}, sources={}) == "Specials"


def test_a_language_without_a_catalog_gets_no_english_name_as_its_own():
    dutch = make_locale("nl", catalog=Catalog(language="en"), time_zone="UTC")
    locales = {**LOCALES, "nl": dutch}
    world = titles(Section(id="world", titles=()), languages=("en", "nl"), locales=locales)
    assert world == {"en": "World"}
    swiss = titles(Section(id="switzerland", titles=()), languages=("nl",), locales=locales)
    assert swiss == {"nl": "Zwitserland"}


def test_no_id_means_two_sections_or_a_section_and_a_place():
    for (one, others), (two, more) in combinations(USUAL_SECTIONS.items(), 2):
        assert not {one.casefold(), *others} & {two.casefold(), *more}
    for name, others in USUAL_SECTIONS.items():
        for one in (name, *others):
            assert usual_section(one) == name
            assert place_of((("en", one),)) is None, one


IPTC = (
    "arts, culture, entertainment and media", "conflict, war and peace",
    "crime, law and justice", "disaster, accident and emergency incident",
    "economy, business and finance", "education", "environment", "health", "human interest",
    "labour", "lifestyle and leisure", "politics and government", "religion",
    "science and technology", "society", "sport", "weather",
)  # fmt: skip


@pytest.mark.parametrize("topic", IPTC)
def test_the_top_level_of_media_topics_is_usual(topic):
    assert usual_section(topic) is not None
