"""A feed moves to us: its subscribers keep what they have read, and see nothing twice."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

import feedparser
import pytest
from reader import make_reader
from tests.readers.moving_house import IRIS, LINK, TEXT_ID, old_server, open_mover

pytestmark = pytest.mark.timeout(120)

FORMATS = {
    "rss": {*IRIS, TEXT_ID, LINK},
    "atom": {*IRIS},
    "json": {*IRIS, TEXT_ID},
}
"""The entries that a subscriber of the old feed holds in each format."""


def _update(database: Path, url: str) -> tuple[dict[str, tuple[str, bool]], int]:
    """What reader holds after an update (id to title and read mark), and how many came new."""
    reader = make_reader(str(database), feed_root="")
    try:
        reader.add_feed(url, exist_ok=True)
        updated = reader.update_feed(url)
        entries = list(reader.get_entries(feed=url))
        held = {entry.id: (entry.title or "", entry.read) for entry in entries}
        assert len(held) == len(entries)
        for entry in entries:
            reader.mark_entry_as_read(entry)
        return held, updated.new if updated else 0
    finally:
        reader.close()


async def reads(tmp_path: Path, port: int, form: str):
    url = f"http://127.0.0.1:{port}/old.{form}"
    return await asyncio.to_thread(_update, tmp_path / f"{form}.db", url)


async def test_subscribers_of_the_old_feed_see_nothing_twice_and_then_what_is_new(tmp_path):
    async with AsyncExitStack() as stack:
        async with old_server() as port:
            for form, ids in FORMATS.items():
                held, new = await reads(tmp_path, port, form)
                assert held.keys() == ids
                assert new == len(ids)
            mover = await stack.enter_async_context(open_mover(tmp_path, port))
            await mover.collect("old")
        await stack.enter_async_context(mover.doors())
        for form, ids in FORMATS.items():
            held, new = await reads(tmp_path, port, form)
            assert held.keys() >= ids
            assert all(read for one, (_, read) in held.items() if one in ids)
            # The old Atom and JSON feeds held fewer articles than the RSS feed that we read.
            assert new == len(held.keys() - ids) == len(FORMATS["rss"]) - len(ids)
        mover.write(
            "first",
            title="The first of ours",
            content="<p>New here.</p>",
            url="https://press.example.org/1",
            published="2026-05-05T10:00:00Z",
        )
        await mover.collect("desk")
        for form in FORMATS:
            held, new = await reads(tmp_path, port, form)
            assert new == 1
            assert [title for title, read in held.values() if not read] == ["The first of ours"]


async def test_feedparser_finds_the_same_ids_at_the_old_address_by_301(tmp_path):
    async with AsyncExitStack() as stack:
        async with old_server() as port:
            url = f"http://127.0.0.1:{port}/old.rss"
            before = await asyncio.to_thread(feedparser.parse, url)
            mover = await stack.enter_async_context(open_mover(tmp_path, port))
            await mover.collect("old")
        await stack.enter_async_context(mover.doors())
        after = await asyncio.to_thread(feedparser.parse, url)
    assert after.status == 301
    assert after.href.endswith("/en/feed.rss")
    assert {_identity(one) for one in after.entries} == {_identity(one) for one in before.entries}
    assert not after.bozo


def _identity(entry) -> str:
    return entry.get("id") or entry.link


async def test_without_the_switch_everything_would_come_again(tmp_path):
    """What the switch is for, and that the test above can fail."""
    async with AsyncExitStack() as stack:
        async with old_server() as port:
            held, _ = await reads(tmp_path, port, "rss")
            mover = await stack.enter_async_context(open_mover(tmp_path, port, adopts=False))
            await mover.collect("old")
        await stack.enter_async_context(mover.doors())
        after, new = await reads(tmp_path, port, "rss")
    assert new == len(held)
    assert len(after) == 2 * len(held)
