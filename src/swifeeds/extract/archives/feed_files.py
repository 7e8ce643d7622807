"""A saved feed, read by the readers of live ones."""

from __future__ import annotations

from dataclasses import replace

from swifeeds.errors import ExtractError, NotAFeed
from swifeeds.extract.archives.drafting import as_legacy
from swifeeds.extract.archives.entry import Reading
from swifeeds.extract.feed import read_feed
from swifeeds.model import Document, Extraction, Reject, Source


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
        found = _read(document, reading.source)
    except ExtractError as error:
        return Extraction(rejects=(Reject(subject=reading.name, reason=error.message),))
    rejects, noted = (
        tuple(replace(one, subject=_within(reading.name, one.subject)) for one in told)
        for told in (found.rejects, found.noted)
    )
    return Extraction(drafts=tuple(map(as_legacy, found.drafts)), rejects=rejects, noted=noted)


def _read(document: Document, source: Source) -> Extraction:
    """A feed; or JSON of other shapes, which a watched folder takes as well."""
    try:
        return read_feed(document, source)
    except NotAFeed:
        if document.body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (b"{", b"["):
            raise
        # Imported here: a saved feed is the usual case.
        from swifeeds.extract import drop  # noqa: PLC0415

        return drop.read(document, source)


def _within(name: str, subject: str) -> str:
    return f"{name}, {subject}" if subject else name
