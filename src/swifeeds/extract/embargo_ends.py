"""When an embargo ends, as it is written.

A day alone either opens a text or is the last that it must wait, as the words before it have it.
Whatever of the end cannot be read makes the wait longer, never shorter: to be late harms nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from swifeeds.extract.moments import Moment
from swifeeds.localise.reading.parse import PlacedDate, dates_in
from swifeeds.model import Dating, Precision

_BESIDE = frozenset(
    """a al alle am as at ate au bis da das de del delle den dem der dia do el em fino from h hasta
    hora horas hour hours hrs il jusqu la las le local locale time heure ora los o on of ore
    ortszeit the till uhr um until zum в во г года дня до с час часов ч في من حتي يوم بتاريخ بتوقيت
    محلي المحلي 于 在 起 至 الساعة""".split()  # noqa: SIM905
)
"""Words beside a date that take nothing from what it says."""

_FARTHEST = 30
"""Characters between the words of an embargo and its date: what is farther off is another's."""

_MILITARY = re.compile(
    r"(?<!\d)(?<![^\W\d_] (?=(?:19|20)))([01]\d|2[0-3])([0-5]\d)"
    r"(?= ?(?:h|hrs?|hours|uhr|gmt|utc|z|bst|cest|cet|mesz|mez|e[sd]t|et|p[sd]t|jst)\b)"
)
"""`0001 GMT`; what stands behind a word and may be a year is one."""

_BARE_HOUR = re.compile(
    r"\b(?:ore|alle|delle|dalle|las|as|das|الساعة)\s\d{1,2}"
    r"(?=$|,|\s(?:del?|do)\s(?:dia\s)?\d|\s(?:صباح|مساء))"
    r"|^\d{1,2}(?=\s(?:del?|do)\s(?:dia\s)?\d)"
)
_ARABIC_HOURS = (
    "الواحدة", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة",
    "التاسعة", "العاشرة", "الحادية عشرة", "الثانية عشرة",
)  # fmt: skip
_HOUR_WORD = re.compile(
    "الساعة (" + "|".join(sorted(_ARABIC_HOURS, key=len, reverse=True)) + r")(?=\s|\W|$)"
)
_ON_THE_DAY = re.compile(r"\b(?:do dia|de[ls]? dia|من يوم)(?= )")
_HALF_OF_DAY = re.compile("(?<=[\\d]) من (صباح|مساء)")
_YEARLESS = (
    re.compile(r"(?<!\d)(\d{1,2}月\d{1,2}日)"),
    re.compile(
        r"(?<![\d:.])(\d{1,2}(?:st|nd|rd|th|er)?\.? (?:de |of )?[^\W\d_]{3,}\.?)(?! ?\d{4})"
    ),
    re.compile(r"\b([^\W\d_]{3,}\.? \d{1,2}(?:st|nd|rd|th)?)(?![\d:.]|月)"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """When it ends. `is_exact`: to the minute, and nothing beside it was left unread; `unread` is
    how many words were."""

    at: Moment
    is_exact: bool
    unread: int


def read_end_of(when: str, *, language: str, zone: str, opens: bool, near: datetime) -> End | None:
    """The end that a few words name; None where they name no day.

    Args:
        when: the words behind "embargoed until", folded.
        language: BCP 47 tag.
        zone: IANA zone of a time that names none, and of a day alone.
        opens: a day alone opens with its first minute; otherwise it counts in.
        near: the moment by which the year is told where none is written.
    """
    found = _found(_spelled(when), language, zone, near)
    if found is None or found.start > _FARTHEST:
        return None
    date, before, after = found.date, found.line[: found.start], found.line[found.end :]
    unread = _unread(before) + _unread(after)
    dating = Dating(read_from="line", precision=date.precision, zone=date.zone)
    moment = Moment(at=date.moment, dating=dating)
    if date.precision is Precision.DAY:
        at = ending(moment, zone) if unread or not opens else opening(moment, zone)
        return End(at=at, is_exact=False, unread=unread)
    # A word right behind the clock may be the name of a zone.
    is_apart = re.match(r"\s*(?:$|[^\w\s(])", after) is not None
    is_clear = not unread or (not _unread(before) and is_apart)
    at = moment if is_clear else _whole_day(moment, zone)
    return End(at=at, is_exact=not unread, unread=unread)


def opening(moment: Moment, zone: str) -> Moment:
    """When something may be shown from: a day alone opens with its first minute."""
    return _at_midnight(moment, zone, after=timedelta())


def ending(moment: Moment, zone: str) -> Moment:
    """Until when something must not be shown, where a time is wanted: a day alone does not tell
    whether it counts in, so it does."""
    return _at_midnight(moment, zone, after=timedelta(days=1))


def _whole_day(moment: Moment, zone: str) -> Moment:
    day = replace(moment, dating=replace(moment.dating, precision=Precision.DAY))
    return ending(day, zone)


def _at_midnight(moment: Moment, zone: str, *, after: timedelta) -> Moment:
    if moment.dating.precision is not Precision.DAY:
        return moment
    home = ZoneInfo(zone or "UTC")
    day = moment.at.astimezone(home).date() + after
    return replace(moment, at=datetime.combine(day, time(), home).astimezone(UTC))


def _found(written: str, language: str, zone: str, near: datetime) -> PlacedDate | None:
    if found := next(dates_in(written, language=language, zone=zone), None):
        return found
    guesses = [
        found
        for dated in _with_years(written, near)
        if (found := next(dates_in(dated, language=language, zone=zone), None))
    ]
    return min(guesses, key=lambda found: abs(found.date.moment - near), default=None)


def _with_years(written: str, near: datetime) -> Iterator[str]:
    """The words with a year written into them: that of `near`, the one before and the one after."""
    for pattern in _YEARLESS:
        for match in pattern.finditer(written):
            for year in (near.year - 1, near.year, near.year + 1):
                day = f"{year}年{match[1]}" if match[1].endswith("日") else f"{match[1]} {year}"
                yield f"{written[: match.start()]}{day}{written[match.end() :]}"


def _spelled(when: str) -> str:
    """With times of day as the grammar of dates knows them."""
    when = _HOUR_WORD.sub(lambda found: f"الساعة {_ARABIC_HOURS.index(found[1]) + 1}", when)
    when = _ON_THE_DAY.sub(lambda found: "يوم" if found[0][0] == "م" else "de", when)
    when = _HALF_OF_DAY.sub(r" \1ا", when)
    return _BARE_HOUR.sub(r"\g<0>:00", _MILITARY.sub(r"\1:\2", when))


def _unread(words: str) -> int:
    return sum(word not in _BESIDE for word in re.findall(r"[^\W_]+", words))
