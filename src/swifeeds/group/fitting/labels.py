"""Headlines of which it is known, or not known, what they belong with."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from swifeeds.group.events import Embedding, Headline
from swifeeds.group.gist import gist_of
from swifeeds.model import Article, ArticleId

FEW_DAYS = 4.0
"""Days in which articles of one story count as one event: as long as a cluster can grow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What is certain of a headline.

    To join two of one `story` is right. To miss it is a loss only where they are of one `event`:
    a story may last for years, an event lasts for days. Both None: it is in no story.
    """

    story: Hashable = None
    event: Hashable = None


STRANGER = Label()
"""Certainly in none of the stories: whatever it is joined with, that is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A headline of a stream. `label` is None where nothing is known of it."""

    headline: Headline
    language: str
    label: Label | None = None


def labelled_article(article: Article, label: Label | None = None) -> Labelled:
    """What clustering sees of an article, with its label."""
    gist = gist_of(article)
    return Labelled(headline=gist.headline, language=gist.language, label=label)


def with_embeddings(
    rows: Iterable[Labelled], embeddings: Iterable[Embedding]
) -> tuple[Labelled, ...]:
    """The rows with the vector of each headline, in the same order."""
    return tuple(
        replace(row, headline=replace(row.headline, embedding=one))
        for row, one in zip(rows, embeddings, strict=True)
    )


def with_events(
    rows: Sequence[Labelled], stories: Mapping[ArticleId, Hashable]
) -> tuple[Labelled, ...]:
    """Label the rows by their stories, each of which is cut into events: the articles within
    `FEW_DAYS` of the event's first. Rows without a story stay as they are."""
    begun: dict[Hashable, float] = {}
    found = []
    for row in sorted(rows, key=lambda one: (one.headline.day, one.headline.id)):
        story = stories.get(ArticleId(row.headline.id))
        if story is None:
            found.append(row)
            continue
        day = row.headline.day
        if day - begun.setdefault(story, day) > FEW_DAYS:
            begun[story] = day
        label = Label(story=story, event=(story, begun[story]))
        found.append(replace(row, label=label))
    return tuple(found)
