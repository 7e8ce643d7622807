"""How each language writes the dates that people read: one explicit table.

Babel's own `long` and `medium` change shape from locale to locale (they add seconds, zones or
abbreviations), so every pattern is written here. Patterns are CLDR's (UTS 35 part 4). A variant
states only what it does otherwise; the rest comes from its parent (`de-CH` from `de`), and the
names of months and days always from its own CLDR locale (`Jänner` in `de-AT`).

Times have 24 hours but where readers expect twelve. Digits are Latin everywhere. No pattern
prints a zone: the machine-readable date beside it does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from swifeeds.localise.negotiation import fallbacks


@dataclass(frozen=True, slots=True, kw_only=True)
class RangePatterns:
    """Two days as one phrase, shortened by what they share.

    Each is (pattern of the first day, what stands between, pattern of the last day); None: the
    whole date on both sides.
    """

    same_month: tuple[str, str, str] | None = None
    same_year: tuple[str, str, str] | None = None
    between: str = " – "


@dataclass(frozen=True, slots=True, kw_only=True)
class DateStyle:
    """One locale's way of writing.

    `date_time` joins a finished date and time (`{date}`, `{time}`); headings stand alone above a
    list. `first_day` is how the first of a month is written where it is no plain number.
    """

    date: str
    time: str = "HH:mm"
    date_time: str = "{date}, {time}"
    day_heading: str
    month_heading: str
    ranges: RangePatterns = field(default_factory=RangePatterns)
    first_day: str | None = None


_DAY_FIRST = RangePatterns(
    same_month=("d", "–", "d MMMM y"), same_year=("d MMMM", " – ", "d MMMM y")
)
_CHINESE = RangePatterns(
    same_month=("y年M月d日", "至", "d日"), same_year=("y年M月d日", "至", "M月d日"), between="至"
)

_EN = DateStyle(
    date="MMMM d, y",
    time="h:mm\u00a0a",
    day_heading="EEEE, MMMM d, y",
    month_heading="MMMM y",
    ranges=RangePatterns(
        same_month=("MMMM d", "–", "d, y"), same_year=("MMMM d", " – ", "MMMM d, y")
    ),
)
_DE = DateStyle(
    date="d. MMMM y",
    day_heading="EEEE, d. MMMM y",
    month_heading="MMMM y",
    ranges=RangePatterns(
        same_month=("d.", "–", "d. MMMM y"), same_year=("d. MMMM", " – ", "d. MMMM y")
    ),
)
_FR = DateStyle(
    date="d MMMM y",
    date_time="{date} à {time}",
    day_heading="EEEE d MMMM y",
    month_heading="MMMM y",
    ranges=_DAY_FIRST,
    first_day="1er",
)
_IT = DateStyle(
    date="d MMMM y", day_heading="EEEE d MMMM y", month_heading="MMMM y", ranges=_DAY_FIRST
)
_ES = DateStyle(
    date="d 'de' MMMM 'de' y",
    day_heading="EEEE, d 'de' MMMM 'de' y",
    month_heading="MMMM 'de' y",
    ranges=RangePatterns(
        same_month=("d", "–", "d 'de' MMMM 'de' y"),
        same_year=("d 'de' MMMM", " – ", "d 'de' MMMM 'de' y"),
    ),
)
_PT = replace(_ES, first_day="1º")
_JA = DateStyle(
    date="y年M月d日",
    time="H:mm",
    date_time="{date} {time}",
    day_heading="y年M月d日EEEE",
    month_heading="y年M月",
    ranges=RangePatterns(
        same_month=("y年M月d日", "～", "d日"), same_year=("y年M月d日", "～", "M月d日"), between="～"
    ),
)
_AR = DateStyle(
    date="d MMMM y",
    date_time="{date}، {time}",
    day_heading="EEEE، d MMMM y",
    month_heading="MMMM y",
    ranges=_DAY_FIRST,
)
_ZH = DateStyle(
    date="y年M月d日",
    date_time="{date} {time}",
    day_heading="y年M月d日EEEE",
    month_heading="y年M月",
    ranges=_CHINESE,
)
_RU = DateStyle(
    date="d MMMM y\u00a0'г'.",
    day_heading="EEEE, d MMMM y\u00a0'г'.",
    month_heading="LLLL y\u00a0'г'.",
    ranges=RangePatterns(
        same_month=("d", "–", "d MMMM y\u00a0'г'."),
        same_year=("d MMMM", " – ", "d MMMM y\u00a0'г'."),
    ),
)
_EN_GB = replace(
    _EN, date="d MMMM y", time="HH:mm", day_heading="EEEE, d MMMM y", ranges=_DAY_FIRST
)

STYLES: Mapping[str, DateStyle] = {
    "en": _EN,
    "en-gb": _EN_GB,
    "de": _DE,
    "fr": _FR,
    "fr-ca": replace(_FR, time="HH\u00a0'h'\u00a0mm"),
    "it": _IT,
    "es": _ES,
    "es-mx": replace(_ES, time="h:mm\u00a0a"),
    "pt": _PT,
    "pt-pt": replace(_PT, first_day=None),
    "ja": _JA,
    "ar": _AR,
    "zh": _ZH,
    "zh-hant": replace(_ZH, day_heading="y年M月d日 EEEE"),
    "ru": _RU,
}
"""By lower-case tag. Every other tag inherits: `en-CH` from `en-GB`, `zh-TW` from `zh-Hant`."""


@lru_cache(maxsize=256)
def style_of(tag: str) -> DateStyle:
    """The style of `tag` or of its nearest parent; English where no parent is known."""
    return next((STYLES[one] for one in fallbacks(tag) if one in STYLES), _EN)


def has_style(tag: str) -> bool:
    """True when a way of writing dates is known for `tag` or a parent of it."""
    return any(one in STYLES for one in fallbacks(tag))
