"""When it was published and changed: the order of belief, and how it was read.

Machine-readable statements first, then what the feed said, then what is printed, then the
address, and htmldate last of all: it guesses, and has been seen to answer 1 January for a page
that only names a year, so its answer must be supported by the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from swifeeds.extract.blocks import Block
from swifeeds.extract.declared import Declared
from swifeeds.extract.elsewhere import elsewhere
from swifeeds.extract.guessed_date import guess_day
from swifeeds.extract.nearest import Nearest
from swifeeds.extract.page import Page
from swifeeds.extract.printed import (
    alone,
    date_in,
    find_dateline,
    find_published,
    find_updated,
    first_with_time,
    is_date_label,
    unchanged_first,
)
from swifeeds.localise.reading.parse import ParsedDate, parse_date
from swifeeds.markup import text_of
from swifeeds.model import Dating, Draft

_FIRST_YEAR = 1990
"""Before it there were no pages: an earlier date is a default value or the subject's."""

_AHEAD = timedelta(days=2)
"""How far after its retrieval a printed or guessed date may lie; declared ones stay as stated."""

_TODAY = timedelta(hours=36)
_CHANGED = re.compile(r"updat|modif|chang|aktuali|revis", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"comment|related|teaser|sidebar|widget|recommend|most-?read|recent|latest|ticker|calendar|clock"
    r"|masthead|(?:^|[\s_-])(?:today|current-?date|date-?today|todays-?date)(?:$|[\s_-])",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"date|time|publi|posted|byline|meta|info|fecha|datum|data|stamp|kicker|dachzeile|source|subline",
    re.IGNORECASE,
)
_FINE_PRINT = frozenset({"small", "h4", "h5"})
_IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([/._-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)"
)
_LONGEST_LINE = 160
_MENU = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """What was found. `updated` is None where nothing is said of a change."""

    published: datetime | None
    dating: Dating | None
    updated: datetime | None


def read_dates(
    page: Page,
    declared: Declared,
    *,
    language: str,
    blocks: Sequence[Block],
    rule: str | None,
    hint: Draft | None,
) -> Dates:
    """The dates of the page's article.

    Args:
        page: the page.
        declared: what it declares.
        language: decides the order of day and month.
        blocks: the page line by line; those of comments, teasers and the masthead do not count.
        rule: the text that the source's own selector found.
        hint: what the linking document said.
    """
    apart = elsewhere(_ELSEWHERE)
    asked = tuple(block for block in blocks if _can_date(block, apart))
    read = _Reader(page=page, declared=declared, language=language, blocks=asked, apart=apart)
    published, updated = read.published(rule, hint), read.updated()
    if published is None:
        return Dates(published=None, dating=None, updated=updated)
    moment, dating = published
    return Dates(
        published=moment,
        dating=dating,
        updated=updated if updated and updated > moment else hint.updated if hint else None,
    )


