"""What the newsroom's own translations taught, and whether grouping goes by it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Iterator
from datetime import timedelta

from swifeeds.desk import TRUSTED_FROM
from swifeeds.group.lexicon import lexicon_of
from swifeeds.model import LearnedTable
from swifeeds.pipeline import last_lesson
from swifeeds.pipeline.learning import NOTICE as NOT_LEARNED
from swifeeds.service.counting import counted
from swifeeds.service.examining.check import Check, Needs
from swifeeds.service.examining.diagnosis import Diagnosis, note, ok, told_by, warning
from swifeeds.service.examining.patient import Patient

_TWO_NIGHTS = timedelta(hours=50)
"""Longer without a lesson than any two nights are apart, when the clocks are moved too."""

_NOW = "`swifeeds story learn` learns them now"


async def look_at_words(patient: Patient) -> AsyncIterator[Diagnosis]:
    """Whether word tables were learned lately, can be read, and are trusted."""
    if not patient.settings.grouping.learn:
        yield ok("no words are learned from translations: grouping.learn is off")
        return
    for told in await patient.notices():
        if told.kind == NOT_LEARNED:
            found = told_by(RuntimeError(told.message), otherwise=_NOW)
            yield warning(*found, subject=told.subject)
    last = await last_lesson(patient.opened)
    if last is None:
        when = "a running service does so at 3 in the night"
        yield note("no words were learned from translations yet", f"{when}; {_NOW}")
    elif patient.now - last > _TWO_NIGHTS:
        yield warning(
            f"words were learned last on {last:%Y-%m-%d %H:%M} UTC, and should be each night",
            f"see that the service runs at night, and its log; {_NOW}",
        )
    for one in table_diagnoses(await patient.opened.learned_tables()):
        yield one


def table_diagnoses(tables: Collection[LearnedTable]) -> Iterator[Diagnosis]:
    """What the tables that are kept say of themselves. Pure."""
    try:
        lexicon_of(tables)
    except ValueError as error:
        sentence, advice = told_by(error, otherwise=_NOW)
        yield warning(f"word tables are not gone by: {sentence}", advice)
        return
    there = [one for one in tables if one.source < one.target]
    trusted = [f"{one.source}-{one.target}" for one in there if one.pairs >= TRUSTED_FROM]
    told = counted(len(there), "pair of languages", "pairs of languages")
    by = f"gone by for {', '.join(trusted)}" if trusted else f"none of {TRUSTED_FROM} pairs yet"
    yield ok(f"words of {told} were learned: {by}" if there else "there are no word tables")


CHECKS = (
    Check(
        name="words",
        family="editors",
        asks="was learned lately which words go together across languages?",
        needs=Needs.DATABASE,
        look=look_at_words,
    ),
)
