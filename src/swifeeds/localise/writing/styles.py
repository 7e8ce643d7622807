"""How each language writes the dates that people read: one explicit table.

Babel's own `long` and `medium` change shape from locale to locale (they add seconds, zones or
abbreviations), so every pattern is written here. Patterns are CLDR's (UTS 35 part 4), spaces
among them: U+202F and U+2009 stand where CLDR has them, and a desk chooses what becomes of them.
A variant states only what it does otherwise; the rest comes from its parent (`de-CH` from `de`),
and the names of months and days always from its own CLDR locale (`Jänner` in `de-AT`).

Times have 24 hours but where readers expect twelve. A language that has no entry is written as
CLDR has it (`cldr_styles`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.negotiation import fallbacks, primary_subtag
from swifeeds.localise.writing.cldr_styles import style_by_cldr
from swifeeds.localise.writing.style import DateStyle

_EN = DateStyle(
    hours=12,
    date="MMMM d, y",
    day_heading="EEEE, MMMM d, y",
    month_heading="MMMM y",
    same_month=("MMMM d–", "d, y"),
    same_year=("MMMM d\u2009–\u2009", "MMMM d, y"),
)
_EN_GB = replace(
    _EN,
    hours=24,
    date="d MMMM y",
    day_heading="EEEE d MMMM y",
    same_month=("d–", "d MMMM y"),
    same_year=("d MMMM\u2009–\u2009", "d MMMM y"),
)
_DE = DateStyle(
    date="d. MMMM y",
    day_heading="EEEE, d. MMMM y",
    month_heading="MMMM y",
    same_month=("d.–", "d. MMMM y"),
    same_year=("d. MMMM\u2009–\u2009", "d. MMMM y"),
)
_FR = DateStyle(
    date="d MMMM y",
    date_time="{date} 'à' {time}",
    day_heading="EEEE d MMMM y",
    month_heading="MMMM y",
    same_month=("d–", "d MMMM y"),
    same_year=("d MMMM\u2009–\u2009", "d MMMM y"),
    first_day="1er",
)
_IT = replace(_FR, date_time="{date}, {time}", first_day=None)
_ES = DateStyle(
    date="d 'de' MMMM 'de' y",
    day_heading="EEEE, d 'de' MMMM 'de' y",
    month_heading="MMMM 'de' y",
    same_month=("d–", "d 'de' MMMM 'de' y"),
    same_year=("d 'de' MMMM\u2009–\u2009", "d 'de' MMMM 'de' y"),
)
_PT = replace(_ES, first_day="1º")
_JA = DateStyle(
    date="y年M月d日",
    time_24="H:mm",
    time_12="aK:mm",
    date_time="{date} {time}",
    day_heading="y年M月d日EEEE",
    month_heading="y年M月",
    year_heading="y年",
    same_month=("y年M月d日～", "d日"),
    same_year=("y年M月d日～", "M月d日"),
    between="～",
)
_AR = DateStyle(
    date="d MMMM y",
    time_12="h:mm\u00a0a",
    date_time="{date}، {time}",
    day_heading="EEEE، d MMMM y",
    month_heading="MMMM y",
    same_month=("d–", "d MMMM y"),
    same_year=("d MMMM – ", "d MMMM y"),
    between=" – ",
)
_ZH = DateStyle(
    date="y年M月d日",
    time_12="ah:mm",
    date_time="{date} {time}",
    day_heading="y年M月d日EEEE",
    month_heading="y年M月",
    year_heading="y年",
    same_month=("y年M月d日至", "d日"),
    same_year=("y年M月d日至", "M月d日"),
    between="至",
)
_RU = DateStyle(
    date="d MMMM y\u202f'г'.",
    day_heading="EEEE, d MMMM y\u202f'г'.",
    month_heading="LLLL y\u202f'г'.",
    same_month=("d–", "d MMMM y\u202f'г'."),
    same_year=("d MMMM\u00a0— ", "d MMMM y\u202f'г'."),
    between="\u00a0— ",
)

STYLES: Mapping[str, DateStyle] = {
    "en": _EN,
    "en-gb": _EN_GB,
    "de": _DE,
    "fr": _FR,
    "fr-ca": replace(_FR, time_24="HH\u00a0'h'\u00a0mm", time_12="h\u00a0'h'\u00a0mm\u202fa"),
    "it": _IT,
    "es": _ES,
    "es-mx": replace(_ES, hours=12),
    "pt": _PT,
    "pt-pt": replace(_PT, first_day=None),
    "ja": _JA,
    "ar": _AR,
    "zh": _ZH,
    "zh-hant": replace(_ZH, time_12="Bh:mm", day_heading="y年M月d日 EEEE"),
    "ru": _RU,
}
"""By lower-case tag. Variants without an entry inherit: `en-CH` from `en-GB`, `zh-TW` from
`zh-Hant`."""


@lru_cache(maxsize=256)
def style_of(tag: str) -> DateStyle:
    """The style of `tag` or of its nearest parent; CLDR's where none of them has an entry.

    What CLDR does not know either is written as English.
    """
    found = next((STYLES[one] for one in fallbacks(tag) if one in STYLES), None)
    return found or (style_by_cldr(tag) if has_style(tag) else _EN)


def has_style(tag: str) -> bool:
    """True when a way of writing dates is known for `tag`, here or by CLDR."""
    return cldr_locale(tag).language == primary_subtag(tag)
