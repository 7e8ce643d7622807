"""What stands between words is set as the language sets it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.localise import LANGUAGES, Catalog, make_locale
from swifeeds.localise.typography import typography_of, with_inner_quotes

VARIANTS = (
    "en-GB", "en-US", "en-CH", "de-CH", "de-AT", "fr-CH", "it-CH", "es-MX", "pt-PT", "pt-BR",
    "zh-Hans", "zh-Hant", "ar-EG",
)  # fmt: skip
TAGS = (*LANGUAGES, *VARIANTS)
QUOTING = re.compile(r"[„“”«»‘’‚‹›「」『』]")


def locale(tag: str):
    return make_locale(tag, catalog=Catalog(language="en"), time_zone="UTC")


@pytest.mark.parametrize(
    ("tag", "quoted"),
    [
        ("en", "“The ‘Geneva’ talks”"),
        ("de", "„The ‚Geneva‘ talks“"),
        ("de-AT", "„The ‚Geneva‘ talks“"),
        ("de-CH", "«The ‹Geneva› talks»"),
        ("fr", "«\u00a0The “Geneva” talks\u00a0»"),
        ("fr-CH", "«The ‹Geneva› talks»"),
        ("it", "«The “Geneva” talks»"),
        ("it-CH", "«The ‹Geneva› talks»"),
        ("es", "«The “Geneva” talks»"),
        ("es-MX", "“The ‘Geneva’ talks”"),
        ("pt", "“The ‘Geneva’ talks”"),
        ("pt-BR", "“The ‘Geneva’ talks”"),
        ("pt-PT", "«The “Geneva” talks»"),
        ("ja", "「The 『Geneva』 talks」"),
        ("zh", "“The ‘Geneva’ talks”"),
        ("zh-Hans", "“The ‘Geneva’ talks”"),
        ("zh-Hant", "「The 『Geneva』 talks」"),
        ("zh-TW", "「The 『Geneva』 talks」"),
        ("ru", "«The „Geneva“ talks»"),
        ("pl", "„The «Geneva» talks”"),
    ],
)
def test_a_title_stands_in_the_marks_of_the_language_and_quotes_with_the_inner_ones(tag, quoted):
    assert locale(tag).quoted('The "Geneva" talks') == quoted


@pytest.mark.parametrize(
    "written",
    ["„Genf“ tagt", "“Genf” tagt", "«Genf» tagt", "«\u00a0Genf\u00a0» tagt", "»Genf« tagt",
     "„Genf” tagt", "「Genf」 tagt", '"Genf" tagt'],
)  # fmt: skip
def test_a_quotation_is_known_by_the_marks_of_any_language(written):
    assert with_inner_quotes(written, typography_of("de")) == "‚Genf‘ tagt"


@pytest.mark.parametrize("written", ['5" und 7" breit', "„offen", "L’“", "a«b", 'Er sagt "ja'])
def test_what_is_not_closed_is_no_quotation(written):
    assert with_inner_quotes(written, typography_of("de")) == written


def test_a_title_that_is_one_quotation_stands_in_both_pairs():
    assert locale("de").quoted("«Genf»") == "„‚Genf‘“"


@pytest.mark.parametrize("tag", TAGS)
def test_outer_and_inner_marks_differ_and_are_closed_by_others(tag):
    marks = typography_of(tag)
    assert len({*marks.quotes, *marks.inner}) == 4


@pytest.mark.parametrize("tag", TAGS)
@given(text=st.text(alphabet='ab „“”«»"「」', max_size=24))
def test_setting_a_title_changes_nothing_but_its_quotation_marks(tag, text):
    def letters(one: str) -> str:
        return re.sub(r"""[\s\u00a0"]""", "", QUOTING.sub("", one))

    assert letters(with_inner_quotes(text, typography_of(tag))) == letters(text)


def test_east_asian_brackets_and_colons_are_full_width_and_bring_no_space():
    for tag in ("ja", "zh", "zh-Hant"):
        say = locale(tag)
        assert say.bracketed("東京") == "（東京）"
        assert say.labelled("主題", "東京") == "主題：東京"
        assert say.within("世界", "日報") == "世界｜日報"


def test_france_sets_a_no_break_space_before_the_colon_and_switzerland_none():
    assert locale("fr").labelled("Dossier", "Genève") == "Dossier\u00a0: Genève"
    assert locale("fr-CH").labelled("Dossier", "Genève") == "Dossier: Genève"
    assert locale("de").labelled("Thema", "Genf") == "Thema: Genf"


def test_a_russian_dash_never_begins_a_line():
    assert locale("ru").within("Мир", "Газета") == "Мир\u00a0— Газета"


def test_what_runs_the_other_way_is_isolated_inside_the_marks():
    assert locale("ar").quoted("Geneva") == "«\u2068Geneva\u2069»"
    assert locale("en").bracketed("جنيف") == " (\u2068جنيف\u2069)"
    assert locale("ar").labelled("المصدر", "AFP") == "المصدر: \u2068AFP\u2069"
