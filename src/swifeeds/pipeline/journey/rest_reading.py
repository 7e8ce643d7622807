"""Entries of WordPress asked for whole, with what is embedded into them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from swifeeds.errors import BadStatus, CollectError, ExtractError, TooLarge
from swifeeds.extract import rest_entries, rest_posts
from swifeeds.model import Fetched, RestEntry
from swifeeds.pipeline.journey.rest import RestCollection
from swifeeds.pipeline.journey.visit import Visit

_WHOLE = 20
"""Entries asked for at once: what a small server puts together in a second or two."""

_OTHERS = 100
_LIGHT = "id,link,modified,modified_gmt"
_EMBEDDED = "author,wp:featuredmedia,wp:term"
_ASK_LATER = frozenset({408, 425, 429, 502, 503, 504})
"""Statuses of a site that is in trouble as a whole."""

Addresses = tuple[tuple[int, str], ...]


async def read_whole(
    visit: Visit, collection: RestCollection, entries: Sequence[RestEntry]
) -> None:
    """Read entries. One that cannot be had is set aside.

    Raises:
        CollectError: the site cannot be reached, or asks us to come later.
    """
    others = await _translations(visit, collection, entries)
    for some in _portions([entry.number for entry in entries], _WHOLE):
        try:
            await _read(visit, collection, some, others)
        except (BadStatus, TooLarge, ExtractError) as error:
            if isinstance(error, BadStatus) and error.status in _ASK_LATER:
                raise
            await _read_each(visit, collection, some, others)
        await visit.gathering.keep()


async def _read_each(
    visit: Visit, collection: RestCollection, numbers: Sequence[int], others: Addresses
) -> None:
    """One by one, so that the entry on which the site breaks down costs itself alone."""
    for number in numbers:
        try:
            await _read(visit, collection, [number], others)
        except ExtractError as error:
            visit.gathering.set_aside(error.url, error.message)
        except (BadStatus, TooLarge) as error:
            visit.gathering.set_aside(error.url, str(error))


async def _read(
    visit: Visit, collection: RestCollection, numbers: Sequence[int], others: Addresses
) -> None:
    url = collection.address(
        include=",".join(map(str, numbers)), per_page=len(numbers), _embed=_EMBEDDED
    )
    visit.progress(url)
    outcome = await visit.collect(url, anew=True)
    if isinstance(outcome, Fetched):
        read = await visit.run(rest_posts, outcome.document, visit.source, others)
        visit.gathering.take(read)


async def _translations(
    visit: Visit, collection: RestCollection, entries: Sequence[RestEntry]
) -> Addresses:
    """The addresses of all translations that these name by number alone (Polylang)."""
    known = {entry.number: entry.url for entry in entries}
    wanted = {number for entry in entries for number in entry.translations} - known.keys()
    for some in _portions(sorted(wanted), _OTHERS):
        numbers = ",".join(map(str, some))
        url = collection.address(include=numbers, per_page=len(some), _fields=_LIGHT)
        try:
            outcome = await visit.collect(url, anew=True)
            if isinstance(outcome, Fetched):
                found: Sequence[RestEntry] = await visit.run(
                    rest_entries, outcome.document, visit.source
                )
                known |= {entry.number: entry.url for entry in found}
        except (CollectError, ExtractError) as error:
            visit.gathering.set_aside(url, f"translations stay unknown: {error}")
    return tuple(known.items())


def _portions(numbers: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), size):
        yield numbers[start : start + size]
