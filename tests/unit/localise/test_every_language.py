"""The grammar is made from CLDR: it must read what CLDR writes in languages nobody listed."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date
from babel.localedata import locale_identifiers

from swifeeds.localise.reading.parse import dates_in

PRESS = (
    "af", "be", "bg", "bn", "bs", "ca", "cs", "da", "el", "et", "fa", "fi", "fil", "gl", "gu", "he",
    "hi", "hr", "hu", "id", "is", "ka", "kk", "ko", "lt", "lv", "mk", "mr", "ms", "nb", "ne", "nl",
    "no", "pa", "pl", "ro", "sk", "sl", "sq", "sr", "sr_Latn", "sv", "sw", "ta", "te", "th", "tr",
    "uk", "ur", "uz", "vi",
)  # fmt: skip


def read(text: str, tag: str):
    found = next(dates_in(text, language=tag.replace("_", "-"), zone="UTC"), None)
    return found and found.date.moment.date()


@pytest.mark.parametrize("tag", PRESS)
def test_every_month_is_read_in_the_languages_of_the_press(tag):
    for month in range(1, 13):
        for day in (5, 23):
            wanted = date(2020, month, day)
            assert read(format_date(wanted, "long", locale=tag), tag) == wanted
            assert read(format_date(wanted, "medium", locale=tag), tag) == wanted


def test_no_language_of_cldr_is_ever_read_wrongly():
    languages = sorted(tag for tag in locale_identifiers() if "_" not in tag and tag != "root")
    for number, tag in enumerate(languages[::4]):
        wanted = date(2021, number % 12 + 1, number % 28 + 1)
        for form in ("full", "long", "medium", "short"):
            assert read(format_date(wanted, form, locale=tag), tag) in {None, wanted}
