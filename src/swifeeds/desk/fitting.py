"""What the archive gives to fit thresholds on: read, and nothing written."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from swifeeds.errors import UsageError
from swifeeds.group.fitting import (
    BY_THE_MACHINE,
    FEW_DAYS,
    Labelled,
    LabelLine,
    Unlabelled,
    certain_stories,
    label_archive,
    label_rows,
)
from swifeeds.model import Article, ArticleId, Membership, Rung
from swifeeds.store import Store

_BATCH = 500
_WINDOW = 7
"""Days of articles that are read at a time."""

_DAY = 86_400.0


async def labelled_archive(
    store: Store, now: datetime, *, limit: int, unlabelled: Unlabelled = Unlabelled.STRANGER
) -> tuple[Labelled, ...]:
    """The stream around the articles of certain place, newest weeks first up to `limit` articles.

    Args:
        store: where from.
        now: UTC; what is not public by then is left out.
        limit: articles; a week that would not fit whole ends it, but for the newest.
        unlabelled: what an article is taken for that no page declares and no editor placed.
    """
    memberships = await _memberships(store)
    placed = await _articles(store, certain_stories(memberships))
    articles = await _stream(store, placed, now, limit)
    return label_archive(articles, memberships, await store.decisions(), unlabelled)


async def labelled_by_file(
    store: Store | None, lines: Sequence[LabelLine], name: str
) -> tuple[Labelled, ...]:
    """The headlines of a file of labels, those that it names by id read from the archive.

    Raises:
        UsageError: an article is not there.
    """
    archive: dict[str, Article] = {}
    for line in lines:
        if line.article is None:
            found = None if store is None else await store.article(line.id)
            if found is None:
                raise UsageError(f"{name} labels {line.id}, and no article has that id or address")
            archive[line.id] = found
    return label_rows(lines, archive)


async def _memberships(store: Store) -> list[Membership]:
    """All memberships of the stories that not only the machine fills."""
    labels = {rung.label for rung in Rung if rung not in BY_THE_MACHINE}
    stories = [one.story.id for one in await store.stories() if labels & one.rungs.keys()]
    return [member for story in stories for member in await store.members(story)]


async def _articles(store: Store, ids: Iterable[ArticleId]) -> list[Article]:
    wanted = list(ids)
    batches = (wanted[at : at + _BATCH] for at in range(0, len(wanted), _BATCH))
    return [one for batch in batches for one in await store.articles(batch)]


async def _stream(
    store: Store, placed: Collection[Article], now: datetime, limit: int
) -> Collection[Article]:
    """Everything published in the weeks around these articles."""
    found: dict[ArticleId, Article] = {}
    for week in sorted(_weeks(placed), reverse=True):
        first = datetime.fromtimestamp(week * _WINDOW * _DAY, UTC)
        last = first + timedelta(days=_WINDOW, microseconds=-1)
        some = await store.articles_between(first, last, now, limit=limit)
        if found and len(found) + len(some) > limit:
            break
        found |= _by_id(some)
    return found.values()


def _weeks(placed: Iterable[Article]) -> set[int]:
    """Numbers of the weeks that a cluster with one of these can touch."""
    found = set()
    for one in placed:
        day = one.published.timestamp() / _DAY
        found |= {math.floor((day + shift) / _WINDOW) for shift in (-FEW_DAYS, 0.0, FEW_DAYS)}
    return found


def _by_id(articles: Iterable[Article]) -> Mapping[ArticleId, Article]:
    return {one.id: one for one in articles}
