"""A file that was dropped into a watched folder: which reader it gets, and what it yields.

A file is what its media type says, else what it begins with. Wire formats are read by the readers
of archives, with one difference: what is dropped is news of today, and no legacy import.
"""

from __future__ import annotations

import re
from dataclasses import replace

from swifeeds.errors import ExtractError, NotAFeed, NotAnArticle
from swifeeds.extract import drop, html
from swifeeds.extract.archives import read_whole, recognise
from swifeeds.extract.feed import read_feed
from swifeeds.extract.hostile_json import entries, read_json, table
from swifeeds.model import ArchiveFormat, Document, Draft, Extraction, Provenance, Source

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_PAGE = re.compile(rb"\A(?:\s|\xef\xbb\xbf|<[?!][^>]*>)*<html\b", re.IGNORECASE)
_BEGINNING = 64 * 1024
_NINJS = frozenset({
    "altids", "bodies", "body_html", "body_text", "body_xhtml", "headline", "headlines",
    "pubstatus", "renditions", "versioncreated", "versionCreated",
})  # fmt: skip
"""Names that ninjs has and none of the other JSON formats."""


def read_dropped(document: Document, source: Source) -> Extraction:
    """The articles of a file.

    Raises:
        NotAnArticle: it holds none, with what it is instead.
        ExtractError: it cannot be read at all.
    """
    if not document.body.strip():
        raise NotAnArticle("is empty; drop the file again when it is whole", url=document.final_url)
    if document.media_type in _HTML or _PAGE.search(document.body[:_BEGINNING]):
        return html.extract_article(document, source)
    if _is_json(document):
        return _json(document, source)
    return _recognised(document, source)


def _json(document: Document, source: Source) -> Extraction:
    data = read_json(document.body, charset=document.charset, url=document.final_url)
    first = next(iter(entries(data)), None)
    if _NINJS & set(table(first)):
        return _wire(document, source, ArchiveFormat.NINJS)
    return drop.read(document, source)


def _recognised(document: Document, source: Source) -> Extraction:
    try:
        kind = recognise(document.body[:_BEGINNING], document.final_url)
    except ExtractError as error:
        raise NotAnArticle(error.message, url=document.final_url) from error
    if kind is ArchiveFormat.JSON_LINES:
        reason = "is an export of lines; take it in with `swifeeds import`"
        raise NotAnArticle(reason, url=document.final_url)
    if kind is not ArchiveFormat.FEED:
        return _wire(document, source, kind)
    try:
        return read_feed(document, source)
    except NotAFeed as error:
        raise NotAnArticle(error.message, url=document.final_url) from error


def _wire(document: Document, source: Source, kind: ArchiveFormat) -> Extraction:
    name, retrieved = document.final_url, document.retrieved
    found = read_whole(document.body, source, kind, name=name, retrieved=retrieved)
    if not found.drafts and (told := (*found.rejects, *found.noted)):
        raise NotAnArticle(told[0].reason, url=name)
    return replace(found, drafts=tuple(map(_of_today, found.drafts)))


def _of_today(draft: Draft) -> Draft:
    is_legacy = draft.provenance is Provenance.LEGACY_IMPORT
    return replace(draft, provenance=None) if is_legacy else draft


def _is_json(document: Document) -> bool:
    media_type = document.media_type or ""
    if media_type == "text/plain":
        return False
    return media_type.endswith("json") or document.body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in b"{["
