"""What changes, what stays: nothing new, corrections, withdrawals, failures."""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.acceptance.journey import PROGRAM, opened, read_shelf, run_command

from swifeeds import desk
from swifeeds.cli.collect import collect_once
from swifeeds.demo import Newsroom
from swifeeds.model import FeedKey, Scope, Status
from swifeeds.service.work import settle


async def test_collecting_again_with_nothing_new_renders_nothing(copied):
    async with opened(copied) as room:
        reports, settled = await collect_once(room.house, (), quiet=True)
    assert [report.failure for report in reports] == [None] * len(reports)
    assert sum(report.changed for report in reports) == 0
    assert (settled.rendered, settled.published) == (0, 0)


async def test_rendering_everything_anew_gives_equal_bytes(copied, published):
    async with opened(copied) as room:
        listed = [listing.key for listing in await room.house.publish.listings()]
        await room.house.store.mark_stale(listed)
        report = await room.house.publish.run()
    assert report.rendered >= 3 * len(listed)
    assert report.changed == 0
    after = await read_shelf(copied)
    assert {p: i.etag for p, i in after.items.items()} == {
        p: i.etag for p, i in published.shelf.items.items()
    }


async def test_a_correction_keeps_the_id_and_raises_updated_and_last_modified(copied, tmp_path):
    folder = tmp_path / "first"
    folder.mkdir()
    run_first_edition(copied, folder)
    async with opened(folder, edition=1) as room:
        await collect_once(room.house, (), quiet=True)
        shelf = await room.house.store.shelf()
        ids = ids_in(shelf)
        before = {a.id: a for a in await room.house.store.articles(ids)}
        room.newsroom.turn()
        reports, _ = await collect_once(room.house, (), quiet=True)
        after = {a.id: a for a in await room.house.store.articles(ids)}
        shelf_after = await room.house.store.shelf()
    assert sum(report.new for report in reports) == 1
    (corrected,) = [
        one for one in before
        if after[one].status is Status.USABLE and after[one].content != before[one].content
    ]  # fmt: skip
    assert after[corrected].updated > before[corrected].updated
    path = "/en/stories/glacier-monitoring/feed.atom"
    assert shelf_after.items[path].last_modified > shelf.items[path].last_modified
    assert shelf_after.items[path].etag != shelf.items[path].etag
    withdrawn = [a for a in after.values() if a.status is Status.WITHDRAWN]
    assert len(withdrawn) == 1
    (gone,) = withdrawn
    assert gone.updated > before[gone.id].updated
    assert is_shown(gone.title, shelf)
    assert not is_shown(gone.title, shelf_after)


def is_shown(title: str, shelf) -> bool:
    """Whether any feed has an item of just that title."""
    return any(
        item["title"] == title
        for path, document in shelf.items.items()
        if path.endswith("feed.json")
        for item in json.loads(document.body)["items"]
    )


def run_first_edition(copied: Path, folder: Path) -> None:
    """A folder whose database is new: only the configuration and the drops are carried over."""
    text = (copied / "swifeeds.toml").read_text(encoding="utf-8")
    (folder / "swifeeds.toml").write_text(text.replace(str(copied), str(folder)), encoding="utf-8")
    (folder / "newsroom-port").write_text((copied / "newsroom-port").read_text())
    (folder / "drops").mkdir()
    for drop in (copied / "drops").iterdir():
        (folder / "drops" / drop.name).write_bytes(drop.read_bytes())


def ids_in(shelf) -> set[str]:
    """The ids of all articles in any feed."""
    return {
        entry["id"].rpartition("/")[2]
        for path, item in shelf.items.items()
        if path.endswith("feed.json")
        for entry in json.loads(item.body)["items"]
    }


@pytest.mark.parametrize("leaves_notice", [True, False])
async def test_a_withdrawn_article_is_gone_from_pages_and_leaves_a_notice_in_feeds_or_nothing(
    copied, published, leaves_notice
):
    file = copied / "swifeeds.toml"
    switch = f"[site]\nwithdrawn_notice = {str(leaves_notice).lower()}"
    file.write_text(file.read_text(encoding="utf-8").replace("[site]", switch), encoding="utf-8")
    async with opened(copied) as room:
        feed = json.loads(published.body("/pt/feed.json"))
        victim = feed["items"][0]
        await desk.withdraw_article(
            room.house.store, victim["id"], reason="test", now=datetime.now(UTC)
        )
        await collect_once(room.house, (), quiet=True)
        shelf = await room.house.store.shelf()
    names = (victim["id"].rpartition("/")[2].encode(), victim["url"].encode())
    before = published.shelf.items.items()
    mentioned = {path for path, item in before if any(name in item.body for name in names)}
    assert mentioned
    for path, item in shelf.items.items():
        is_notice = leaves_notice and victim["id"] in items_at(path, published.shelf)
        assert (victim["id"] in items_at(path, shelf)) == is_notice, path
        if not leaves_notice or path.endswith(("/", ".opml", ".xml")):
            assert not any(name in item.body for name in names), path
        assert victim["summary"].encode() not in item.body, path
        if path not in mentioned and "/feed." in path:
            assert item.body == published.body(path), path


