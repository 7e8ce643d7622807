"""The words of dates in one language: names of months and weekdays, and which number comes first.

CLDR's names in all widths and forms, those of the language's other regions (`Jänner`, the
Levantine `أيار`, the Maghrebi `ماي`), and a few that people write and CLDR lacks. All folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from swifeeds.localise.calendars import counts_solar_years
from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.folding import fold_date
from swifeeds.localise.negotiation import fallbacks, primary_subtag

_REGIONS = {
    "ar": ("ar-LB", "ar-IQ", "ar-MA", "ar-DZ", "ar-TN", "ar-SA"),
    "de": ("de-AT",),
    "en": ("en-GB", "en-AU"),
    "es": ("es-MX",),
    "fr": ("fr-CA", "fr-CH"),
    "pt": ("pt-PT",),
    "sr": ("sr-Latn",),
    "bs": ("bs-Cyrl",),
    "uz": ("uz-Cyrl",),
    "zh": ("zh-Hant",),
}
"""Where months have other names or abbreviations, or another script, than in the language."""

_EXTRA_MONTHS = {
    "ar": {
        "نيسان": 4,
        "ابريل": 4,
        "تشرين اول": 10,
        "تشرين ثاني": 11,
        "كانون اول": 12,
        "كانون ثاني": 1,
    },
    "de": {"feber": 2, "marz": 3, "maerz": 3, "jaenner": 1},
    "en": {"sept": 9},
    "es": {"setiembre": 9, "set": 9},
    "ru": {"сен": 9, "нояб": 11},
}
_SOLAR_MONTHS = (
    "فروردین|حمل", "اردیبهشت|ثور", "خرداد|جوزا", "تیر|سرطان", "مرداد|امرداد|اسد", "شهریور|سنبله",
    "مهر|میزان", "آبان|عقرب", "آذر|قوس", "دی|جدی", "بهمن|دلو", "اسفند|حوت",
)  # fmt: skip
"""Of the Solar Hijri year, in Iran and in Afghanistan. CLDR has them, Babel does not."""

_PARTICLES = (
    "de la", "de", "del", "de l", "d", "of", "of the", "di", "do", "da", "den", "a", "г", "р",
    "року", "года", "r", "roku", "мес", "thang", "nam", "ngay", "की", "के", "tahun", "ta", "an",
    "ค.ศ", "พ.ศ", "م",
)  # fmt: skip
"""Between the parts of a date, beside those that CLDR's own patterns hold."""

_WORD = re.compile(r"'([^']+)'|([^\W\d_a-zA-Z]+)")
"""A word in a pattern of CLDR; those of other scripts need no quotation marks."""

_EAST_ASIAN = frozenset({"ja", "ko", "zh"})
_SHORTEST = 3
"""Letters of an abbreviation that is understood without being in CLDR."""


@lru_cache(maxsize=64)
def month_numbers(language: str) -> Mapping[str, int]:
    """Folded names of months, with their numbers. Empty where months are numbered (ja, zh).

    A name that is two months' in one place is none's; what the language itself says goes before
    what its other regions say.
    """
    names: dict[str, int | None] = {**_EXTRA_MONTHS.get(primary_subtag(language), {})}
    for tag in _tags(language):
        names = {**_one_meaning(_named(tag, "months")), **names}
    return {name: number for name, number in names.items() if number is not None}


@lru_cache(maxsize=64)
def month_forms(language: str) -> Mapping[str, int]:
    """`month_numbers`, and every shorter form that can only be one of them (`septemb`, `genn`)."""
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


@lru_cache(maxsize=64)
def weekday_numbers(language: str) -> Mapping[str, int | None]:
    """Folded names of the days of the week, Monday 0; None for a form that two of them share."""
    return _one_meaning(name for tag in _tags(language) for name in _named(tag, "days"))


@lru_cache(maxsize=64)
def particles(language: str) -> frozenset[str]:
    """Folded words between the parts of a date (`de`, `gada`, `г`), CLDR's for the language."""
    locale = cldr_locale(language)
    forms = (*locale.date_formats.values(), locale.datetime_skeletons.get("yMMMM"))
    words = (word for form in forms if form for word in re.findall(r"'([^']+)'", form.pattern))
    return frozenset(
        word for text in (*words, *_PARTICLES) if (word := fold_date(text).strip(". "))
    )


@lru_cache(maxsize=64)
def month_affixes(language: str) -> tuple[str, str]:
    """What CLDR glues to the month's name in a date, before and after it (`ב` in Hebrew)."""
    pattern = cldr_locale(language).date_formats["long"].pattern
    found = re.search(r"(?:'([^' ]+)'|([^\W\d_a-zA-Z]))?M{3,4}(?:'([^' ]+)')?", pattern)
    before = (found[1] or found[2] or "") if found else ""
    return fold_date(before), fold_date(found[3] or "") if found else ""


@lru_cache(maxsize=64)
def orders(language: str) -> frozenset[str]:
    """The orders of the parts in CLDR's dates: `dMy`, `Mdy`, `yMd` or `ydM`."""
    forms = cldr_locale(language).date_formats.values()
    letters = (re.sub(r"'[^']*'|[^dMLy]", "", form.pattern).replace("L", "M") for form in forms)
    return frozenset("".join(dict.fromkeys(order)) for order in letters)


@lru_cache(maxsize=64)
def marks_after_year(language: str) -> str:
    """The signs with which 20/07/13 is a day in 2020 for readers of `language`; often none.

    CLDR's short date says so, and in the three languages of East Asia every sign does.
    """
    pattern = re.sub(r"'[^']*'|[^yMd./-]", "", cldr_locale(language).date_formats["short"].pattern)
    if not pattern.startswith("y"):
        return ""
    return "-./" if primary_subtag(language) in _EAST_ASIAN else pattern.strip("yMd.")[:1] or "."


@lru_cache(maxsize=64)
def month_comes_first(language: str) -> bool:
    """True when 05/06/2009 is the 6th of May for readers of `language`, by CLDR's short date.

    A region that begins with the year (fr-CA) does not say: its parent does. Languages that
    always begin with it write the day first after all when they end with it, but in East Asia.
    """
    for tag in fallbacks(language):
        letters = re.sub(r"[^dMy]", "", cldr_locale(tag).date_formats["short"].pattern)
        if not letters.startswith("y"):
            return letters.startswith("M")
    return primary_subtag(language) in _EAST_ASIAN


def _one_meaning(named: Iterable[tuple[int, str]]) -> dict[str, int | None]:
    meant: dict[str, int | None] = {}
    for number, name in named:
        known = meant.setdefault(name, number)
        meant[name] = number if known == number else None
    return meant


def _tags(language: str) -> tuple[str, ...]:
    return (language, *_REGIONS.get(primary_subtag(language), ()))


def _named(tag: str, kind: str) -> Iterator[tuple[int, str]]:
    locale = cldr_locale(tag)
    widths = locale.months if kind == "months" else locale.days
    for form in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in widths[form][width].items():
                folded = fold_date(name).rstrip(".")
                if not folded[:1].isdigit():
                    yield number, folded
