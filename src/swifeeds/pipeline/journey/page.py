"""An index page or a feed, and the articles that it links to."""

from __future__ import annotations

from collections.abc import Sequence

from swifeeds.extract import extract, find_push
from swifeeds.markup import url_key
from swifeeds.model import Document, Extraction, Fetched, Link, SourceKind
from swifeeds.pipeline.journey.visit import Visit
from swifeeds.plan import choose_rechecks


async def read_page_or_feed(visit: Visit) -> None:
    """Read the main document, then what it links to."""
    outcome = await visit.collect_main(visit.source.url)
    links: Sequence[Link] = ()
    if isinstance(outcome, Fetched):
        links = await _take(visit, outcome.document)
        visit.report.has_main = True
        if visit.seeks_push and _may_name_a_hub(outcome.document):
            visit.report.push = await visit.run(find_push, outcome.document)
    await visit.follow(await _worth_following(visit, links))
    if isinstance(outcome, Fetched) and not visit.report.unfinished:
        visit.gathering.note_read(outcome.document.url, outcome.validators)


async def read_pushed(visit: Visit, document: Document) -> None:
    """Read a feed that was brought, and what it links to."""
    await visit.follow(await _take(visit, document))


async def _take(visit: Visit, document: Document) -> Sequence[Link]:
    is_feed = visit.source.kind is SourceKind.FEED
    remembered = await visit.remember() if is_feed and visit.remember else None
    extraction: Extraction = await visit.run(extract, document, visit.source, remembered)
    visit.gathering.take(extraction)
    visit.report.ttl = extraction.ttl
    return extraction.links


def _may_name_a_hub(document: Document) -> bool:
    """A look that spares most feeds the child's work."""
    return any(name == "hub" for name, _ in document.relations) or b"hub" in document.body


async def _worth_following(visit: Visit, links: Sequence[Link]) -> list[Link]:
    """New links, and known articles whose turn it is to be looked at for corrections.

    Known ones count whether the index still lists them or not: an article that was taken back
    is the first to vanish from it.
    """
    source = visit.source
    if source.kind is SourceKind.FEED:
        return list(links)
    known = await visit.memory.addresses(source.id, limit=source.max_articles)
    keys = {url_key(url) for url in known}
    fresh = [link for link in links if url_key(link.url) not in keys]
    return [*fresh, *(Link(url=url) for url in choose_rechecks(known, now=visit.now()))]
