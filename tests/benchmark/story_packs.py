"""Labelled headlines, read from the corpus, in the order of their publication."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from swifeeds.group import facts_of
from swifeeds.group.events import Headline
from swifeeds.model import Article, ArticleId, SourceId

_DAY = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A headline of the pack with its gold cluster."""

    headline: Headline
    language: str
    gold: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPair:
    """Two articles, and whether they report the same event."""

    language: str
    titles: tuple[str, str]
    texts: tuple[str, str]
    is_same: bool


def read_headlines(folder: Path) -> list[Labelled]:
    """`articles.tsv` of an OG2021 pack."""
    with (folder / "articles.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    rows.sort(key=lambda row: (row["published_at"], row["id"]))
    return [_labelled(row) for row in rows]


def _labelled(row: dict[str, str]) -> Labelled:
    published = datetime.fromisoformat(row["published_at"]).replace(tzinfo=UTC)
    article = headline_article(row["id"], row["lang"], row["title"], published)
    headline = Headline(
        id=row["id"],
        title=row["title"],
        day=published.timestamp() / _DAY,
        facts=facts_of(article),
    )
    return Labelled(headline=headline, language=row["lang"], gold=row["cluster_id"])


def headline_article(name: str, language: str, title: str, published: datetime) -> Article:
    """An article that is nothing but a headline."""
    return Article(
        id=ArticleId(name), source_id=SourceId("pack"), language=language, title=title,
        published=published, updated=published, first_seen=published, fingerprint=name,
    )  # fmt: skip


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
