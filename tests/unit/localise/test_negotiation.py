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
