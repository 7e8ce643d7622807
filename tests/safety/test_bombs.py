"""Check list 3: what is small to send and dear to read, at every door.

Each process that takes part in a reading may grow by 64 MiB over one that has read a harmless
document through the same door, and has the time of a child for it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest
from tests.safety.entries import ENTRIES

MOST = 64
"""MiB."""

QUESTIONS = [
    pytest.param(entry, bomb, id=f"{entry}: {bomb}")
    for _, entry, bomb in sorted(
        (str(ENTRIES[entry].shape) + bomb, entry, bomb)
        for entry in ENTRIES
        for bomb in ENTRIES[entry].bombs
    )
]
"""Entries that take the same bomb one after the other: it is made once."""


@pytest.fixture(scope="module")
def scales() -> Iterator[subprocess.Popen[str]]:
    """A process that has loaded nothing of this one, and answers what a bomb weighs."""
    command = [sys.executable, "-m", "tests.safety.scales"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        yield process
        process.stdin.close()


@pytest.mark.parametrize(("entry", "bomb"), QUESTIONS)
def test_a_bomb_is_read_or_refused_within_its_limits(scales, entry: str, bomb: str) -> None:
    scales.stdin.write(f"{entry}\t{bomb}\n")
    scales.stdin.flush()
    answer = json.loads(scales.stdout.readline())
    assert answer["ended"] in {"read", "refused"}
    assert answer["mib"] <= MOST