def _can_date(block: Block, apart: Nearest[bool]) -> bool:
    """Not for what is beside the article, a menu's entry, or the value of something else."""
    if apart.around(block.element) or (block.kind == "li" and block.link_share > _MENU):
        return False
    term = block.element.getprevious() if block.kind == "dd" else None
    return term is None or is_date_label(text_of(term) or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    page: Page
    declared: Declared
    language: str
    blocks: Sequence[Block]
    apart: Nearest[bool]

    @property
    def lines(self) -> Sequence[str]:
        return [block.text for block in self.blocks]

    def published(self, rule: str | None, hint: Draft | None) -> tuple[datetime, Dating] | None:
        """The most believed date, with how it was read."""
        if rule and (found := date_in(rule, self.language, self._zone)):
            return _dated(found, "rule")
        for said in self.declared.published:
            if found := self._stated(said.text):
                return _dated(found, "json-ld" if said.origin == "json-ld" else "meta")
        if found := self._time_element(changed=False):
            return _dated(found, "time")
        if hint is not None and hint.published is not None:
            return hint.published, hint.dating or Dating(read_from="feed")
        return self._printed() or self._guessed()

    def updated(self) -> datetime | None:
        """The time of the last change, where the page states one."""
        stated = (
            found.moment for said in self.declared.updated if (found := self._stated(said.text))
        )
        if moment := next(stated, None):
            return moment
        found = self._time_element(changed=True)
        found = found or find_updated(self.lines, self.language, self._zone)
        return found.moment if found else None

    @property
    def _zone(self) -> str:
        return self.page.source.time_zone

    def _stated(self, text: str) -> ParsedDate | None:
        found = parse_date(text, language=self.language, zone=self._zone)
        found = found or date_in(text, self.language, self._zone)
        return found if found and found.moment.year >= _FIRST_YEAR else None

    def _printed(self) -> tuple[datetime, Dating] | None:
        found = find_published(self.lines, self.language, self._zone)
        if found and self._is_plausible(found.moment):
            return _dated(found, "phrase")
        if day := self._address_day():
            return day
        for line in unchanged_first(self._date_lines()):
            found = date_in(line, self.language, self._zone)
            if found and self._is_plausible(found.moment):
                return _dated(found, "phrase")
        lines = unchanged_first(self.lines)
        found = first_with_time(lines, self.language, self._zone)
        if found and self._is_plausible(found.moment):
            return _dated(found, "phrase")
        for found in alone(lines, self.language, self._zone):
            if self._is_plausible(found.moment) and not self._is_today(found):
                return _dated(found, "phrase")
        paragraphs = (block.text for block in self.blocks if block.kind == "p")
        found = find_dateline(paragraphs, self.language, self._zone)
        return _dated(found, "phrase") if found and self._is_plausible(found.moment) else None

    def _is_today(self, found: ParsedDate) -> bool:
        """A bare day that is the day of the visit: mastheads print it. Nothing is lost by not
        believing it, for an article without a date is dated by its first visit."""
        return abs(found.moment - self.page.document.retrieved) <= _TODAY

    def _time_element(self, *, changed: bool) -> ParsedDate | None:
        for element in self.page.root.iter("time"):
            named = f"{element.get('class')} {element.get('itemprop')} {element.get('id')}"
            stated = element.get("datetime") or text_of(element)
            if (
                bool(_CHANGED.search(named)) is changed
                and stated
                and not self.apart.around(element)
            ):
                found = self._stated(stated)
                if found and self._is_plausible(found.moment):
                    return found
        return None

    def _date_lines(self) -> Iterator[str]:
        for element in self.page.root.iter("*"):
            named = f"{element.get('class') or ''} {element.get('id') or ''}"
            is_dated = _is_dated(named) or element.tag in _FINE_PRINT
            if is_dated and not self.apart.around(element):
                line = text_of(element) or ""
                if len(line) <= _LONGEST_LINE and any(letter.isdigit() for letter in line):
                    yield line

    def _address_day(self) -> tuple[datetime, Dating] | None:
        for found in _IN_ADDRESS.finditer(self.page.url.partition("://")[2].partition("/")[2]):
            iso = f"{found[1]}-{int(found[3]):02}-{int(found[4]):02}"
            parsed = parse_date(iso, language=self.language, zone=self._zone)
            if parsed and self._is_plausible(parsed.moment):
                return _dated(parsed, "address")
        return None

    def _guessed(self) -> tuple[datetime, Dating] | None:
        answer = guess_day(
            self.page,
            lines=self.lines,
            language=self.language,
            latest=(self.page.document.retrieved + _AHEAD).date(),
        )
        if answer is None:
            return None
        found = parse_date(answer, language=self.language, zone=self._zone)
        return _dated(found, "htmldate") if found and not self._is_today(found) else None

    def _is_plausible(self, moment: datetime) -> bool:
        earliest = datetime(_FIRST_YEAR, 1, 1, tzinfo=UTC)
        return earliest <= moment <= self.page.document.retrieved + _AHEAD


@lru_cache(maxsize=4096)
def _is_dated(named: str) -> bool:
    return _DATED.search(named) is not None


def _dated(found: ParsedDate, read_from: str) -> tuple[datetime, Dating]:
    dating = Dating(read_from=read_from, precision=found.precision, zone=found.zone)
    return found.moment, dating
