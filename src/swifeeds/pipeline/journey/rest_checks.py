"""Whether known articles are still there: a site's list tells nothing of what was deleted."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from swifeeds.errors import BadStatus, CollectError, ExtractError
from swifeeds.extract import rest_entries
from swifeeds.markup import url_key
from swifeeds.model import Fetched, Gone, RestEntry
from swifeeds.pipeline.journey.rest import RestCollection
from swifeeds.pipeline.journey.visit import Visit
from swifeeds.plan import choose_rechecks

_FIELDS = "id,link,modified,modified_gmt"
_PAGE = 100
_GONE = frozenset({404, 410})


async def look_for_known(visit: Visit, collection: RestCollection) -> None:
    """See whether the articles whose turn it is are still published.

    One is gone when the interface does not list it any more and its own page answers 404 or 410
    too: neither alone is proof. Only of own sources is anything withdrawn, so others are not asked.
    """
    source = visit.source
    if not source.own:
        return
    known = await visit.memory.addresses(source.id, limit=source.max_articles)
    chosen = choose_rechecks(known, now=visit.now())
    try:
        listed = await _listed(visit, collection, chosen)
    except (CollectError, ExtractError) as error:
        visit.gathering.set_aside(collection.address(), f"deletions stay unknown: {error}")
        return
    for url in chosen:
        if url_key(url) not in listed and await _is_gone(visit, url):
            visit.gathering.note_gone(url)


async def _listed(visit: Visit, collection: RestCollection, urls: Sequence[str]) -> set[str]:
    """The keys of those that it lists, asked for by the last parts of their addresses."""
    slugs = [unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2]) for url in urls]
    named = ",".join(slug for slug in slugs if slug and "," not in slug)
    if not named:
        return set()
    url = collection.address(slug=named, per_page=_PAGE, _fields=_FIELDS)
    outcome = await visit.collect(url, anew=True)
    if not isinstance(outcome, Fetched):
        return set()
    found: Sequence[RestEntry] = await visit.run(rest_entries, outcome.document, visit.source)
    return {url_key(entry.url) for entry in found}


async def _is_gone(visit: Visit, url: str) -> bool:
    """What the article's page answers; a site that cannot be reached says nothing."""
    try:
        outcome = await visit.collect(url, anew=True)
    except BadStatus as error:
        return error.status in _GONE
    except CollectError:
        return False
    return isinstance(outcome, Gone)
