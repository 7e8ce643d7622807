"""What README and docs tell people to type is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from swifeeds.cli import app

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
CODE = re.compile(r"```\w*\n(.*?)```|`([^`\n]+)`", re.DOTALL)


def typed(word: str) -> set[tuple[str, str]]:
    """(document, what follows the word) for each line of code that begins with the word."""
    return {
        (document.name, line.split("#")[0].strip())
        for document in DOCUMENTS
        for block in CODE.findall(document.read_text(encoding="utf-8"))
        for line in "".join(block).splitlines()
        if re.match(rf"(\.venv/bin/)?{word} [a-z-]", line)
    }


def test_the_documents_name_commands_and_targets():
    assert len(typed("swifeeds")) > 8
    assert len(typed("make")) > 3


@pytest.mark.parametrize(("document", "line"), sorted(typed("swifeeds")))
def test_every_command_of_the_documents_is_one(document, line):
    command = typer.main.get_command(app)
    words = line.split()[1:]
    while words and hasattr(command, "commands"):
        word = words.pop(0)
        if word.startswith("-"):
            break
        assert word in command.commands, f"{document}: {line}"
        command = command.commands[word]
    options = {name for parameter in command.params for name in parameter.opts} | {"--help"}
    for word in words:
        if word.startswith("--"):
            assert word.partition("=")[0] in options, f"{document}: {line}"


@pytest.mark.parametrize(("document", "line"), sorted(typed("make")))
def test_every_target_of_the_documents_is_one(document, line):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for word in line.split()[1:]:
        if "=" not in word:
            assert re.search(rf"^{re.escape(word)}:", makefile, re.MULTILINE), f"{document}: {line}"
