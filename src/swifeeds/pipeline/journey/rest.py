"""Where a site's REST interface is."""

from __future__ import annotations

from dataclasses import dataclass

from swifeeds.errors import BadStatus, ExtractError
from swifeeds.extract import rest_site, rest_taxonomies
from swifeeds.extract.rest_addresses import plain_root, rest_address, rest_place, usual_root
from swifeeds.model import Fetched, RestSite
from swifeeds.pipeline.journey.visit import Visit

_CLOSED = frozenset({401, 403})
_FIELDS = "name,namespaces,gmt_offset,timezone_string"


@dataclass(frozen=True, slots=True, kw_only=True)
class RestCollection:
    """The entries that a source means: of which site, in which collection (`wp/v2/posts`)."""

    site: RestSite
    collection: str

    def address(self, **asked: str | int) -> str:
        """The address of a list of them."""
        return rest_address(self.site.root, self.collection, **asked)


async def find_collection(visit: Visit) -> RestCollection:
    """Ask a site for its interface, where it usually is, or where a page of the site names it.

    Raises:
        BadStatus: it is closed, or not there.
        ExtractError: what is there is no WordPress.
    """
    url = visit.source.url
    place = rest_place(url)
    if place.root is not None:
        site = await _ask(visit, place.root)
    else:
        site = await _found(visit, url)
    return RestCollection(site=site, collection=place.collection)


async def find_taxonomies(visit: Visit) -> tuple[str, ...]:
    """What a site files its entries under: one of these may hold its stories.

    Raises:
        CollectError, ExtractError: it does not say.
    """
    collection = await find_collection(visit)
    url = rest_address(collection.site.root, "wp/v2/taxonomies", _fields="slug,name")
    outcome = await visit.collect(url, anew=True)
    if not isinstance(outcome, Fetched):
        return ()
    found: tuple[str, ...] = await visit.run(rest_taxonomies, outcome.document)
    return found


async def _found(visit: Visit, url: str) -> RestSite:
    try:
        return await _ask(visit, usual_root(url))
    except (BadStatus, ExtractError) as error:
        if isinstance(error, BadStatus) and error.status not in {400, 404, 405, 410}:
            raise
    try:
        named = (await _read(visit, url)).root
    except ExtractError:
        named = plain_root(url)
    return await _ask(visit, named)


async def _ask(visit: Visit, root: str) -> RestSite:
    try:
        return await _read(visit, rest_address(root, _fields=_FIELDS))
    except BadStatus as error:
        if error.status not in _CLOSED:
            raise
        raise closed(error, visit.source.url) from error


def closed(error: BadStatus, site: str) -> BadStatus:
    """The error of an interface that is not for everybody, with what to do."""
    message = (
        f"answers {error.status}: its REST interface is closed; use the site's feed instead, "
        f'with kind = "feed" and url = "{site.rstrip("/")}/feed/"'
    )
    return BadStatus(message, url=error.url, status=error.status, retry_after=None)


async def _read(visit: Visit, url: str) -> RestSite:
    outcome = await visit.collect(url, anew=True)
    if not isinstance(outcome, Fetched):
        raise BadStatus("answers 410 Gone", url=url, status=410, retry_after=None)
    site: RestSite = await visit.run(rest_site, outcome.document, visit.source)
    return site
