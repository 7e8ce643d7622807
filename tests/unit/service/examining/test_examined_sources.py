from __future__ import annotations

from datetime import timedelta

import pytest
from tests.contract.making import MINUTE, NOW, make_source
from tests.unit.service.examining.patients import look, patient_in, sentences

from swifeeds.model import SourceId, SourceState
from swifeeds.service.examining import Verdict
from swifeeds.service.examining.sources import source_diagnoses


def state(name: str, **others) -> SourceState:
    values = {"next_at": NOW + MINUTE, "last_poll": NOW, "last_success": NOW, "last_new": NOW}
    return SourceState(source_id=SourceId(name), **(values | others))


def told(*pairs):
    """What is said of these sources with these states."""
    sources = tuple(source for source, _ in pairs)
    states = {source.id: one for source, one in pairs if one is not None}
    return list(source_diagnoses(sources, states, NOW))


@pytest.mark.parametrize(
    ("others", "verdict", "words", "advice"),
    [
        ({"failures": 2, "reason": "503"}, "warning", "failed 2 times in a row",
         "swifeeds source test wire"),
        ({"paused": True}, "note", "is paused", "swifeeds source resume wire"),
        ({"next_at": None}, "note", "was never polled", "swifeeds run"),
        ({"next_at": NOW - timedelta(hours=1)}, "warning", "was due at 2026-11-23 11:00",
         "check `service`"),
        ({"last_new": NOW - timedelta(days=2)}, "warning", "nothing new since 2026-11-21",
         "expect_new_within"),
    ],
)  # fmt: skip
def test_a_source_in_need_has_a_sentence_and_what_to_do(others, verdict, words, advice):
    source = make_source(expect_new_within=timedelta(days=1))
    (found,) = told((source, state("wire", **others)))
    assert found.verdict == verdict
    assert words in found.sentence
    assert "wire" in found.sentence
    assert advice in found.advice
    assert found.subject == "wire"


def test_sources_that_fare_well_are_counted():
    other = (make_source("other"), state("other", failures=1, reason="x"))
    one, two = told((make_source(), state("wire")), other)
    assert one.verdict is Verdict.WARNING
    assert two.sentence.startswith("1 of 2 sources are polled in time")


def test_when_all_fail_the_network_is_to_blame_first():
    names = ("a", "b", "c")
    found = told(*((make_source(n), state(n, failures=3, reason="no route")) for n in names))
    assert [one.verdict for one in found] == ["broken", "warning", "warning", "warning"]
    assert "network" in found[0].advice


def test_two_sources_that_fail_prove_nothing():
    found = told(*((make_source(n), state(n, failures=3, reason="x")) for n in ("a", "b")))
    assert {one.verdict for one in found} == {"warning"}


def test_a_site_without_sources_is_told_how_to_begin():
    (found,) = told()
    assert found.verdict is Verdict.NOTE
    assert "swifeeds source test" in found.advice


async def test_sources_are_read_from_the_store(folder):
    async with patient_in(folder) as patient:
        config = patient.settings
        await patient.opened.register(config.sources, (), NOW - timedelta(days=1))
        found = await look(patient, "sources")
    assert {one.verdict for one in found.diagnoses} == {Verdict.WARNING}
    assert "source other was due at 2026-11-22" in sentences(found)
