"""A made-up stream of labelled headlines: events of four articles, two topics a day alike."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from tests.unit.group.writing import NOW

ARTICLES = 4
"""Articles of an event."""

_LETTERS = "bdfgklmnprstvz"


def label_rows_of(events: int, seed: int = 1) -> Iterator[dict[str, str | None]]:
    """Rows of a file of labels. An event shares half of its own words with the next one, on the
    same day: only a threshold that is not too low keeps them apart."""
    dice = Random(seed)
    common = [_word(dice) for _ in range(60)]
    for number in range(events):
        if number % 2 == 0:
            topic = [_word(dice) for _ in range(3)]
        own = [*topic, *(_word(dice) for _ in range(4))]
        for copy in range(ARTICLES):
            words = [*dice.sample(own, 6), *dice.sample(common, 2)]
            yield {
                "id": f"e{number}-{copy}",
                "title": " ".join(words),
                "language": "en",
                "published": _at(number // 2, copy).isoformat(),
                "cluster": f"event {number}",
            }


def label_file(events: int, seed: int = 1) -> str:
    """The rows as JSON lines."""
    return "".join(f"{json.dumps(row)}\n" for row in label_rows_of(events, seed))


def _at(day: int, copy: int) -> datetime:
    return NOW + timedelta(days=day, hours=copy)


def _word(dice: Random) -> str:
    return "".join(dice.choice(_LETTERS) + dice.choice("aeiou") for _ in range(3))
