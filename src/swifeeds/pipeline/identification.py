"""Drafts meet what is known: look up, then decide one after the other.

One after the other, because two drafts of one batch may be the same article (a feed that lists
an item twice under one address): the second must find the first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from swifeeds.identify import file_under, fingerprint, identify, make_plausible, withdraw
from swifeeds.markup import url_key
from swifeeds.model import (
    Article,
    ArticleId,
    Draft,
    Intent,
    Known,
    New,
    Publication,
    Reject,
    Revised,
    Sighting,
    Source,
    SourceId,
    Status,
)
from swifeeds.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Identification:
    """Decides drafts against the store. `new_id` mints article ids, `now` gives UTC."""

    store: Store
    publication: Publication
    sources: Mapping[SourceId, Source]
    new_id: Callable[[], ArticleId]
    now: Callable[[], datetime]

    async def of_drafts(
        self, drafts: Sequence[Draft], source: Source
    ) -> tuple[tuple[Intent, ...], tuple[Reject, ...]]:
        """The intents of a batch in its order, and a remark for each draft that was mended."""
        known = await self.store.known(
            source.id,
            url_keys={url_key(draft.url) for draft in drafts if draft.url},
            guids={draft.guid for draft in drafts if draft.guid},
        )
        intents: list[Intent] = []
        remarks: list[Reject] = []
        for draft in drafts:
            plausible, mended = make_plausible(draft)
            subject = draft.url or draft.guid or draft.title
            remarks.extend(Reject(subject=subject, reason=remark) for remark in mended)
            filed = file_under(plausible, source, self.publication.sections)
            intent = identify(filed, known, sources=self.sources, new_id=self.new_id())
            intents.append(intent)
            known = _learn(known, intent)
        return tuple(intents), tuple(remarks)

    async def of_gone(self, urls: Sequence[str], source: Source) -> tuple[Intent, ...]:
        """410 for an article of the publisher's own is a withdrawal; anybody else's is not."""
        if not urls or not source.own:
            return ()
        keys = {url_key(url) for url in urls}
        known = await self.store.known(source.id, url_keys=keys, guids=())
        return tuple(
            withdraw(article, _last_sighting(article, self.now()), "withdrawn by its source")
            for article in known.by_url.values()
            if article.source_id == source.id and article.status is not Status.WITHDRAWN
        )


def _learn(known: Known, intent: Intent) -> Known:
    """What the next draft of the batch must know of this one."""
    if not isinstance(intent, New | Revised):
        return known
    article, guid = intent.article, intent.sighting.guid
    by_url = {**known.by_url, url_key(article.url): article} if article.url else known.by_url
    return replace(known, by_url=by_url, by_guid=_with(known.by_guid, guid, article))


def _with(
    articles: Mapping[str, Article], key: str | None, article: Article
) -> Mapping[str, Article]:
    return {**articles, key: article} if key else articles


def _last_sighting(article: Article, now: datetime) -> Sighting:
    return Sighting(
        article_id=article.id,
        source_id=article.source_id,
        guid=None,
        url=article.url,
        fingerprint=fingerprint(article),
        first_seen=now,
        last_seen=now,
    )
