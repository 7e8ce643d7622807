"""A way of writing dates for every language that the table of styles has no entry for.

Put together from CLDR so that a language is written rightly before anybody has looked at it: its
long date, its own clock, months in the case that a date or a heading asks for. Babel's `long`
date-times are not used: they add seconds and zones.
"""

from __future__ import annotations

import re

from babel import Locale as BabelLocale

from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.writing.style import DateStyle, Halves

_QUOTED = re.compile(r"('[^']*')")
_ABBREVIATED = re.compile(r"(?<![ML])([ML])\1{2}(?![ML])\.?")
_UNNAMED = re.compile(r"(?<![ML])(?:[ML]{1,2}|[ML]{5})(?![ML])")
_HALF_DAY = re.compile(r"(?<!a)a(?!a)")
_TWELVE_HOURS = re.compile("[hK]")
_DAY_MONTH_YEAR = re.compile(r"(?P<day>d+[.]?)\s*(?P<month>M+)[^dM]*")
_RANGE_SKELETONS = ("yMMMMd", "yMMMd")


def style_by_cldr(tag: str) -> DateStyle:
    """CLDR's way of writing dates in the language `tag`; in English where CLDR has none."""
    locale = cldr_locale(tag)
    date, time = locale.date_formats["long"].pattern, locale.time_formats["short"].pattern
    between = _between(locale)
    return DateStyle(
        date=date,
        hours=12 if _has_halves(time) else 24,
        time_24=_clock(locale, "Hm", "HH:mm"),
        time_12=_clock(locale, "hm", "h:mm a"),
        date_time=_date_time(locale),
        day_heading=locale.date_formats["full"].pattern,
        month_heading=_available(locale, "yMMMM") or "LLLL y",
        year_heading=_available(locale, "y") or "y",
        same_month=_halves(locale, "d", date, between),
        same_year=_halves(locale, "M", date, between),
        between=between,
    )


def _date_time(locale: BabelLocale) -> str:
    pattern = str(locale.datetime_formats["long"])
    return pattern.replace("{1}", "{date}").replace("{0}", "{time}")


def _clock(locale: BabelLocale, skeleton: str, otherwise: str) -> str:
    """The locale's short time where that has such a clock. Halves of the day are written out
    where that is known: Korean abbreviates its to the English ones."""
    short = str(locale.time_formats["short"].pattern)
    is_own = _has_halves(short) == _has_halves(otherwise)
    pattern = short if is_own else _available(locale, skeleton) or otherwise
    written_out = "aaaa" if "pm" in locale.day_periods["format"]["wide"] else "a"
    return _outside_quotes(_HALF_DAY, written_out, pattern)


def _halves(locale: BabelLocale, differing: str, date: str, between: str) -> Halves:
    """CLDR's range of days that differ in that letter, its months in full; else whole dates.

    Ranges that number months which the date names, or lose one, are not taken.
    """
    january = locale.months["format"]["wide"][1]
    may_number = _is_numbered(date) or january[:1].isdigit()
    for skeleton in _RANGE_SKELETONS:
        head, *tails = locale.interval_formats.get(skeleton, {}).get(differing, ("",))
        tail = "".join(tails)
        head, tail = (_as_in(date, half) for half in (head, tail))
        is_named = may_number or not _is_numbered(head + tail)
        if is_named and _tells(head, tail, differing):
            return head, tail
    return _shortened(date, differing, between) or (f"{date}{between}", date)


def _as_in(date: str, half: str) -> str:
    """Part of a range with its months in full, and without the zeros that the date has not."""
    named = _outside_quotes(_ABBREVIATED, r"\1\1\1\1", half)
    return named if "dd" in date else named.replace("dd", "d")


def _tells(head: str, tail: str, differing: str) -> bool:
    """Both halves have the day and what differs, and the two have all."""
    first, last = (set(_QUOTED.sub("", half).replace("L", "M")) for half in (head, tail))
    return {"d", differing} <= first & last and {"y", "M", "d"} <= first | last


def _is_numbered(pattern: str) -> bool:
    return bool(_UNNAMED.search(_QUOTED.sub("", pattern)))


def _shortened(date: str, differing: str, between: str) -> Halves | None:
    """The date without what comes again, where it begins with the day and the month."""
    found = _DAY_MONTH_YEAR.fullmatch(date)
    if found is None:
        return None
    head = found["day"] if differing == "d" else date[: found.end("month")]
    return f"{head}{between}", date


def _between(locale: BabelLocale) -> str:
    pattern = str(locale.interval_formats.get(None) or "{0} – {1}")
    found = re.fullmatch(r"\{0\}(.*)\{1\}", pattern)
    # A hyphen is what some locales were typed with.
    return found[1].replace("-", "–") if found else " – "


def _available(locale: BabelLocale, skeleton: str) -> str | None:
    found = locale.datetime_skeletons.get(skeleton)
    return str(found.pattern) if found else None


def _has_halves(time: str) -> bool:
    return bool(_TWELVE_HOURS.search(_QUOTED.sub("", time)))


def _outside_quotes(letters: re.Pattern[str], new: str, pattern: str) -> str:
    parts = _QUOTED.split(pattern)
    return "".join(part if part[:1] == "'" else letters.sub(new, part) for part in parts)
