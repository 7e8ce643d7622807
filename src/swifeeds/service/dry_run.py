"""A dry run of a source: everything a poll would do, and nothing stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from swifeeds.emit import affected_feeds, feed_path
from swifeeds.errors import CollectError, ExtractError, UsageError
from swifeeds.extract import extract, extract_article
from swifeeds.group import group_articles
from swifeeds.identify import file_under, identify, make_plausible
from swifeeds.model import (
    ArticleId,
    Draft,
    Extraction,
    Fetched,
    Known,
    Link,
    Neighbourhood,
    New,
    Reject,
    Scope,
    Source,
    SourceId,
    SourceKind,
)
from swifeeds.service.house import House


@dataclass(frozen=True, slots=True, kw_only=True)
class DryArticle:
    """A draft, the stories whose rules take it, and the feeds it would enter."""

    draft: Draft
    stories: tuple[str, ...]
    feeds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DryRun:
    """What a poll would have found. `links` counts the articles that an index lists."""

    url: str
    drafts: tuple[DryArticle, ...]
    links: int
    rejects: tuple[Reject, ...]


async def dry_run(house: House, name: str, limit: int) -> DryRun:
    """Read a source, or an address that is not configured yet, with up to `limit` linked articles.

    Raises:
        UsageError: `name` is neither a source nor an address.
        CollectError: the main document cannot be had.
        ExtractError: it cannot be read.
    """
    source = _source_for(house, name)
    if source.kind is SourceKind.DIRECTORY:
        main = await _read_folder(house, source, limit)
    else:
        main = await _read(house, source, source.url, None)
    drafts, rejects = list(main.drafts), list(main.rejects)
    for link in main.links[:limit]:
        try:
            linked = await _read(house, source, link.url, link)
        except (CollectError, ExtractError) as error:
            rejects.append(Reject(subject=link.url, reason=str(error)))
        else:
            drafts.extend(linked.drafts)
            rejects.extend(linked.rejects)
    return DryRun(
        url=source.url,
        drafts=tuple(_article(house, source, draft) for draft in drafts[: max(limit, 1)]),
        links=len(main.links),
        rejects=tuple(rejects),
    )


def _source_for(house: House, name: str) -> Source:
    known = house.sources.get(SourceId(name))
    if known is not None:
        return known
    if urlsplit(name).scheme not in {"http", "https"}:
        raise UsageError(f"there is no source {name}; name one of the file, or give a web address")
    return Source(
        id=SourceId("test"),
        kind=SourceKind.PAGE,
        url=name,
        language=house.config.publication.languages[0],
        title=name,
        time_zone=house.config.publication.time_zone,
    )


async def _read_folder(house: House, source: Source, limit: int) -> Extraction:
    """The first finished files of a folder, as many as may be shown."""
    drafts: list[Draft] = []
    rejects: list[Reject] = []
    async for outcome in house.ingest.collector.scan(source, {}):
        if isinstance(outcome, Reject):
            rejects.append(outcome)
        elif isinstance(outcome, Fetched):
            document = outcome.document
            try:
                read = await house.parts.isolation.run(
                    extract, document, source, subject=document.url
                )
            except ExtractError as error:
                rejects.append(Reject(subject=document.url, reason=error.message))
            else:
                drafts.extend(read.drafts)
                rejects.extend(read.rejects)
        if len(drafts) >= max(limit, 1):
            break
    return Extraction(drafts=tuple(drafts), rejects=tuple(rejects))


async def _read(house: House, source: Source, url: str, link: Link | None) -> Extraction:
    outcome = await house.ingest.collector.collect(source, url, None)
    if not isinstance(outcome, Fetched):
        return Extraction(rejects=(Reject(subject=url, reason="the publisher says it is gone"),))
    run, document = house.parts.isolation.run, outcome.document
    if link is not None:
        read: Extraction = await run(extract_article, document, source, link.draft, subject=url)
        return read
    feed = replace(source, kind=SourceKind.FEED)
    kind = feed if source.id == "test" and b"<html" not in document.body[:2000].lower() else source
    found: Extraction = await run(extract, document, kind, subject=url)
    return found


def _article(house: House, source: Source, draft: Draft) -> DryArticle:
    """What identify, group and emit would make of a draft nobody has met."""
    plausible, _ = make_plausible(draft)
    filed = file_under(plausible, source, house.config.publication.sections)
    sources = {**house.sources, source.id: source}
    intent = identify(filed, Known(), sources=sources, new_id=ArticleId("test"))
    assert isinstance(intent, New)
    article = intent.article
    alone = Neighbourhood(articles=(article,), memberships=(), stories=())
    grouping = group_articles(alone, rules=house.config.rules, now=draft.retrieved)
    stories = {membership.story_id for membership in grouping.memberships}
    keys = affected_feeds(
        [article], {article.id: stories}, publication=house.config.publication, sources=sources
    )
    slugs = {rule.id: rule.slug for rule in house.config.rules}
    return DryArticle(
        draft=draft,
        stories=tuple(sorted(stories)),
        feeds=tuple(
            feed_path(key, "atom", slugs.get(key.key, key.key))  # type: ignore[call-overload]
            for key in sorted(keys)
            if key.scope is not Scope.ARTICLE
        ),
    )
