"""Drafts meet what is known: look up, screen the batch, then decide one after the other."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from swifeeds.identify import (
    Candidate,
    Distrusted,
    Names,
    Screened,
    file_under,
    fingerprint,
    identify_all,
    known_article,
    make_plausible,
    names_of,
    of_habits,
    recognise,
    screen,
    stated_moment,
    withdraw,
    worth_asking,
)
from swifeeds.markup import url_key
from swifeeds.model import (
    Article,
    ArticleId,
    Draft,
    Intent,
    Known,
    Oddity,
    Publication,
    Reject,
    Sighting,
    Source,
    SourceId,
    Status,
)
from swifeeds.store import Store

_MOST_DISTRUSTED = 200
"""Addresses of a source that are remembered; one template's mistake makes one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """What is to be done about a batch, a remark for each draft that was mended, and what its
    source's names and dates showed."""

    intents: tuple[Intent, ...]
    remarks: tuple[Reject, ...] = ()
    oddities: tuple[Oddity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identification:
    """Decides drafts against the store. `new_id` mints article ids, `now` gives UTC; without
    `remembers` nothing is written down of what a batch shows of its source."""

    store: Store
    publication: Publication
    sources: Mapping[SourceId, Source]
    new_id: Callable[[], ArticleId]
    now: Callable[[], datetime]
    remembers: bool = True

    async def of_drafts(
        self,
        drafts: Sequence[Draft],
        source: Source,
        shown: Collection[ArticleId] = frozenset(),
    ) -> Identified:
        """The intents of a batch in its order, and what is to be told of it.

        `shown` are articles that the source still shows by unchanged entries: no drafts, but they
        did not move either.
        """
        remarks: list[Reject] = []
        filed: list[Draft] = []
        for draft in drafts:
            plausible, mended = make_plausible(draft)
            subject = draft.url or draft.guid or draft.title
            remarks.extend(Reject(subject=subject, reason=remark) for remark in mended)
            filed.append(file_under(plausible, source, self.publication.sections))
        screened = await self._screened(filed, source)
        batch, known = await self._recognised(screened, source, shown)
        intents = identify_all(
            batch, known, source=source, sources=self.sources, new_id=self.new_id
        )
        pairs = [
            (draft, article) for draft, names in batch if (article := known_article(known, names))
        ]
        return Identified(
            intents=(*screened.mended, *intents),
            remarks=tuple(remarks),
            oddities=(*screened.oddities, *of_habits(pairs, known, source)),
        )

    async def _screened(self, drafts: Sequence[Draft], source: Source) -> Screened:
        """The batch looked at as a whole; what it shows of the source's addresses is remembered."""
        known = await self._known(drafts, source)
        key = f"distrusted-addresses:{source.id}"
        past = _distrusted(await self.store.recall(key))
        screened = screen(drafts, known, source, past)
        if self.remembers and screened.distrusted != past:
            await self.store.remember(key, _remembered(screened.distrusted))
        nameless = [one for one in screened.drafts if not (one.url or one.guid)]
        if not nameless:
            return screened
        by_text = await self._known(nameless, source)
        return replace(screened, known=_joined(screened.known, by_text))

    async def _known(self, drafts: Sequence[Draft], source: Source) -> Known:
        names = [names_of(draft, source) for draft in drafts]
        stated = {draft.guid for draft in drafts if draft.guid}
        return await self.store.known(
            source.id,
            url_keys={key for one in names for key in one.keys},
            guids=stated | {one.guid for one in names if one.guid},
        )

    async def _recognised(
        self, screened: Screened, source: Source, shown: Collection[ArticleId]
    ) -> tuple[list[tuple[Draft, Names]], Known]:
        """The drafts with their names, and with the article of those whose text tells it."""
        known = screened.known
        batch = [(draft, names_of(draft, source)) for draft in screened.drafts]
        found = [known_article(known, names) for _, names in batch]
        unknown = {at: batch[at][0] for at, article in enumerate(found) if article is None}
        there = {*shown, *(article.id for article in found if article)}
        named = len(batch) - len(unknown) + len(shown)
        if not worth_asking([*unknown.values()], named, source):
            return batch, known
        alike = await self.store.alike(
            source.id,
            fingerprints={fingerprint(draft) for draft in unknown.values()},
            moments={then for draft in unknown.values() if (then := stated_moment(draft))},
        )
        matched = recognise(
            unknown,
            [Candidate(article=article, sightings=shown) for article, shown in alike],
            shown=there,
            source=source,
        )
        for at, article in matched.items():
            draft, names = batch[at]
            batch[at] = (draft, replace(names, same_as=article))
        sightings = {article.id: shown for article, shown in alike}
        return batch, _joined(known, Known(sightings=sightings))

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


def _joined(known: Known, more: Known) -> Known:
    """What is known, and what was asked for later; the former stands where both speak."""
    return Known(
        by_url={**more.by_url, **known.by_url},
        by_guid={**more.by_guid, **known.by_guid},
        sightings={**more.sightings, **known.sightings},
    )


def _distrusted(text: str | None) -> Distrusted:
    said = json.loads(text) if text else {}
    return Distrusted(
        canonicals=frozenset(said.get("canonicals", ())), links=frozenset(said.get("links", ()))
    )


def _remembered(distrusted: Distrusted) -> str:
    return json.dumps(
        {
            "canonicals": sorted(distrusted.canonicals)[:_MOST_DISTRUSTED],
            "links": sorted(distrusted.links)[:_MOST_DISTRUSTED],
        }
    )


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
