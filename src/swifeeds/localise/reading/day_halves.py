"""The words that say which half of the day an hour is in, by language: `p.m.`, `下午`, `вечера`.

CLDR's day periods, and the Latin a.m. and p.m. that templates print everywhere, but in German,
where `am` is a word ("um 12:45 am Bahnhof").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import lru_cache

from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.folding import fold_date
from swifeeds.localise.negotiation import primary_subtag


class Half(Enum):
    """What a word says of an hour from 1 to 12."""

    BEFORE_NOON = "am"
    AFTER_NOON = "pm"
    MORNING = "morning"
    EVENING = "evening"
    NIGHT = "night"


_PERIODS = {
    "am": Half.BEFORE_NOON,
    "pm": Half.AFTER_NOON,
    "morning": Half.MORNING,
    "afternoon": Half.AFTER_NOON,
    "evening": Half.EVENING,
    "night": Half.NIGHT,
}
_EVERYWHERE = {"am": Half.BEFORE_NOON, "pm": Half.AFTER_NOON}
_EXTRA = {
    "ar": {"صباحا": "am", "مساء": "pm", "مساءا": "pm", "ظهرا": "pm", "عصرا": "pm"},
    "zh": {"上午": "am", "凌晨": "am", "早上": "am", "下午": "pm", "中午": "pm", "晚上": "evening"},
    "ja": {"午前": "am", "午後": "pm"},
    "ko": {"오전": "am", "오후": "pm"},
    "el": {"πμ": "am", "μμ": "pm"},
    "bn": {"পূর্বাহ্ণ": "am", "অপরাহ্ণ": "pm"},
    "hi": {"पूर्वाह्न": "am", "अपराह्न": "pm"},
    "ru": {"пополудни": "pm"},
}
_NOT_A_HALF = {"de": {"am"}}
_NOON, _NIGHT_ENDS = 12, 6


@lru_cache(maxsize=64)
def half_words(language: str) -> Mapping[str, Half]:
    """Folded words without dots and spaces, each with the half that it names."""
    primary = primary_subtag(language)
    words = dict(_from_cldr(language)) | _EVERYWHERE
    extra = {_bare(word): _PERIODS[kind] for word, kind in _EXTRA.get(primary, {}).items()}
    refused = _NOT_A_HALF.get(primary, set())
    return {word: half for word, half in (words | extra).items() if word not in refused}


def half_of(text: str, language: str) -> Half | None:
    """The half that a folded word names, whatever dots and spaces it is written with."""
    return half_words(language).get(_bare(text))


def half_pattern(language: str) -> str:
    """A pattern of every such word: between letters of `p.m.` a dot and a space may stand."""
    words = sorted(half_words(language), key=len, reverse=True)
    return "|".join(_spaced(word) for word in words)


def hour_of_day(hour: int, half: Half | None) -> int | None:
    """The hour from 0 to 23, or None where hour and word contradict each other."""
    if half is None or hour > _NOON:
        return hour
    match half:
        case Half.BEFORE_NOON:
            return hour % _NOON
        case Half.AFTER_NOON:
            return hour % _NOON + _NOON
        case Half.MORNING:
            return hour if hour < _NOON else None
        case Half.EVENING:
            return hour + _NOON if hour < _NOON else None
        case Half.NIGHT:
            return hour % _NOON if hour < _NIGHT_ENDS or hour == _NOON else hour + _NOON


def _from_cldr(language: str) -> Iterator[tuple[str, Half]]:
    for widths in cldr_locale(language).day_periods.values():
        for width in ("wide", "abbreviated"):
            for period, name in widths.get(width, {}).items():
                half = _PERIODS.get(period.rstrip("0123456789"))
                if half and (word := _bare(fold_date(name))):
                    yield word, half


def _bare(text: str) -> str:
    return re.sub(r"[.\s]", "", fold_date(text))


def _spaced(word: str) -> str:
    signs = [re.escape(sign) for sign in word]
    return (r"\.?\s?".join(signs) + r"\.?") if len(word) <= _DOTTED else r"\s?".join(signs)


_DOTTED = 2
"""Letters of a word that may be an abbreviation with a dot after each."""
