"""What each reader says of a page: ours through its public door, trafilatura and htmldate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from swifeeds.errors import ExtractError
from swifeeds.extract import extract_article
from swifeeds.markup import plain_text
from swifeeds.model import Document, Draft, Source, SourceId, SourceKind

RETRIEVED = datetime(2024, 1, 1, tzinfo=UTC)
_STAMP = re.compile(
    rb"20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d(?::[0-5]\d)?(?:\.\d+)?[+-][01]\d:?[0-5]\d"
)
_CANONICAL = re.compile(
    rb"<link\b[^>]{0,400}\brel=[\"']?canonical[^>]{0,400}>|<meta\b[^>]{0,400}\bog:url[^>]{0,400}>",
    re.IGNORECASE,
)
_DAY_IN_ADDRESS = re.compile(
    r"(?<!\d)(20\d\d)([/-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)"
)
_AHEAD, _BEHIND = timedelta(hours=14), timedelta(hours=12)
"""How far the clocks of the world are from UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a reader says of a page."""

    title: str | None = None
    authors: str | None = None
    day: str | None = None
    text: str = ""


def read_ours(body: bytes, url: str) -> Read:
    """Our reading of a page through the public door."""
    source = Source(id=SourceId("corpus"), kind=SourceKind.PAGE, url=url, language="en", title="-")
    document = Document(source_id=source.id, url=url, final_url=url, body=body, retrieved=RETRIEVED)
    try:
        draft = extract_article(document, source).drafts[0]
    except ExtractError:
        return Read()
    return Read(
        title=draft.title,
        authors="; ".join(person.name for person in draft.authors or ()),
        day=page_day(draft, body, url),
        text=text_of_content(draft.content),
    )


def page_day(draft: Draft, body: bytes, url: str) -> str | None:
    """The day of `published` on the page's own clock.

    That clock is told by the offset with which the page writes the moment; where it writes none,
    by the day in the page's address, if it is that day anywhere on Earth at that moment; else UTC.
    """
    if draft.published is None:
        return None
    for stamp in _STAMP.findall(body):
        try:
            local = datetime.fromisoformat(stamp.decode())
        except ValueError:
            continue
        if local == draft.published and local.utcoffset():
            return local.date().isoformat()
    around = (draft.published - _BEHIND).date(), (draft.published + _AHEAD).date()
    is_moment = draft.dating is None or draft.dating.precision != "day"
    for day in _address_days(url, body) if is_moment else ():
        if day in around:
            return day.isoformat()
    return draft.published.date().isoformat()


def _address_days(url: str, body: bytes) -> Iterator[date]:
    stated = (found.decode("utf-8", "replace") for found in _CANONICAL.findall(body))
    for address in (url, *stated):
        for year, _, month, day in _DAY_IN_ADDRESS.findall(address):
            try:
                yield date(int(year), int(month), int(day))
            except ValueError:
                continue


def text_of_content(content: str | None) -> str:
    """The words of a draft's HTML, paragraph by paragraph, without the reading aids of ruby."""
    bare = re.sub(r"<(rt|rp)>.*?</\1>", "", content or "")
    return "\n\n".join(filter(None, map(plain_text, bare.split("\n"))))


def read_trafilatura(body: bytes, url: str) -> Read:
    """trafilatura with its best setting for precision."""
    import trafilatura

    found = trafilatura.bare_extraction(
        body, url=url, favor_precision=True, with_metadata=True, include_comments=False
    )
    if found is None:
        return Read()
    return Read(title=found.title, authors=found.author, day=found.date, text=found.text or "")


def read_htmldate(body: bytes, url: str) -> Read:
    """htmldate with all its heuristics."""
    import htmldate

    text = body.decode("utf-8", "replace")
    try:
        return Read(day=htmldate.find_date(text, original_date=True, url=url))
    except ValueError:
        return Read()
