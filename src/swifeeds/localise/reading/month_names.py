"""The names of months, with their numbers: CLDR's, a few that people write and CLDR lacks, and what
can only be an abbreviation of one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from swifeeds.localise.calendar_names import names_in, one_meaning, tags_of, weekday_numbers
from swifeeds.localise.folding import fold_date
from swifeeds.localise.negotiation import primary_subtag
from swifeeds.localise.reading.calendars import counts_solar_years

_EXTRA_MONTHS = {
    "ar": {
        "نيسان": 4,
        "ابريل": 4,
        "تشرين اول": 10,
        "تشرين ثاني": 11,
        "كانون اول": 12,
        "كانون ثاني": 1,
    },
    "bn": {"জানুযারি": 1, "ফেবরুযারি": 2, "আগষট": 8, "অগাসট": 8},
    "de": {"feber": 2, "marz": 3, "maerz": 3, "jaenner": 1},
    "en": {"sept": 9},
    "es": {"setiembre": 9, "set": 9},
    "ru": {"сен": 9, "нояб": 11},
}
"""Folded. Bengali loanwords have had a short last vowel since the Bangla Academy's reform, and
CLDR writes the long one."""

_SOLAR_MONTHS = (
    "فروردین|حمل", "اردیبهشت|ثور", "خرداد|جوزا", "تیر|سرطان", "مرداد|امرداد|اسد", "شهریور|سنبله",
    "مهر|میزان", "آبان|عقرب", "آذر|قوس", "دی|جدی", "بهمن|دلو", "اسفند|حوت",
)  # fmt: skip
"""Of the Solar Hijri year, in Iran and in Afghanistan. CLDR has them, Babel does not."""

ANY = "mul"
"""The tag (BCP 47: multiple languages) that stands for names which mean one month in them all."""

_PRESS = (
    "af", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et",
    "eu", "fa", "fi", "fil", "fr", "ga", "gl", "gu", "he", "hi", "hr", "hu", "hy", "id", "is", "it",
    "ka", "kk", "km", "kn", "ky", "lo", "lt", "lv", "mk", "ml", "mn", "mr", "ms", "my", "nb", "ne",
    "nl", "nn", "pa", "pl", "pt", "ro", "ru", "si", "sk", "sl", "sq", "sr", "sr-Latn", "sv", "sw",
    "ta", "te", "th", "tr", "uk", "ur", "uz", "vi",
)  # fmt: skip
"""Languages that newspapers are written in and that have names for months."""

_SHORTEST = 3
"""Letters of an abbreviation that is understood without being in CLDR."""


@lru_cache(maxsize=64)
def month_numbers(language: str) -> Mapping[str, int]:
    """Folded names of months, with their numbers. Empty where months are numbered (ja, zh).

    A name that is two months' in one place is none's; what the language itself says goes before
    what its other regions say.
    """
    names: dict[str, int | None] = {**_EXTRA_MONTHS.get(primary_subtag(language), {})}
    for tag in tags_of(language):
        names = {**one_meaning(names_in(tag, "months")), **names}
    return {name: number for name, number in names.items() if number is not None}


@lru_cache(maxsize=64)
def month_forms(language: str) -> Mapping[str, int]:
    """`month_numbers`, and every shorter form that can only be one of them (`septemb`, `genn`)."""
    if language == ANY:
        return _names_of_one_month()
    names = month_numbers(language)
    forms: dict[str, set[int]] = {}
    for name, number in names.items():
        for length in range(_SHORTEST, len(name)):
            forms.setdefault(name[:length], set()).add(number)
    taken = names.keys() | weekday_numbers(language).keys()
    cut = {
        form: min(numbers)
        for form, numbers in forms.items()
        if len(numbers) == 1 and form.isalpha() and form not in taken
    }
    return {**cut, **names}


@lru_cache(maxsize=1)
def _names_of_one_month() -> Mapping[str, int]:
    """Names in full that no two languages give to different months: `listopada` is October in
    Zagreb and November in Warsaw."""
    named = (one for tag in _PRESS for one in names_in(tag, "months", widths=("wide",)))
    return {name: number for name, number in one_meaning(named).items() if number is not None}


@lru_cache(maxsize=8)
def solar_months(language: str) -> Mapping[str, int]:
    """Folded names of the months of Iran's and Afghanistan's calendar, for their languages."""
    if not counts_solar_years(language):
        return {}
    return {
        fold_date(name): number
        for number, names in enumerate(_SOLAR_MONTHS, 1)
        for name in names.split("|")
    }
