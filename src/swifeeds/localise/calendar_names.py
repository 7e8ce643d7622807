"""Names of months and weekdays as CLDR has them, folded: in every width and form, and those of a
language's other regions (`Jänner`, the Levantine `أيار`, the Maghrebi `ماي`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.folding import fold_date
from swifeeds.localise.negotiation import primary_subtag

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


@lru_cache(maxsize=64)
def weekday_numbers(language: str) -> Mapping[str, int | None]:
    """Folded names of the days of the week, Monday 0; None for a form that two of them share."""
    return one_meaning(name for tag in tags_of(language) for name in names_in(tag, "days"))


def one_meaning(named: Iterable[tuple[int, str]]) -> dict[str, int | None]:
    """Each name with its number; None for one that has several."""
    meant: dict[str, int | None] = {}
    for number, name in named:
        known = meant.setdefault(name, number)
        meant[name] = number if known == number else None
    return meant


def tags_of(language: str) -> tuple[str, ...]:
    """The tag, and those of the regions where its language has other names."""
    return (language, *_REGIONS.get(primary_subtag(language), ()))


def names_in(
    tag: str, kind: str, *, widths: Iterable[str] = ("wide", "abbreviated")
) -> Iterator[tuple[int, str]]:
    """CLDR's names of one tag, folded, each with its number.

    Args:
        tag: BCP 47.
        kind: `months` or `days`.
        widths: CLDR's names of the widths.
    """
    locale = cldr_locale(tag)
    forms = locale.months if kind == "months" else locale.days
    for form in ("format", "stand-alone"):
        for width in widths:
            for number, name in forms[form][width].items():
                folded = fold_date(name).rstrip(".")
                if not folded[:1].isdigit():
                    yield number, folded
