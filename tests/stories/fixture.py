"""A newsroom's stories in ten languages, with the right answer beside every article.

It holds 429 articles: 389 of 15 stories with 43 events, and 40 singles that belong to no story.
Of the 389, 181 declare one sibling of their event as the same article in another language.

All of it is invented, written for this project. A file of `content` is a story, a table in it an
event (one day's news), a table in that an article, named by its language: `[walkout.fr]`. A
second article of the same desk on the same event is `[walkout.fr-later]`. Hard on purpose:

- two elections (Iceland, Uruguay), two floods (Drava, Mekong) and two football ties (Bern, Osaka)
  share a week and most of their words;
- `franc-rate` is one series of a daily figure: three events in the same words;
- Georgia is Грузия, جورجيا, ジョージア (once also グルジア) and 格鲁吉亚, and one single is about
  the American state;
- Leila Mansur is Mansour in French, and written in four other scripts;
- the Arabic desk counts in Arabic-Indic digits in `franc-rate` and in one match, elsewhere not.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from swifeeds.model import Article, ArticleId, SourceId, Translation

LANGUAGES = ("en", "de", "fr", "it", "es", "pt", "ar", "ja", "zh", "ru")
SINGLES = "singles"
"""The file whose events belong to no story."""

_CONTENT = Path(__file__).parent / "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """An article and where it belongs.

    `story` is None for a single. `event` is unique across stories; articles of one event tell the
    same day's news, in any language.
    """

    article: Article
    story: str | None
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """An article as its file gives it. `translates` is the key of a sibling in its event."""

    file: str
    event: str
    key: str
    at: datetime
    title: str
    lead: str
    translates: str | None = None

    @property
    def language(self) -> str:
        return self.key.partition("-")[0]


@cache
def labelled() -> tuple[Labelled, ...]:
    """Every article with its labels, in order of publication."""
    articles = (_labelled(entry) for entry in _entries())
    return tuple(sorted(articles, key=lambda each: (each.article.published, each.article.id)))


def articles(*, seed: int | None = None) -> tuple[Article, ...]:
    """Every article in order of publication, or shuffled by `seed`."""
    found = [each.article for each in labelled()]
    if seed is not None:
        Random(seed).shuffle(found)
    return tuple(found)


def gold_stories() -> dict[ArticleId, str]:
    """The story of each article; a single is a story of its own."""
    return {each.article.id: each.story or each.event for each in labelled()}


def gold_events() -> dict[ArticleId, str]:
    """The event of each article."""
    return {each.article.id: each.event for each in labelled()}


def _entries() -> Iterator[_Entry]:
    for file in sorted(_CONTENT.glob("*.toml")):
        events = tomllib.loads(file.read_text(encoding="utf-8"))
        for event, tables in events.items():
            for key, values in tables.items():
                yield _entry(file.stem, event, key, values)


def _entry(file: str, event: str, key: str, values: Mapping[str, Any]) -> _Entry:
    return _Entry(file=file, event=event, key=key, **values)


def _labelled(entry: _Entry) -> Labelled:
    return Labelled(
        article=_article(entry),
        story=None if entry.file == SINGLES else entry.file,
        event=f"{entry.file}/{entry.event}",
    )


def _article(entry: _Entry) -> Article:
    name = _name(entry, entry.key)
    return Article(
        id=ArticleId(name),
        source_id=SourceId(f"desk-{entry.language}"),
        language=entry.language,
        title=entry.title,
        summary=entry.lead,
        url=_address(entry.language, name),
        translations=tuple(_translations(entry)),
        published=entry.at,
        updated=entry.at,
        first_seen=entry.at,
        fingerprint=name,
    )


def _translations(entry: _Entry) -> Iterator[Translation]:
    if entry.translates is not None:
        url = _address(entry.translates, _name(entry, entry.translates))
        yield Translation(language=entry.translates, url=url, evidence="hreflang")


def _name(entry: _Entry, key: str) -> str:
    """An id that gives no story away, not even by its place in a sorted list."""
    return sha256(f"{entry.file}/{entry.event}/{key}".encode()).hexdigest()[:16]


def _address(language: str, name: str) -> str:
    return f"https://{language}.newsroom.example/{name}"
