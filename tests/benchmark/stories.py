"""How well headlines are grouped into events, and how fast.

`python -m tests.benchmark.stories [DIR]` reads `DIR/stories-og2021`, `DIR/pairs-same-event` and
`DIR/releases-parallel`, prints tables and, as its last line, one JSON object. Beside the project's
clustering stands a plain baseline, in the same run: words and groups of four letters, attached from
0.20, one day of fading, no merge pass. BCubed throughout. These figures hold for this pack: one
dense topic of a month and a half, titles alone. What texts add is measured on the pairs.
"""

from __future__ import annotations

import json
import math
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from tests.benchmark.story_grouping import (
    all_languages,
    baseline,
    clustered,
    rearranged,
)
from tests.benchmark.story_packs import read_headlines
from tests.benchmark.story_pairs import measure_pairs, measure_releases
from tests.benchmark.story_stream import measure_streams

from swifeeds.group.events import FINDING, FITTED
from swifeeds.group.fitting import Labelled, bcubed, halves, score, tally_of

_LEAST = 50
"""Headlines that a language needs to be counted by itself."""

_WITHOUT_END = replace(FINDING, live_days=math.inf)
"""What arrives out of all order finds every cluster: a pipeline reads them back for an archive."""

Clustering = Callable[[Sequence[Labelled]], Mapping[str, str]]


def main() -> None:
    """Print tables for people and, as the last line, the figures for machines."""
    figures: dict[str, object] = {}
    why: dict[str, str] = {}
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    if folder is None or not (folder / "stories-og2021").is_dir():
        names = ("f1_mean_language", "f1_all_languages", "purity", "coverage")
        figures = dict.fromkeys(names)
        why = dict.fromkeys(names, "needs CORPUS=DIR with stories-og2021")
    else:
        figures = _measure_pack(read_headlines(folder / "stories-og2021"))
        figures |= measure_pairs(folder / "pairs-same-event")
        figures |= measure_releases(folder / "releases-parallel")
    figures |= measure_streams(long="--long" in sys.argv)
    print(json.dumps({"benchmark": "stories", "figures": figures | ({"why": why} if why else {})}))


def _measure_pack(pack: Sequence[Labelled]) -> dict[str, object]:
    languages = _by_language(pack)
    finding = _table("attach = merge = .25", languages, lambda some: clustered(some, FINDING))
    plain = _table("plain baseline", languages, baseline)
    rows = [one for some in languages.values() for one in some]
    units = score(tally_of(rows, FITTED))
    purity, coverage = units.purity or 0.0, units.coverage
    print(f"published (.36): {units.units} stories, purity {purity:.3f}, covered {coverage:.3f}")
    joined, gold = all_languages(rows, FINDING), _gold(rows)
    over_all = bcubed(gold, joined)
    print(f"all languages: P {over_all.precision:.3f} R {over_all.recall:.3f} F1 {over_all.f1:.3f}")
    agreement = _agreement(languages)
    print("agreement with the order of publication: " + json.dumps(agreement))
    return {
        **{f"f1_{name}": value for name, value in finding.items()},
        "f1_mean_language_baseline": plain["mean_language"],
        "f1_all_languages": round(over_all.f1, 3),
        "purity": round(purity, 3),
        "coverage": round(coverage, 3),
        **{f"agreement_{name}": value for name, value in agreement.items()},
    }


def _table(
    name: str, languages: Mapping[str, Sequence[Labelled]], cluster: Clustering
) -> dict[str, float]:
    """Whole pack and each half by time; the mean by articles, and over languages."""
    print(name)
    first, second = map(_grouped, halves([one for some in languages.values() for one in some]))
    parts = {"": languages, "_first": first, "_second": second}
    figures: dict[str, float] = {}
    for part, some in parts.items():
        scores = {tag: bcubed(_gold(rows), cluster(rows)) for tag, rows in some.items()}
        total = sum(map(len, some.values()))
        means = [
            sum(len(some[tag]) * getattr(score, name) for tag, score in scores.items()) / total
            for name in ("precision", "recall", "f1")
        ]
        macro = sum(score.f1 for score in scores.values()) / len(scores)
        own = " ".join(f"{tag} {score.f1:.3f}" for tag, score in scores.items())
        print(
            f"  {part or 'whole':<8} P {means[0]:.3f} R {means[1]:.3f} F1 {means[2]:.3f}"
            f" macro {macro:.3f}  {own}"
        )
        figures |= {f"mean_language{part}": round(means[2], 3), f"macro{part}": round(macro, 3)}
    return figures


def _agreement(languages: Mapping[str, Sequence[Labelled]]) -> dict[str, float]:
    """BCubed F1 between the clusters in order and in another order of arrival, by articles. The
    words are counted beforehand: a running site has counted others' for long."""
    figures = {}
    for name, hours in (("6h", 6.0), ("any", None)):
        total, reached = 0, 0.0
        for rows in languages.values():
            ordered = clustered(rows, FINDING, rows)
            other = clustered(rearranged(rows, hours, Random(2021)), _WITHOUT_END, rows)
            reached += len(rows) * bcubed(ordered, other).f1
            total += len(rows)
        figures[name] = round(reached / total, 3)
    return figures


def _by_language(pack: Iterable[Labelled]) -> Mapping[str, Sequence[Labelled]]:
    return {tag: rows for tag, rows in _grouped(pack).items() if len(rows) >= _LEAST}


def _grouped(pack: Iterable[Labelled]) -> Mapping[str, Sequence[Labelled]]:
    found: dict[str, list[Labelled]] = defaultdict(list)
    for one in pack:
        found[one.language].append(one)
    return found


def _gold(rows: Sequence[Labelled]) -> dict[str, Hashable]:
    return {one.headline.id: one.label.story for one in rows if one.label}


if __name__ == "__main__":
    began = time.perf_counter()
    main()
    print(f"{time.perf_counter() - began:.0f} s", file=sys.stderr)
