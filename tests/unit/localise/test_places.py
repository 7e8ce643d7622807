from __future__ import annotations

import pytest

from swifeeds.localise import LANGUAGES, is_territory, territory_names
from swifeeds.localise.names.press_names import PRESS_NAMES


@pytest.mark.parametrize(
    ("code", "language", "names"),
    [
        ("GE", "ja", {"ジョージア", "グルジア"}),
        ("ge", "en-GB", {"Georgia"}),
        ("US", "ja", {"アメリカ合衆国", "米国"}),
        ("GB", "ja", {"イギリス", "英国"}),
        ("GB", "ru", {"Великобритания"}),
        ("US", "ru", {"США"}),
        ("GE", "zh", {"格鲁吉亚", "喬治亞", "格魯吉亞"}),
        ("IR", "pt", {"Irã", "Irão"}),
        ("MM", "en", {"Myanmar", "Burma"}),
        ("BY", "de", {"Belarus", "Weißrussland", "Weissrussland"}),
        ("TR", "en", {"Türkiye", "Turkey"}),
        ("RU", "de-CH", {"Russland"}),
    ],
)
def test_a_territory_goes_by_all_its_names(code, language, names):
    assert names <= set(territory_names(code, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_territories_of_the_talks_have_a_name_in_each_language(language):
    assert all(territory_names(code, language) for code in ("GE", "RU", "CH", "US"))


def test_no_name_is_a_common_word():
    names = {name.casefold() for code in PRESS_NAMES for name in territory_names(code, "en")}
    assert names.isdisjoint({"us", "it", "in", "no", "as", "at"})


def test_names_are_single_and_without_brackets():
    for code in PRESS_NAMES:
        for language in LANGUAGES:
            names = territory_names(code, language)
            assert len(names) == len(set(names))
            assert not any("(" in name or "（" in name for name in names)


def test_press_names_are_kept_for_real_territories_and_languages():
    assert all(is_territory(code) for code in PRESS_NAMES)
    assert {language for names in PRESS_NAMES.values() for language in names} <= set(LANGUAGES)


@pytest.mark.parametrize("code", ["ZZ", "XA", "EU", "001", "ge", "GEO", "", "QQ"])
def test_what_is_no_territory_is_refused(code):
    assert not is_territory(code)


def test_an_unknown_territory_has_no_names():
    assert territory_names("QQ", "en") == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("part", "state"), [("HK", "CN"), ("MO", "CN"), ("VG", "GB"), ("VI", "US"), ("MF", "FR")]
)
def test_a_part_is_not_called_like_its_state(part, state, language):
    assert set(territory_names(part, language)).isdisjoint(territory_names(state, language))
