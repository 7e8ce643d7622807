"""What kind of archive a file is, by how it begins."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from swifeeds.errors import ExtractError
from swifeeds.extract.archives import refusals
from swifeeds.markup import decode
from swifeeds.model import ArchiveFormat

_PROLOGUE = re.compile(
    r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?:[^\[>]|\[[^\]]*\])*>)*", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
_WXR = re.compile(r"wordpress\.org/export/|<wp:wxr_version|<wp:post_type")
_FEED_INSIDE = re.compile(r"<(?:rss|feed|rdf:RDF)\b")
"""Some servers wrap a page around a feed, and some people save what they show."""

_RELEASE = re.compile(r"<message\b[^>]*\b(?:id|revoked)=")
_MAIL = re.compile(
    r"\s*(?:Delivered-To|Received|Return-Path|X-[\w-]+|From|Message-ID|MIME-Version|Date|To"
    r"|Subject|DKIM-Signature): .*(?:\r?\n)(?:[\w-]+: |[ \t])",
    re.IGNORECASE,
)
_MOVABLE_TYPE = re.compile(
    r"(?:\A|\n)(?:AUTHOR|TITLE|BASENAME|STATUS|ALLOW COMMENTS|CONVERT BREAKS|PRIMARY CATEGORY"
    r"|CATEGORY|DATE|UNIQUE URL): ?.*\r?\n(?:[A-Z][A-Z ]+: ?.*|-----)"
)
_SERVICE_LINE = re.compile(r"[\x16\s]*\x01?[\x16\s]*[A-Za-z]{1,5}[0-9]{1,5}[\x1f ]")
_ANPA = re.compile(r"[\x16\x00\s]*\x01?\s*[A-Za-z]+[0-9]{1,5}\x1f|\x13(?:\x11|\x12)")
_IPTC = re.compile(r"\x16*\x01[A-Za-z]{1,5}[0-9]{1,5} [1-9] \w{1,4} ")
_OURS = re.compile(r'^\s*\{"(?:swifeeds|article|kind|format)"\s*:')
_JSON_OF_FEEDS = re.compile(
    r'"https?:\\?/\\?/jsonfeed\.org\\?/version|"@context"\s*:\s*"https?:\\?/\\?/schema\.org|"rendered"\s*:'
)
_TITLE = re.compile(r'"title"\s*:')
_DROPPED = re.compile(r'"(?:content|guid|url|summary)"\s*:')
"""An article of the format that watched folders take (docs/sources.md)."""

_NINJS = re.compile(
    r'"(?:uri|headlines?|body_x?html5?|body_text|bodies|version_?created|pubstatus|altids'
    r'|descriptions|slugline|renditions)"\s*:',
    re.IGNORECASE,
)
_PICTURES = (
    (b"\xff\xd8\xff", "a picture"), (b"\x89PNG", "a picture"), (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"), (b"MM\x00*", "a picture"), (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a packed archive of another kind (zip or an office document)"),
    (b"\x1f\x8b", "compressed twice"), (b"Rar!", "a packed archive of another kind"),
    (b"ID3", "a sound file"), (b"OggS", "a sound or film file"),
    (b"SQLite format 3", "a database"), (b"\x7fELF", "a program"),
)  # fmt: skip
_ROOTS = {
    "newsmessage": ArchiveFormat.NEWSML_G2,
    "newsitem": ArchiveFormat.NEWSML_G2,
    "packageitem": ArchiveFormat.NEWSML_G2,
    "newsml": ArchiveFormat.NEWSML,
    "nitf": ArchiveFormat.NITF,
    "feed": ArchiveFormat.FEED,
    "entry": ArchiveFormat.FEED,
    "rss": ArchiveFormat.FEED,
    "rdf": ArchiveFormat.FEED,
    "channel": ArchiveFormat.FEED,
}
_PIECES = frozenset({
    "contentmeta", "itemmeta", "groupset", "contentset", "rightsinfo", "partmeta", "assert",
})  # fmt: skip
_REFUSED_ROOTS = {
    "urlset": (
        "is a sitemap, not articles: it lists addresses only; configure it as a source of pages"
    ),
    "sitemapindex": (
        "is an index of sitemaps, not articles: it lists addresses only; configure it as a source "
        "of pages"
    ),
    "opml": "is a list of feeds (OPML), not articles; configure the feeds that it lists",
    "planningitem": refusals.PLAN,
    "conceptitem": refusals.CONCEPT,
    "knowledgeitem": refusals.KNOWLEDGE,
    "catalogitem": refusals.CATALOG,
    "catalog": refusals.CATALOG,
    "sports-content": refusals.DATA,
    "html": "is a web page, not an archive; put pages into a folder that is a source",
}
_OF_XML = "WordPress (WXR), NewsML-G2, NewsML 1, NITF, federal releases and feeds"
_OF_JSON = (
    "ninjs, JSON Feed, schema.org NewsArticle, entries of WordPress's REST interface and our own "
    "JSON Lines"
)
_KINDS = f"{_OF_XML}; {_OF_JSON}; IPTC 7901, ANPA and Movable Type"


def recognise(beginning: bytes, name: str) -> ArchiveFormat:
    """The format of a file.

    Args:
        beginning: its first bytes, unpacked; 64 KiB tell everything that can be told.
        name: of the file; names it in errors, and tells where the bytes leave it open.

    Raises:
        ExtractError: it is none of the formats; says what it is instead, and what to do.
    """
    if not beginning.strip():
        raise ExtractError("is empty; export it again", url=name)
    for magic, what in _PICTURES:
        if beginning.startswith(magic):
            raise ExtractError(f"is {what}, not an archive of articles", url=name)
    text = decode(beginning).lstrip("\ufeff")
    for told in _BY_CONTENT:
        if (found := told(text, name)) is not None:
            return found
    raise ExtractError(f"is none of the formats that can be imported: {_KINDS}", url=name)


def _json(text: str, name: str) -> ArchiveFormat | None:
    bare = text.lstrip()
    if bare[:1] not in ("{", "["):
        return None
    if _OURS.match(bare):
        return ArchiveFormat.JSON_LINES
    if _JSON_OF_FEEDS.search(bare):
        return ArchiveFormat.FEED
    if _NINJS.search(bare):
        return ArchiveFormat.NINJS
    if PurePosixPath(name).suffix in (".jsonl", ".ndjson"):
        return ArchiveFormat.JSON_LINES
    if _DROPPED.search(bare) and _TITLE.search(bare):
        return ArchiveFormat.FEED
    reason = f"is JSON of another kind; export it as one of these: {_OF_JSON}"
    raise ExtractError(reason, url=name)


def _xml(text: str, name: str) -> ArchiveFormat | None:
    prologue = _PROLOGUE.match(text)
    root = _ROOT.match(text, prologue.end() if prologue else 0)
    if root is None:
        root = _ROOT.search(text) if "<?xml" in text[:4096] else None
    if root is None:
        return None
    kind = root[1].lower()
    if kind == "html" and _FEED_INSIDE.search(text):
        return ArchiveFormat.FEED
    if refusal := _REFUSED_ROOTS.get(kind):
        raise ExtractError(refusal, url=name)
    if kind == "rss" and _WXR.search(text):
        return ArchiveFormat.WXR
    if kind in ("messages", "message") and _RELEASE.search(text):
        return ArchiveFormat.RELEASE
    if kind in _PIECES:
        reason = f"is a piece of NewsML-G2 (<{root[1]}>), no whole item; import the item itself"
        raise ExtractError(reason, url=name)
    if kind not in _ROOTS:
        reason = f"is XML of another kind (<{root[1][:40]}>); export it as one of these: {_OF_XML}"
        raise ExtractError(reason, url=name)
    return _ROOTS[kind]


def _wire(text: str, _name: str) -> ArchiveFormat | None:
    beginning = text[:1024]
    if beginning.lstrip().startswith("ZCZC"):
        return ArchiveFormat.IPTC7901
    if _ANPA.search(beginning):
        return ArchiveFormat.ANPA
    if _IPTC.match(beginning) or (_SERVICE_LINE.match(beginning) and "\x01" in beginning[:64]):
        return ArchiveFormat.IPTC7901
    return None


def _mail(text: str, name: str) -> ArchiveFormat | None:
    if _MAIL.match(text) or text.startswith("From "):
        reason = "is an e-mail, not an archive; save the article that it carries, and import that"
        raise ExtractError(reason, url=name)
    return None


def _calendar(text: str, name: str) -> ArchiveFormat | None:
    if text.lstrip().startswith("BEGIN:VCALENDAR"):
        raise ExtractError(f"is a calendar: {refusals.EVENTS}", url=name)
    return None


def _movable_type(text: str, _name: str) -> ArchiveFormat | None:
    return ArchiveFormat.MOVABLE_TYPE if _MOVABLE_TYPE.search(text) else None


_BY_CONTENT: tuple[Callable[[str, str], ArchiveFormat | None], ...] = (
    _json, _xml, _wire, _mail, _calendar, _movable_type,
)  # fmt: skip
