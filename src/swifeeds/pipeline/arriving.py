"""What a portion of an archive becomes where it arrives: intents, and what is to be told of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from swifeeds.identify import Residents, identify, make_plausible, reunite
from swifeeds.markup import url_key
from swifeeds.model import (
    ArticleId,
    Draft,
    Duplicate,
    Extraction,
    Held,
    ImportRun,
    Intent,
    Known,
    New,
    Notice,
    Portion,
    Provenance,
    Record,
    Reject,
    Revised,
    SetAside,
    Source,
    Status,
    Tally,
)
from swifeeds.pipeline.identification import Identification
from swifeeds.store import IMPORT_HELD, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What is to be stored of a portion."""

    intents: tuple[Intent, ...]
    set_aside: tuple[SetAside, ...]
    tally: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Arriving:
    """Decides what came against the store. Without one, where nothing was ever stored, every draft
    and record is new."""

    store: Store | None
    identification: Identification | None

    async def of(self, extraction: Extraction, source: Source | None, portion: Portion) -> Arrival:
        """The arrival of one portion."""
        drafts, remarks, oddities = await self._of_drafts(extraction, source)
        records, collided = await self._of_records(extraction.records)
        reunited = [intent for some in records for intent in some]
        rejects = (*extraction.rejects, *collided)
        held = tuple(_held(intent) for intent in (*drafts, *reunited) if _is_held(intent))
        remarks = (*extraction.noted, *remarks)
        told = (*remarks, *held, *oddities)
        counted = [*drafts, *(some[0] for some in records if some)]
        tally = _tally(counted)
        unchanged = sum(1 for some in records if not some)
        return Arrival(
            intents=(*drafts, *reunited),
            set_aside=(
                *(SetAside(offset=portion.offset, reject=one) for one in rejects),
                *(SetAside(offset=portion.offset, reject=one, is_remark=True) for one in told),
            ),
            tally=replace(
                tally,
                items=portion.items,
                duplicate=tally.duplicate + unchanged,
                mended=len(remarks),
                set_aside=len(rejects),
            ),
        )

    async def _of_drafts(
        self, extraction: Extraction, source: Source | None
    ) -> tuple[tuple[Intent, ...], tuple[Reject, ...], tuple[Reject, ...]]:
        if source is None or not extraction.drafts:
            return (), (), ()
        if self.identification is None:
            return tuple(_unknown(one) for one in extraction.drafts), (), ()
        drafts = tuple(replace(one, provenance=None) for one in extraction.drafts)
        found = await self.identification.of_drafts(drafts, source)
        odd = tuple(Reject(subject=source.id, reason=one.message) for one in found.oddities)
        return tuple(map(_as_imported, found.intents)), found.remarks, odd

    async def _of_records(
        self, records: Sequence[Record]
    ) -> tuple[list[tuple[Intent, ...]], list[Reject]]:
        here = Residents() if self.store is None else await _residents(self.store, records)
        found: list[tuple[Intent, ...]] = []
        collided: list[Reject] = []
        for record in records:
            outcome = reunite(record, here)
            if isinstance(outcome, Reject):
                collided.append(outcome)
            else:
                found.append(outcome)
        return found, collided


async def _residents(store: Store, records: Sequence[Record]) -> Residents:
    """All that is here under the ids, addresses and guids of these records."""
    here = Residents()
    if not records:
        return here
    copies = [one for record in records for one in record.sightings]
    articles = [record.article for record in records]
    addresses = (*(one.url for one in copies), *(one.url for one in articles))
    keys = {url_key(url) for url in addresses if url}
    sources = dict.fromkeys(one.source_id for one in copies)
    sources |= dict.fromkeys(one.source_id for one in articles)
    for source_id in sources:
        guids = {one.guid for one in copies if one.guid and one.source_id == source_id}
        known = await store.known(source_id, url_keys=keys, guids=guids)
        here.by_url |= {key: article.id for key, article in known.by_url.items()}
        here.by_guid |= {(source_id, guid): one.id for guid, one in known.by_guid.items()}
    for article in await store.articles({record.article.id for record in records}):
        here.take_in(article, ())
    for seen in await store.sightings(here.articles):
        here.take_in(here.articles[seen.article_id], (seen,))
    return here


def _unknown(draft: Draft) -> Intent:
    plausible, _ = make_plausible(draft)
    return identify(plausible, Known(), sources={}, new_id=ArticleId(""))


def _as_imported(intent: Intent) -> Intent:
    """What an archive brings first says so; what was here before is what it was."""
    if isinstance(intent, New) and intent.article.provenance is None:
        return replace(intent, article=replace(intent.article, provenance=Provenance.LEGACY_IMPORT))
    return intent


def _is_held(intent: Intent) -> bool:
    return isinstance(intent, Held) or (
        isinstance(intent, New) and intent.article.status is Status.HELD
    )


def _held(intent: Intent) -> Reject:
    assert isinstance(intent, Held | New)
    article = intent.article
    reason = intent.reason if isinstance(intent, Held) else article.status_reason
    what = "a revision of it is held" if isinstance(intent, Held) else "it is held"
    return Reject(subject=article.url or article.id, reason=f"{what}: {reason or 'it came so'}")


def _tally(intents: Sequence[Intent]) -> Tally:
    return Tally(
        new=sum(isinstance(one, New) for one in intents),
        revised=sum(isinstance(one, Revised) for one in intents),
        duplicate=sum(isinstance(one, Duplicate) for one in intents),
        held=sum(map(_is_held, intents)),
        withdrawn=sum(map(_is_withdrawn, intents)),
    )


def _is_withdrawn(intent: Intent) -> bool:
    return isinstance(intent, New | Revised) and intent.article.status is Status.WITHDRAWN


def held_notices(run: ImportRun, now: datetime) -> Iterator[Notice]:
    """What an operator must hear of an import: one notice, however many are held."""
    if run.tally.held:
        message = (
            f"{run.tally.held} articles of {run.name} are held; `swifeeds import --list` names"
            f" them, `swifeeds import --forget {run.key}` closes this notice"
        )
        yield Notice(kind=IMPORT_HELD, subject=run.key, message=message, at=now)
