from __future__ import annotations

import asyncio
import re
from itertools import groupby
from pathlib import Path

import pytest
from tests.contract.making import NOW
from tests.unit.service.examining.patients import TEXT, patient_in, sentences

from swifeeds.errors import StoreBusy, UsageError
from swifeeds.service.examining import CHECKS, Check, Patient, Verdict, examine, worst
from swifeeds.service.examining.check import Needs
from swifeeds.service.examining.diagnosis import note, ok, told_by

NOBODY = Patient(file=Path("swifeeds.toml"), environ={}, now=NOW)
DATABASE = {one.name for one in CHECKS if one.needs is Needs.DATABASE}


def check(name: str, look, needs: Needs = Needs.NOTHING) -> Check:
    return Check(name=name, family="tests", asks="is it?", needs=needs, look=look)


async def well(_: Patient):
    yield ok("this is well")


async def buggy(_: Patient):
    yield note("seen before it failed")
    raise ZeroDivisionError("by nothing")


async def busy(_: Patient):
    raise StoreBusy("the database is locked; stop the other process")
    yield ok("never")


async def endless(_: Patient):
    yield note("seen before it hung")
    await asyncio.Event().wait()


async def test_a_check_that_fails_by_itself_is_a_finding_and_the_others_go_on():
    bugs: list[Exception] = []
    checks = (check("a", well), check("b", buggy), check("c", well))
    first, second, third = await examine(NOBODY, checks, on_bug=bugs.append)
    assert (first.verdict, third.verdict) == (Verdict.OK, Verdict.OK)
    assert second.verdict is Verdict.BROKEN
    assert [one.sentence for one in second.diagnoses] == [
        "seen before it failed",
        "the check b failed by itself (ZeroDivisionError: by nothing), so nothing is known of it",
    ]
    assert [type(one) for one in bugs] == [ZeroDivisionError]


async def test_an_error_of_ours_is_told_in_its_two_halves():
    (found,) = await examine(NOBODY, (check("a", busy),))
    (one,) = found.diagnoses
    assert (one.sentence, one.advice) == ("the database is locked", "stop the other process")


async def test_a_check_that_does_not_end_is_given_up_and_keeps_what_it_found():
    (found,) = await examine(NOBODY, (check("slow", endless),), patience=0.05)
    assert found.verdict is Verdict.BROKEN
    assert [one.verdict for one in found.diagnoses] == [Verdict.NOTE, Verdict.BROKEN]
    assert "the check slow took longer than 0.05 s" in sentences(found)


async def test_what_a_check_lacks_is_named_and_where_to_read_why():
    checks = (check("a", well, Needs.CONFIGURATION), check("b", well))
    skipped, made = await examine(NOBODY, checks)
    assert skipped.verdict is Verdict.SKIPPED
    assert skipped.diagnoses[0].advice == "`swifeeds doctor configuration` says why"
    assert made.verdict is Verdict.OK


async def test_the_database_is_what_is_missing_where_there_is_a_configuration(tmp_path):
    async with patient_in(tmp_path) as patient:
        (skipped,) = await examine(patient, (check("a", well, Needs.DATABASE),))
    assert skipped.diagnoses[0].advice == "`swifeeds doctor database` says why"


async def test_a_bare_installation_is_examined_without_a_traceback():
    found = {one.check.name: one for one in await examine(NOBODY, CHECKS)}
    assert found.keys() == {one.name for one in CHECKS}
    assert {found[name].verdict for name in DATABASE} == {Verdict.SKIPPED}


async def test_every_check_says_something_of_a_sound_installation_and_none_is_broken(folder):
    text = TEXT + '[collect]\nallow_private = ["10.1.0.0/16"]\n'
    async with patient_in(folder, text) as patient:
        found = await examine(patient, CHECKS)
    assert all(one.diagnoses for one in found)
    grave = [sentences(one) for one in found if one.verdict in {Verdict.BROKEN, Verdict.WARNING}]
    assert grave == []


async def test_an_examination_leaves_no_file_and_no_row_behind(folder):
    async with patient_in(folder) as patient:
        before, counts = listed(folder), await patient.opened.counts()
        await examine(patient, CHECKS)
        assert (listed(folder), await patient.opened.counts()) == (before, counts)


async def test_the_store_is_asked_once_for_what_several_checks_go_by(folder):
    async with patient_in(folder) as patient:
        assert await patient.counts() is await patient.counts()
        assert await patient.notices() is await patient.notices()
        assert await patient.source_states() is await patient.source_states()


def listed(folder: Path) -> set[str]:
    return {str(one) for one in folder.rglob("*")}


def test_names_are_words_for_scripts_and_families_stand_together():
    names = [one.name for one in CHECKS]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", one) for one in names)
    families = [family for family, _ in groupby(CHECKS, key=lambda one: one.family)]
    assert len(set(families)) == len(families)
    assert all(one.asks.endswith("?") for one in CHECKS)


def test_the_gravest_verdict_is_the_one_that_counts():
    assert worst(()) is Verdict.OK
    assert worst([Verdict.OK, Verdict.SKIPPED]) is Verdict.SKIPPED
    assert worst([Verdict.NOTE, Verdict.BROKEN, Verdict.WARNING]) is Verdict.BROKEN


@pytest.mark.parametrize(
    ("text", "halves"),
    [("it is so; do that", ("it is so", "do that")), ("it is so", ("it is so", "else"))],
)
def test_a_sentence_is_parted_at_what_to_do(text, halves):
    assert told_by(UsageError(text), otherwise="else") == halves
