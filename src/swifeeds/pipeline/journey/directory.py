"""A folder, and the files that are new in it."""

from __future__ import annotations

from dataclasses import replace

from swifeeds.collect import Skipped
from swifeeds.errors import ExtractError, NoChild
from swifeeds.extract import extract
from swifeeds.model import Extraction, Fetched, NotModified, Reject, Validators
from swifeeds.pipeline.journey.visit import Visit

_UNREAD = "unread: "
"""What the digest of a file says that could not be read, and then why: so it is still known when
nobody opens the file any more."""


async def read_directory(visit: Visit) -> None:
    """Read each new or changed file."""
    known = await visit.memory.validators_of(visit.source.id)
    async for outcome in visit.collector.scan(visit.source, known):
        await visit.gathering.renew_lease()
        match outcome:
            case Fetched():
                visit.progress(outcome.document.url)
                await _read_file(visit, outcome)
            case NotModified():
                visit.report.unchanged += 1
                _remember(visit, outcome.url, known[outcome.url])
            case Skipped():
                visit.gathering.take(Extraction(noted=(outcome.note,)))
                visit.gathering.note_read(outcome.note.subject, outcome.validators)
            case Reject():
                _set_aside(visit, outcome)


async def _read_file(visit: Visit, fetched: Fetched) -> None:
    visit.report.documents += 1
    url = fetched.document.url
    try:
        await visit.read(extract, fetched, visit.source)
    except ExtractError as error:
        unread = Reject(subject=url, reason=error.message)
        _set_aside(visit, unread)
        # What kills its reader would kill one in each poll: it waits until it is another file.
        if not isinstance(error, NoChild):
            noted = replace(fetched.validators, digest=_UNREAD + unread.reason)
            visit.gathering.note_read(url, noted)
    await visit.gathering.keep_if_full()


def _set_aside(visit: Visit, unread: Reject) -> None:
    visit.report.unread[unread.subject] = unread.reason
    visit.gathering.set_aside(unread.subject, unread.reason)


def _remember(visit: Visit, url: str, validators: Validators) -> None:
    """A file that could not be read, and lies there still, is told of as long as it does."""
    if (digest := validators.digest or "").startswith(_UNREAD):
        visit.report.unread[url] = digest.removeprefix(_UNREAD)
