"""A site that runs WordPress, by its REST interface.

A short list tells which entries changed since the newest change that was read; those alone are
asked for whole. What was there before is walked through by date, as many in each poll as
`max_articles` leaves. Lists are taken newest first, page by page: what changes meanwhile moves to
the front, so that an entry may come twice and never not at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from swifeeds.errors import BadStatus
from swifeeds.extract import rest_entries
from swifeeds.model import Fetched, RestEntry, Validators
from swifeeds.pipeline.journey.rest import RestCollection, find_collection
from swifeeds.pipeline.journey.rest_checks import look_for_known
from swifeeds.pipeline.journey.rest_reading import read_whole
from swifeeds.pipeline.journey.visit import Visit

_FIELDS = "id,link,modified,modified_gmt,translations"
_PAGE = 100
"""Entries of a list: as many as WordPress gives."""

_MOST_PAGES = 20
_AGAIN = 10
"""Entries of the backlog that are looked at twice: as many may be deleted between two polls."""

_SAME_MOMENT = timedelta(minutes=10)
"""So long after a change others may still come with the same second."""

_END = "end"
_NO_SUCH_PAGE = 400


async def read_wordpress(visit: Visit) -> None:
    """Read what changed, then a piece of what was there before, and see whether what is known is
    still there."""
    collection = await find_collection(visit)
    zone = collection.site.time_zone or visit.source.time_zone
    visit = replace(visit, source=replace(visit.source, time_zone=zone))
    journey = _Journey(visit=visit, collection=collection)
    await journey.go()
    await look_for_known(visit, collection)


@dataclass(slots=True, kw_only=True)
class _Journey:
    """One poll. `read` are the entries that were asked for whole."""

    visit: Visit
    collection: RestCollection
    read: dict[int, RestEntry] = field(default_factory=dict)

    @property
    def _room(self) -> int:
        return self.visit.source.max_articles - len(self.read)

    async def go(self) -> None:
        """Read, and note how far that went once all of it is gathered."""
        list_url, backlog_url = self.collection.address(), f"{self.collection.address()}#backlog"
        known = await self.visit.memory.validators([list_url, backlog_url])
        newest = known[list_url].lastmod if list_url in known else None
        offset = self._offset(known.get(backlog_url))
        if newest is not None and not await self._read_changes(newest):
            offset = 0
        if offset is not None and self._room > 0:
            offset = await self._read_backlog(offset)
        dates = [entry.modified for entry in self.read.values()]
        reached = max([*dates, *([newest] if newest else [])], default=None)
        note = self.visit.gathering.note_read
        note(list_url, Validators(lastmod=reached))
        note(backlog_url, self._walked(offset))

    def _offset(self, known: Validators | None) -> int | None:
        """How much of the backlog is read; None when all of it is. What was read otherwise than it
        would be now is walked through once more."""
        visit = self.visit
        if known is None or not visit.collector.is_read_alike(visit.source, known):
            return 0
        if known.etag == _END:
            return None
        return int(known.etag) if known.etag and known.etag.isdecimal() else 0

    def _walked(self, offset: int | None) -> Validators:
        mark = self.visit.collector.mark_of(self.visit.source)
        return Validators(etag=_END if offset is None else str(offset), digest=f"{mark}:")

    async def _read_changes(self, newest: datetime) -> bool:
        """What changed since; False when it was too much, and the rest is the backlog's."""
        is_old = self.visit.now() - newest > _SAME_MOMENT
        changed: list[RestEntry] = []
        for page in range(1, _MOST_PAGES + 1):
            listed = await self._list(orderby="modified", order="desc", page=page)
            new = [one for one in listed if one.modified > newest or
                   (one.modified == newest and not is_old)]  # fmt: skip
            changed += new
            if len(new) < len(listed) or len(listed) < _PAGE or len(changed) > self._room:
                break
        is_all = len(changed) <= self._room
        await self._read(changed[: self._room])
        return is_all

    async def _read_backlog(self, offset: int) -> int | None:
        """A piece of all entries by date from there on; where the next one begins, None at the
        end."""
        while self._room > 0:
            start = max(0, offset - _AGAIN)
            room = min(_PAGE, self._room + offset - start)
            listed = await self._list(orderby="date", order="desc", offset=start, per_page=room)
            await self._read([one for one in listed if one.number not in self.read])
            if len(listed) < room:
                return None
            offset = start + len(listed)
        return offset

    async def _list(self, *, per_page: int = _PAGE, **asked: str | int) -> Sequence[RestEntry]:
        """A list of entries; none where there is no such page."""
        url = self.collection.address(**asked, per_page=per_page, _fields=_FIELDS)
        try:
            outcome = await self.visit.collect(url, anew=True)
        except BadStatus as error:
            if error.status == _NO_SUCH_PAGE and asked.get("page", 1) != 1:
                return ()
            raise
        if not isinstance(outcome, Fetched):
            return ()
        found: Sequence[RestEntry] = await self.visit.run(
            rest_entries, outcome.document, self.visit.source
        )
        return found

    async def _read(self, entries: Sequence[RestEntry]) -> None:
        await read_whole(self.visit, self.collection, entries)
        self.read |= {entry.number: entry for entry in entries}
