from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swifeeds.localise import LANGUAGES, lookup, negotiate
from swifeeds.localise.negotiation import fallbacks


@pytest.mark.parametrize(
    ("tag", "available", "found"),
    [
        ("en-GB", LANGUAGES, "en"),
        ("de-CH-1996", LANGUAGES, "de"),
        ("zh-TW", ["zh", "zh-hant"], "zh-hant"),
        ("zh-HK", ["zh", "zh-hans"], "zh"),
        ("zh-Hant-TW", ["zh-Hans", "zh-Hant"], "zh-Hant"),
        ("zh", ["zh-hans", "zh-hant"], "zh-hans"),
        ("zh-CN", ["zh-hant", "zh-hans"], "zh-hans"),
        ("zh-Hant", ["zh-TW"], "zh-TW"),
        ("pt-AO", ["pt", "pt-PT"], "pt-PT"),
        ("pt-AO", ["pt"], "pt"),
        ("pt-BR", ["pt-pt", "pt"], "pt"),
        ("en-AU", ["en", "en-gb"], "en-gb"),
        ("es-MX", ["es-419", "es"], "es-419"),
        ("EN_us", ["en"], "en"),
        ("nl", LANGUAGES, None),
        ("en", ["en-gb"], None),
        ("", LANGUAGES, None),
        ("en-x-private", ["en"], "en"),
        ("zh-MO", ["zh-TW", "zh"], "zh-TW"),
        ("zh-Hant-HK", ["zh-Hant", "zh-HK"], "zh-HK"),
        ("zh-Hans-TW", ["zh-Hant", "zh-Hans"], "zh-Hans"),
        ("zh-SG", ["zh-Hant", "zh"], "zh"),
        ("yue", ["zh-Hans", "zh-Hant"], "zh-Hant"),
        ("wuu", ["zh"], "zh"),
        ("pt-MZ", ["pt-BR", "pt-PT"], "pt-PT"),
        ("en-150", ["en", "en-GB"], "en-GB"),
        ("en-CA", ["en-GB", "en"], "en"),
        ("en-PH", ["en-GB", "en"], "en"),
        ("es-ES", ["es-419", "es"], "es"),
        ("nb-NO", ["no"], "no"),
        ("no", ["nb"], "nb"),
        ("nn", ["nb", "sv"], "nb"),
        ("arz", ["ar"], "ar"),
        ("gsw-CH", ["de"], "de"),
        ("sr-Latn", ["sr"], "sr"),
        ("hi-Latn", ["en"], None),
        ("ht", ["fr"], None),
        ("klingon", LANGUAGES, None),
        ("*", LANGUAGES, None),
        ("x-de", ["de"], None),
        ("-", LANGUAGES, None),
        ("de-" + "x" * 5000, ["de"], "de"),
    ],
)
def test_lookup_finds_the_nearest_that_is_there(tag, available, found):
    assert lookup(tag, available) == found


@pytest.mark.parametrize(
    ("header", "found"),
    [
        (None, "en"),
        ("", "en"),
        ("de-CH, de;q=0.9, en;q=0.8", "de"),
        ("nl, fr;q=0.7, de;q=0.9", "de"),
        ("en;q=0.5, ja", "ja"),
        ("*", "en"),
        ("nl, *;q=0.1", "en"),
        ("en;q=0, *", "de"),
        ("de;q=0, fr;q=0.2", "fr"),
        ("zh-TW,zh;q=0.8", "zh"),
        ("pt-PT;q=1.000", "pt"),
        ("ru ; q = 0.3 , it ;q=0.2", "ru"),
        ("de;q=2, ja;q=abc, ,;;, es", "es"),
        ("x" * 5000 + ", de", "en"),
    ],
)
def test_the_header_is_answered_by_wish_and_quality(header, found):
    assert negotiate(header, LANGUAGES, "en") == found


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("zh-TW", "zh"),
        ("zh-TW, en;q=0.1", "en"),
        ("zh-TW, zh;q=0.1, fr;q=0.05", "zh"),
        ("zh-Hant-HK, de;q=0.2, *;q=0.1", "de"),
        ("zh-SG, en", "zh"),
        ("sr-Latn, en;q=0.5", "en"),
        ("sr-ME, en;q=0.5", "en"),
        ("sr, en;q=0.5", "sr"),
        ("yue, ja;q=0.3", "ja"),
    ],
)
def test_another_script_is_served_only_where_nothing_else_is_wished(header, found):
    assert negotiate(header, [*LANGUAGES, "sr"], "en") == found


def test_a_near_relative_is_better_than_another_language():
    assert negotiate("en-US, de;q=0.5", ["de", "en-gb"], "de") == "en-gb"


@given(st.text(alphabet="adefnrz*-,;=q.019 ", max_size=200))
@settings(max_examples=100, deadline=None)
def test_the_answer_is_always_one_that_is_there(header):
    assert negotiate(header, ["de", "fr", "zh-hant"], "de") in {"de", "fr", "zh-hant"}


@given(st.text(alphabet="abzhxtwenpt-1_", max_size=30))
@settings(max_examples=100, deadline=None)
def test_falling_back_ends(tag):
    chain = fallbacks(tag)
    assert len(chain) == len(set(chain))


def test_of_what_is_longer_than_any_tag_little_is_kept():
    assert len(fallbacks("a-" * 499 + "a")) < 40
    assert negotiate("de-" * 200 + "a, fr;q=0.5", ["de", "fr"], "fr") == "de"
