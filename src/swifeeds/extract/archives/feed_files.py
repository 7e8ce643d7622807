"""A saved feed, read by the readers of live ones."""

from __future__ import annotations

from dataclasses import replace

from swifeeds.errors import ExtractError
from swifeeds.extract.archives.drafting import as_legacy
from swifeeds.extract.archives.entry import Reading
from swifeeds.extract.feed import read_feed
from swifeeds.model import Document, Extraction, Reject


def read_feed_file(body: bytes, reading: Reading) -> Extraction:
    """The items of a feed; nothing is followed, because an archive has no pages to look up."""
    document = Document(
        source_id=reading.source.id,
        url="",
        final_url="",
        body=body,
        retrieved=reading.retrieved,
    )
    try:
        found = read_feed(document, reading.source)
    except ExtractError as error:
        return Extraction(rejects=(Reject(subject=reading.name, reason=error.message),))
    rejects = (replace(one, subject=_within(reading.name, one.subject)) for one in found.rejects)
    return Extraction(drafts=tuple(map(as_legacy, found.drafts)), rejects=tuple(rejects))


def _within(name: str, subject: str) -> str:
    return f"{name}, {subject}" if subject else name
