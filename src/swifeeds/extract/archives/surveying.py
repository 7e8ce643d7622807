"""A first look at a portion: what its items are to others, wherever in an export those stand.

Only where an archive names things by numbers that mean something in all of it, as WordPress does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from swifeeds.errors import ExtractError
from swifeeds.extract.archives.cutting import apart
from swifeeds.extract.archives.entry import Reading
from swifeeds.model import ArchiveFormat, Portion, Source, Survey
from swifeeds.model.companion import Sought

SURVEYED = frozenset({ArchiveFormat.WXR})
"""Formats of which a first look is worth its time."""


def survey_portion(
    portion: Portion, source: Source, kind: ArchiveFormat, *, name: str, retrieved: datetime
) -> Survey:
    """What is to be known of a portion before any is read.

    Arguments are those of `read_portion`. An item that is broken says what can be read of it, as
    it does there.
    """
    return _survey(portion, kind, Reading(source=source, retrieved=retrieved, name=name))


def _survey(portion: Portion, kind: ArchiveFormat, reading: Reading) -> Survey:
    # Imported here: only the children survey, and only a few formats.
    from swifeeds.extract.archives.wxr import survey, survey_head  # noqa: PLC0415

    look = survey_head if portion.is_head else survey
    try:
        found, items = look(portion.body, reading)
    except ExtractError:
        found, items = Survey(), 0
    if items >= portion.items or reading.recover:
        return found
    if portion.items == 1:
        return _survey(portion, kind, replace(reading, recover=True))
    return joined(_survey(one, kind, reading) for one in apart(portion, kind))


def joined(parts: Iterable[Survey]) -> Survey:
    """Several surveys of one file as one."""
    parts = tuple(parts)
    return Survey(
        site=next((part.site for part in parts if part.site), None),
        companions=tuple(one for part in parts for one in part.companions),
        sought=Sought(
            numbers=tuple(one for part in parts for one in part.sought.numbers),
            parents=tuple(one for part in parts for one in part.sought.parents),
            groups=tuple(one for part in parts for one in part.sought.groups),
            stated=tuple(one for part in parts for one in part.sought.stated),
        ),
        stated=tuple(one for part in parts for one in part.stated),
    )
