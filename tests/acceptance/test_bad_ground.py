"""What the service and commands say when the ground is bad: one sentence, its subject, no more."""

from __future__ import annotations

import re
import socket
import sqlite3
from contextlib import closing

import pytest
from tests.acceptance.journey import run_command, run_here


def complaint(*arguments, code: int) -> str:
    """The one line that a failing command says; nothing on standard output, no traceback."""
    run = run_command if arguments[0] in {"run", "demo", "collect"} else run_here
    done = run(*arguments, expect=code)
    lines = [line for line in done.stderr.splitlines() if line.startswith("swifeeds: ")]
    assert len(lines) == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    return lines[0]


def change(folder, old: str, new: str):
    file = folder / "swifeeds.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file


@pytest.mark.parametrize("setting", ["listen", "admin_listen"])
def test_a_port_in_use_is_named_with_its_setting(copied, setting):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        file = copied / "swifeeds.toml"
        text = re.sub(
            r"(?m)^((admin_)?listen) = .*", r'\1 = "127.0.0.1:0"', file.read_text("utf-8")
        )
        file.write_text(re.sub(rf"(?m)^{setting} = .*", f'{setting} = "{address}"', text), "utf-8")
        said = complaint("run", "--config", file, code=1)
    assert f"{address} is in use" in said
    assert f"serve.{setting} " in said


def test_a_port_in_use_ends_the_demo_in_a_sentence(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = complaint("demo", "--port", str(port), "--data", tmp_path / "d", code=1)
    assert f"127.0.0.1:{port} is in use" in said


@pytest.mark.parametrize("command", ["run", "collect"])
def test_a_database_that_another_process_holds_is_named(copied, command):
    file = change(copied, "[storage]\n", "[storage]\nbusy_timeout = 0.2\n")
    with closing(sqlite3.connect(copied / "demo.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        said = complaint(command, "--config", file, code=1)
    assert f"{copied}/demo.db is locked by another process" in said


@pytest.mark.parametrize(
    "command", [("article", "show", "x"), ("status",), ("feed", "list"), ("db", "check")]
)
def test_a_database_that_is_missing_is_named_and_not_made(copied, command):
    for file in copied.glob("demo.db*"):
        file.unlink()
    said = complaint(*command, "--config", copied / "swifeeds.toml", code=1)
    assert f"{copied}/demo.db" in said
    assert "holds no swifeeds database" in said
    assert "`swifeeds" in said
    assert not (copied / "demo.db").exists()


@pytest.mark.parametrize("command", [("run",), ("article", "show", "x")])
def test_a_database_of_a_newer_schema_is_left_alone(copied, command):
    with closing(sqlite3.connect(copied / "demo.db")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    said = complaint(*command, "--config", copied / "swifeeds.toml", code=1)
    assert f"{copied}/demo.db was written by a newer swifeeds (schema 9999" in said
    with closing(sqlite3.connect(copied / "demo.db")) as database:
        found = database.execute("SELECT version_num FROM alembic_version").fetchall()
    assert found == [("9999",)]


@pytest.mark.parametrize("command", [("run",), ("db", "check"), ("status",)])
def test_a_damaged_file_is_named_and_not_written(copied, command):
    rubbish = b"not a database at all, " * 400
    for file in copied.glob("demo.db-*"):
        file.unlink()
    (copied / "demo.db").write_bytes(rubbish)
    said = complaint(*command, "--config", copied / "swifeeds.toml", code=1)
    assert f"{copied}/demo.db: file is not a database" in said
    assert "restore a backup" in said
    assert (copied / "demo.db").read_bytes() == rubbish


def test_a_configuration_that_is_missing_says_how_to_begin(tmp_path):
    said = complaint("run", "--config", tmp_path / "swifeeds.toml", code=2)
    assert f"{tmp_path}/swifeeds.toml: there is no such file; `swifeeds init`" in said


def test_all_faults_of_a_configuration_are_told_at_once(copied):
    change(copied, 'kind = "feed"', 'kind = "fed"')
    file = change(copied, "[languages.en]", "[langauges.en]")
    done = run_command("run", "--config", file, expect=2)
    lines = done.stderr.splitlines()
    assert len(lines) == 2
    assert all(line.startswith(f"swifeeds: {file}:") for line in lines)
    assert "Traceback" not in done.stderr


def test_a_secret_that_is_missing_is_named(copied):
    file = change(
        copied, "[storage]\n",
        '[tell]\nwebhook = "http://127.0.0.1:9/"\nwebhook_secret_file = "key"\n\n[storage]\n',
    )  # fmt: skip
    said = complaint("run", "--config", file, code=2)
    assert f"{copied}/key: tell.webhook_secret_file names it" in said
