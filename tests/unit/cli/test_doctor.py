"""`swifeeds doctor` from argument to exit status, on installations of every kind."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.acceptance.journey import run_here
from tests.contract.databases import migrated_database
from tests.unit.service.examining.patients import TEXT

from swifeeds.cli import examined
from swifeeds.cli.output import _console
from swifeeds.service.examining import CHECKS, Check, Examined, Verdict
from swifeeds.service.examining.check import Needs
from swifeeds.service.examining.diagnosis import Diagnosis, broken, note, ok, warning

DOCS = (Path(__file__).parents[3] / "docs" / "operating.md").read_text(encoding="utf-8")
HOSTILE = "Summit\x1b]0;owned\x07\x1b[2J\r\u202ereversed\u2066\x9b31m\nforged: all is well"


@pytest.fixture
def folder(tmp_path):
    """A sound installation."""
    migrated_database("sqlite", tmp_path)
    (tmp_path / "swifeeds.toml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "swifeeds.toml").chmod(0o640)
    return tmp_path


def doctor(folder, *arguments, expect: int = 0):
    return run_here("doctor", *arguments, "--config", folder / "swifeeds.toml", expect=expect)


def run_on(folder, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(folder / "store.db")) as database, database:
        database.execute(statement, values)


def test_a_sound_installation_ends_well(folder):
    said = doctor(folder)
    assert said.stderr == ""
    lines = said.stdout.splitlines()
    assert lines[-1].startswith("nothing is broken, ")
    assert lines[-1].endswith(f"({folder}/swifeeds.toml, swifeeds 0.1.0)")
    assert not any(line.startswith(("broken", "warning", "skipped")) for line in lines)
    families = [line for line in lines if line and " " not in line]
    assert families == [one for one in dict.fromkeys(c.family for c in CHECKS) if one in families]
    assert "database" in families


def test_what_is_wrong_comes_first_with_what_to_do(folder):
    run_on(folder, "UPDATE alembic_version SET version_num = '0003'")
    lines = doctor(folder, expect=1).stdout.splitlines()
    assert re.match(r"broken +database: .* has schema 0003 and this program needs \d+", lines[0])
    assert re.match(r" +do: stop other swifeeds processes and run `swifeeds db migrate`", lines[1])
    skipped = next(line for line in lines if line.startswith("skipped"))
    assert "sources, held" in skipped
    assert lines[-1].startswith("1 broken, ")


def test_a_configuration_that_cannot_be_used_is_another_exit_status(folder):
    (folder / "swifeeds.toml").write_text("\x1b[2Jgarbage")
    said = doctor(folder, expect=2)
    assert "Traceback" not in said.stderr + said.stdout
    assert said.stdout.startswith("broken")
    assert "\x1b" not in said.stdout
    assert doctor(folder, "catalogs").stdout


def test_a_configuration_that_is_missing_is_told_too(tmp_path):
    assert "swifeeds init" in doctor(tmp_path, expect=2).stdout


def test_a_damaged_database_is_told_and_left_alone(folder):
    rubbish = b"not a database at all, " * 400
    (folder / "store.db").write_bytes(rubbish)
    assert "file is not a database" in doctor(folder, expect=1).stdout
    assert (folder / "store.db").read_bytes() == rubbish


def test_only_the_checks_that_are_named_are_made(folder):
    found = json.loads(doctor(folder, "disks", "secrets", "--json").stdout)
    assert [one["name"] for one in found["checks"]] == ["secrets", "disks"]
    assert "no check nonsense" in doctor(folder, "nonsense", expect=2).stderr


def test_a_check_that_could_not_be_made_is_no_success(tmp_path):
    (tmp_path / "swifeeds.toml").write_text(TEXT)
    assert "swifeeds doctor database" in doctor(tmp_path, "sources", expect=1).stdout


def test_machines_get_everything_under_names_that_stay(folder):
    found = json.loads(doctor(folder, "--json").stdout)
    assert found.keys() == {
        "version", "program", "configuration", "examined", "verdict", "counts", "checks",
    }  # fmt: skip
    assert found["version"] == 1
    assert found["verdict"] == "note"
    assert found["counts"].keys() == {"broken", "warning", "note", "skipped", "ok"}
    assert [one["name"] for one in found["checks"]] == [one.name for one in CHECKS]
    for one in found["checks"]:
        assert one.keys() == {"name", "family", "verdict", "findings"}
        assert one["findings"]
        for finding in one["findings"]:
            assert finding.keys() == {"verdict", "sentence", "advice", "subject"}


def test_the_checks_are_listed_and_not_made(tmp_path):
    listed = json.loads(doctor(tmp_path, "--list", "--json").stdout)
    assert [one["name"] for one in listed] == [one.name for one in CHECKS]
    assert CHECKS[0].asks in " ".join(doctor(tmp_path, "--list").stdout.split())


def test_words_of_strangers_do_not_reach_the_terminal_raw(folder):
    run_on(
        folder,
        "INSERT INTO notice (kind, subject, message, at) VALUES ('article-held', ?, ?, ?)",
        f"https://news.example/{HOSTILE}", HOSTILE, 1_700_000_000_000_000,
    )  # fmt: skip
    said = doctor(folder).stdout
    assert not {*"\x1b\x07\r\u202e\u2066\x9b"} & {*said}
    assert "forged" in said
    assert not any(line.startswith("forged") for line in said.splitlines())
    machine = json.loads(doctor(folder, "held", "--json").stdout)
    assert HOSTILE in machine["checks"][0]["findings"][0]["sentence"]


def found(*diagnoses: Diagnosis, name: str = "sources", family: str = "sources") -> Examined:
    check = Check(name=name, family=family, asks="is it?", needs=Needs.NOTHING, look=lambda _: None)
    return Examined(check=check, diagnoses=diagnoses)


@pytest.fixture
def shown(monkeypatch, capsys):
    """What people see, line by line."""

    def show(*some: Examined) -> list[str]:
        monkeypatch.setattr(examined, "console", _console(stderr=False))
        examined.show_for_people(some, configuration=Path("a.toml"))
        return capsys.readouterr().out.splitlines()

    return show


def test_the_gravest_come_first_whatever_their_check(shown):
    lines = shown(
        found(note("c", "see"), ok("well"), name="first", family="one"),
        found(warning("b", "look"), broken("a", "mend"), name="second", family="two"),
    )
    assert [line.split(" do: ")[-1].strip() for line in lines] == [
        "broken  second: a", "mend", "warning second: b", "look", "note    first: c", "see",
        "", "one", "ok      first: well",
        "", "1 broken, 1 warning, 1 note, 1 well (a.toml, swifeeds 0.1.0)",
    ]  # fmt: skip


def test_many_of_a_kind_are_counted(shown):
    lines = shown(found(*(warning(f"source {n} fails", "test it") for n in range(63))))
    assert sum("fails" in line for line in lines) == 10
    assert any("sources: and 53 more" in line for line in lines)
    assert lines[-1].startswith("nothing is broken, 63 warnings")


def rows(heading: str) -> list[tuple[str, str]]:
    """The two cells of each row of a table in the docs."""
    part = DOCS.partition("## The doctor\n")[2].partition("\n## ")[0]
    table = part.partition(f"| {heading} |\n|---|---|\n")[2].partition("\n\n")[0]
    return re.findall(r"(?m)^\| `?([a-z0-9-]+)`? \| (.+?) \|$", table)


def test_every_check_is_told_in_the_docs_with_its_question():
    assert rows("check | answers") == [(one.name, one.asks) for one in CHECKS]


def test_verdicts_and_exit_statuses_are_as_told():
    assert [verdict for verdict, _ in rows("verdict | means")] == list(Verdict)
    assert [status for status, _ in rows("exit status | means")] == ["0", "1", "2"]
