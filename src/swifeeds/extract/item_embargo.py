"""The embargo of a feed's item: a term of its own, or the line that its text opens with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from swifeeds.extract.bodies import without_opening
from swifeeds.extract.embargo_ends import ending, opening
from swifeeds.extract.embargoes import declared_embargo, wait_for
from swifeeds.extract.item import Item
from swifeeds.extract.moments import Moment, is_zero_date, read_moment
from swifeeds.model import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemEmbargo:
    """`until` is UTC; `held` as in `Draft`, where the end cannot be read. `origin` is where it was
    read, None where the feed says it in so many words."""

    until: datetime | None = None
    held: str | None = None
    origin: str | None = None


_NONE = ItemEmbargo()
_QUOTED = 60


def embargo_apart(
    item: Item, source: Source, *, language: str, near: datetime
) -> tuple[Item, ItemEmbargo]:
    """The item without the line that declares an embargo, and what was declared.

    Args:
        item: as the feed says it.
        source: gives the zone.
        language: BCP 47 tag of the item.
        near: the moment by which the year is told where none is written.
    """
    if item.opening is None and item.embargo_date is None and item.embargoed_until is None:
        return item, _NONE
    zone = source.time_zone
    for written, ends in ((item.embargoed_until, ending), (item.embargo_date, opening)):
        if written is not None and not is_zero_date(written):
            moment = read_moment(written, language=language, zone=zone)
            return item, _stated(written, ends(moment, zone) if moment else None, near)
    line = item.opening or ""
    found = declared_embargo(line, language=language, zone=zone, near=near)
    if found is None:
        return item, _NONE
    until, held = found.wait(near)
    return _without(item, line), ItemEmbargo(until=until, held=held, origin="line")


def _stated(written: str, end: Moment | None, near: datetime) -> ItemEmbargo:
    if end is None:
        return ItemEmbargo(held=f"the end of its embargo cannot be read: “{written[:_QUOTED]}”")
    until, held = wait_for(end.at, near)
    return ItemEmbargo(until=until, held=held)


def _without(item: Item, line: str) -> Item:
    content, summary = item.content, item.summary
    if content:
        content = without_opening(content, line) or None
    if summary and summary.startswith(line):
        summary = summary[len(line) :].strip() or None
    return replace(item, content=content, summary=summary)
