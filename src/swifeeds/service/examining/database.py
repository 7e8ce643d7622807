"""The database: whether it opens at this program's schema, is sound, lies well, and has time."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from swifeeds.config import masked
from swifeeds.model import SourceState
from swifeeds.service.examining.check import Check, Needs
from swifeeds.service.examining.diagnosis import Diagnosis, broken, ok, told_by, warning
from swifeeds.service.examining.disks import (
    file_system_of,
    kind_diagnosis,
    room_diagnosis,
    size_of,
)
from swifeeds.service.examining.patient import Patient, database_file

_LOOK = 10.0
"""Seconds of looking for damage: a gigabyte or so."""

_SKEW = timedelta(minutes=2)
"""How far clocks of two machines may lie apart without anything being wrong."""


async def look_at_database(patient: Patient) -> AsyncIterator[Diagnosis]:
    """Whether it opens, at which schema, with which engine."""
    place = masked(patient.settings.effective)["storage"]["url"]
    if patient.store is None:
        assert patient.trouble is not None
        yield broken(*told_by(patient.trouble, otherwise="mend storage.url"), subject=place)
        return
    engine = await patient.store.engine()
    schema = await patient.store.schema()
    if engine.journal not in {None, "wal"}:
        yield warning(
            f"{place} keeps its journal as {engine.journal}, not as wal: readers wait for writers",
            "move it to a local disk whose folder swifeeds may write to", subject=place,
        )  # fmt: skip
    yield ok(
        f"{place} opens: schema {schema.current}, {engine.engine}, {size_of(engine.size)}",
        subject=place,
    )


async def look_for_damage(patient: Patient) -> AsyncIterator[Diagnosis]:
    """What a quick look over the file finds."""
    problems = await patient.opened.look_over(_LOOK)
    if problems is None:
        yield ok(
            f"no damage was found in {_LOOK:g} seconds; the database is too large for a whole look,"
            " `swifeeds db check` takes one"
        )
        return
    for one in problems:
        wrong, _, advice = one.partition("; ")
        yield broken(
            wrong, f"stop the service, keep a copy of the file, {advice}; see docs/operating.md"
        )
    if not problems:
        yield ok("a quick look finds no damage; `swifeeds db check` reads every article too")


async def look_at_disks(patient: Patient) -> AsyncIterator[Diagnosis]:
    """What kind of disk the database lies on, and the room there and where files are exported."""
    file = database_file(patient.settings)
    export = patient.settings.export.directory
    if file is not None:
        place = _nearest(file)
        kind = kind_diagnosis("the database", str(file), file_system_of(str(place), patient.mounts))
        if kind is not None:
            yield kind
    wanted = [file] if file else []
    wanted += [patient.settings.base / export] if export else []
    for place in dict.fromkeys(map(_nearest, wanted)):
        usage = shutil.disk_usage(place)
        yield room_diagnosis(str(place), free=usage.free, total=usage.total)
    if not wanted:
        yield ok("no database file is kept here whose disk could fill")


def _nearest(path: Path) -> Path:
    """The path, without links, or the folder nearest above it that is there."""
    path = path.resolve()
    return next(one for one in (path, *path.parents) if one.exists())


async def look_at_clock(patient: Patient) -> AsyncIterator[Diagnosis]:
    """Whether the clock stands behind what was written by it."""
    states = await patient.source_states()
    for one in clock_diagnoses(states.values(), patient.now):
        yield one


def clock_diagnoses(states: Iterable[SourceState], now: datetime) -> Iterator[Diagnosis]:
    """What polls say of the clock, which shows `now` (UTC). Pure."""
    polls = [one.last_poll for one in states if one.last_poll is not None]
    if polls and max(polls) > now + _SKEW:
        yield broken(
            f"this machine's clock says {now:%Y-%m-%d %H:%M} UTC, and a source was polled at"
            f" {max(polls):%Y-%m-%d %H:%M} UTC: one of the two is wrong",
            "set the clock (`timedatectl` shows it); polls wait until it is past that time",
        )
    else:
        yield ok(f"the clock says {now:%Y-%m-%d %H:%M} UTC, and nothing was polled after that")


CHECKS = (
    Check(
        name="database",
        family="database",
        asks="does the database open, at the schema of this version?",
        needs=Needs.CONFIGURATION,
        look=look_at_database,
    ),
    Check(
        name="soundness",
        family="database",
        asks="does a quick look find damage?",
        needs=Needs.DATABASE,
        look=look_for_damage,
    ),
    Check(
        name="disks",
        family="database",
        asks="is the database on a local disk, and is there room?",
        needs=Needs.CONFIGURATION,
        look=look_at_disks,
    ),
    Check(
        name="clock",
        family="database",
        asks="does this machine's clock stand behind what was stored?",
        needs=Needs.DATABASE,
        look=look_at_clock,
    ),
)
