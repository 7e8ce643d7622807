"""Learning how a source builds its pages: a few of them are read, and nothing is stored."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from swifeeds.errors import CollectError, ExtractError, UsageError
from swifeeds.extract import extract, extract_article, learn_profile
from swifeeds.isolate import fastest
from swifeeds.model import (
    Document,
    Fetched,
    LearnedProfile,
    Reject,
    Source,
    SourceId,
    SourceKind,
)
from swifeeds.service.house import House

_LIMIT = 300.0
"""Seconds for learning: every page is read a dozen times."""

_SPARE = 5
"""Addresses more than pages: some hold no article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """What was learned of a source. Times are processor milliseconds per page, the median."""

    source: Source
    profile: LearnedProfile
    ms_unknown: float
    ms_profile: float | None
    rejects: tuple[Reject, ...]


async def learn_source(
    house: House, name: str, *, pages: int, given: Sequence[str] = ()
) -> Learning:
    """Learn the profile of a source.

    Args:
        house: what collects, and reads in children.
        name: a source of the file.
        pages: how many articles to learn from.
        given: addresses or files to learn from; without any, the source's newest articles.

    Raises:
        UsageError: there is no such source, it has no pages, or a given file cannot be read.
        CollectError: the source's own address cannot be had.
        ExtractError: nothing can be learned.
    """
    source = house.sources.get(SourceId(name))
    if source is None:
        raise UsageError(
            f"there is no source {name}: a profile belongs to one of the file; "
            "`swifeeds source list` names them"
        )
    rejects: list[Reject] = []
    documents = [one async for one in _documents(house, source, pages, given, rejects)]
    if not documents:
        raise UsageError(
            f"no page of {name} could be had to learn from; give some with --page ADDRESS or FILE"
        )
    run = house.parts.isolation.run
    profile = await run(learn_profile, tuple(documents), source, subject=source.url, limit=_LIMIT)
    read = {page.url for page in profile.pages}
    used = [one for one in documents if one.url in read]
    profiled = replace(source, rules=profile.rules)
    unknown = replace(source, rules=replace(source.rules, alone=False))
    return Learning(
        source=source,
        profile=profile,
        ms_unknown=await _milliseconds(house, used, unknown) or 0.0,
        ms_profile=await _milliseconds(house, used, profiled),
        rejects=(*rejects, *(Reject(subject=source.id, reason=one) for one in profile.unread)),
    )


async def _milliseconds(
    house: House, documents: Sequence[Document], source: Source
) -> float | None:
    run = house.parts.isolation.run
    times = []
    for one in documents:
        try:
            times.append(await run(fastest, extract_article, one, source, subject=one.url))
        except ExtractError:
            continue
    return round(1000 * median(times), 2) if times else None


async def _documents(
    house: House, source: Source, pages: int, given: Sequence[str], rejects: list[Reject]
) -> AsyncIterator[Document]:
    """Up to `pages` article pages, one after the other."""
    addresses = given or (await _addresses(house, source))[: pages + _SPARE]
    found = 0
    for address in addresses:
        if found >= max(pages, len(given)):
            return
        try:
            document = await _document(house, source, address)
            if not given:
                await house.parts.isolation.run(
                    extract_article, document, source, subject=document.url
                )
        except (CollectError, ExtractError) as error:
            rejects.append(Reject(subject=address, reason=str(error)))
        else:
            found += 1
            yield document


async def _document(house: House, source: Source, address: str) -> Document:
    if "://" not in address:
        return _file(house, source, Path(address))
    outcome = await house.ingest.collector.collect(source, address, None)
    if isinstance(outcome, Fetched):
        return outcome.document
    raise ExtractError("the publisher says it is gone", url=address)


def _file(house: House, source: Source, path: Path) -> Document:
    try:
        body = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
    url = path.absolute().as_uri()
    return Document(
        source_id=source.id, url=url, final_url=url, body=body, retrieved=house.now(),
        media_type="text/html",
    )  # fmt: skip


async def _addresses(house: House, source: Source) -> list[str]:
    """Addresses of the source's articles: what it lists now, then what is stored of it."""
    listed: list[str] = []
    if source.kind in {SourceKind.PAGE, SourceKind.FEED, SourceKind.SITEMAP}:
        outcome = await house.ingest.collector.collect(source, source.url, None)
        if isinstance(outcome, Fetched):
            found = await house.parts.isolation.run(
                extract, outcome.document, source, subject=source.url
            )
            listed = [link.url for link in found.links]
            listed += [draft.url for draft in found.drafts if draft.url]
    return list(dict.fromkeys([*listed, *await _stored(house, source)]))


async def _stored(house: House, source: Source) -> tuple[str, ...]:
    if (await house.store.schema()).current is None:
        return ()  # nothing was ever collected
    await house.store.open()
    return await house.store.addresses(source.id, limit=source.max_articles)
