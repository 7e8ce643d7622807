from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.deliver.export.wishes import wish_patterns
from swifeeds.localise.negotiation import negotiate

TEN = ("en", "de", "fr", "it", "es", "pt", "ja", "ar", "zh", "ru")


def chosen(header: str, languages=TEN) -> str:
    """As nginx chooses: the first expression that matches, else the default."""
    for form, tag in wish_patterns(languages):
        if re.search(form, header, re.IGNORECASE):
            return tag
    return languages[0]


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("de", "de"),
        ("DE-ch,de;q=0.9,en;q=0.8", "de"),
        ("tlh, x-klingon ,  ja;q=0.5", "ja"),
        ("zh-Hant-TW", "zh"),
        ("deu, fr", "fr"),
        ("de;q=0, fr", "fr"),
        ("de-CH ; q=0.000 , fr", "fr"),
        ("de;q=0.001", "de"),
        ("*", "en"),
        (",,,", "en"),
        ("de-", "de"),
    ],
)
def test_the_first_language_that_the_site_speaks_is_chosen(header, language):
    assert chosen(header) == language


def test_a_regional_tag_of_the_site_goes_before_its_language():
    site = ("en", "zh-hans", "zh-hant", "pt-br")
    assert chosen("zh-Hant-TW,en", site) == "zh-hant"
    assert chosen("zh,en", site) == "zh-hans"
    assert chosen("pt-PT", site) == "pt-br"


@pytest.mark.parametrize(
    ("header", "site", "language"),
    [
        ("zh-TW,en", TEN, "en"),
        ("zh-TW", TEN, "zh"),
        ("zh-Hans-TW,en", TEN, "zh"),
        ("zh-Hant-CN,fr", TEN, "fr"),
        ("zh-SG,en", TEN, "zh"),
        ("zh,en", ("en", "zh-hant"), "en"),
        ("zh-MO,en", ("en", "zh-hant"), "zh-hant"),
        ("zh", ("en", "zh-hant"), "zh-hant"),
        ("sr-Latn,de", ("de", "sr"), "de"),
        ("sr-ME", ("de", "sr"), "sr"),
    ],
)
def test_another_script_is_an_answer_only_where_nothing_else_was_wished_for(header, site, language):
    assert chosen(header, site) == language
    assert negotiate(header, site, site[0]) == language


WISHES = st.lists(
    st.sampled_from([*TEN, "de-CH", "pt-BR", "zh-TW", "zh-HK", "zh-Hans-TW", "tlh", "en-GB"]),
    unique_by=lambda tag: tag[:2],
)


@given(WISHES)
def test_headers_as_browsers_write_them_are_read_as_the_server_reads_them(wishes):
    header = ",".join(
        tag if not rank else f"{tag};q={1 - rank / 100:.2f}" for rank, tag in enumerate(wishes)
    )
    assert chosen(header) == negotiate(header, TEN, TEN[0])


@given(st.text(max_size=300))
def test_any_header_gets_a_language_of_the_site(header):
    assert chosen(header) in TEN


@pytest.mark.timeout(5)
def test_a_header_made_to_be_slow_is_not():
    for hostile in (
        "   ," * 3000,
        " " * 9000,
        "x," * 4000 + "de;q=0",
        "de-" * 3000,
        "de;q=0." + "0" * 9000,
    ):
        chosen(hostile)
