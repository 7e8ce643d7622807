"""Days and numbers in running text."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.localise import LANGUAGES, mentioned_days, mentioned_numbers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "talks on May 19, 2009 in Geneva"),
        ("en-GB", "talks on 19/05/2009"),
        ("en", "talks on the 19th of May 2009"),
        ("de", "Gespräche am 19. Mai 2009 in Genf"),
        ("de", "am 19.05.2009"),
        ("fr", "le 19 mai 2009 à Genève"),
        ("it", "il 19 maggio 2009"),
        ("es", "el 19 de mayo de 2009"),
        ("pt", "em 19 de maio de 2009"),
        ("ar", "في ١٩ مايو ٢٠٠٩"),
        ("ja", "2009年5月19日のジュネーブ"),
        ("zh", "二〇〇九年五月十九日"),
        ("ru", "19 мая 2009 года"),
        ("en", "2009-05-19"),
    ],
)
def test_a_day_is_read_as_its_language_writes_it(language, text):
    assert mentioned_days(text, language) == {(2009, 5, 19)}


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [("fr", "le 1er mai", (None, 5, 1)), ("pt", "no 1º de maio", (None, 5, 1)),
     ("ja", "5月1日", (None, 5, 1)), ("en", "on March 3", (None, 3, 3)),
     ("ru", "29 февраля", (None, 2, 29))],
)  # fmt: skip
def test_a_day_may_have_no_year(language, text, day):
    assert mentioned_days(text, language) == {day}


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "no number here, not even in May"), ("en", "prices may 5.5% rise"),
     ("en", "version 45.13.2009"), ("de", "am 31. Februar"), ("ja", "13月40日")],
)  # fmt: skip
def test_what_is_no_day_is_none(language, text):
    assert mentioned_days(text, language) == frozenset()


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(LANGUAGES))
def test_days_that_we_write_are_found_again(day, language):
    text = f"… {format_date(day, 'long', locale=language)} …"
    assert mentioned_days(text, language) == {(day.year, day.month, day.day)}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1,234 new cases", {"1234"}),
        ("1.234 neue Fälle, 3,5 Prozent", {"1234", "3.5"}),
        ("30 000 personnes", {"30000"}),
        ("1.234.567", {"1234567"}),
        ("١٢٣ حالة", {"123"}),
        ("２０人", {"20"}),
        ("2009年5月19日に1204人", {"1204"}),
        ("in 2009 at 12:30 by an F16", set()),
        ("beat them 3-1", {"3", "1"}),
        ("0.5 or 007 or 0", {"0.5", "7", "0"}),
        ("none", set()),
    ],
)
def test_numbers_are_read_whatever_their_signs(text, numbers):
    assert mentioned_numbers(text) == numbers


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_text_can_be_read(text, language):
    mentioned_days(text, language)
    assert all(number[0].isdigit() for number in mentioned_numbers(text))
