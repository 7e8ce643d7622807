"""The tables of names are complete, and written in each language's own script."""

from __future__ import annotations

import re

import pytest

from swifeeds.localise import LANGUAGES, country_of, is_territory
from swifeeds.localise.entities.city_rows import CITY_ROWS, COLUMNS
from swifeeds.localise.entities.demonyms import DEMONYM_COLUMNS, DEMONYM_ROWS
from swifeeds.localise.entities.doubts import DOUBTS, NO_PLACE, PAIRS
from swifeeds.localise.entities.lexicon import lexicon_of
from swifeeds.localise.entities.other_names import HISTORIC_NAMES, ORGANISATIONS, SHORT_NAMES
from swifeeds.localise.entities.places_of_news import countries_of_places, place_names
from swifeeds.localise.entities.zone_cities import MORE_NAMES, ZONE_CODES, ZONE_COUNTRIES, ZONES

NATIVE = {"ar": "[\u0600-\u06ff]", "ja": "[\u3040-\u30ff\u4e00-\u9fff]", "zh": "[\u4e00-\u9fff]",
          "ru": "[\u0400-\u04ff]"}  # fmt: skip
ORGANISED = set(ORGANISATIONS)


def test_the_gazetteer_is_small_and_large_enough():
    assert 400 <= len(place_names("en")) <= 520
    cities = [code for code in place_names("en") if code.startswith("city:")]
    assert len(cities) >= 350


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_has_a_name_in_every_language(language):
    missing = [code for code, names in place_names(language).items() if not all(names) or not names]
    assert missing == []


@pytest.mark.parametrize("language", sorted(NATIVE))
def test_every_name_is_in_the_script_of_its_language(language):
    foreign = [
        name
        for names in place_names(language).values()
        for name in names
        if not re.search(NATIVE[language], name) or re.search("[A-Za-z]", name)
    ]
    assert foreign == []


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one not in NATIVE])
def test_every_other_name_is_in_latin_letters(language):
    strange = [n for names in place_names(language).values() for n in names if not n[0].isascii()]
    assert {name[0] for name in strange} <= set("ÉÁÎÖÜ")


def test_rows_are_whole_and_single():
    lines = CITY_ROWS.strip().splitlines()
    codes = [line.split("|")[0] for line in lines]
    assert {line.count("|") for line in lines} == {len(COLUMNS) + 1}
    assert len(codes) == len(set(codes))
    assert not set(codes) & {f"city:{zone.rpartition('/')[2].lower()}" for zone in ZONES}


def test_every_country_is_a_country():
    assert all(is_territory(country) for country in countries_of_places().values())


def test_additions_are_made_to_what_exists():
    assert set(MORE_NAMES) <= set(place_names("en"))
    assert set(ZONES) >= set(ZONE_CODES) | set(ZONE_COUNTRIES)
    for table in (SHORT_NAMES, HISTORIC_NAMES):
        assert all(is_territory(code) for code in table)
        assert {language for names in table.values() for language in names} <= set(LANGUAGES)


def test_organisations_have_a_name_in_every_language():
    assert all(set(names) == set(LANGUAGES) for names in ORGANISATIONS.values())


def test_demonyms_are_whole_and_known():
    lines = [line.split("|") for line in DEMONYM_ROWS.strip().splitlines()]
    codes = [line[0] for line in lines]
    assert len([code for code in codes if is_territory(code)]) >= 60
    assert len(codes) == len(set(codes))
    assert {len(line) for line in lines} == {len(DEMONYM_COLUMNS) + 1}
    assert all(is_territory(code) or code in place_names("en") for code in codes)


def test_doubts_are_about_names_that_are_there():
    for language, doubts in DOUBTS.items():
        doubted = {
            naming.doubt
            for namings in lexicon_of(language).names.values()
            for naming in namings
            if naming.doubt
        }
        assert set(doubts.values()) <= doubted, language


def test_hints_are_codes_that_can_be_found():
    known = set(place_names("en")) | ORGANISED
    for doubts in DOUBTS.values():
        for doubt in doubts.values():
            for code in doubt.hints | doubt.against:
                assert code in known or is_territory(code), code


def test_pairs_name_two_territories():
    assert all(
        is_territory(c) for pairs in PAIRS.values() for codes in pairs.values() for c in codes
    )


def test_every_language_has_its_stop_phrases():
    assert set(NO_PLACE) == set(LANGUAGES)


@pytest.mark.parametrize(
    ("code", "country"),
    [("GE", "GE"), ("city:geneva", "CH"), ("region:abkhazia", "GE"), ("city:kyiv", "UA"),
     ("region:caucasus", None), ("org:osce", None), ("city:simferopol", "UA")],
)  # fmt: skip
def test_a_place_lies_in_its_country(code, country):
    assert country_of(code) == country
