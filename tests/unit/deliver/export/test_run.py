"""Exports to real folders."""

from __future__ import annotations

import asyncio
import fcntl
import json
import os
import stat
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.unit.deliver.export.sites import NOW, expected, export, item, shelf_of, tree

from swifeeds.deliver.export import preview_export
from swifeeds.errors import DeliverError, UsageError

PATHS = ("/de/", "/de/feed.rss", "/de/stories/talks/", "/de/stories/talks/feed.rss")


@pytest.fixture
def shelf():
    return shelf_of(*PATHS)


@pytest.fixture
def target(tmp_path) -> Path:
    return tmp_path / "public"


async def test_the_folder_holds_what_is_published_in_every_coding_with_its_date(shelf, target):
    done = await export(shelf, target)
    assert tree(target) == expected(shelf)
    public = [
        file for file in target.rglob("*") if file.is_file() and ".swifeeds" not in file.parts
    ]
    assert {file.stat().st_mtime_ns for file in public} == {int(NOW.timestamp()) * 10**9}
    assert done.written >= len(public)
    assert done.bytes >= sum(file.stat().st_size for file in public)
    assert done.server


async def test_a_second_export_writes_nothing_and_asks_for_no_bytes(shelf, target):
    await export(shelf, target)
    shelf.asked = 0
    before = {file: file.stat().st_ino for file in target.rglob("*")}
    done = await export(shelf, target)
    assert (done.written, done.removed, done.bytes, done.server) == (0, 0, 0, False)
    assert done.unchanged == len(tree(target))
    assert shelf.asked == 0
    assert {file: file.stat().st_ino for file in target.rglob("*")} == before


async def test_what_the_program_brings_keeps_its_date_while_its_bytes_stay(shelf, target):
    await export(shelf, target)
    later = item("/robots.txt", "x", now=NOW + timedelta(days=1))
    again = await export(shelf, target, brought={"/robots.txt": later})
    assert again.written == 0
    changed = item("/robots.txt", "y", now=NOW + timedelta(days=1))
    await export(shelf, target, brought={"/robots.txt": changed})
    assert (target / "robots.txt").read_bytes() == changed.body
    assert (target / "robots.txt").stat().st_mtime == (NOW + timedelta(days=1)).timestamp()


async def test_only_what_changed_is_written_and_what_left_is_removed_with_its_folder(shelf, target):
    await export(shelf, target)
    shelf.put(item("/de/feed.rss", "other ", now=NOW + timedelta(seconds=1)))
    for path in PATHS[2:]:
        del shelf.items[path]
    shelf.asked = 0
    done = await export(shelf, target)
    assert shelf.asked == 1
    assert tree(target) == expected(shelf)
    assert done.removed == 8
    assert not (target / "de" / "stories").exists()


async def test_a_coding_that_is_not_worth_it_any_more_goes_with_the_change(shelf, target):
    await export(shelf, target)
    assert (target / "de" / "feed.rss.gz").exists()
    small = replace(item("/de/feed.rss", "x"), last_modified=NOW + timedelta(seconds=1))
    shelf.put(replace(small, encodings={"identity": small.body}))
    await export(shelf, target)
    assert not (target / "de" / "feed.rss.gz").exists()
    assert (target / "de" / "feed.rss").read_bytes() == small.body


async def test_what_was_altered_or_lost_by_hand_is_mended(shelf, target):
    await export(shelf, target)
    (target / "de" / "feed.rss").write_bytes(b"altered")
    (target / "de" / "index.html.br").unlink()
    (target / "de" / "stories" / "talks" / "index.html").touch()
    gz = target / "robots.txt"
    gz.unlink()
    gz.symlink_to("/etc/hostname")
    await export(shelf, target)
    assert tree(target) == expected(shelf)
    assert not gz.is_symlink()
    assert (await export(shelf, target)).written == 0


async def test_what_is_not_ours_is_never_removed(shelf, target):
    await export(shelf, target)
    (target / "de" / "stories" / "talks" / "notes.txt").write_text("mine")
    (target / "own.html").write_text("mine")
    for path in PATHS[2:]:
        del shelf.items[path]
    await export(shelf, target)
    assert (target / "de" / "stories" / "talks" / "notes.txt").read_text() == "mine"
    assert (target / "own.html").read_text() == "mine"


async def test_a_folder_of_other_things_is_refused_and_taken_when_told(shelf, target):
    target.mkdir()
    (target / "de").mkdir()
    (target / "de" / "feed.rss").write_text("old")
    (target / "mine").write_text("mine")
    with pytest.raises(UsageError, match="--adopt"):
        await export(shelf, target)
    assert (target / "de" / "feed.rss").read_text() == "old"
    await export(shelf, target, adopt=True)
    assert {"mine": b"mine", **expected(shelf)} == tree(target)
    assert (await export(shelf, target)).written == 0


@pytest.mark.parametrize("name", ["loop", "loop/public", "long" * 100])
async def test_where_no_folder_can_be_is_refused(shelf, tmp_path, name):
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(UsageError, match=r"cannot be exported to \(.+\)"):
        await export(shelf, tmp_path / name)
    with pytest.raises(UsageError, match=r"cannot be exported to \(.+\)"):
        preview_export(shelf.site(), tmp_path / name)


async def test_what_is_no_folder_or_another_sites_is_refused(shelf, target, tmp_path):
    file = tmp_path / "file"
    file.write_text("x")
    with pytest.raises(UsageError, match="no folder"):
        await export(shelf, file)
    await export(shelf, target)
    with pytest.raises(UsageError, match=r"feeds\.example\.org,2026, not of other,2020"):
        await export(shelf, target, owner="other,2020")
    await export(shelf, target, owner="other,2020", adopt=True)


