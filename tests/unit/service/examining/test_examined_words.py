"""What the doctor says of word tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.contract.making import NOW
from tests.unit.group import tables
from tests.unit.service.examining.patients import TEXT, look, patient_in

from swifeeds.group.lexicon import kept
from swifeeds.model import Notice
from swifeeds.service.examining import Verdict
from swifeeds.service.examining.learned import table_diagnoses


def rows(pairs: int):
    found = tables.lexicon().tables
    return [replace(kept(one, digest="d", trained=NOW), pairs=pairs) for one in found]


async def test_before_the_first_night_it_says_how_to_learn_now(folder):
    async with patient_in(folder) as patient:
        found = await look(patient, "words")
    assert found.verdict is Verdict.NOTE
    assert "swifeeds story learn" in found.diagnoses[0].advice


async def test_it_names_the_languages_that_are_gone_by(folder):
    async with patient_in(folder) as patient:
        await patient.opened.keep_learned(rows(600), only=[("de", "fr"), ("fr", "de")])
        await patient.opened.remember("words-learned", (patient.now).isoformat())
        found = await look(patient, "words")
    assert found.verdict is Verdict.OK
    assert found.diagnoses[-1].sentence.endswith("languages were learned: gone by for de-fr")


async def test_nights_without_a_lesson_and_failed_ones_are_warned_of(folder):
    async with patient_in(folder) as patient:
        before = patient.now - timedelta(days=4)
        await patient.opened.remember("words-learned", before.isoformat())
        failed = Notice(kind="words-not-learned", subject="de-fr", message="not so; wait", at=NOW)
        await patient.opened.tell([failed])
        found = await look(patient, "words")
        others = await look(patient, "notices")
    assert [one.verdict for one in found.diagnoses[:2]] == [Verdict.WARNING] * 2
    assert "each night" in found.diagnoses[1].sentence
    assert others.verdict is Verdict.OK


async def test_switched_off_nothing_is_missed(folder):
    async with patient_in(folder, TEXT + "[grouping]\nlearn = false\n") as patient:
        found = await look(patient, "words")
    assert found.verdict is Verdict.OK
    assert "off" in found.diagnoses[0].sentence


def test_tables_below_the_trusted_size_and_unreadable_ones_are_told():
    (few,) = table_diagnoses(rows(20))
    assert few.sentence.endswith("none of 500 pairs yet")
    (broken,) = table_diagnoses([replace(one, body='{"form": 9}') for one in rows(600)])
    assert broken.verdict is Verdict.WARNING
    assert "form 9" in broken.sentence
