"""How fast headlines are placed, in archives of three sizes.

The words are generated: common ones by Zipf's law over 300,000, and a third of each headline from
its story's own. What is stored tells by its word counts alone; the cost follows the clusters that
are active. The largest archives take minutes to count, so they are measured on demand. Whole
articles come in another table: a lead and a body of their stories' words beside the headline.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

from swifeeds.group.events import EventIndex, Headline, read_text

_TYPES = 300_000
_EXPONENT = 1.05
_WORDS = 10
_OWN_SHARE = 0.35
_MEASURED = 2000
_SIZES = ((10_000, 5_000), (100_000, 20_000))
_LARGEST = (1_000_000, 50_000)

_TEXTS = (10_000, 5_000)
_LARGEST_OF_TEXTS = (100_000, 50_000)
"""What is stored but not alive tells by its word counts alone."""

_BODY = 220
"""Words of a body: half as many again as are read of one."""


class Stream:
    """Headlines of made-up stories."""

    def __init__(self) -> None:
        self._dice = Random(2026)
        weights = (rank**-_EXPONENT for rank in range(1, _TYPES + 1))
        self._weights = list(itertools.accumulate(weights))
        self._types = range(_TYPES)
        self._number = itertools.count()

    def headline(self, story: int, day: float) -> Headline:
        """One more headline of a story."""
        common = self._dice.choices(self._types, cum_weights=self._weights, k=_WORDS)
        own = Random(story).choices(self._types, k=6)
        title = self._mixed(common, own)
        return Headline(id=f"a{next(self._number)}", title=title, day=day)

    def article(self, story: int, day: float) -> Headline:
        """A headline with a text under it."""
        common = self._dice.choices(self._types, cum_weights=self._weights, k=_BODY)
        own = Random(-story).choices(self._types, k=60)
        text = read_text(None, self._mixed(common, own))
        return replace(self.headline(story, day), text=text)

    def _mixed(self, common: list[int], own: list[int]) -> str:
        words = [
            self._dice.choice(own) if self._dice.random() < _OWN_SHARE else word for word in common
        ]
        return " ".join(map(_spelled, words))


def _spelled(number: int) -> str:
    """A word of two to four syllables."""
    word = ""
    while number or len(word) < 4:
        number, rest = divmod(number, 75)
        word += "bdfgklmnprstvwz"[rest // 5] + "aeiou"[rest % 5]
    return word


def measure_streams(*, long: bool) -> dict[str, object]:
    """Headlines a second of processor time, and the slowest of a hundred in milliseconds."""
    figures: dict[str, object] = {}
    for stored, active in (*_SIZES, *([_LARGEST] if long else [])):
        rate, slowest, size = _measure(stored, active, Stream.headline)
        print(
            f"{stored:>9} stored, {active:>6} active: {rate:6.0f} headlines/s,"
            f" p99 {slowest:.1f} ms, {size:.0f} MB"
        )
        figures |= {"articles_per_second": round(rate), "p99_ms": round(slowest, 1)}
        figures[f"articles_per_second_{stored}"] = round(rate)
    for stored, active in (_TEXTS, *([_LARGEST_OF_TEXTS] if long else [])):
        rate, slowest, size = _measure(stored, active, Stream.article)
        print(
            f"{stored:>9} stored, {active:>6} active: {rate:6.0f} whole articles/s,"
            f" p99 {slowest:.1f} ms, {size:.0f} MB"
        )
        figures |= {"texts_per_second": round(rate), "texts_p99_ms": round(slowest, 1)}
    return figures


def _measure(
    stored: int, active: int, made: Callable[[Stream, int, float], Headline]
) -> tuple[float, float, float]:
    stream, index = Stream(), EventIndex()
    for number in range(stored - active):
        index.learn(made(stream, -number, 0.0))
    for story in range(active):
        index.add(made(stream, story, story / active))
    index.merge()
    coming = [
        made(stream, (number * 7919) % (2 * active), 1.0 + number / _MEASURED / 24)
        for number in range(_MEASURED)
    ]
    waits = []
    began = time.process_time()
    for one in coming:
        before = time.perf_counter()
        index.add(one)
        waits.append(time.perf_counter() - before)
    spent = time.process_time() - began
    return _MEASURED / spent, 1000 * sorted(waits)[-_MEASURED // 100], resident()


def resident() -> float:
    """Megabytes of this process."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024
