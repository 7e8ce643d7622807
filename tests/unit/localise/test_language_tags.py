from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swifeeds.localise import LANGUAGES, autonym, canonical_tag, direction, language_name
from swifeeds.model import Direction


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("en", "en"), ("EN-gb", "en-GB"), ("en_GB", "en-GB"), (" de-CH ", "de-CH"),
        ("zh-hans-cn", "zh-Hans-CN"), ("zh_TW", "zh-TW"), ("es-419", "es-419"),
        ("de_CH.UTF-8", "de-CH"),
        ("iw", "he"), ("en-UK", "en-GB"), ("zh-cmn-Hans", "zh-Hans"), ("cmn-Hant", "zh-Hant"),
        ("de-CH-1996", "de-CH-1996"), ("en-US-u-ca-gregory", "en-US"), ("gsw", "gsw"),
        ("zh-yue", "yue"), ("zh-min-nan", "nan"), ("zh-hakka", "hak"), ("ar-arz", "arz"),
        ("i-klingon", "tlh"), ("art-lojban", "jbo"), ("i-lux", "lb"), ("no-bok", "nb"),
        ("en-GB-oed", "en-GB-oxendict"), ("in", "id"), ("ji", "yi"), ("tl", "fil"), ("mo", "ro"),
        ("sh", "sr-Latn"), ("no", "no"), ("nn-NO", "nn-NO"), ("dut", "nl"), ("cze", "cs"),
        ("de-DE-x-klinik", "de-DE"), ("zh-Hant-u-co-stroke", "zh-Hant"),
        ("sr-latn-rs", "sr-Latn-RS"),
    ],
)  # fmt: skip
def test_a_tag_has_one_spelling(text, tag):
    assert canonical_tag(text) == tag


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("eng", "en"), ("ger", "de"), ("fre", "fr"), ("ita", "it"), ("spa", "es"), ("por", "pt"),
        ("jpn", "ja"), ("ara", "ar"), ("chi", "zh"), ("rus", "ru"),
    ],
)  # fmt: skip
def test_bibliographic_codes_are_understood(code, language):
    assert canonical_tag(code) == language


def test_a_region_that_does_not_exist_is_left_out():
    assert canonical_tag("en-EN") == "en"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "english",
        "xx",
        "und",
        "mul",
        "x-default",
        "x-private",
        "*",
        "qaa",
        "i-default",
        "sgn-BE-FR",
        "C",
        "12",
        "en--GB",
        "-",
        "a" * 500,
        "ده",
        "en GB",
    ],
)
def test_nonsense_is_no_language(text):
    assert canonical_tag(text) is None


@given(st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_a_canonical_tag_stays_as_it_is(text):
    tag = canonical_tag(text)
    assert tag is None or canonical_tag(tag) == tag


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ar", Direction.RTL), ("ar-EG", Direction.RTL), ("he", Direction.RTL),
        ("fa", Direction.RTL),
        ("az-Arab", Direction.RTL), ("ar-Latn", Direction.LTR), ("AR_SA", Direction.RTL),
        ("zh", Direction.LTR), ("ru", Direction.LTR), ("nonsense", Direction.LTR),
    ],
)  # fmt: skip
def test_direction_follows_the_script(tag, expected):
    assert direction(tag) is expected


def test_each_language_is_named_in_itself():
    assert [autonym(tag) for tag in LANGUAGES] == [
        "English", "Deutsch", "français", "italiano", "español", "português", "日本語", "العربية",
        "中文", "русский",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "in_language", "name"),
    [
        ("ru", "de", "Russisch"), ("de", "ja", "ドイツ語"), ("ar", "ar", "العربية"),
        ("zh-Hant", "zh-Hant", "繁體中文"), ("zh-tw", "en", "Chinese (Traditional, Taiwan)"),
        ("tlh", "en", "Klingon"), ("nonsense", "en", "nonsense"),
    ],
)  # fmt: skip
def test_languages_are_named_by_cldr(tag, in_language, name):
    assert language_name(tag, in_language) == name
