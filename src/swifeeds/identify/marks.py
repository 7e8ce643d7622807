"""Stored articles of the same source that say what a draft says, where its names say nothing.

Only two cases are safe. An item without a link of its own has nothing but its guid, and where
that is new, an equal text is the same article. A site that moves gives all its articles new
addresses, and then headlines and dates tell which is which. Never across sources, and never by a
text so short that it may be written twice.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from swifeeds.identify.fingerprint import fingerprint
from swifeeds.identify.likeness import is_distinctive, letters
from swifeeds.markup import url_key
from swifeeds.model import Article, Draft, Identity, Precision, Sighting, Source, Work

_MANY = 3
"""Articles that move together; fewer may be copies."""

_ONE_DAY = timedelta(hours=36)
"""A move that also mends the zone of dates shifts them by less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A stored article that may be meant, and how the source showed it so far."""

    article: Article
    sightings: tuple[Sighting, ...]


def worth_asking(unknown: Sequence[Draft], known: int, source: Source) -> bool:
    """Whether candidates are to be looked for: some drafts could be known by their text.

    Args:
        unknown: drafts that no name led to an article.
        known: how many of the batch were found by their names.
        source: whose policy decides.
    """
    if source.identity in {Identity.GUID, Identity.URL} or not unknown:
        return False
    if source.identity is Identity.FINGERPRINT or any(not one.url for one in unknown):
        return True
    return len(unknown) >= known


def stated_moment(work: Work) -> datetime | None:
    """When it was published, if the source said so to the minute."""
    if work.dating is None or work.dating.read_from == "retrieval":
        return None
    return None if work.dating.precision is Precision.DAY else work.published


def marks_of(draft: Draft, source: Source) -> tuple[str, ...]:
    """What a text without a link is known by; empty for one that says too little."""
    marks = []
    if source.identity is Identity.FINGERPRINT or is_distinctive(draft):
        marks.append(fingerprint(draft))
    if moment := stated_moment(draft):
        marks.append(f"{fingerprint(draft)} {moment.isoformat()}")
    return tuple(marks)


def recognise(
    unknown: Mapping[int, Draft],
    candidates: Sequence[Candidate],
    *,
    shown: Collection[str],
    source: Source,
) -> dict[int, Article]:
    """The stored article of each draft that can be told by its text.

    Args:
        unknown: drafts that no name led to an article, by their place in the batch.
        candidates: articles with one of their fingerprints, or published at the same moment.
        shown: ids of the articles that the batch shows under their own names: these did not move.
        source: whose drafts and articles they are.
    """
    by_mark = _by_mark(candidates)
    found: dict[int, Article] = {}
    moved: dict[int, Article] = {}
    for at, draft in unknown.items():
        matches = [by_mark[mark] for mark in marks_of(draft, source) if mark in by_mark]
        if draft.url is None or source.identity is Identity.FINGERPRINT:
            if matches:
                found[at] = matches[0]
        elif article := _same_elsewhere(draft, matches, by_mark, shown):
            moved[at] = article
    return found | _safe_moves(moved, unknown)


def _by_mark(candidates: Sequence[Candidate]) -> dict[str, Article]:
    """The first article of each mark: a later one with the same is its double."""
    found: dict[str, Article] = {}
    for one in sorted(candidates, key=lambda one: (one.article.first_seen, one.article.id)):
        prints = {one.article.fingerprint, *(seen.fingerprint for seen in one.sightings)}
        moment = stated_moment(one.article)
        for mark in prints:
            found.setdefault(mark, one.article)
            if moment:
                found.setdefault(f"{mark} {moment.isoformat()}", one.article)
        if moment:
            found.setdefault(_headline(one.article, moment), one.article)
    return found


def _headline(work: Work, moment: datetime) -> str:
    return f"{letters(work.title)} {moment.isoformat()}"


def _same_elsewhere(
    draft: Draft,
    matches: Sequence[Article],
    by_mark: Mapping[str, Article],
    shown: Collection[str],
) -> Article | None:
    """The article that stood at another address: the same text or headline, of the same time."""
    moment = stated_moment(draft)
    found = [*matches, *filter(None, [by_mark.get(_headline(draft, moment)) if moment else None])]
    for article in found:
        then = stated_moment(article)
        is_of_the_time = moment is None or then is None or abs(moment - then) <= _ONE_DAY
        if article.id not in shown and article.url and is_of_the_time:
            return article
    return None


def _safe_moves(moved: Mapping[int, Article], unknown: Mapping[int, Draft]) -> dict[int, Article]:
    """Moves of a whole site, or to the same path at another host. One draft for one article."""
    taken: set[str] = set()
    once: dict[int, Article] = {}
    for at, article in moved.items():
        if article.id not in taken:
            once[at] = article
            taken.add(article.id)
    with_links = sum(1 for draft in unknown.values() if draft.url)
    if len(once) >= _MANY and 2 * len(once) >= with_links:
        return once
    return {at: one for at, one in once.items() if _path(unknown[at]) == _path(one)}


def _path(work: Work) -> str:
    return url_key(work.url or "").partition("/")[2] or "-"