async def test_a_damaged_manifest_stops_the_export_and_names_the_way_out(shelf, target):
    await export(shelf, target)
    (target / ".swifeeds" / "manifest.json").write_bytes(b'{"version":1,')
    with pytest.raises(DeliverError, match=r"damaged.*--adopt"):
        await export(shelf, target)
    await export(shelf, target, adopt=True)
    assert tree(target) == expected(shelf)


async def test_a_second_export_at_the_same_time_is_refused(shelf, target):
    await export(shelf, target)
    with (target / ".swifeeds" / "lock").open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(DeliverError, match="another export is writing"):
            await export(shelf, target)
    await export(shelf, target)


@pytest.mark.parametrize("place", ["de", "de/stories"])
async def test_a_link_in_the_tree_is_never_followed(shelf, target, tmp_path, place):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "feed.rss").write_text("precious")
    (target / place).parent.mkdir(parents=True)
    (target / place).symlink_to(outside)
    with pytest.raises(DeliverError, match="a link"):
        await export(shelf, target, adopt=True)
    assert [file.name for file in outside.iterdir()] == ["feed.rss"]
    assert (outside / "feed.rss").read_text() == "precious"


async def test_nothing_is_removed_through_a_link(shelf, target, tmp_path):
    await export(shelf, target)
    outside = tmp_path / "outside"
    (target / "de" / "stories").rename(outside)
    (target / "de" / "stories").symlink_to(outside)
    for path in PATHS[2:]:
        del shelf.items[path]
    await export(shelf, target)
    assert (outside / "talks" / "feed.rss").exists()


async def test_hostile_addresses_are_left_out_and_told_and_nothing_leaves_the_folder(
    shelf, target, tmp_path
):
    hostile = ("/../escaped/", "/de/%2e%2e/%2e%2e/%2e%2e/escaped/", "/.swifeeds/manifest.json",
               "/de/%00/", f"/{'x' * 300}/", "/de/index.html")  # fmt: skip
    shelf.put(*map(item, hostile))
    done = await export(shelf, target)
    assert {path for path, _ in done.left_out} == set(hostile)
    for path in hostile:
        del shelf.items[path]
    assert tree(target) == expected(shelf)
    assert [entry.name for entry in tmp_path.iterdir()] == ["public"]


async def test_a_file_that_becomes_a_folder_makes_way(target):
    shelf = shelf_of("/de/a", "/de/b/c")
    await export(shelf, target)
    other = shelf_of("/de/a/x", "/de/b")
    await export(other, target)
    assert tree(target) == expected(other)


async def test_what_left_the_shelf_meanwhile_is_taken_away_by_the_next_export(shelf, target):
    await export(shelf, target)
    site = shelf.site()
    changed = replace(site.published["/de/feed.rss"], etag='"2"')
    del shelf.items["/de/feed.rss"]
    await export(shelf, target, published={**site.published, "/de/feed.rss": changed},
                 fields=site.fields)  # fmt: skip
    assert (target / "de" / "feed.rss").exists()
    await export(shelf, target)
    assert tree(target) == expected(shelf)


async def test_everything_is_readable_by_the_web_server_whatever_the_umask(shelf, target):
    before = os.umask(0o077)
    try:
        await export(shelf, target)
    finally:
        os.umask(before)
    for place in {target, *target.rglob("*")} - {target / ".swifeeds" / "lock"}:
        mode = stat.S_IMODE(place.stat().st_mode)
        assert mode == (0o755 if place.is_dir() else 0o644), place


async def test_a_preview_says_what_would_be_done_and_does_nothing(shelf, target):
    plan = preview_export(shelf.site(), target)
    assert {one.path for one in plan.write} == {*PATHS, "/robots.txt"}
    assert not target.exists()
    await export(shelf, target)
    plan = preview_export(shelf.site(), target)
    assert (plan.write, plan.remove) == ((), ())


async def test_uploaders_find_the_fields_and_the_redirects(shelf, target):
    await export(shelf, target, moved={"/old/": "/de/"}, gone=frozenset({"/gone/"}))
    own = target / ".swifeeds"
    headers = json.loads((own / "headers.json").read_bytes())
    assert headers["files"]["de/index.html"] == {
        "path": "/de/",
        "headers": {"Content-Type": "text/html; charset=utf-8"},
    }
    assert json.loads((own / "redirects.json").read_bytes())["redirects"] == {
        "/gone/": {"status": 410},
        "/old/": {"status": 301, "location": "/de/"},
    }


async def test_a_disk_that_refuses_is_told_in_one_sentence(shelf, target):
    await export(shelf, target)
    shelf.put(item("/de/feed.rss", "other ", now=NOW + timedelta(seconds=1)))
    (target / ".swifeeds" / "part").mkdir()
    with pytest.raises(DeliverError, match=r"cannot be written \(Is a directory\)"):
        await export(shelf, target)
    (target / ".swifeeds" / "part").rmdir()
    await export(shelf, target)
    assert tree(target) == expected(shelf)


async def test_whoever_reads_meanwhile_sees_one_whole_version_or_the_other(target):
    versions = [shelf_of(*PATHS), shelf_of(*PATHS)]
    for path in PATHS:
        versions[1].put(item(path, "another ", now=NOW + timedelta(seconds=1)))
    await export(versions[0], target)
    known = {item.body for shelf in versions for item in shelf.items.values()}
    ended = threading.Event()
    seen: list[bytes] = []

    def read() -> None:
        while not ended.is_set():
            seen.extend((target / name).read_bytes() for name in ("de/feed.rss", "de/index.html"))

    reader = asyncio.create_task(asyncio.to_thread(read))
    for turn in range(1, 30):
        await export(versions[turn % 2], target)
    ended.set()
    await reader
    assert seen
    assert set(seen) <= known
