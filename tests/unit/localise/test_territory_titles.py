from __future__ import annotations

import re

import pytest

from swifeeds.localise import LANGUAGES, is_territory
from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.names.territories import territory_title


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("US", "United States, USA, 米国, США, Estados Unidos"),
        ("gb", "United Kingdom, Großbritannien, 英国, Великобритания, Reino Unido"),
        ("HK", "Hong Kong, Hongkong, 香港, Гонконг, Hong Kong"),
        ("CD", "DR Congo, DR Kongo, コンゴ民主共和国, ДР Конго, RD Congo"),
        ("MM", "Myanmar, Myanmar, ミャンマー, Мьянма, Mianmar"),
        ("CH", "Switzerland, Schweiz, スイス, Швейцария, Suíça"),
        ("150", "Europe, Europa, ヨーロッパ, Европа, Europa"),
        ("QQ", "QQ, QQ, QQ, QQ, QQ"),
    ],
)
def test_a_territory_is_called_as_newspapers_call_it(code, names):
    assert ", ".join(territory_title(code, tag) for tag in ("en", "de", "ja", "ru", "pt")) == names


def test_a_variant_follows_its_own_spelling_or_its_parent_s():
    assert territory_title("GB", "de-CH") == "Grossbritannien"
    assert territory_title("GB", "de-AT") == "Großbritannien"
    assert territory_title("MO", "zh-TW") == "澳門"
    assert territory_title("IR", "pt-PT") == "Irão"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_territories_share_a_name_and_none_has_a_form_s_brackets(language):
    codes = [code for code in cldr_locale("en").territories if is_territory(code)]
    names = [territory_title(code, language) for code in codes]
    assert len(set(names)) == len(names)
    assert not [name for name in names if re.search(r"\(|&| - ", name)]


@pytest.mark.parametrize(
    ("code", "tag", "name"),
    [
        ("SA", "ar", "السعودية"), ("HU", "ar", "المجر"), ("PS", "ar", "فلسطين"),
        ("CD", "zh-TW", "剛果民主共和國"), ("CD", "zh-HK", "剛果民主共和國"),
        ("CD", "zh", "刚果（金）"),
        ("AE", "zh-TW", "阿聯"), ("AE", "zh-HK", "阿聯酋"), ("PS", "zh-Hant", "巴勒斯坦"),
        ("ZA", "ru", "ЮАР"), ("MD", "ru", "Молдавия"),
        ("AX", "ru", "Аландские острова"), ("IM", "ru", "Остров Мэн"),
        ("SH", "ru", "Остров Святой Елены"),
    ],
)  # fmt: skip
def test_names_are_the_press_s_and_not_those_of_a_form(code, tag, name):
    assert territory_title(code, tag) == name
