from __future__ import annotations

import subprocess
import sys

import pytest
import typer

from swifeeds.cli import app, main
from swifeeds.cli.commands import PLACES
from swifeeds.errors import ConfigError, Fault, ServeError, StoreBusy, UsageError

program = sys.modules[main.__module__]  # `swifeeds.cli.app` names the Typer in it
FAULTS = (
    Fault(file="a.toml", key="site", message="one"),
    Fault(file="b.toml", key="", message="2"),
)


def ending(error: BaseException, monkeypatch, capsys) -> tuple[int, list[str]]:
    """Exit status and complaints of a command that ends with this error."""

    def fail(**_: object) -> None:
        raise error

    monkeypatch.setattr(program, "app", fail)
    with pytest.raises(SystemExit) as end:
        program.main()
    return end.value.code, capsys.readouterr().err.splitlines()


@pytest.mark.parametrize(
    ("error", "code", "lines"),
    [
        (StoreBusy("db is locked"), 1, ["swifeeds: db is locked"]),
        (UsageError("there is no source x"), 2, ["swifeeds: there is no source x"]),
        (ConfigError(FAULTS), 2, ["swifeeds: a.toml: site: one", "swifeeds: b.toml: 2"]),
        (
            ExceptionGroup("tasks", [ServeError("port in use")]),
            1,
            ["swifeeds: port in use"],
        ),
        (
            ExceptionGroup("tasks", [ExceptionGroup("x", [UsageError("a")]), StoreBusy("b")]),
            1,
            ["swifeeds: a", "swifeeds: b"],
        ),
        (
            ExceptionGroup("tasks", [StoreBusy("same"), StoreBusy("same")]),
            1,
            ["swifeeds: same"],
        ),
    ],
)
def test_errors_of_ours_are_sentences_and_an_exit_code(error, code, lines, monkeypatch, capsys):
    monkeypatch.delenv("SWIFEEDS_DEBUG", raising=False)
    assert ending(error, monkeypatch, capsys) == (code, lines)


def test_a_traceback_comes_with_debug(monkeypatch, capsys):
    monkeypatch.setenv("SWIFEEDS_DEBUG", "1")
    _, lines = ending(StoreBusy("db is locked"), monkeypatch, capsys)
    assert any("StoreBusy: db is locked" in line for line in lines)
    assert lines[-1] == "swifeeds: db is locked"


def test_a_bug_among_the_tasks_keeps_its_traceback(monkeypatch):
    def fail(**_: object) -> None:
        raise ExceptionGroup("tasks", [StoreBusy("locked"), ZeroDivisionError()])

    monkeypatch.setattr(program, "app", fail)
    with pytest.raises(ExceptionGroup):
        program.main()


@pytest.mark.parametrize("name", PLACES)
def test_the_list_of_commands_says_of_each_what_the_command_says_of_itself(name):
    command = typer.main.get_command(app).commands[name]
    assert command.name == name
    assert PLACES[name].says == command.get_short_help_str(1_000)


def test_listing_the_commands_imports_none_of_them():
    program = (
        "import sys; from swifeeds.cli import main\n"
        "try: main()\n"
        "finally: print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "--help"], capture_output=True, text=True, check=True
    )
    said, modules = done.stdout.rsplit("\n", 2)[:2]
    assert all(f"  {name} " in said for name in PLACES)
    assert not {"sqlalchemy", "aiohttp", "pydantic", "lxml", "babel"} & {*modules.split()}
