"""`swifeeds export`, and the folder that a running service keeps."""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
from functools import partial
from pathlib import Path

import pytest
from tests.acceptance.journey import PROGRAM, read_shelf, run_command, run_here
from tests.acceptance.running import ANY_PORT, running, silent_newsroom, until

from swifeeds.model import Shelf

pytestmark = pytest.mark.timeout(180)

KILLS = int(os.environ.get("SWIFEEDS_KILLS", "4"))
SUFFIXES = {"identity": "", "gzip": ".gz", "br": ".br", "zstd": ".zst"}


@pytest.fixture
def export(copied, tmp_path):
    """Run the command on the copied demo."""

    def run(*arguments, expect: int = 0):
        folder = tmp_path / "public"
        return run_here("export", folder, *arguments, "--config", copied / "swifeeds.toml",
                        expect=expect)  # fmt: skip

    return run


def files_of(shelf: Shelf) -> dict[str, bytes]:
    """Every file that the shelf must be, by name."""
    files = {}
    for path, item in shelf.items.items():
        name = path[1:] + ("index.html" if path.endswith("/") else "")
        files |= {name + SUFFIXES[coding]: body for coding, body in item.encodings.items()}
    return files


def lying(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and not file.is_relative_to(folder / ".swifeeds")
    }


def test_every_published_byte_lies_there_and_a_second_export_writes_nothing(
    export, published, tmp_path
):
    first = json.loads(export("--json").stdout)
    wanted = files_of(published.shelf)
    found = lying(tmp_path / "public")
    assert {name: found.get(name) for name in wanted} == wanted
    brought = {name.split("/")[-1].split(".")[0] for name in found.keys() - wanted.keys()}
    assert brought == {"404", "index", "icon", "site"}
    assert first["written"] > len(wanted)
    assert first["server"] is True
    again = json.loads(export("--json").stdout)
    assert again == {"written": 0, "removed": 0, "unchanged": len(found), "bytes": 0,
                     "server": False, "left_out": []}  # fmt: skip
    for item in published.shelf.items.values():
        name = item.path[1:] + ("index.html" if item.path.endswith("/") else "")
        modified = (tmp_path / "public" / name).stat().st_mtime
        assert modified == item.last_modified.timestamp()


def test_a_dry_run_tells_and_writes_nothing(export, tmp_path):
    told = export("--dry-run").stdout
    assert "write  /de/feed.atom\n" in told
    assert not (tmp_path / "public").exists()
    export()
    planned = json.loads(export("--dry-run", "--json").stdout)
    assert (planned["write"], planned["remove"]) == ([], [])


def test_a_folder_of_other_things_is_refused_until_it_is_adopted(export, tmp_path):
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "mine.txt").write_text("mine")
    assert "holds files that are no export's" in export(expect=2).stderr
    assert "holds files that are no export's" in export("--dry-run", expect=2).stderr
    assert "files written" in export("--adopt").stdout
    assert (tmp_path / "public" / "mine.txt").read_text() == "mine"


def test_a_database_that_is_not_there_is_told_and_no_folder_made(export, copied, tmp_path):
    for file in copied.glob("demo.db*"):
        file.unlink()
    assert "swifeeds db migrate" in export(expect=1).stderr
    assert not (tmp_path / "public").exists()


async def test_killed_at_random_moments_the_next_export_is_complete(copied, published, tmp_path):
    target = tmp_path / "public"
    dice = random.Random(2026)
    for _ in range(KILLS):
        process = await asyncio.create_subprocess_exec(
            PROGRAM, "export", target, "--config", copied / "swifeeds.toml", "--json",
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        try:
            await asyncio.wait_for(process.wait(), dice.uniform(0.5, 2.0))
        except TimeoutError:
            os.killpg(process.pid, signal.SIGKILL)
            await process.wait()
        wanted = files_of(published.shelf)
        found = lying(target) if target.exists() else {}
        assert {name: body for name, body in found.items() if wanted.get(name, body) != body} == {}
    await asyncio.to_thread(run_command, "export", target, "--config", copied / "swifeeds.toml")
    assert wanted.items() <= lying(target).items()


async def test_a_running_service_keeps_the_folder_and_a_takedown_reaches_it(
    copied, published, monkeypatch
):
    for name, value in ANY_PORT.items():
        monkeypatch.setenv(name, value)
    with (copied / "swifeeds.toml").open("a") as file:
        file.write('\n[export]\ndirectory = "public"\n')
    target = copied / "public"
    victim = json.loads(published.body("/pt/feed.json"))["items"][0]
    with silent_newsroom(copied):
        async with running(copied) as service:
            await service.until_logged("exported: written=")
            assert files_of(published.shelf).items() <= lying(target).items()
            run = partial(run_command, "article", "withdraw", victim["id"], "--reason", "a test",
                          "--config", copied / "swifeeds.toml")  # fmt: skip
            await asyncio.to_thread(run)

            async def taken_down() -> bool:
                items = json.loads((target / "pt" / "feed.json").read_bytes())["items"]
                (notice,) = [one for one in items if one["id"] == victim["id"]]
                text = victim["summary"].encode()
                is_gone = not any(text in body for body in lying(target).values())
                return notice["_swifeeds"].get("withdrawn") is True and is_gone

            await until(taken_down, "a notice takes the article's place in the exported feeds")
            assert await service.end() == 0
    wanted = files_of(await read_shelf(copied))
    await asyncio.to_thread(run_command, "export", target, "--config", copied / "swifeeds.toml")
    assert wanted.items() <= lying(target).items()
    assert "Traceback" not in service.log


async def test_a_service_that_cannot_export_tells_and_goes_on_serving(copied, published):
    with (copied / "swifeeds.toml").open("a") as file:
        file.write('\n[export]\ndirectory = "drops"\n')
    with silent_newsroom(copied):
        async with running(copied) as service:
            await service.until_logged("export failed: ")
            assert await service.status("/de/feed.rss") == 200
            assert await service.end() == 0
    status = partial(
        run_command, "status", "--json", "--config", copied / "swifeeds.toml", expect=1
    )
    told = json.loads((await asyncio.to_thread(status)).stdout)
    (notice,) = [one for one in told["notices"] if one["kind"] == "export-failed"]
    assert "--adopt" in notice["message"]
