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


def measure(folder: Path, count: int) -> tuple[list[Imported], Survived]:
    """Import `count` articles in each form, then kill."""
    writers: dict[str, Callable[[Path], None]] = {
        "own.jsonl": lambda path: write_own_lines(path, pieces(count), SOURCE),
        "plain.jsonl": lambda path: write_plain_lines(path, pieces(count)),
        "export.xml": lambda path: write_wxr(path, pieces(count)),
    }
    found = []
    for name, write in writers.items():
        file = folder / name
        write(file)
        found.append(_import(_house(folder / f"{name}.house"), file, count))
    survived = _kill(_house(folder / "killed.house"), folder / "export.xml", count)
    return found, survived


def _house(folder: Path) -> Path:
    folder.mkdir()
    (folder / "swifeeds.toml").write_text(CONFIGURATION, encoding="utf-8")
    return folder / "swifeeds.toml"


def _child(configuration: Path, file: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.benchmark.import_child", configuration, file, SOURCE]
    # What a killed process leaves behind complains on standard error; who failed says so in JSON.
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )


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
        with _child(configuration, file) as child:
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


def show(found: list[Imported], survived: Survived) -> None:
    """The table for people."""
    print("archives into SQLite, grouping excluded")
    for one in found:
        print(
            f"  {one.name:<12} {one.articles:7,} articles {one.megabytes:7.1f} MiB"
            f" {one.rate:8.1f} articles a second  peak {one.peak:6.1f} MiB"
            f"  {one.growth:+6.1f} MiB from a fifth to the end"
        )
    places = ", ".join(f"{place:,}" for place in survived.places)
    print(f"  killed after {places} articles and gone on: {survived.lost} lost,")
    print(f"  {survived.doubled} doubled")


def figures(found: list[Imported], survived: Survived) -> dict[str, object]:
    """The same for machines; the export of WordPress stands for archives."""
    export = found[-1]
    return {
        "import_articles": export.articles,
        "import_articles_per_second": round(export.rate, 1),
        "import_peak_mb": round(export.peak, 1),
        "import_growth_mb": round(max(one.growth for one in found), 1),
        "import_articles_per_second_by_form": {one.name: round(one.rate, 1) for one in found},
        "import_kills": len(survived.places),
        "import_lost": survived.lost,
        "import_doubled": survived.doubled,
    }
