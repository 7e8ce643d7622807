"""The ways in which days are written, as patterns over folded text, made from CLDR's words.

Day, month and year must stand together, with nothing between them that is not written there: a
skipped word would turn "since January 2009" into a day in January that nobody named. A part of a
longer row of numbers is no day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from swifeeds.localise.folding import fold_date
from swifeeds.localise.negotiation import primary_subtag
from swifeeds.localise.reading.month_names import month_forms, solar_months
from swifeeds.localise.reading.words import month_affixes, orders, particles

_BEGIN = r"(?<!\d)(?<!\d[.,:/-])(?<!\d[./-]\s)"
_END = r"(?!\d|[./]\d|-\d{1,3}(?![\d:h]))"
_ORDINAL = r"(?:\s?\.|-?[^\W\d_]{1,3}(?![^\W_]))?"
_DAY = rf"(?P<day>\d{{1,2}})(?!\d){_ORDINAL}"
_END_OF_NAME = r"(?![^\W\d_])(?:(?<!\d)|(?!\d))"
_GAP = r"[\s.,،/'’-]{0,3}"
_YEAR = r"(?P<year>\d{4}|['’‘]\d\d)(?!\d|[.:]\d\d)"
_SHORT_YEAR = r"(?P<year>\d\d)(?!\d|[.:]\d\d)"
_NUMBERS = (
    r"(?P<a>\d{4}|\d{1,2})\s?(?P<mark>[-./])\s?(?P<b>\d{1,2})\s?(?P=mark)\s?(?P<c>\d{4}|\d{1,2})\.?"
    rf"(?:\s?(?:{fold_date('г|р|م|r')})(?![^\W\d_])\.?)?"
)
_UNITS = tuple(fold_date(signs) for signs in ("年|년", "月|월", "日|號|号|일"))
_WITH_UNITS = (
    rf"(?<!\d)(?P<year>\d{{3,4}})\s?(?:{_UNITS[0]})\s?(?P<month>\d{{1,2}})\s?(?:{_UNITS[1]})\s?"
    rf"(?P<day>\d{{1,2}})(?:\s?(?:{_UNITS[2]})|(?!\d))"
)
_REPUBLICAN = r"(?P<year>1\d\d)(?P<mark>[-./])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
_ERA_INITIAL = (
    r"(?<![^\W_])(?P<era>[mtshr])\s?(?P<year>\d{1,2})[-./年](?P<month>\d{1,2})[-./月]"
    r"(?P<day>\d{1,2})日?"
)
_COMPACT = r"(?<!\d)(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?=\Z|t\d)"
_IN_ROMAN = r"(?P<day>\d{1,2})(?P<mark>[./])\s?(?P<month>[ivx]{1,4})(?P=mark)\s?(?P<year>\d{4})"


@lru_cache(maxsize=64)
def day_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Every way of writing a day that readers of `language` know, over folded text.

    Groups are `day`, `month` (a name or a number) and `year`, with `also` for a month named twice
    and `era` for the letter of a Japanese era; or `a`, `b`, `c` with the `mark` between them for
    three numbers whose order the language decides.
    """
    primary = primary_subtag(language)
    written = [_WITH_UNITS, _BEGIN + _NUMBERS + _END, _COMPACT, _BEGIN + _IN_ROMAN + _END]
    written += _spelled(language)
    if primary == "ja":
        written.append(_ERA_INITIAL + _END)
    if primary == "zh":
        written.append(_BEGIN + _REPUBLICAN + _END)
    return tuple(re.compile(pattern) for pattern in written)


def _spelled(language: str) -> Iterator[str]:
    """Days with the name of their month."""
    names = _one_of((*month_forms(language), *solar_months(language)))
    if not names:
        return
    before, after = (f"(?:{re.escape(affix)})?" for affix in month_affixes(language))
    also = rf"(?:\s?[/(]\s?(?P<also>{names})(?![^\W\d_])\.?\s?\)?)?"
    month = rf"{before}(?P<month>{names}){after}{_END_OF_NAME}\.?{also}"
    words = _one_of(particles(language))
    gap = rf"{_GAP}(?:(?:{words})(?![^\W\d_])[\s.,'’]{{0,2}})?"
    year = rf"{_YEAR}(?:\s?(?:{words})(?![^\W\d_])\.?)?"
    yield _BEGIN + _DAY + gap + month + gap + year
    yield rf"(?<![^\W_]){month}[\s.-]{{0,2}}{_DAY}{gap}{year}"
    first = _BEGIN + r"(?P<year>\d{4})(?:-?[^\W\d_]{1,2}(?![^\W_])|(?!\d))"
    yield rf"{first}-{month}-(?P<day>\d{{1,2}}){_END}"
    yield rf"{_BEGIN}(?P<day>\d{{1,2}})(?P<mark>[-./]){month}(?P=mark){_SHORT_YEAR}"
    if "yMd" in orders(language):
        yield rf"{first}{gap}{month}{gap}{_DAY}(?:\s?(?:{words})(?![^\W\d_])\.?)?"
    if "ydM" in orders(language):
        yield first + gap + _DAY + gap + month


def _one_of(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))
