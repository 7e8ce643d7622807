"""A newsroom with an old archive: its configuration, and what its database holds."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

from tests.acceptance.journey import PROGRAM
from tests.acceptance.running import until
from tests.contract.databases import make_store, migrated_database

from swifeeds.config import load_config
from swifeeds.model import Article, Record

TEXT = """
[site]
base_url = "https://feeds.example.org"
title = {{ en = "World news" }}
languages = ["en"]
time_zone = "Europe/Zurich"
tag_authority = "feeds.example.org,2026"
contact = "desk@example.org"
[storage]
url = "{url}"
[[sources]]
id = "archive"
kind = "feed"
url = "http://127.0.0.1:9/feed"
language = "en"
own = true
publish = "full"
"""

SECOND_SOURCE = """
[[sources]]
id = "wire"
kind = "feed"
url = "http://127.0.0.1:9/wire"
language = "en"
"""


def configure(folder: Path, engine: str = "sqlite", more: str = "") -> Path:
    """The configuration's file, its database made."""
    file = folder / "swifeeds.toml"
    url = migrated_database(engine, folder)
    file.write_text(TEXT.format(url=url) + more, encoding="utf-8")
    return file


def address_in(file: Path) -> str:
    """Where the database of a configuration is."""
    return load_config(file, {}).storage.url


async def records(file: Path) -> tuple[Record, ...]:
    """Every article that the database holds, with its copies."""
    store = make_store(address_in(file))
    await store.open()
    try:
        return await store.records(None, None, limit=100_000)
    finally:
        await store.close()


async def articles(file: Path) -> tuple[Article, ...]:
    return tuple(one.article for one in await records(file))


async def items_so_far(file: Path) -> int:
    """How many items the unfinished import has stored; all of them once it is finished."""
    store = make_store(address_in(file))
    await store.open()
    try:
        return sum(run.tally.items for run in await store.imports())
    finally:
        await store.close()


async def killed_after(file: Path, *archives: Path, items: int) -> None:
    """Import in a process of its own, which is killed once so many items are stored."""
    process = await asyncio.create_subprocess_exec(
        PROGRAM, "import", *archives, "--config", file,
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip

    async def stored() -> bool:
        assert process.returncode is None, "the import ended by itself"
        return await items_so_far(file) >= items

    try:
        await until(stored, f"{items} items are stored")
    finally:
        process.send_signal(signal.SIGKILL)
        await process.wait()
