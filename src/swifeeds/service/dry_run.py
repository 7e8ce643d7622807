"""A dry run of a source: the journey of a poll, and nothing stored."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from swifeeds.errors import CollectError, ExtractError, UsageError
from swifeeds.extract import guess_kind
from swifeeds.markup import url_key
from swifeeds.model import (
    Draft,
    Extraction,
    Fetched,
    Guess,
    Reject,
    Source,
    SourceId,
    SourceKind,
    Validators,
)
from swifeeds.pipeline import PollReport
from swifeeds.pipeline.journey.rest import find_taxonomies
from swifeeds.pipeline.journey.visit import Visit
from swifeeds.pipeline.poll import JOURNEYS
from swifeeds.service.dry_article import DryArticle, imagine
from swifeeds.service.house import House
from swifeeds.service.hubs import takes_pushes

_TRIED = SourceId("test")
_FILES = 1000
"""Files of a folder that are looked through for articles to be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DryRun:
    """What a poll would have found.

    `guess` is there for an address that is not configured. `links` counts the articles that an
    index lists, `asked` the documents that were asked for; `taxonomies` are those of a WordPress
    site, one of which may hold its stories. `hub` is the address of the hub that a feed names, and
    `is_heard` says whether it would be asked to tell us.
    """

    url: str
    source: Source
    guess: Guess | None
    drafts: tuple[DryArticle, ...]
    links: int
    asked: int
    taxonomies: tuple[str, ...]
    rejects: tuple[Reject, ...]
    noted: tuple[Reject, ...] = ()
    hub: str | None = None
    is_heard: bool = False


async def dry_run(house: House, name: str, limit: int) -> DryRun:
    """Read a source, or an address that is not configured yet, up to so many articles.

    Raises:
        UsageError: `name` is neither a source nor an address.
        CollectError: the main document cannot be had.
        ExtractError: it cannot be read.
    """
    source, guess = await _source_for(house, name)
    is_folder = source.kind is SourceKind.DIRECTORY
    found = _Found(limit=limit, tries=_FILES if is_folder else max(limit, 1))
    report = PollReport(source_id=source.id)
    visit = Visit(
        source=_frugal(source, limit),
        collector=house.ingest.collector,
        isolation=house.parts.isolation,
        memory=_Nothing(),
        gathering=found,
        report=report,
        now=house.now,
        seeks_push=source.kind is SourceKind.FEED,
    )
    taxonomies = await _taxonomies(visit)
    try:
        with suppress(_Enough):
            await JOURNEYS[source.kind](visit)
    except ExtractError as error:
        # What an unknown address should be instead is worth telling all the same.
        if guess is None or not guess.better:
            raise
        found.set_aside(error.url, error.message)
    return DryRun(
        url=source.url,
        source=source,
        guess=guess,
        drafts=tuple(imagine(house, source, draft) for draft in found.drafts[: max(limit, 1)]),
        links=found.links,
        asked=report.documents,
        taxonomies=taxonomies,
        rejects=tuple(found.rejects),
        noted=tuple(found.noted),
        hub=report.push.hub if report.push else None,
        is_heard=takes_pushes(house.config),
    )


async def _taxonomies(visit: Visit) -> tuple[str, ...]:
    if visit.source.kind is not SourceKind.WORDPRESS:
        return ()
    try:
        return await find_taxonomies(visit)
    except (CollectError, ExtractError):
        # The journey goes the same way, and will say what is wrong with it.
        return ()


async def _source_for(house: House, name: str) -> tuple[Source, Guess | None]:
    known = house.sources.get(SourceId(name))
    if known is not None:
        return known, None
    if urlsplit(name).scheme not in {"http", "https"}:
        raise UsageError(f"there is no source {name}; name one of the file, or give a web address")
    source = Source(
        id=_TRIED,
        kind=SourceKind.PAGE,
        url=name,
        language=house.config.publication.languages[0],
        title=urlsplit(name).hostname or name,
        time_zone=house.config.publication.time_zone,
    )
    outcome = await house.ingest.collector.collect(source, name, None)
    if not isinstance(outcome, Fetched):
        return source, None
    guess = await house.parts.isolation.run(guess_kind, outcome.document, subject=name)
    return replace(source, kind=guess.kind), guess


def _frugal(source: Source, limit: int) -> Source:
    """Kinds that read as much as they may are told to read no more than is shown."""
    if source.kind in {SourceKind.SITEMAP, SourceKind.WORDPRESS}:
        return replace(source, max_articles=max(limit, 1))
    return source


class _Enough(Exception):
    """As much was read as is to be shown."""


class _Nothing:
    """The memory of somebody who was never there."""

    async def validators(self, urls: Collection[str]) -> Mapping[str, Validators]:
        """Everything is asked for whole."""
        del urls
        return {}

    async def validators_of(self, source_id: SourceId) -> Mapping[str, Validators]:
        """Every file is new."""
        del source_id
        return {}

    async def addresses(self, source_id: SourceId, *, limit: int) -> tuple[str, ...]:
        """No article is known."""
        del source_id, limit
        return ()


@dataclass(slots=True, kw_only=True)
class _Found:
    """What a journey gathers, until it is enough to be shown, or enough was tried.

    A draft of a linked page stands in the place of what the feed says of the same article.
    """

    limit: int
    tries: int
    rejects: list[Reject] = field(default_factory=list)
    noted: list[Reject] = field(default_factory=list)
    links: int = 0
    _drafts: dict[str, Draft] = field(default_factory=dict)
    _awaited: set[str] = field(default_factory=set)
    _tried: int = 0
    _has_begun: bool = False

    @property
    def drafts(self) -> list[Draft]:
        """In the order in which they came; those that are whole first."""
        return sorted(self._drafts.values(), key=lambda draft: _key(draft) in self._awaited)

    def take(self, extraction: Extraction) -> None:
        """Keep it in mind."""
        self._has_begun = True
        self.rejects.extend(extraction.rejects)
        self.noted.extend(extraction.noted)
        self.links += sum(not link.is_index for link in extraction.links)
        for draft in extraction.drafts:
            self._drafts[_key(draft)] = draft
            self._awaited.discard(_key(draft))
        self._awaited |= {url_key(link.url) for link in extraction.links} & self._drafts.keys()

    def note_read(self, url: str, validators: Validators) -> None:
        """Nothing is remembered."""

    def note_gone(self, url: str) -> None:
        """Nobody knew it."""

    def set_aside(self, subject: str, reason: str) -> None:
        """Keep it in mind."""
        self.rejects.append(Reject(subject=subject, reason=reason))

    async def keep_if_full(self) -> None:
        """One document more was tried: stop when there is enough."""
        self._tried += 1
        if self._tried >= self.tries:
            raise _Enough
        await self.renew_lease()

    async def keep(self) -> None:
        """Nothing is kept."""

    async def renew_lease(self) -> None:
        """Stop before more is asked for than is to be shown."""
        if self._has_begun and len(self._drafts.keys() - self._awaited) >= self.limit:
            raise _Enough


def _key(draft: Draft) -> str:
    return url_key(draft.url) if draft.url else draft.guid or draft.title
