"""The export of Movable Type, which TypePad, Hatena and others write as well: entries of lines.

A head of `KEY: value`, then sections that begin with `BODY:`; comments and pings are left out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from swifeeds.extract.archives.dates import read_date
from swifeeds.extract.archives.encoding import text_of
from swifeeds.extract.archives.entry import Entry, NoArticle, PassedOver, Reading
from swifeeds.extract.archives.wxr_text import paragraphed
from swifeeds.extract.enclosures import make_media
from swifeeds.extract.moments import Moment
from swifeeds.extract.people import read_person
from swifeeds.model import Contributions

_ENTRY_END = re.compile(r"^-{8}[ \t]*$", re.MULTILINE)
_SECTION_END = re.compile(r"^-----[ \t]*$", re.MULTILINE)
_FIELD = re.compile(r"([A-Z][A-Z0-9_ ]*):[ \t]?(.*)")
_SECTION = re.compile(r"\s*([A-Z][A-Z ]*):[ \t]*\n?")
_DATE = re.compile(
    r"(\d\d)/(\d\d)/(\d{4})(?:\s+(\d\d?):(\d\d)(?::(\d\d))?\s*([AP]M)?)?", re.IGNORECASE
)
_TAG = re.compile(r'\s*(?:"([^"]*)"|([^,]+))\s*(?:,|$)')
_NOON = 12
_HELD = {
    "draft": "it is a draft",
    "review": "it waits for review",
    "unpublish": "it is unpublished",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """An entry taken apart: `head` has each value of a key, `sections` the first of each name."""

    head: dict[str, list[str]]
    sections: dict[str, str]

    def one(self, key: str) -> str | None:
        return next(filter(None, self.head.get(key, ())), None)


def read(body: bytes, reading: Reading) -> Iterator[Entry | NoArticle | PassedOver]:
    """The entries of a portion."""
    text = text_of(body).replace("\r\n", "\n").replace("\r", "\n")
    entries = (entry for entry in _ENTRY_END.split(text) if entry.strip())
    for place, entry in enumerate(entries, 1):
        yield _entry(place, _parts(entry), reading)


def _parts(entry: str) -> _Parts:
    head_text, *sections = _SECTION_END.split(entry)
    head: dict[str, list[str]] = {}
    for line in head_text.splitlines():
        if match := _FIELD.fullmatch(line.strip()):
            head.setdefault(match[1], []).append(match[2].strip())
    named: dict[str, str] = {}
    for section in sections:
        if match := _SECTION.match(section):
            named.setdefault(match[1], section[match.end() :].strip("\n"))
    return _Parts(head=head, sections=named)


def _entry(place: int, parts: _Parts, reading: Reading) -> Entry:
    published = _moment(parts.one("DATE"), reading)
    status = (parts.one("STATUS") or "publish").lower()
    title, url = parts.one("TITLE"), parts.one("UNIQUE URL")
    section = parts.one("PRIMARY CATEGORY") or parts.one("CATEGORY")
    author = read_person(parts.one("AUTHOR") or "")
    image = make_media(parts.one("IMAGE"), url or "", medium="image")
    written = parts.one("DATE")
    unread = published is None and written is not None
    return Entry(
        place=place,
        guid=url or _guid(parts),
        url=url,
        title=title,
        summary=parts.sections.get("EXCERPT"),
        content=_text(parts),
        published=published,
        authors=(author,) if author else None,
        section=section,
        keywords=(*parts.head.get("CATEGORY", ()), *_tags(parts)),
        media=(image,) if image else (),
        contributions=_comments(parts),
        embargo=published if status == "future" else None,
        held=_HELD.get(status),
        remarks=(f'its date "{written[:40]}" cannot be read and was left out',)
        if unread and written
        else (),
    )


def _guid(parts: _Parts) -> str:
    """By title and time, as every importer of this format tells entries apart."""
    said = "\n".join((parts.one("DATE") or "", parts.one("TITLE") or "", parts.one("AUTHOR") or ""))
    return f"urn:sha-256:{hashlib.sha256(said.encode()).hexdigest()[:32]}"


def _text(parts: _Parts) -> str | None:
    """Body and what follows behind the fold; line breaks are paragraphs unless it is said."""
    written = [parts.sections.get(name) for name in ("BODY", "EXTENDED BODY")]
    joined = "\n\n".join(part for part in written if part and part.strip())
    if not joined:
        return None
    is_html = (parts.one("CONVERT BREAKS") or "1") == "0"
    return joined if is_html else paragraphed(joined)


def _moment(written: str | None, reading: Reading) -> Moment | None:
    """`MM/DD/YYYY hh:mm:ss [AM|PM]`, of the source's zone."""
    match = _DATE.match((written or "").strip())
    if match is None:
        return read_date(written, reading)
    month, day, year, hour, minute, second, half = match.groups()
    if hour is None:
        return read_date(f"{year}-{month}-{day}", reading)
    hours = int(hour) % _NOON + (_NOON if half.upper() == "PM" else 0) if half else int(hour)
    return read_date(f"{year}-{month}-{day} {hours:02}:{minute}:{second or '00'}", reading)


def _tags(parts: _Parts) -> tuple[str, ...]:
    stated = ",".join(parts.head.get("TAGS", ()))
    words = [quoted or bare for quoted, bare in _TAG.findall(stated)]
    listed = (parts.sections.get("KEYWORDS") or "").split(",")
    return tuple(word.strip() for word in (*words, *listed) if word.strip())


def _comments(parts: _Parts) -> Contributions | None:
    match parts.one("ALLOW COMMENTS"):
        case "0":
            return Contributions.CLOSED
        case "1" | "2":
            return Contributions.OPEN
        case _:
            return None
