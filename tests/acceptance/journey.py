"""Running the journey as a user does: the command, the sample newsroom, a folder."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

from swifeeds.cli import main
from swifeeds.config import load_config
from swifeeds.demo import Newsroom
from swifeeds.model import Article, Shelf
from swifeeds.service import House, open_house
from swifeeds.store import StorageSettings
from swifeeds.store.sql import SqlStore

PROGRAM = Path(sys.executable).parent / "swifeeds"


def run_command(*arguments: str | Path, expect: int | None = 0) -> subprocess.CompletedProcess[str]:
    """Run `swifeeds` in a process of its own."""
    done = subprocess.run(
        [PROGRAM, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "COLUMNS": "200"},
    )
    if expect is not None:
        assert done.returncode == expect, done.stderr + done.stdout
    return done


def run_here(*arguments: str | Path, expect: int | None = 0) -> subprocess.CompletedProcess[str]:
    """Run `swifeeds` in this process: the same from argument to exit status, without the start.

    Not for commands that listen for signals.
    """
    out, complaints = TextIOWrapper(BytesIO(), "utf-8"), TextIOWrapper(BytesIO(), "utf-8")
    before, sys.argv = sys.argv, ["swifeeds", *map(str, arguments)]
    try:
        with log_as_before(), redirect_stdout(out), redirect_stderr(complaints):
            main()
    except SystemExit as end:
        status = end.code
    finally:
        sys.argv = before
    said, complained = _text(out), _text(complaints)
    assert expect is None or status == expect, complained + said
    return subprocess.CompletedProcess(arguments, status, said, complained)


@contextmanager
def log_as_before() -> Iterator[None]:
    """A command sets the log up for its process; what else runs in this one wants its own back."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        yield
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)


def _text(stream: TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a finished demo left in its folder."""

    folder: Path
    output: str
    shelf: Shelf

    def body(self, path: str) -> bytes:
        return self.shelf.items[path].body


async def read_shelf(folder: Path) -> Shelf:
    store = SqlStore(StorageSettings(url=f"sqlite:///{folder}/demo.db"), folder)
    await store.open()
    try:
        return await store.shelf()
    finally:
        await store.close()


@dataclass(slots=True)
class Desk:
    """A newsroom in print and a house that collects from it."""

    newsroom: Newsroom
    house: House

    async def article(self, reference: str) -> Article:
        found = await self.house.store.article(reference)
        assert found is not None, reference
        return found


@asynccontextmanager
async def opened(folder: Path, *, edition: int = 2) -> AsyncIterator[Desk]:
    """The house of a demo's folder, with the newsroom on the port that it had."""
    port = int((folder / "newsroom-port").read_text())
    async with Newsroom.open(port=port, edition=edition) as newsroom:
        config = load_config(folder / "swifeeds.toml", {})
        async with open_house(config) as house:
            yield Desk(newsroom, house)
