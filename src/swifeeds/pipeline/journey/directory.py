"""A folder, and the files that are new in it."""

from __future__ import annotations

from swifeeds.errors import ExtractError, NoChild
from swifeeds.extract import extract
from swifeeds.model import Fetched, Reject
from swifeeds.pipeline.journey.visit import Visit


async def read_directory(visit: Visit) -> None:
    """Read each new or changed file."""
    known = await visit.memory.validators_of(visit.source.id)
    async for outcome in visit.collector.scan(visit.source, known):
        await visit.gathering.renew_lease()
        if isinstance(outcome, Reject):
            visit.gathering.set_aside(outcome.subject, outcome.reason)
        elif isinstance(outcome, Fetched):
            visit.progress(outcome.document.url)
            await _read_file(visit, outcome)
        else:
            visit.report.unchanged += 1


async def _read_file(visit: Visit, fetched: Fetched) -> None:
    visit.report.documents += 1
    try:
        await visit.read(extract, fetched, visit.source)
    except ExtractError as error:
        visit.gathering.set_aside(fetched.document.url, error.message)
        # What kills its reader would kill one in each poll: it waits until it is another file.
        if not isinstance(error, NoChild):
            visit.gathering.note_read(fetched.document.url, fetched.validators)
    await visit.gathering.keep_if_full()
