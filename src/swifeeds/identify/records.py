"""An article that another house kept meets what is kept here. Pure.

It keeps its id: readers know it by that. So nothing is merged: where the id, the address or a guid
belongs to something else here, the record is set aside and says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from swifeeds.markup import url_key
from swifeeds.model import (
    Article,
    ArticleId,
    Duplicate,
    Intent,
    New,
    Record,
    Reject,
    Revised,
    Sighting,
    SourceId,
    Status,
)

_SEVERITY = {Status.USABLE: 0, Status.HELD: 1, Status.WITHDRAWN: 2}

Copy = tuple[SourceId, str | None, str | None]
"""What tells one copy of an article from another: source, guid and address."""


@dataclass(slots=True)
class Residents:
    """Who is here already: articles by id, who has an address, who has a guid of a source, and
    which copies of each article are known. `take_in` adds what a record brought."""

    articles: dict[ArticleId, Article] = field(default_factory=dict)
    by_url: dict[str, ArticleId] = field(default_factory=dict)
    by_guid: dict[tuple[SourceId, str], ArticleId] = field(default_factory=dict)
    copies: dict[ArticleId, frozenset[Copy]] = field(default_factory=dict)

    def take_in(self, article: Article, sightings: tuple[Sighting, ...]) -> None:
        """What the next record must know of this one."""
        self.articles[article.id] = article
        if article.url:
            self.by_url[url_key(article.url)] = article.id
        for one in sightings:
            if one.guid:
                self.by_guid[one.source_id, one.guid] = article.id
            if one.url:
                self.by_url.setdefault(url_key(one.url), article.id)
        known = self.copies.get(article.id, frozenset())
        self.copies[article.id] = known | {_copy(one) for one in sightings}


def reunite(record: Record, here: Residents) -> tuple[Intent, ...] | Reject:
    """What is to be done about a record, or why nothing can be.

    A record of a known id is taken where it says something else, unless what is kept here was
    revised since. What was held or withdrawn here stays so. Sightings that are known stay as they
    are; a record that brings nothing asks for nothing.
    """
    article, sightings = record.article, record.sightings or (_own_copy(record.article),)
    if (fault := _collision(article, sightings, here)) is not None:
        return Reject(subject=article.url or article.id, reason=fault)
    known = here.articles.get(article.id)
    first: New | Revised
    fresh = tuple(
        one for one in sightings if _copy(one) not in here.copies.get(article.id, frozenset())
    )
    if known is None:
        first, rest = New(article=article, sighting=sightings[0]), sightings[1:]
        after = article
    elif (newer := _newer(article, known)) is not None:
        changed = _changed(newer, known)
        first, rest = Revised(article=newer, sighting=sightings[0], changed=changed), fresh
        after = newer
    else:
        here.take_in(known, fresh)
        return tuple(Duplicate(sighting=one) for one in fresh)
    here.take_in(after, sightings)
    return (first, *(Duplicate(sighting=one) for one in rest if one is not sightings[0]))


def _newer(article: Article, known: Article) -> Article | None:
    """The revision to be stored over what is known; None where there is nothing newer in it."""
    if article.revision < known.revision or known.status is Status.WITHDRAWN:
        return None
    status, reason = article.status, article.status_reason
    if _SEVERITY[status] < _SEVERITY[known.status]:
        status, reason = known.status, known.status_reason
    settled: Mapping[str, object] = {
        "first_seen": known.first_seen,
        "adopted_id": known.adopted_id,
        "unpublished": known.unpublished,
        "revision": known.revision,
    }
    candidate = replace(
        article,
        status=status,
        status_reason=reason,
        updated=max(article.updated, known.updated),
        **settled,  # type: ignore[arg-type]
    )
    if candidate == known:
        return None
    return replace(candidate, revision=max(article.revision, known.revision + 1))


def _changed(after: Article, known: Article) -> tuple[str, ...]:
    names = (
        name
        for name in Article.__dataclass_fields__
        if name != "revision" and getattr(after, name) != getattr(known, name)
    )
    return tuple(names)


def _collision(article: Article, sightings: tuple[Sighting, ...], here: Residents) -> str | None:
    owner = here.by_url.get(url_key(article.url)) if article.url else None
    if owner is not None and owner != article.id:
        return (
            f"its address is that of article {owner} here, so {article.id} cannot keep its id;"
            " withdraw one of the two, or import it as a draft without `swifeeds`"
        )
    for one in sightings:
        owner = here.by_guid.get((one.source_id, one.guid)) if one.guid else None
        if owner is not None and owner != article.id:
            return f"its guid {one.guid!r} is that of article {owner} here"
    return None


def _copy(seen: Sighting) -> Copy:
    return seen.source_id, seen.guid, seen.url


def _own_copy(article: Article) -> Sighting:
    return Sighting(
        article_id=article.id,
        source_id=article.source_id,
        guid=None,
        url=article.url,
        fingerprint=article.fingerprint,
        first_seen=article.first_seen,
        last_seen=article.first_seen,
    )
