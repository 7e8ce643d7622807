from __future__ import annotations

from datetime import timedelta

import pytest
from tests.contract.making import (
    NOW,
    grouping,
    keep,
    lease_of,
    make_article,
    make_source,
    make_story,
    member,
    put_aside,
)
from tests.unit.service.examining.patients import TEXT, look, patient_in, sentences

from swifeeds.model import Notice, Rung, Status
from swifeeds.service.examining import Verdict
from swifeeds.service.examining.editing import notice_diagnoses, work_diagnoses

HOOK = '[tell]\nwebhook = "https://hooks.newsroom.org/T0/s3cret"\n'
EMBEDDER = '[grouping.embedder]\nurl = "http://127.0.0.1:9/embed"\nmodel = "m3"\nweight = 0.3\n'


def notice(kind: str, subject: str = "wire", message: str = "it is so; do that", **others):
    return Notice(**({"kind": kind, "subject": subject, "message": message, "at": NOW} | others))


async def test_what_is_held_says_since_when_and_how_to_decide(folder):
    async with patient_in(folder) as patient:
        store = patient.opened
        a, b = make_article("a"), make_article("b")
        await keep(store, a, b)
        lease = await lease_of(store)
        await store.keep(lease, [put_aside(a, content="<p>403</p>")], {})
        await store.tell([notice("article-held", a.url, "it lost most of its text")])
        await store.set_status("b", Status.HELD, reason="libel", now=NOW)
        found = await look(patient, "held")
    machine, editor = found.diagnoses
    assert machine.verdict is Verdict.WARNING
    assert (
        machine.sentence == f"{a.url} is held since 2026-11-23 12:00 UTC: it lost most of its text"
    )
    assert f"swifeeds article show {a.url}" in machine.advice
    assert editor.verdict is Verdict.NOTE
    assert editor.sentence.startswith("1 article or revision held")


async def test_suggestions_wait_for_an_editor(folder):
    async with patient_in(folder) as patient:
        store = patient.opened
        await keep(store, make_article("a"))
        assert (await look(patient, "review")).verdict is Verdict.OK
        suggested = member("talks", "a", rung=Rung.SUGGESTION, score=0.3)
        await store.keep_grouping(
            grouping(suggested, stories=[make_story("talks")]), marked=(), stale=()
        )
        found = await look(patient, "review")
    assert found.verdict is Verdict.NOTE
    assert found.diagnoses[0].sentence.startswith("1 suggestion for 1 story:")


@pytest.mark.parametrize(
    ("counts", "verdict"),
    [
        ({"articles": 0, "shelf": 0, "marked": 0, "stale": 0}, "ok"),
        ({"articles": 3, "shelf": 0, "marked": 3, "stale": 0}, "warning"),
        ({"articles": 3, "shelf": 9, "marked": 1, "stale": 0}, "note"),
        ({"articles": 3, "shelf": 9, "marked": 0, "stale": 0}, "ok"),
    ],
)
def test_work_that_waits_is_told(counts, verdict):
    (found,) = work_diagnoses(counts)
    assert found.verdict == verdict


def test_notices_that_other_checks_tell_are_not_told_twice():
    kinds = ("source-failing", "source-silent", "article-held", "hub-failing", "embedder-failing",
             "export-failed")  # fmt: skip
    (found,) = notice_diagnoses(map(notice, kinds), [make_source("wire")])
    assert found.verdict is Verdict.OK


def test_records_are_counted_and_what_nobody_knows_is_a_warning():
    later = NOW + timedelta(hours=1)
    found = list(
        notice_diagnoses(
            [
                notice("article-withdrawn", "a"),
                notice("article-withdrawn", "b", at=later),
                notice("source-failing", "gone"),
                notice("of-tomorrow"),
            ],
            [make_source("wire")],
        )
    )
    assert [one.verdict for one in found] == ["note", "warning", "note"]
    assert "gone, which the file names no more" in found[0].sentence
    assert (found[1].sentence, found[1].advice) == ("it is so", "do that")
    assert found[2].sentence.startswith("2 articles withdrawn")
    assert "13:00" in found[2].sentence


async def test_a_hub_that_takes_nothing_is_told(folder):
    async with patient_in(folder) as patient:
        assert (await look(patient, "hubs")).verdict is Verdict.OK
        await patient.opened.tell([notice("hub-failing", "https://hub.example/")])
        found = await look(patient, "hubs")
    assert found.verdict is Verdict.WARNING
    assert found.diagnoses[0].subject == "https://hub.example/"


async def test_without_a_webhook_nobody_is_told(folder):
    async with patient_in(folder) as patient:
        assert (await look(patient, "webhook")).verdict is Verdict.NOTE


@pytest.mark.parametrize(("minutes", "verdict"), [(1, "ok"), (6, "warning")])
async def test_a_webhook_that_takes_nothing_is_told_without_its_secret(folder, minutes, verdict):
    now = NOW + timedelta(minutes=minutes)
    async with patient_in(folder, TEXT + HOOK, now=now) as patient:
        await patient.opened.tell([notice("source-failing")])
        found = await look(patient, "webhook")
    assert found.verdict == verdict
    assert "hooks.newsroom.org" in sentences(found)
    assert "s3cret" not in sentences(found)


async def test_an_embedder_is_not_asked_and_its_last_answer_counts(folder):
    async with patient_in(folder, TEXT + EMBEDDER) as patient:
        assert (await look(patient, "embedder")).verdict is Verdict.OK
        await patient.opened.tell([notice("embedder-failing", "m3", "no connection; asked again")])
        found = await look(patient, "embedder")
    assert found.verdict is Verdict.WARNING
    assert "embedder m3 did not answer when it was asked last (no connection)" in sentences(found)
