"""How a language orders the parts of a date, and the words that it puts between them, by CLDR."""

from __future__ import annotations

import re
from functools import lru_cache

from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.folding import fold_date
from swifeeds.localise.negotiation import fallbacks, primary_subtag

_PARTICLES = (
    "de la", "de", "del", "de l", "d", "of", "of the", "di", "do", "da", "den", "a", "г", "р",
    "року", "года", "r", "roku", "мес", "thang", "nam", "ngay", "की", "के", "tahun", "ta", "an",
    "ค.ศ", "พ.ศ", "م",
)  # fmt: skip
"""Between the parts of a date, beside those that CLDR's own patterns hold."""

_WORD = re.compile(r"'([^']+)'|([^\W\d_a-zA-Z]+)")
"""A word in a pattern of CLDR; those of other scripts need no quotation marks."""

_EAST_ASIAN = frozenset({"ja", "ko", "zh"})


@lru_cache(maxsize=64)
def particles(language: str) -> frozenset[str]:
    """Folded words between the parts of a date (`de`, `gada`, `г`), CLDR's for the language."""
    locale = cldr_locale(language)
    forms = (*locale.date_formats.values(), locale.datetime_skeletons.get("yMMMM"))
    found = (match for form in forms if form for match in _WORD.findall(form.pattern))
    folded = (fold_date(text).strip(". ") for text in (*map("".join, found), *_PARTICLES))
    return frozenset(word for word in folded if word)


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
