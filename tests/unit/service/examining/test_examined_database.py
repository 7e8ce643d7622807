from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.contract.making import NOW
from tests.unit.service.examining.patients import TEXT, look, patient_in, sentences

from swifeeds.model import Notice, SourceId, SourceState
from swifeeds.service.examining import Verdict
from swifeeds.service.examining.database import clock_diagnoses
from swifeeds.service.examining.folders import refusal


def run_on(folder, statement: str) -> None:
    with closing(sqlite3.connect(folder / "store.db")) as database, database:
        database.execute(statement)


async def test_a_database_at_this_schema_opens(folder):
    async with patient_in(folder) as patient:
        found = await look(patient, "database")
    assert found.verdict is Verdict.OK
    assert "SQLite 3." in sentences(found)


@pytest.mark.parametrize(
    ("revision", "words"),
    [("0003", "schema 0003 and this program needs"), ("9999", "written by a newer swifeeds")],
)
async def test_a_schema_of_another_version_is_broken_and_says_what_to_do(folder, revision, words):
    run_on(folder, f"UPDATE alembic_version SET version_num = '{revision}'")
    async with patient_in(folder) as patient:
        found = await look(patient, "database")
        others = await look(patient, "sources")
    assert found.verdict is Verdict.BROKEN
    assert words in sentences(found)
    assert found.diagnoses[0].advice
    assert others.verdict is Verdict.SKIPPED


async def test_a_database_that_is_not_there_is_told_and_not_made(tmp_path):
    async with patient_in(tmp_path) as patient:
        found = await look(patient, "database")
    assert "holds no swifeeds database" in found.diagnoses[0].sentence
    assert "swifeeds run" in found.diagnoses[0].advice
    assert not (tmp_path / "store.db").exists()


async def test_damage_is_found(folder):
    file = folder / "store.db"
    async with patient_in(folder) as patient:
        assert (await look(patient, "soundness")).verdict is Verdict.OK
        file.write_bytes(b"rubbish " * 4000)
        found = await look(patient, "soundness")
    assert found.verdict is Verdict.BROKEN
    assert "damaged" in sentences(found)
    assert "restore a backup" in sentences(found)


@pytest.mark.postgres
async def test_postgresql_is_examined_too(tmp_path, migrated_postgres):
    text = TEXT.replace("sqlite:///store.db", migrated_postgres)
    async with patient_in(tmp_path, text) as patient:
        found = [await look(patient, name) for name in ("database", "soundness", "data-folder")]
        disks = await look(patient, "disks")
    assert [one.verdict for one in (*found, disks)] == [Verdict.OK] * 4
    assert "PostgreSQL" in sentences(found[0])


@pytest.mark.postgres
async def test_postgresql_without_tables_is_broken(tmp_path, empty_postgres):
    text = TEXT.replace("sqlite:///store.db", empty_postgres)
    async with patient_in(tmp_path, text) as patient:
        found = await look(patient, "database")
    assert found.verdict is Verdict.BROKEN


async def test_postgresql_that_does_not_answer_is_broken(tmp_path):
    text = TEXT.replace("sqlite:///store.db", "postgresql://nobody@127.0.0.1:1/news")
    async with patient_in(tmp_path, text) as patient:
        found = await look(patient, "database")
    assert found.verdict is Verdict.BROKEN
    assert "see that the database runs" in found.diagnoses[0].advice


@pytest.mark.parametrize(
    "url",
    ["postgresql://me:s3cret@host:port/news", "mysql://me:s3cret@h/n", "sqlite://", "x", "//["],
)
async def test_an_address_that_names_no_database_is_a_finding_without_its_password(tmp_path, url):
    async with patient_in(tmp_path, TEXT.replace("sqlite:///store.db", url)) as patient:
        found = await look(patient, "database")
        others = [await look(patient, name) for name in ("secrets", "disks", "data-folder")]
    assert found.verdict is Verdict.BROKEN
    assert "storage.url" in found.diagnoses[0].sentence
    assert "by itself" not in "".join(map(sentences, others))
    assert "s3cret" not in "".join(map(sentences, (found, *others)))


async def test_a_database_on_a_network_disk_is_broken(folder):
    mounts = "22 1 0:40 / / rw - nfs4 nas:/news rw\n"
    async with patient_in(folder) as patient:
        found = await look(replace(patient, mounts=mounts), "disks")
    assert any("nfs4" in one.sentence for one in found.diagnoses if one.verdict == "broken")


async def test_room_is_told_where_the_database_and_the_export_lie(folder):
    text = f'{TEXT}[export]\ndirectory = "public/site"\n'
    async with patient_in(folder, text) as patient:
        found = await look(patient, "disks")
    assert {f"{folder}/store.db", str(folder)} <= {one.subject for one in found.diagnoses}


async def test_a_folder_that_cannot_be_written_to_is_broken(tmp_path):
    (tmp_path / "a-file").write_text("no folder")
    text = TEXT.replace("store.db", "a-file/var/store.db")
    async with patient_in(tmp_path, text) as patient:
        found = await look(patient, "data-folder")
    assert found.verdict is Verdict.BROKEN
    assert f"{tmp_path}/a-file/var" in sentences(found)


async def test_a_folder_that_the_service_will_make_is_well(tmp_path):
    text = TEXT.replace("store.db", "var/deep/store.db")
    async with patient_in(tmp_path, text) as patient:
        assert (await look(patient, "data-folder")).verdict is Verdict.OK
    assert not (tmp_path / "var").exists()


def test_trying_a_folder_leaves_nothing_in_it(tmp_path):
    assert refusal(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


async def test_an_export_goes_only_to_a_folder_that_is_ours(folder):
    text = f'{TEXT}[export]\ndirectory = "public"\n'
    async with patient_in(folder, text) as patient:
        assert (await look(patient, "export-folder")).verdict is Verdict.OK
        (folder / "public").mkdir()
        (folder / "public" / "theirs.html").write_text("x")
        found = await look(patient, "export-folder")
    assert found.verdict is Verdict.BROKEN
    assert "--adopt" in sentences(found)


async def test_an_export_that_failed_is_told(folder):
    text = f'{TEXT}[export]\ndirectory = "public"\n'
    async with patient_in(folder, text) as patient:
        notice = Notice(kind="export-failed", subject=f"{folder}/public", message="no room; make"
                        " some", at=NOW)  # fmt: skip
        await patient.opened.tell([notice])
        found = await look(patient, "export-folder")
    (one,) = found.diagnoses
    assert one.verdict is Verdict.BROKEN
    assert (one.sentence, one.advice) == ("the last export failed: no room", "make some")


@pytest.mark.parametrize(("ahead", "verdict"), [(1, "ok"), (10, "broken")])
def test_a_clock_behind_what_was_stored_is_wrong(ahead, verdict):
    polled = SourceState(source_id=SourceId("wire"), last_poll=NOW + timedelta(minutes=ahead))
    never = SourceState(source_id=SourceId("other"))
    (found,) = clock_diagnoses([polled, never], NOW)
    assert found.verdict == verdict
