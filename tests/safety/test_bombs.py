"""Check list 3: what is small to send and dear to read, at every door.

Each process that takes part in a reading may grow by 64 MiB over one that has read a harmless
document through the same door, and has the time of a child for it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from tests.safety.entries import ENTRIES

MOST = 64
"""MiB."""

WHOLLY = {"an RSS feed", "an article's page", "a JSON feed", "NewsML 1", "IPTC 7901"}
"""Entries of which all bombs are tried each time; one for each language that documents are in."""

HEAVIEST = {
    "billion laughs", "external entity", "200,000 levels", "200,000 attributes",
    "elements as many as fit", "a text widened by a reference", "a wide text",
    "100,000 levels of lists", "members as many as fit", "a million spaces",
    "members as many as fit in a zip", "a name without end in a tar", "holes without end in a tar",
    "names upon names in a tar", "zeros in a zip", "a text as long as is learned from",
    "paragraphs as many as are learned from",
}  # fmt: skip
"""Of the others each time; all of them with `SWIFEEDS_EVERY_BOMB=1`, which takes two minutes."""

EVERY = bool(os.environ.get("SWIFEEDS_EVERY_BOMB"))

QUESTIONS = [
    pytest.param(entry, bomb, id=f"{entry}: {bomb}")
    for _, entry, bomb in sorted(
        (str(ENTRIES[entry].shape) + bomb, entry, bomb)
        for entry in ENTRIES
        for bomb in ENTRIES[entry].bombs
        if EVERY or entry in WHOLLY or bomb in HEAVIEST
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
