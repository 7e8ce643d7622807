from __future__ import annotations

import json
import logging
import sys

import pytest

from swifeeds.cli.logs import JsonLines, TextLines, set_up_logging
from swifeeds.config import LogFormat, LoggingSettings

FORGED = "title\n2026-07-01 00:00:00,000 ERROR   forged"


def record(message: str, *arguments: object, error: BaseException | None = None):
    info = (type(error), error, None) if error else None
    return logging.LogRecord(
        "swifeeds.x", logging.WARNING, "x.py", 1, message, arguments, info
    )  # fmt: skip


TEXT = TextLines("%(levelname)s %(message)s")


def test_a_line_break_in_a_message_cannot_forge_a_line():
    line = TEXT.format(record("set aside: %s", FORGED))
    assert line.splitlines() == [line]
    assert "title\\n2026-07-01" in line


@pytest.mark.parametrize("sign", ["\r", "\v", "\f", "\x1b", "\x85", "\x9b", "\u2028", "\u2029"])
def test_nothing_that_breaks_a_line_or_steers_a_terminal_gets_through(sign):
    line = TEXT.format(record("set aside: %s", f"a{sign}[2Jb"))
    assert sign not in line
    assert line.startswith("WARNING set aside: a\\")
    assert line.endswith("[2Jb")


def test_letters_of_all_scripts_stay_as_they_are():
    assert (
        TEXT.format(record("%s", "Südossetien 北京 القوقاز")) == "WARNING Südossetien 北京 القوقاز"
    )


def test_the_message_of_an_exception_cannot_forge_a_line_either():
    lines = TEXT.format(record("a fault", error=ValueError(FORGED))).splitlines()
    assert lines[0] == "WARNING a fault"
    assert len(lines) > 1
    assert all(line.startswith("    ") for line in lines[1:])


def test_json_is_one_object_a_line():
    line = JsonLines().format(record("set aside: %s", FORGED, error=ValueError("x\ny")))
    assert line.splitlines() == [line]
    fields = json.loads(line)
    assert fields["message"] == f"set aside: {FORGED}"
    assert (fields["level"], fields["logger"]) == ("WARNING", "swifeeds.x")
    assert fields["time"].endswith("+00:00")
    assert "ValueError: x\ny" in fields["traceback"]


@pytest.fixture
def root_logger():
    """The log as it was before, afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    root.handlers.clear()
    yield root
    for handler in root.handlers:
        handler.close()
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.mark.parametrize("form", LogFormat)
def test_the_log_goes_to_standard_error_from_the_level_on(root_logger, form, capsys):
    set_up_logging(LoggingSettings(level="WARNING", format=form))
    logging.getLogger("swifeeds.x").info("quiet")
    logging.getLogger("swifeeds.x").warning("loud")
    logging.getLogger("alembic.runtime").info("chatter")
    written = capsys.readouterr()
    assert written.out == ""
    (line,) = written.err.splitlines()
    assert "loud" in line
    assert line.startswith("{") == (form is LogFormat.JSON)
    assert root_logger.handlers[0].stream is sys.stderr
