from __future__ import annotations

from pathlib import Path

import pytest
from tests.contract.making import NOW
from tests.unit.service.examining.patients import TEXT, look, patient_in, sentences

from swifeeds.localise import Catalog
from swifeeds.service.examining import Patient, Verdict
from swifeeds.service.examining.installation import catalog_diagnoses
from swifeeds.service.packaged import read_catalogs

NOBODY = Patient(file=Path("swifeeds.toml"), environ={}, now=NOW)


def catalog(tag: str, *messages: str) -> Catalog:
    return Catalog(language=tag, translations={one: (one,) for one in messages})


def told(languages: tuple[str, ...], *catalogs: Catalog):
    return list(catalog_diagnoses({one.language: one for one in catalogs}, languages))


async def test_our_own_catalogs_are_whole():
    found = await look(NOBODY, "catalogs")
    assert found.verdict is Verdict.OK
    assert sentences(found).startswith(f"ok: {len(read_catalogs())} catalogs of ")


def test_a_catalog_that_lacks_messages_is_named():
    lacking, read = told(("en", "de-CH"), catalog("en", "a", "b"), catalog("de", "a"))
    assert lacking.verdict is Verdict.NOTE
    assert "de-CH lacks 1 of 2 messages" in lacking.sentence
    assert "locales/de" in lacking.advice
    assert read.verdict is Verdict.OK


def test_a_language_without_a_catalog_is_named():
    missing, _ = told(("rm",), catalog("en", "a"))
    assert missing.verdict is Verdict.NOTE
    assert "no catalog for rm" in missing.sentence


@pytest.mark.parametrize("catalogs", [(), (catalog("de", "a"),), (catalog("en"),)])
def test_without_english_nothing_can_be_worded(catalogs):
    (found,) = told(("en",), *catalogs)
    assert found.verdict is Verdict.BROKEN


async def test_a_language_that_cldr_does_not_know_is_named(tmp_path):
    text = TEXT.replace('languages = ["en"]', 'languages = ["en", "de-CH", "tlh"]')
    async with patient_in(tmp_path, text) as patient:
        found = await look(patient, "calendars")
    assert [one.subject for one in found.diagnoses] == ["tlh", None]
    assert "tzdata 20" in sentences(found)


async def test_a_child_starts_answers_and_ends():
    found = await look(NOBODY, "children")
    assert found.verdict is Verdict.OK


async def test_children_without_memory_are_broken(tmp_path):
    async with patient_in(tmp_path, f"{TEXT}[workers]\nmemory = 1\n") as patient:
        found = await look(patient, "children")
    assert found.verdict is Verdict.BROKEN
    assert "workers.memory (1 MiB)" in sentences(found)
