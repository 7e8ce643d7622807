"""How much faster a date is written than by Babel's `format_datetime`.

Both get the same instants; Babel gets its locale and time zone as objects, made beforehand. Three
of its formats are timed: `long`, `medium` (its default) and our own pattern for the same text.
Batches are interleaved, caches are warm, and the fastest batch of each counts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from math import inf
from time import perf_counter
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from tests.tongues import ZURICH, locale

from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.writing.styles import style_of

BATCH, ROUNDS = 100, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """Microseconds for a date with its time."""

    ours: float
    long: float
    medium: float
    pattern: float

    @property
    def times(self) -> float:
        """How many times faster than the fastest of Babel's three."""
        return min(self.long, self.medium, self.pattern) / self.ours


def speed(tag: str, moments: list[datetime]) -> Speed:
    """Time one locale."""
    style, babel = style_of(tag), cldr_locale(tag)
    own = style.date_time.format(date=style.date, time=style.time_of(None))
    by_babel = partial(format_datetime, locale=babel, tzinfo=ZoneInfo(ZURICH))
    ways: Mapping[str, Callable[[datetime], str]] = {
        "ours": locale(tag).date_time,
        "long": partial(by_babel, format="long"),
        "medium": partial(by_babel, format="medium"),
        "pattern": partial(by_babel, format=own),
    }
    best = dict.fromkeys(ways, inf)
    for round_number in range(ROUNDS):
        start = round_number * BATCH % len(moments)
        batch = moments[start : start + BATCH]
        for name, write in ways.items():
            started = perf_counter()
            for moment in batch:
                write(moment)
            best[name] = min(best[name], perf_counter() - started)
    return Speed(**{name: 1_000_000 * seconds / BATCH for name, seconds in best.items()})
