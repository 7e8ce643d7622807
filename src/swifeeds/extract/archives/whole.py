"""A file that lies in memory as a whole: its articles, with what belongs to them all over it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import datetime
from heapq import nsmallest
from itertools import chain

from swifeeds.extract.archives import kept
from swifeeds.extract.archives.cutting import cut
from swifeeds.extract.archives.heads import LEFT_OUT
from swifeeds.extract.archives.reading import read_portion
from swifeeds.extract.archives.surveying import SURVEYED, survey_portion
from swifeeds.model import (
    ArchiveFormat,
    Extraction,
    Needed,
    Reject,
    Source,
    Stated,
    StatedKind,
    Survey,
)
from swifeeds.model.companion import MOST_TOGETHER, Sought

LARGEST_KEPT = 4 * 1024 * 1024
"""Bytes of what is found, of about ten thousand pictures."""

_TOO_MANY = (
    "holds more pictures and translations than can be kept until its articles are read; those that"
    " had no room are not linked: take it in with `swifeeds import`"
)


def read_whole(
    body: bytes, source: Source, kind: ArchiveFormat, *, name: str, retrieved: datetime
) -> Extraction:
    """What `read_portion` yields of all portions, as one.

    Raises:
        ExtractError: it is not what it seemed to be.
    """
    found = _Found()
    for portion in cut((body,), kind, lean=True) if kind in SURVEYED else ():
        if portion.body:
            survey = survey_portion(portion, source, kind, name=name, retrieved=retrieved)
            found.add(portion.offset, survey)
        elif portion.is_head:
            found.told[LEFT_OUT] = None
    read = Extraction.joined(
        read_portion(
            portion, source, kind, name=name, retrieved=retrieved, needed=found.of(portion.offset)
        )
        for portion in cut((body,), kind, lean=True)
        if not portion.is_head
    )
    told = (Reject(subject=name, reason=sentence) for sentence in found.told)
    return replace(read, noted=(*read.noted, *told))


class _Found:
    """What the items are to each other and what the head states, until there is no more room."""

    def __init__(self) -> None:
        self.told: dict[str, None] = {}
        self._room = LARGEST_KEPT
        self._sought: dict[int, Sought] = {}
        self._stated: dict[tuple[StatedKind, str], Stated] = {}
        self._by_number: dict[int, bytes] = {}
        self._by_parent: dict[int, list[int]] = defaultdict(list)
        self._by_group: dict[str, list[int]] = defaultdict(list)

    def add(self, offset: int, survey: Survey) -> None:
        """Of two with one number or name the later one holds."""
        self._sought[offset] = survey.sought
        for one in survey.stated:
            if self._has_room(kept.written(one)):
                self._stated[one.kind, one.name] = one
        for other in survey.companions:
            if self._has_room(body := kept.written(other)):
                self._by_number[other.number] = body
                if other.parent is not None:
                    self._by_parent[other.parent].append(other.number)
                for group in other.groups:
                    self._by_group[group].append(other.number)

    def of(self, offset: int) -> Needed | None:
        """What the articles of the portion that begins there need."""
        sought = self._sought.get(offset)
        if sought is None:
            return None
        stated = [self._stated[name] for name in sought.stated if name in self._stated]
        together = chain(
            (self._by_parent.get(name, ()) for name in sought.parents),
            (self._by_group.get(name, ()) for name in sought.groups),
        )
        numbers = dict.fromkeys((
            *sought.numbers,
            *(number for one in stated for _, number in one.members),
            *(number for some in together for number in nsmallest(MOST_TOGETHER, set(some))),
        ))  # fmt: skip
        return Needed(
            companions=tuple(self._by_number[one] for one in numbers if one in self._by_number),
            stated=tuple(map(kept.written, stated)),
        )

    def _has_room(self, body: bytes) -> bool:
        if len(body) > self._room:
            self.told[_TOO_MANY] = None
            return False
        self._room -= len(body)
        return True
