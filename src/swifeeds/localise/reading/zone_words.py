"""The words for time zones beside a time of day, folded.

Three kinds: words that are a distance from UTC, words that are a place's time whatever the season
(`ET`), and words that several places use, which only the zone of the source can decide (`CST` is
Chicago's and China's, `IST` India's, Ireland's and Israel's).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.folding import fold_date

_HOURS: Mapping[str, float] = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "cet": 1, "mez": 1, "met": 1,
    "cest": 2, "mesz": 2, "mest": 2, "hec": 1, "eet": 2, "eest": 3, "trt": 3,
    "sast": 2, "eat": 3, "wat": 1, "pkt": 5, "wib": 7, "ict": 7, "wita": 8, "sgt": 8, "myt": 8,
    "hkt": 8, "pht": 8, "wit": 9, "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "nzst": 12,
    "nzdt": 13, "edt": -4, "est": -5, "cdt": -5, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8,
    "akdt": -8, "akst": -9, "hst": -10, "ndt": -2.5, "nst": -3.5, "brt": -3, "art": -3, "clst": -3,
    "pet": -5, "bst": 1,
}  # fmt: skip

_PLACES: Mapping[str, str] = {
    "msk": "Europe/Moscow", "мск": "Europe/Moscow",
    "et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver",
    "pt": "America/Los_Angeles", "日本時間": "Asia/Tokyo", "北京时间": "Asia/Shanghai",
    "北京時間": "Asia/Shanghai", "台北時間": "Asia/Taipei", "香港時間": "Asia/Hong_Kong",
    "по москве": "Europe/Moscow", "по мск": "Europe/Moscow", "по киеву": "Europe/Kyiv",
    "по московскому времени": "Europe/Moscow", "moscow time": "Europe/Moscow",
    "heure de paris": "Europe/Paris", "hora de brasilia": "America/Sao_Paulo",
    "horario de brasilia": "America/Sao_Paulo", "hora de lisboa": "Europe/Lisbon",
    "hora peninsular": "Europe/Madrid", "hora espanola": "Europe/Madrid", "ora italiana":
    "Europe/Rome", "ortszeit bern": "Europe/Zurich", "london time": "Europe/London",
    "بتوقيت غرينتش": "Etc/UTC", "بتوقيت جرينتش": "Etc/UTC", "تغ": "Etc/UTC",
    "بتوقيت القاهرة": "Africa/Cairo", "بتوقيت مكه المكرمه": "Asia/Riyadh",
    "بتوقيت بيروت": "Asia/Beirut", "بتوقيت السعوديه": "Asia/Riyadh",
}  # fmt: skip
"""IANA zones of what is the time of a place in every season (Moscow's has changed since 2009)."""

SHARED = frozenset({"cst", "ist", "ast", "gst", "amt", "sst", "clt", "cot"})
"""Words of several zones."""

ALSO_WORDS = frozenset(
    {"z", "ut", "wet", "west", "met", "est", "pet", "wit", "eat", "wat", "art", "et", "ct", "mt",
     "pt", "ist", "ast", "hec", "amt", "ict", "ndt"}
)  # fmt: skip
"""Zones that are words of some language as well: only where nothing else follows."""

_META_ZONES = {
    "GMT": (0, "Etc/UTC"), "Europe_Western": (0, "Europe/Lisbon"),
    "Europe_Central": (1, "Europe/Paris"), "Europe_Eastern": (2, "Europe/Athens"),
    "Moscow": (3, "Europe/Moscow"), "Arabian": (3, "Asia/Riyadh"), "India": (5.5, "Asia/Kolkata"),
    "China": (8, "Asia/Shanghai"), "Japan": (9, "Asia/Tokyo"), "Korea": (9, "Asia/Seoul"),
    "Brasilia": (-3, "America/Sao_Paulo"), "America_Eastern": (-5, "America/New_York"),
    "America_Central": (-6, "America/Chicago"), "America_Pacific": (-8, "America/Los_Angeles"),
}  # fmt: skip
"""CLDR's zones whose names are read in full: hours in winter, and a place that has that time."""


@lru_cache(maxsize=64)
def zone_words(language: str) -> Mapping[str, tzinfo]:
    """What each word for a zone means; CLDR's full names are those of the language."""
    hours = {word: _east(hours) for word, hours in _HOURS.items()}
    places = {fold_date(words): ZoneInfo(place) for words, place in _PLACES.items()}
    return dict(_full_names(language)) | hours | places


@lru_cache(maxsize=64)
def zone_before(language: str) -> re.Pattern[str]:
    """A pattern of the zones that may stand before a whole date (`北京时间2009年…`)."""
    words = (word for word in zone_words(language) if not word.isascii() or " " in word)
    found = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?P<zone>{found})[\s,:]{{0,2}}\Z")


def _full_names(language: str) -> Iterator[tuple[str, tzinfo]]:
    named = cldr_locale(language).meta_zones
    for code, (hours, place) in _META_ZONES.items():
        for season, name in named.get(code, {}).get("long", {}).items():
            if isinstance(name, str) and " " in name.strip():
                zones = {"standard": _east(hours), "daylight": _east(hours + 1)}
                yield fold_date(name), zones.get(season) or ZoneInfo(place)


def _east(hours: float) -> tzinfo:
    return timezone(timedelta(hours=hours))
