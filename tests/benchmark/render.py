"""How long it takes to write a feed of 50 entries, and what one new article costs.

`python -m tests.benchmark.render`. Each format is rendered from a feed whose entries nobody has
rendered before; `ratio_one_new` is rendering RSS and Atom again with one new entry, as a child
does it (the feed has just been unpickled, the other entries are kept), over feedgen's whole build
of the same two. Feeds per second counts all three formats with their codings: what a publication
really costs one processor. Processor time, not wall time, the kinds of work interleaved, and the
fastest of all rounds: what else the machine does then matters least. Entries have about 5 kB of
text and nine translations. A story of ten thousand articles with all its archive pages is published
in a process of its own.
"""

from __future__ import annotations

import asyncio
import json
import logging
import pickle
from collections.abc import Callable, Iterator
from functools import partial
from math import inf
from random import Random
from time import process_time

from tests.benchmark import series
from tests.benchmark.unchanged import poll_twice
from tests.unit.emit.newsroom import TODAY, company, dossier, story_key

from swifeeds.emit import Earlier, atom, compose_feed, jsonfeed, render_and_shelve, rss, splice
from swifeeds.emit._feedgen import whole_atom, whole_rss
from swifeeds.model import Dossier, Feed

ENTRIES = 50
ROUNDS = 15
PARAGRAPHS = 6
WORDS = 140
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "or", "tu", "sha", "ter", "ing", "en")


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


class Desk:
    """A feed that gets one new article at a time."""

    def __init__(self) -> None:
        self._letters = Random(2026)
        self._number = ENTRIES
        self._articles = dossiers()
        self.feed = composed(self._articles)

    def compose(self) -> None:
        """The feed, with a new article in the oldest one's place."""
        self._number += 1
        new = dossier("en", self._number, content=_text(self._letters))
        self._articles = (new, *self._articles[:-1])
        self.feed = composed(self._articles)

    def forget(self) -> None:
        """No entry has been rendered yet."""
        for kept in (splice.rss_item, splice.atom_entry, jsonfeed._item_bytes):
            kept.cache_clear()

    def sent(self) -> Feed:
        """The feed as a child gets it."""
        feed: Feed = pickle.loads(pickle.dumps(self.feed))
        return feed


def measure() -> dict[str, float]:
    """Milliseconds of the fastest round, by kind of work."""
    best: dict[str, float] = {}
    desk = Desk()
    for _ in range(ROUNDS):
        for name, work in _kinds(desk):
            started = process_time()
            work()
            best[name] = min(best.get(name, inf), 1000 * (process_time() - started))
    return best


def _kinds(desk: Desk) -> Iterator[tuple[str, Callable[[], object]]]:
    """The kinds of work of one round, each prepared when its turn comes."""
    yield "compose", lambda: composed(desk._articles)
    for name, module in (("rss", rss), ("atom", atom), ("json", jsonfeed)):
        desk.forget()
        yield name, partial(module.render, desk.feed)
    for module in (rss, atom, jsonfeed):
        module.render(desk.feed)
    desk.compose()
    feed = desk.sent()
    yield "one_new", lambda: (rss.render(feed), atom.render(feed))
    yield "one_new_json", partial(jsonfeed.render, feed)
    yield "whole", lambda: (whole_rss(feed), whole_atom(feed))
    yield "publish", lambda: render_and_shelve(feed, (), Earlier(items={}, now=TODAY))


def main() -> None:
    """Print a table for people and, as the last line, the figures for machines."""
    logging.disable(logging.WARNING)
    timings = measure()
    unchanged = asyncio.run(poll_twice())
    whole = series.measured()
    size = len(rss.render(composed(dossiers())).body)
    print(f"{ENTRIES} entries, {size / 1000:.0f} kB as RSS, fastest of {ROUNDS} rounds")
    print(f"  compose                           {timings['compose']:8.2f} ms")
    for name in ("rss", "atom", "json"):
        print(f"  render {name:<8} no entry kept      {timings[name]:8.2f} ms")
    print(f"  RSS and Atom in one feedgen build {timings['whole']:8.2f} ms")
    print(f"  RSS and Atom, one new article     {timings['one_new']:8.2f} ms")
    print(f"  JSON, one new article             {timings['one_new_json']:8.2f} ms")
    print(f"  all formats with all codings      {timings['publish']:8.2f} ms")
    print(
        f"  first poll: {unchanged.first_renders} renders, {unchanged.first_compressions}"
        f" compressed; unchanged poll: {unchanged.renders} and {unchanged.compressions}"
    )
    print(
        f"  a story of {series.ARTICLES} articles, whole: {whole['seconds']:.0f} s,"
        f" at most {whole['peak_mb']:.0f} MB"
    )
    figures = {
        "ratio_one_new": round(timings["one_new"] / timings["whole"], 4),
        "ms_rss": round(timings["rss"], 2),
        "ms_atom": round(timings["atom"], 2),
        "ms_json": round(timings["json"], 2),
        "ms_compose": round(timings["compose"], 2),
        "feeds_per_second": round(1000 / timings["publish"], 1),
        "renders_unchanged_poll": unchanged.renders,
        "compressions_unchanged_poll": unchanged.compressions,
        "peak_mb_10000_entries": whole["peak_mb"],
        "seconds_10000_entries": whole["seconds"],
    }
    print(json.dumps({"benchmark": "render", "figures": figures}))


if __name__ == "__main__":
    main()
