"""The dates of a page that is read by a profile: where a rule says, as declared, as linked."""

from __future__ import annotations

from datetime import datetime

from swifeeds.extract.dates import Dates
from swifeeds.extract.declared import Declared
from swifeeds.extract.page import Page
from swifeeds.extract.printed import date_in
from swifeeds.localise.reading.parse import ParsedDate, parse_date
from swifeeds.model import Dating, Draft

_FIRST_YEAR = 1990
"""Before it there were no pages: an earlier date is a default value or the subject's."""


def read_profiled_dates(
    page: Page,
    declared: Declared,
    *,
    published: str | None,
    updated: str | None,
    language: str,
    hint: Draft | None,
) -> Dates:
    """The dates of the page's article.

    Args:
        page: the page.
        declared: what it declares.
        published: the text that the rule for it found.
        updated: likewise.
        language: decides the order of day and month.
        hint: what the linking document said.
    """
    zone = page.source.time_zone
    found = _published(declared, published, language=language, zone=zone)
    if found is None and hint is not None and hint.published is not None:
        found = hint.published, hint.dating or Dating(read_from="feed")
    if found is None:
        return Dates(published=None, dating=None, updated=None)
    moment, dating = found
    changed = _updated(declared, updated, language=language, zone=zone)
    return Dates(
        published=moment,
        dating=dating,
        updated=changed if changed and changed > moment else hint.updated if hint else None,
    )


def _published(
    declared: Declared, ruled: str | None, *, language: str, zone: str
) -> tuple[datetime, Dating] | None:
    if ruled and (found := _read(ruled, language, zone)):
        return found.moment, _dating(found, "rule")
    for said in declared.published:
        if found := _read(said.text, language, zone):
            return found.moment, _dating(found, "json-ld" if said.origin == "json-ld" else "meta")
    return None


def _updated(declared: Declared, ruled: str | None, *, language: str, zone: str) -> datetime | None:
    texts = (*((ruled,) if ruled else ()), *(said.text for said in declared.updated))
    found = (found.moment for text in texts if (found := _read(text, language, zone)))
    return next(found, None)


def _read(text: str, language: str, zone: str) -> ParsedDate | None:
    found = parse_date(text, language=language, zone=zone) or date_in(text, language, zone)
    return found if found and found.moment.year >= _FIRST_YEAR else None


def _dating(found: ParsedDate, read_from: str) -> Dating:
    return Dating(read_from=read_from, precision=found.precision, zone=found.zone)
