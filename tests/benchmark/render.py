"""How long it takes to write a feed of 50 entries, and how many feeds one process publishes.

`python -m tests.benchmark.render`. Each format is composed and rendered; feeds per second counts
all three formats with their codings: what a publication really costs one processor. Processor
time, not wall time, the kinds of work interleaved, and the fastest of all rounds: what else the
machine does then matters least. Entries have about 5 kB of text and nine translations.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from time import process_time

from tests.unit.emit.newsroom import TODAY, company, dossier, story_key

from swifeeds.emit import atom, compose_feed, jsonfeed, render_and_shelve, rss
from swifeeds.model import Dossier, Feed

ENTRIES = 50
ROUNDS = 15
PARAGRAPHS = 6
WORDS = 140
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "or", "tu", "sha", "ter", "ing", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """A kind of work, and the processor time of its fastest round."""

    name: str
    milliseconds: float


def dossiers() -> tuple[Dossier, ...]:
    """50 articles without a repeated sentence: text that a compressor has to work for."""
    letters = Random(2009)
    return tuple(dossier("en", number, content=_text(letters)) for number in range(ENTRIES))


def _text(letters: Random) -> str:
    paragraphs = (
        " ".join("".join(letters.choices(SYLLABLES, k=letters.randint(1, 4))) for _ in range(WORDS))
        for _ in range(PARAGRAPHS)
    )
    return "".join(f"<p>{paragraph}.</p>" for paragraph in paragraphs)


def composed(articles: tuple[Dossier, ...]) -> Feed:
    """The feed of these articles, composed anew."""
    return compose_feed(story_key("en"), articles, company(), editions=company().locales)


def work() -> dict[str, Callable[[], object]]:
    """The kinds of work by name."""
    articles = dossiers()
    return {
        "rss": lambda: rss.render(composed(articles)),
        "atom": lambda: atom.render(composed(articles)),
        "json": lambda: jsonfeed.render(composed(articles)),
        "publish": lambda: render_and_shelve(composed(articles), (), {}, TODAY, 300),
    }


def measure() -> tuple[Timing, ...]:
    """The fastest of all rounds for each kind of work."""
    kinds = work()
    best = dict.fromkeys(kinds, float("inf"))
    for _ in range(ROUNDS):
        for name, run in kinds.items():
            started = process_time()
            run()
            best[name] = min(best[name], process_time() - started)
    return tuple(Timing(name=name, milliseconds=1000 * seconds) for name, seconds in best.items())


def main() -> None:
    """Print a table for people and, as the last line, the figures for machines."""
    timings = {timing.name: timing.milliseconds for timing in measure()}
    size = len(rss.render(composed(dossiers())).body)
    print(f"{ENTRIES} entries, {size / 1000:.0f} kB as RSS, fastest of {ROUNDS} rounds")
    for name in ("rss", "atom", "json"):
        print(f"  compose and render {name:<8} {timings[name]:8.2f} ms")
    print(f"  all formats and codings     {timings['publish']:8.2f} ms")
    figures = {
        "ms_rss": round(timings["rss"], 2),
        "ms_atom": round(timings["atom"], 2),
        "ms_json": round(timings["json"], 2),
        "feeds_per_second": round(1000 / timings["publish"], 1),
        "ratio_one_new": None,
        "why": {"ratio_one_new": "entries are not cached: every change renders the whole feed"},
    }
    print(json.dumps({"benchmark": "render", "figures": figures}))


if __name__ == "__main__":
    main()
