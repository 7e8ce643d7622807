"""How well releases of one publisher are linked over four languages, without ids or dates.

`python -m tests.benchmark.releases [DIR]` reads `DIR/releases-parallel`, prints tables and, as its
last line, one JSON object. What is measured says `release_linking`; thresholds are cross-fitted:
each third of the messages is scored at the threshold that is best for the other two. Tables are
learned from two thirds of the pack (title and lead) and judged on the last, beside no table on the
same third. The learning curve is of a synthetic archive (`bilingual`). Releases are full
translations in one style: never read these figures as those of news.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random

from tests.benchmark.bilingual import Archive
from tests.benchmark.georgia import print_verdicts, verdicts
from tests.benchmark.release_linking import (
    SEEDS,
    THRESHOLDS,
    Pool,
    Scores,
    Table,
    accuracy,
    at_threshold,
    cross_fitted,
    lexicon_of,
    nearest,
    pool_of,
    scores_by_message,
)
from tests.benchmark.release_texts import LANGUAGES, Release, in_all_languages, read_releases

from swifeeds.group.crosslingual import Ties
from swifeeds.group.lexicon import Lexicon, TextPair

FOLDS = 3
CURVE = (0, 100, 500, 1000, 2000, 5000)
CURVE_POOL = 162
DATED_THRESHOLD = 0.18
"""The step of the grid next to the default, which is for texts with dates."""

NAMES = (
    "acc_headline", "f1_headline", "precision_headline", "recall_headline",
    "f1_headline_default", "acc_headline_table",
    "acc_third", "acc_third_table", "f1_third", "f1_third_table",
    "acc_lead", "f1_lead", "acc_body", "f1_body", "f1_declared",
    "georgia_complete", "georgia_wanted", "georgia_off_story", "georgia_further",
    *(f"synthetic_acc_{count}" for count in CURVE),
    *(f"synthetic_f1_{count}" for count in CURVE),
)  # fmt: skip

TextOf = Callable[[Release, str], str]


def headline(release: Release, language: str) -> str:
    return release.texts[language].title


def with_lead(release: Release, language: str) -> str:
    return f"{headline(release, language)}\n{release.texts[language].lead or ''}"


def with_body(release: Release, language: str) -> str:
    return f"{with_lead(release, language)}\n{release.bodies[language]}"


def pool_from(releases: Sequence[Release], text_of: TextOf) -> Pool:
    return pool_of(
        (one.name, language, text_of(one, language)) for one in releases for language in LANGUAGES
    )


def folds_of(releases: Sequence[Release]) -> list[frozenset[str]]:
    """The messages in thirds, at random: a series of releases must not fall into one."""
    names = [one.name for one in releases]
    Random(0).shuffle(names)
    return [frozenset(names[start::FOLDS]) for start in range(FOLDS)]


def pairs_of(releases: Sequence[Release], left_out: frozenset[str]) -> list[TextPair]:
    return [
        TextPair(one=release.texts[one], other=release.texts[other])
        for release in releases
        if release.name not in left_out
        for one, other in combinations(LANGUAGES, 2)
    ]


def measure_without_table(releases: Sequence[Release], text_of: TextOf) -> tuple[float, Table]:
    """Bodies are long: one removal and the lower thresholds serve for them."""
    pool = pool_from(releases, text_of)
    everything = frozenset(pool.gold.values())
    seeds = SEEDS[:1] if text_of is with_body else SEEDS
    thresholds = THRESHOLDS[:5] if text_of is with_body else THRESHOLDS
    table = scores_by_message(pool, None, thresholds, seeds)
    return accuracy(nearest(pool, None, everything)), table


def measure_with_table(releases: Sequence[Release]) -> dict[str, float]:
    """On thirds that no table has seen, without and with it; and accuracy with all messages as
    candidates, those that taught the table too."""
    pool = pool_from(releases, headline)
    folds = folds_of(releases)
    hits: dict[str, list[bool]] = {"headline_table": [], "third": [], "third_table": []}
    plain: Table = {}
    taught: Table = {}
    for fold in folds:
        lexicon = lexicon_of(pairs_of(releases, fold))
        part = pool.of(fold)
        hits["headline_table"] += nearest(pool, lexicon, fold)
        hits["third"] += nearest(part, None, fold)
        hits["third_table"] += nearest(part, lexicon, fold)
        for threshold in THRESHOLDS:
            plain.setdefault(threshold, {}).update(_at(part, None, threshold))
            taught.setdefault(threshold, {}).update(_at(part, lexicon, threshold))
    return {
        **{f"acc_{name}": accuracy(found) for name, found in hits.items()},
        "f1_third": cross_fitted(plain, folds)[2],
        "f1_third_table": cross_fitted(taught, folds)[2],
    }


def _at(
    pool: Pool, lexicon: Lexicon | None, threshold: float
) -> dict[str, list[tuple[float, float]]]:
    return scores_by_message(pool, lexicon, (threshold,))[threshold]


def measure_declared(releases: Sequence[Release]) -> Scores:
    """Headlines again, half of the messages with declared translation links."""
    pool = pool_from(releases, headline)
    declaring = sorted(frozenset(pool.gold.values()))[::2]
    clusters = tuple(
        replace(one, ties=Ties(works=frozenset({pool.gold[one.id]})))
        if pool.gold[one.id] in declaring
        else one
        for one in pool.clusters
    )
    declared = Pool(clusters=clusters, gold=pool.gold)
    return cross_fitted(scores_by_message(declared, None, THRESHOLDS), folds_of(releases))


def measure_curve() -> dict[str, float]:
    """The synthetic archive: a pool of headlines, tables from more and more other pairs."""
    archive = Archive(seed=7)
    tested, taught = archive.pairs(CURVE_POOL), archive.pairs(max(CURVE))
    pool = pool_of(
        (f"{number:04}", text.language, text.title)
        for number, pair in enumerate(tested)
        for text in (pair.one, pair.other)
    )
    messages = frozenset(pool.gold.values())
    parts = [frozenset(sorted(messages)[start::FOLDS]) for start in range(FOLDS)]
    figures: dict[str, float] = {}
    for count in CURVE:
        lexicon = lexicon_of(taught[:count]) if count else None
        figures[f"synthetic_acc_{count}"] = accuracy(nearest(pool, lexicon, messages))
        table = scores_by_message(pool, lexicon, THRESHOLDS)
        figures[f"synthetic_f1_{count}"] = cross_fitted(table, parts)[2]
    return figures


def measure_georgia(folder: Path, releases: Sequence[Release]) -> dict[str, float]:
    found = verdicts(folder, releases)
    print("\nGeorgia, 2008 to 2010, by one rule")
    print_verdicts(found)
    wanted = [one for one in found if one.wanted]
    return {
        "georgia_complete": sum(one.complete for one in wanted),
        "georgia_wanted": len(wanted),
        "georgia_off_story": sum(bool(one.reasons) for one in found if one.marked)
        - sum(bool(one.reasons) for one in wanted),
        "georgia_further": sum(not one.marked for one in found),
    }


def measure(corpus: Path) -> dict[str, float]:
    folder = corpus / "releases-parallel"
    everything = read_releases(folder)
    releases = in_all_languages(everything)
    folds = folds_of(releases)
    figures: dict[str, float] = {}
    for name, text_of in (("headline", headline), ("lead", with_lead), ("body", with_body)):
        figures[f"acc_{name}"], table = measure_without_table(releases, text_of)
        precision, recall, f1 = cross_fitted(table, folds)
        figures |= {f"precision_{name}": precision, f"recall_{name}": recall, f"f1_{name}": f1}
        figures[f"f1_{name}_default"] = at_threshold(table, DATED_THRESHOLD)[2]
    figures |= measure_with_table(releases)
    figures["f1_declared"] = measure_declared(releases)[2]
    figures |= measure_curve()
    return figures | measure_georgia(folder, everything)


def print_table(figures: Mapping[str, float]) -> None:
    print(f"\n{'four languages, no dates, 40 % removed':44}{'acc@1':>8}{'P':>8}{'R':>8}{'F':>8}")
    for label, name in (("headline", "headline"), ("title and lead", "lead"), ("body", "body")):
        cells = (figures[f"{part}_{name}"] for part in ("acc", "precision", "recall", "f1"))
        print(f"{label:44}", *(f"{cell:7.3f}" for cell in cells))
    print(
        f"{'headline, at the threshold for dated texts':44}{figures['f1_headline_default']:32.3f}"
    )
    print(f"{'headline, half of the messages declared':44}{figures['f1_declared']:32.3f}")
    for label, name in (
        ("headline, in thirds", "third"),
        ("the same, with a table", "third_table"),
    ):
        print(f"{label:44}{figures[f'acc_{name}']:8.3f}{figures[f'f1_{name}']:24.3f}")
    label = "with a table, those it was taught from too"
    print(f"{label:44}{figures['acc_headline_table']:8.3f}")
    print("\nsynthetic archive, two invented languages, headlines")
    for count in CURVE:
        acc, f1 = figures[f"synthetic_acc_{count}"], figures[f"synthetic_f1_{count}"]
        print(f"{count:>8} pairs learned from {acc:27.3f}{f1:24.3f}")


def main(arguments: list[str]) -> None:
    if not arguments:
        why = "no corpus was named: make benchmark-releases CORPUS=DIR"
        empty = dict.fromkeys(NAMES)
        print(json.dumps({"benchmark": "releases", "figures": empty, "why": why}))
        return
    figures = measure(Path(arguments[0]))
    print_table(figures)
    rounded = {name: round(figures[name], 4) for name in NAMES}
    print(json.dumps({"benchmark": "releases", "figures": rounded}))


if __name__ == "__main__":
    main(sys.argv[1:])
