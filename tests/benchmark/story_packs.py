"""Labelled headlines, read from the corpus, in the order of their publication."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from swifeeds.group.fitting import Labelled, label_rows, read_label_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPair:
    """Two articles, and whether they report the same event."""

    language: str
    titles: tuple[str, str]
    texts: tuple[str, str]
    is_same: bool


def read_headlines(folder: Path) -> list[Labelled]:
    """`articles.tsv` of an OG2021 pack, in the order of time; what reports one event, of whatever
    language, is of one story."""
    lines = read_label_lines(label_lines(folder), folder.name)
    rows = label_rows(lines, {})
    return sorted(rows, key=lambda one: (one.headline.day, one.headline.id))


def label_lines(folder: Path) -> Iterator[str]:
    """`articles.tsv` of an OG2021 pack as a file of labels for `swifeeds story fit`."""
    with (folder / "articles.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            label = {
                "id": row["id"],
                "title": row["title"],
                "language": row["lang"],
                "published": row["published_at"],
                "cluster": row["cluster_id"],
            }
            yield json.dumps(label, ensure_ascii=False)


def read_pairs(folder: Path) -> Sequence[TextPair]:
    """`pairs.jsonl` of pairs-same-event."""
    return list(_pairs((folder / "pairs.jsonl").read_text(encoding="utf-8")))


def _pairs(text: str) -> Iterator[TextPair]:
    for line in filter(str.strip, text.splitlines()):
        row = json.loads(line)
        yield TextPair(
            language=row["lang"],
            titles=(row["first_title"], row["second_title"]),
            texts=(row["first_text"], row["second_text"]),
            is_same=row["gold"] == "OK",
        )
