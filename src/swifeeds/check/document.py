"""One document checked: which format it is, and everything that is wrong with it."""

from __future__ import annotations

import codecs
from datetime import datetime

from swifeeds.check.encoding import decode_document
from swifeeds.check.exchange import Conversation
from swifeeds.check.finding import Report
from swifeeds.check.http import charset_of, check_http
from swifeeds.check.jsonfeed import check_json
from swifeeds.check.notes import MOST, Notes
from swifeeds.check.xml import check_xml

_EVERY = 1_000_000_000
_BOMS = (
    codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE,
    codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE,
)  # fmt: skip
"""The longer before the shorter that it begins with."""
_EBCDIC = "<".encode("cp037")
_BLANK = b" \t\r\n\x00"


def check(
    body: bytes, *, now: datetime, address: str | None = None, charset: str | None = None,
    every: bool = False,
) -> Report:  # fmt: skip
    """Check a feed: RSS 2.0, Atom 1.0 or JSON Feed 1.1.

    Args:
        body: the document, decompressed.
        now: aware UTC; tells what lies in the future.
        address: where it was had, None when unknown.
        charset: the transport's word for the encoding of XML, None when it said nothing.
        every: tell each place of a rule, not the first twenty alone.

    Returns:
        What was found; whatever the bytes are, there is a report.
    """
    notes = _notes(now, address, every=every)
    kind, version = _check_document(body, charset, notes)
    return Report(format=kind, version=version, findings=notes.found())


def check_served(
    conversation: Conversation, *, now: datetime, address: str, every: bool = False
) -> Report:
    """Check a feed and how it is served.

    Args:
        conversation: what the server answered.
        now: aware UTC.
        address: where the answer came from, after redirects.
        every: as in `check`.
    """
    notes = _notes(now, address, every=every)
    kind, version = None, None
    if conversation.is_answered:
        charset = charset_of(conversation.answer.headers)
        kind, version = _check_document(conversation.answer.body, charset, notes)
    check_http(conversation, kind, notes)
    return Report(format=kind, version=version, findings=notes.found())


def _notes(now: datetime, address: str | None, *, every: bool) -> Notes:
    return Notes(now=now, address=address, most=_EVERY if every else MOST)


def _check_document(
    body: bytes, charset: str | None, notes: Notes
) -> tuple[str | None, str | None]:
    first = _first_sign(body)
    if first in {b"{", b"["}:
        return check_json(body, notes)
    if first not in {b"<", _EBCDIC}:
        shown = body[:40].decode("ascii", "replace") if first else "nothing at all"
        notes.note("neither-xml-nor-json", line=1, column=1, value=shown)
        return None, None
    text = decode_document(body, charset, notes)
    notes.hexadecimal = tuple("&#x" in line for line in text.split("\n"))
    return check_xml(text, notes)


def _first_sign(body: bytes) -> bytes:
    for mark in _BOMS:
        body = body.removeprefix(mark)
    return body[:4096].lstrip(_BLANK)[:1]
