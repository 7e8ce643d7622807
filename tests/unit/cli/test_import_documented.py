"""docs/import.md names every format and every option that there is."""

from __future__ import annotations

import re
from pathlib import Path

from typer.main import get_command

from swifeeds.cli.app import app
from swifeeds.model import RECORD, ArchiveFormat

TEXT = (Path(__file__).parents[3] / "docs/import.md").read_text(encoding="utf-8")
USUAL = {"--config", "--help"}


def test_every_format_is_named_and_no_other():
    (listed,) = re.findall(r"`auto`, or one of (.*?)\.\n", TEXT, re.DOTALL)
    assert set(re.findall(r"`([^`]+)`", listed)) == {one.value for one in ArchiveFormat}


def test_every_option_is_explained():
    command = get_command(app).get_command(None, "import")
    options = {name for one in command.params for name in one.opts if name.startswith("--")}
    documented = set(re.findall(r"^\| `(--[a-z-]+)", TEXT, re.MULTILINE))
    assert options - USUAL - {"--articles"} == documented
    assert "`--articles`" in TEXT


def test_the_line_that_is_shown_has_the_version_that_is_written():
    assert f'{{"swifeeds":"{RECORD}"' in TEXT
