"""The words of dates in one language: names of months and weekdays, and which number comes first.

CLDR's names in all widths and forms, those of the language's other regions (`Jänner`, the
Levantine `أيار`, the Maghrebi `ماي`), and a few that people write and CLDR lacks. All folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.folding import fold
from swifeeds.localise.negotiation import fallbacks, primary_subtag

_REGIONS = {
    "ar": ("ar-LB", "ar-IQ", "ar-MA", "ar-DZ", "ar-TN", "ar-SA"),
    "de": ("de-AT",),
    "en": ("en-GB", "en-AU"),
    "es": ("es-MX",),
    "fr": ("fr-CA", "fr-CH"),
    "pt": ("pt-PT",),
}
"""Where months have other names or abbreviations than in the language at large."""

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


@lru_cache(maxsize=64)
def month_numbers(language: str) -> Mapping[str, int]:
    """Folded names of months, with their numbers. Empty where months are numbered (ja, zh)."""
    names = dict(_EXTRA_MONTHS.get(primary_subtag(language), {}))
    for tag in _tags(language):
        for number, name in _named(tag, "months"):
            names.setdefault(name, number)
    return names


@lru_cache(maxsize=64)
def weekday_names(language: str) -> frozenset[str]:
    """Folded names of the days of the week, abbreviations among them."""
    return frozenset(name for tag in _tags(language) for _number, name in _named(tag, "days"))


@lru_cache(maxsize=64)
def month_comes_first(language: str) -> bool:
    """True when 05/06/2009 is the 6th of May for readers of `language`, by CLDR's short date.

    A region that begins with the year (fr-CA) does not say: its parent does.
    """
    for tag in fallbacks(language):
        letters = re.sub(r"[^dMy]", "", cldr_locale(tag).date_formats["short"].pattern)
        if not letters.startswith("y"):
            return letters.startswith("M")
    return True


def _tags(language: str) -> tuple[str, ...]:
    return (language, *_REGIONS.get(primary_subtag(language), ()))


def _named(tag: str, kind: str) -> Iterator[tuple[int, str]]:
    locale = cldr_locale(tag)
    widths = locale.months if kind == "months" else locale.days
    for form in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in widths[form][width].items():
                folded = fold(name).rstrip(".")
                if not folded[:1].isdigit():
                    yield number, folded
