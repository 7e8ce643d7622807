"""Dates: written and read back, written fast, and read as public pages write them.

`python -m tests.benchmark.dates [CORPUS]`. `round_trip` is the share of strings that are read back
as what they were written from (`date_round_trip`), dateparser's share of the same strings beside
it. `speedup` is the median over the locales of how many times faster a date is written than by the
fastest of three ways of calling Babel's `format_datetime` (`date_speed`). `public_phrases` is the
share of the dated lines in the pages of CORPUS that are read as their day (`date_phrases`).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from tests.benchmark.date_phrases import PhraseCounts, phrase_counts
from tests.benchmark.date_round_trip import INSTANTS, Trip, instants, round_trip
from tests.benchmark.date_speed import Speed, speed
from tests.tongues import TAGS

_SHOWN_WRONG = 3


def main() -> None:
    """Print tables for people and, as the last line, the figures for machines."""
    moments = instants(2009)
    speeds = {tag: speed(tag, moments) for tag in TAGS}
    _print_speeds(speeds)
    trips = {tag: round_trip(tag) for tag in TAGS}
    _print_trips(trips)
    phrases, why = _phrases(Path(sys.argv[1]) if sys.argv[1:] else None)
    _print_phrases(phrases)
    read = sum(sum(trip.read.values()) for trip in trips.values())
    figures = {
        "round_trip": read / sum(sum(trip.written.values()) for trip in trips.values()),
        "public_phrases": _share(phrases, "swifeeds"),
        "speedup": round(median(one.times for one in speeds.values()), 2),
    }
    told = {"benchmark": "dates", "figures": figures}
    print(json.dumps(told if why is None else told | {"why": {"public_phrases": why}}))


def _print_speeds(speeds: Mapping[str, Speed]) -> None:
    print("\nMicroseconds to write a date with its time; times: over Babel's fastest of three.")
    print(f"{'':8}{'ours':>8}{'long':>8}{'medium':>8}{'pattern':>9}{'times':>8}")
    for tag, one in speeds.items():
        ours = f"{one.ours:8.2f}{one.long:8.2f}{one.medium:8.2f}{one.pattern:9.2f}"
        print(f"{tag:8}{ours}{one.times:8.1f}")
    times = sorted(one.times for one in speeds.values())
    print(f"{'':8}least {times[0]:.1f}, median {median(times):.1f}, most {times[-1]:.1f}")


def _print_trips(trips: Mapping[str, Trip]) -> None:
    print(f"\nRead back of what was written: {INSTANTS} instants, all choices of a desk, in %.")
    print(
        "Day, month and year are headings; the last three are ranges. dateparser: its share of the"
    )
    print("strings that say one day, as the style has them and as a desk may choose.")
    styles = tuple(next(iter(trips.values())).written)
    print(f"{'':8}{'strings':>9}" + "".join(f"{style:>11}" for style in styles), end="")
    print(f"{'dateparser':>11}{'chosen':>8}")
    for tag, trip in trips.items():
        shares = "".join(f"{100 * trip.read[one] / trip.written[one]:11.2f}" for one in styles)
        theirs = [100 * trip.by_dateparser[one] / trip.asked[one] for one in (True, False)]
        total = sum(trip.written.values())
        print(f"{tag:8}{total:9}{shares}{theirs[0]:11.1f}{theirs[1]:8.1f}")
        for text in trip.wrong[:_SHOWN_WRONG]:
            print(f"{'':8}wrong: {text!r}")


def _phrases(corpus: Path | None) -> tuple[Mapping[str, PhraseCounts], str | None]:
    if corpus is None:
        return {}, "needs CORPUS=DIR, a folder of pages with their days"
    counts = phrase_counts(corpus)
    if not counts:
        return {}, "no dated line of CORPUS was counted"
    return counts, None


def _print_phrases(phrases: Mapping[str, PhraseCounts]) -> None:
    if not phrases:
        return
    readers = sorted({reader for counts in phrases.values() for reader in counts.right})
    print("\nLines of public pages read as their day, in %.")
    print(f"{'':8}{'lines':>8}" + "".join(f"{reader:>14}" for reader in readers))
    for language, counts in sorted(phrases.items(), key=lambda one: -one[1].lines):
        shares = (100 * counts.right.get(reader, 0) / counts.lines for reader in readers)
        print(f"{language:8}{counts.lines:8}" + "".join(f"{share:14.1f}" for share in shares))


def _share(phrases: Mapping[str, PhraseCounts], reader: str) -> float | None:
    lines = sum(counts.lines for counts in phrases.values())
    right = sum(counts.right.get(reader, 0) for counts in phrases.values())
    return right / lines if lines else None


if __name__ == "__main__":
    main()
