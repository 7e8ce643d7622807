"""The decision: draft and what is known of it -> what to do. Pure; ids and times are handed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from swifeeds.identify.adopting import adoptable
from swifeeds.identify.editions import (
    held_by_source,
    hold,
    is_held_by_source,
    is_older_edition,
)
from swifeeds.identify.fingerprint import fingerprint
from swifeeds.identify.moving import differs_in_query, is_new_address
from swifeeds.identify.names import Names, known_article, names_of
from swifeeds.identify.rereading import EDITORIAL, reads_otherwise
from swifeeds.identify.speaking import is_new_language
from swifeeds.identify.suspicion import suspicion
from swifeeds.model import (
    Article,
    ArticleId,
    Dating,
    Draft,
    Duplicate,
    Held,
    Intent,
    Known,
    New,
    Revised,
    Sighting,
    Source,
    SourceId,
    Status,
    Work,
)

_SETTLED = frozenset({"language", "published", "updated", "dating", "url"})
"""Fields with rules of their own in `_revision`."""


def identify(
    draft: Draft,
    known: Known,
    *,
    sources: Mapping[SourceId, Source],
    new_id: ArticleId,
    names: Names | None = None,
) -> Intent:
    """What is to be done about a draft.

    Args:
        draft: with plausible dates (`make_plausible`) and the site's section (`file_under`).
        known: what is kept under its address and guid.
        sources: every source, to tell the publisher's own.
        new_id: the id it gets if it is new; otherwise it stays unused.
        names: by what it is looked up; None is by what it says itself.

    Returns:
        New, Revised, Duplicate or Held. Its times come from the draft alone.
    """
    source = sources.get(draft.source_id)
    names = names or names_of(draft, source)
    article = known_article(known, names)
    if article is None:
        adopts = source is not None and source.adopt_ids
        return _new(draft, new_id, names, adopts=adopts)
    sighting = _sighting(draft, article, names)
    if _says_nothing(draft, article, sources):
        return Duplicate(sighting=sighting)
    if (taken_back := _taken_back(draft, article, sighting)) is not None:
        return taken_back
    changed = _changes(draft, article, names, source)
    is_set_free = draft.held is None and is_held_by_source(article)
    if not changed and not is_set_free:
        return Duplicate(sighting=sighting)
    revision = _revision(draft, article, changed)
    if reason := suspicion(draft, article):
        return Held(article=revision, sighting=sighting, reason=reason)
    freed = revision if draft.held else _freed(revision, article)
    changed = (*changed, "status") if is_set_free else changed
    return Revised(article=freed, sighting=sighting, changed=changed)


def _says_nothing(draft: Draft, article: Article, sources: Mapping[SourceId, Source]) -> bool:
    """True where whatever the draft says, the article stays as it is."""
    may_revise = _may_revise(draft, article, sources)
    return not may_revise or article.status is Status.WITHDRAWN or is_older_edition(draft, article)


def _taken_back(draft: Draft, article: Article, sighting: Sighting) -> Revised | None:
    """The publisher takes back what was public: for good, or until it says otherwise."""
    if draft.withdrawn:
        return withdraw(article, sighting, "withdrawn by its source")
    if draft.held is not None and article.status is Status.USABLE:
        return hold(article, sighting, draft.held)
    return None


def withdraw(article: Article, sighting: Sighting, reason: str) -> Revised:
    """The publisher took the article back: it leaves every feed and page, and is kept as such."""
    gone = replace(article, status=Status.WITHDRAWN, status_reason=reason)
    return Revised(article=gone, sighting=sighting, changed=("status",))


def _freed(revision: Article, before: Article) -> Article:
    """An article that was held for how it looked is free again once it looks right.

    Looking again at what was held tells a hold of ours from one by the desk, which stays.
    """
    if before.status is Status.HELD and (suspicion(before, None) or is_held_by_source(before)):
        return replace(revision, status=Status.USABLE, status_reason=None)
    return revision


def _may_revise(draft: Draft, article: Article, sources: Mapping[SourceId, Source]) -> bool:
    if draft.source_id == article.source_id:
        return True
    mine, theirs = sources.get(draft.source_id), sources.get(article.source_id)
    return bool(mine and mine.owns(draft) and not (theirs and theirs.owns(article)))


def _new(draft: Draft, new_id: ArticleId, names: Names, *, adopts: bool) -> New:
    held = None if draft.held is None else held_by_source(draft.held)
    # What was taken back is public nowhere, whatever its notice looks like.
    reason = None if draft.withdrawn else suspicion(draft, None) or held
    withdrawn = Status.WITHDRAWN if draft.withdrawn else Status.USABLE
    published = draft.published or draft.retrieved
    article = Article(
        **_work(draft),
        id=new_id,
        source_id=draft.source_id,
        published=published,
        updated=max(published, draft.updated or published),
        dating=draft.dating if draft.published else Dating(read_from="retrieval"),
        first_seen=draft.retrieved,
        fingerprint=fingerprint(draft),
        status=Status.HELD if reason else withdrawn,
        status_reason=reason,
        adopted_id=adoptable(draft) if adopts else None,
    )
    return New(article=article, sighting=_sighting(draft, article, names))


def _work(draft: Draft) -> dict[str, Any]:
    names = {field.name for field in fields(Work)} - {"published", "updated", "dating"}
    return {name: getattr(draft, name) for name in names}


def _sighting(draft: Draft, article: Article, names: Names) -> Sighting:
    """Where the source shows it is where its page was read, whatever that page claims."""
    is_at_home = draft.read_at is None and differs_in_query(draft.url, article.url)
    return Sighting(
        article_id=article.id,
        source_id=draft.source_id,
        guid=names.guid,
        url=article.url if is_at_home else draft.read_at or draft.url,
        fingerprint=fingerprint(draft),
        first_seen=draft.retrieved,
        last_seen=draft.retrieved,
        digest=draft.digest if _is_wholly_taken(draft, article) else None,
    )


def _is_wholly_taken(draft: Draft, article: Article) -> bool:
    """False where the same draft may come to more another day: when the article is taken over from
    another source, or comes back from the withdrawn."""
    return article.source_id == draft.source_id and article.status is not Status.WITHDRAWN


def _changes(
    draft: Draft, article: Article, names: Names, source: Source | None
) -> tuple[str, ...]:
    """Names of the fields in which the draft says something else than what is kept.

    A field that the draft does not state (None, or an empty tuple) is no change. A page
    does not say that its item was taken over; only the copy of its publisher's own source does
    away with that.
    """
    changed = [
        field.name
        for field in fields(Work)
        if field.name not in _SETTLED
        and (stated := getattr(draft, field.name)) not in (None, ())
        and stated != getattr(article, field.name)
    ]
    if is_new_address(draft, article, names, source):
        changed.append("url")
    if is_new_language(draft, article, source):
        changed.append("language")
    if _is_first_date(draft, article) or _is_awaited(draft, article):
        changed.append("published")
    if article.origin and draft.source_id != article.source_id and draft.origin is None:
        changed.append("origin")
    return tuple(changed)


def _is_first_date(draft: Draft, article: Article) -> bool:
    """True for the date that an article lacked so far: nothing is published after it was seen."""
    if draft.published is None or article.dating is None:
        return False
    is_stated = draft.dating is None or draft.dating.read_from != "retrieval"
    lacked = article.dating.read_from == "retrieval"
    return lacked and is_stated and draft.published < article.published


def _is_awaited(draft: Draft, article: Article) -> bool:
    """True where the article waits for its embargo, and the end is moved: nobody saw its date."""
    if draft.embargoed_until in {None, article.embargoed_until} or draft.published is None:
        return False
    return article.published > draft.retrieved and draft.published != article.published


def _revision(draft: Draft, article: Article, changed: tuple[str, ...]) -> Article:
    stated: dict[str, Any] = {name: getattr(draft, name) for name in changed}
    if "published" in changed:
        stated["dating"] = draft.dating
    revised = replace(article, **stated, source_id=draft.source_id, revision=article.revision + 1)
    updated = _updated(draft, article) if EDITORIAL & set(changed) else article.updated
    if _is_awaited(draft, article):
        updated = draft.updated or revised.published
    return replace(
        revised, updated=max(updated, revised.published), fingerprint=fingerprint(revised)
    )


def _updated(draft: Draft, article: Article) -> datetime:
    """Later than before: the publisher's own time where it is, else when we noticed.

    Where the publisher's copy takes over from another source's, or addresses in the text have other
    queries alone, the article is what it was.
    """
    if draft.updated and draft.updated > article.updated:
        return draft.updated
    if draft.source_id != article.source_id or not reads_otherwise(draft, article):
        return article.updated
    return max(draft.retrieved, article.updated)
