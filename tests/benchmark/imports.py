"""How an archive comes in: articles a second, flat memory, and nothing lost when it is killed.

Generated articles in three forms (lines of our own model, plain lines, a WordPress export) are
imported into a new SQLite file by a process of its own. Then the export is imported once more by
processes that are killed outright at random moments, until one of them comes to the end; what the
database holds then is held against what was generated.
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from tests.benchmark.archive_content import (
    pieces,
    write_own_lines,
    write_plain_lines,
    write_wxr,
)

ROOT = Path(__file__).parents[2]
KILLS = 6
SETTLED = 2000
SOURCE = "archive"

CONFIGURATION = """
[site]
base_url = "https://feeds.example.org"
title = { en = "Benchmark" }
languages = ["en"]
time_zone = "Europe/Zurich"
tag_authority = "feeds.example.org,2026"
contact = "desk@example.org"
[storage]
url = "sqlite:///benchmark.db"
[[sources]]
id = "archive"
kind = "feed"
url = "https://archive.example/feed"
language = "en"
own = true
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One import. `growth` is the memory at the end over that after a fifth of the articles."""

    name: str
    articles: int
    megabytes: float
    seconds: float
    peak: float
    growth: float

    @property
    def rate(self) -> float:
        """Articles a second."""
        return self.articles / self.seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Survived:
    """What killing came to. `places` are the articles stored when each process was killed."""

    places: tuple[int, ...]
    lost: int
    doubled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """All of it. `grouped` are articles grouped and published a second, of `SETTLED` at most."""

    imported: tuple[Imported, ...]
    survived: Survived
    grouped: float


def measure(folder: Path, count: int) -> Measured:
    """Import `count` articles in each form, then kill, then group some."""
    writers: dict[str, Callable[[Path], None]] = {
        "own.jsonl": lambda path: write_own_lines(path, pieces(count), SOURCE),
        "plain.jsonl": lambda path: write_plain_lines(path, pieces(count)),
        "export.xml": lambda path: write_wxr(path, pieces(count)),
    }
    found: list[Imported] = []
    for name, write in writers.items():
        file = folder / name
        write(file)
        found.append(_import(_house(folder / f"{name}.house"), file, count))
    survived = _kill(_house(folder / "killed.house"), folder / "export.xml", count)
    return Measured(imported=tuple(found), survived=survived, grouped=_settle(folder, count))


def _settle(folder: Path, count: int) -> float:
    count, file = min(count, SETTLED), folder / "some.xml"
    write_wxr(file, pieces(count))
    with _child(_house(folder / "settled.house"), file, "settle") as child:
        *_, end = _said(child)
    return float(count / end["settling"])


def _house(folder: Path) -> Path:
    folder.mkdir()
    (folder / "swifeeds.toml").write_text(CONFIGURATION, encoding="utf-8")
    return folder / "swifeeds.toml"


def _child(
    configuration: Path, file: Path, *then: str, quiet: bool = False
) -> subprocess.Popen[str]:
    child = [sys.executable, "-m", "tests.benchmark.import_child"]
    command = [*child, configuration, file, SOURCE, *then]
    # `quiet`: what a killed process leaves behind complains on standard error.
    errors = subprocess.DEVNULL if quiet else None
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True)


def _said(child: subprocess.Popen[str]) -> Iterator[dict[str, Any]]:
    assert child.stdout is not None
    for line in child.stdout:
        yield json.loads(line)


def _import(configuration: Path, file: Path, count: int) -> Imported:
    with _child(configuration, file) as child:
        *steps, end = _said(child)
    if end.get("failure") or end["done"]["new"] != count:
        sys.exit(f"the figures would mean nothing: {end}")
    early = next(step["memory"] for step in steps if step["items"] >= count / 5)
    return Imported(
        name=file.name,
        articles=count,
        megabytes=file.stat().st_size / 2**20,
        seconds=end["seconds"],
        peak=end["peak"],
        growth=steps[-1]["memory"] - early,
    )


def _kill(configuration: Path, file: Path, count: int) -> Survived:
    chance = Random(2009)
    moments = sorted(chance.randint(1, count - 1) for _ in range(KILLS))
    places = []
    for moment in moments:
        with _child(configuration, file, quiet=True) as child:
            for said in _said(child):
                if said.get("items", count) >= moment:
                    # Anywhere in the next portion: reading, identifying, or amid its transaction.
                    _wait(chance.random() * 0.3)
                    child.kill()
                    places.append(said.get("items", count))
                    break
    with _child(configuration, file) as child:
        *_, end = _said(child)
    if end.get("failure"):
        sys.exit(f"the last import did not end well: {end}")
    return _survived(configuration.parent / "benchmark.db", count, tuple(places))


def _wait(seconds: float) -> None:
    until = perf_counter() + seconds
    while perf_counter() < until:
        pass


def _survived(database: Path, count: int, places: tuple[int, ...]) -> Survived:
    expected = Counter(one.guid for one in pieces(count, paragraphs=0))
    with closing(sqlite3.connect(database)) as connection:
        query = "select s.guid from article a left join sighting s on s.article_id = a.id"
        stored = Counter(row[0] for row in connection.execute(query))
    lost, doubled = expected - stored, stored - expected
    return Survived(places=places, lost=lost.total(), doubled=doubled.total())


def show(measured: Measured) -> None:
    """The table for people."""
    print("archives into SQLite, grouping excluded")
    for one in measured.imported:
        print(
            f"  {one.name:<12} {one.articles:7,} articles {one.megabytes:7.1f} MiB"
            f" {one.rate:8.1f} articles a second  peak {one.peak:6.1f} MiB"
            f"  {one.growth:+6.1f} MiB from a fifth to the end"
        )
    survived = measured.survived
    places = ", ".join(f"{place:,}" for place in survived.places)
    print(f"  export.xml killed after {places} articles, and gone on:")
    print(f"  {survived.lost} lost, {survived.doubled} doubled")
    print(f"  grouped and published {measured.grouped:8.1f} articles a second")


def figures(measured: Measured) -> dict[str, object]:
    """The same for machines; the export of WordPress stands for archives."""
    export, survived = measured.imported[-1], measured.survived
    return {
        "import_articles": export.articles,
        "import_articles_per_second": round(export.rate, 1),
        "import_peak_mb": round(export.peak, 1),
        "import_growth_mb": round(max(one.growth for one in measured.imported), 1),
        "import_articles_per_second_by_form": {
            one.name: round(one.rate, 1) for one in measured.imported
        },
        "import_kills": len(survived.places),
        "import_lost": survived.lost,
        "import_doubled": survived.doubled,
        "grouped_articles_per_second": round(measured.grouped, 1),
    }