def items_at(path: str, shelf) -> set[str]:
    """The ids of a feed's entries, read from its JSON whichever format the path names."""
    document, is_feed, _ = path.partition("/feed.")
    if not is_feed:
        return set()
    return {item["id"] for item in json.loads(shelf.items[f"{document}/feed.json"].body)["items"]}


async def test_a_failing_source_changes_no_feed_and_is_told(copied, published):
    port = int((copied / "newsroom-port").read_text())
    assert port
    done = run_command("collect", "--config", copied / "swifeeds.toml", "--json", expect=1)
    failures = [source["failure"] for source in json.loads(done.stdout)["sources"]]
    assert sum(failure is not None for failure in failures) >= 12
    after = await read_shelf(copied)
    assert {p: i.etag for p, i in after.items.items()} == {
        p: i.etag for p, i in published.shelf.items.items()
    }
    status = run_command("status", "--config", copied / "swifeeds.toml", "--json", expect=1)
    told = json.loads(status.stdout)["notices"]
    assert {one["kind"] for one in told} >= {"source-failing"}


pytestmark = pytest.mark.timeout(180)
"""Whole collections run in these; on a busy machine they take their time."""

ROUNDS = int(os.environ.get("SWIFEEDS_KILLS", "6"))
"""Moments at which the collector is killed; more of them on request."""


async def test_killed_at_random_moments_nothing_is_lost_or_doubled(copied, published, tmp_path):
    """`kill -9` at random moments of collecting; what the next run finishes equals a clean run."""
    folder = tmp_path / "killed"
    folder.mkdir()
    run_first_edition(copied, folder)
    dice = random.Random(20090519)
    async with opened_newsroom(folder):
        for _ in range(ROUNDS):
            process = await start_collecting(folder)
            await wait_or_kill(process, dice.uniform(0.8, 4.5))
        done = await start_collecting(folder)
        assert await done.wait() == 0
    check = run_command("db", "check", "--config", folder / "swifeeds.toml")
    assert "sound" in check.stdout
    shelf = await read_shelf(folder)
    assert entries_of(shelf) == entries_of(published.shelf)


@asynccontextmanager
async def opened_newsroom(folder: Path):
    port = int((folder / "newsroom-port").read_text())
    async with Newsroom.open(port=port, edition=2) as newsroom:
        yield newsroom


async def start_collecting(folder: Path) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        PROGRAM, "collect", "--config", folder / "swifeeds.toml", "--json",
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip


async def wait_or_kill(process: asyncio.subprocess.Process, seconds: float) -> None:
    """Kill the process and its children as the kernel would, unless it ended before."""
    try:
        await asyncio.wait_for(process.wait(), seconds)
    except TimeoutError:
        os.killpg(process.pid, signal.SIGKILL)
        await process.wait()


def entries_of(shelf) -> dict[str, list[str]]:
    """The addresses of each feed's entries: ids are minted anew in another database.

    The feed of everything is left out: it is cut among articles of one instant, by their ids. So
    are notices: a house that began later never saw what was withdrawn by then.
    """
    ours = "http://127.0.0.1:8080/"
    return {
        path: sorted(
            "ours" if entry["url"].startswith(ours) else entry["url"]
            for entry in json.loads(item.body)["items"]
            if "withdrawn" not in entry["_swifeeds"]
        )
        for path, item in shelf.items.items()
        if path.endswith("/feed.json") and path != "/feed.json"
    }


async def test_a_collection_waits_for_its_turn_to_publish(copied):
    async with opened(copied) as room:
        house, store = room.house, room.house.store
        key = FeedKey(scope=Scope.ALL, key="", language="en")
        newest, *_ = await store.dossiers(key, languages=("en",), limit=1, now=house.now())
        await desk.withdraw_article(store, newest.article.id, reason="a test", now=house.now())
        busy_until = house.now() + timedelta(seconds=0.5)
        assert await store.hold("settle", owner="other", now=house.now(), until=busy_until)
        assert (await settle(house, "impatient")).rendered == 0
        assert (await settle(house, "patient", wait=True)).rendered > 0
