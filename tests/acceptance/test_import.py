"""`swifeeds import`: an old archive in one command, whatever dies on the way."""

from __future__ import annotations

import asyncio
import gzip
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.acceptance.importing import (
    SECOND_SOURCE,
    articles,
    configure,
    items_so_far,
    killed_after,
    records,
)
from tests.acceptance.journey import PROGRAM, run_here
from tests.acceptance.running import running, until
from tests.benchmark.archive_content import (
    pieces,
    record_of,
    write_own_lines,
    write_plain_lines,
    write_wxr,
)
from tests.contract.databases import ENGINES

from swifeeds.config import load_config
from swifeeds.emit.lines import write_line
from swifeeds.model import Provenance, Status
from swifeeds.service import open_house

STORY = """
[[stories]]
id = "talks"
title = { en = "Talks" }
match = { any = { en = ["Georgia"] } }
"""


def of_the_story(piece):
    return replace(piece, title=f"{piece.title} Georgia")


SHORT = {"paragraphs": 2, "words": 20}


def import_into(file, *arguments, expect=0):
    done = run_here("import", *arguments, "--config", file, expect=expect)
    return done.stdout + done.stderr


def told(file, *arguments, expect=0):
    done = run_here("import", *arguments, "--json", "--config", file, expect=expect)
    return json.loads(done.stdout)


def tally_of(answer, place=0):
    return answer["files"][place]["import"]["tally"]


def shelf_of(file):
    async def read():
        async with open_house(load_config(file, {})) as house:
            return await house.store.shelf()

    return asyncio.run(read())


def notices_of(file):
    async def read():
        async with open_house(load_config(file, {})) as house:
            return await house.store.notices()

    return asyncio.run(read())


@pytest.mark.timeout(180)
@pytest.mark.parametrize("engine", ENGINES)
def test_an_import_that_is_killed_loses_and_doubles_nothing(tmp_path, engine):
    file, archive = configure(tmp_path, engine), tmp_path / "old.xml"
    expected = list(pieces(900 if engine == "sqlite" else 500, **SHORT))
    write_wxr(archive, iter(expected))
    for items in (200, 400, 600) if engine == "sqlite" else (200,):
        asyncio.run(killed_after(file, archive, items=items))
        assert 0 < asyncio.run(items_so_far(file)) < len(expected)
        status = run_here("status", "--config", file, expect=None).stdout
        assert f"import of {archive}: {asyncio.run(items_so_far(file))} items so far" in status
    answer = told(file, archive)
    assert 0 < answer["files"][0]["went_on_from"] < len(expected)
    assert tally_of(answer)["new"] == tally_of(answer)["items"] == len(expected)
    found = asyncio.run(records(file))
    assert sorted(one.guid for record in found for one in record.sightings) == sorted(
        one.guid for one in expected
    )
    assert {(one.article.url, one.article.title, one.article.published) for one in found} == {
        (one.url, one.title, one.at) for one in expected
    }
    again = told(file, archive)
    assert (tally_of(again)["new"], tally_of(again)["revised"]) == (0, 0)
    assert tally_of(again)["duplicate"] == len(expected)
    assert [one.article for one in asyncio.run(records(file))] == [one.article for one in found]


def test_an_archive_does_not_flood_a_feed_and_keeps_its_own_time(tmp_path):
    file, archive, news = (
        configure(tmp_path, more=STORY),
        tmp_path / "old.xml",
        tmp_path / "n.jsonl",
    )
    everything = [of_the_story(one) for one in pieces(190, **SHORT)]
    write_wxr(archive, iter(everything[:130]))
    fresh = (replace(one, at=one.at + timedelta(days=7000)) for one in everything[130:])
    write_plain_lines(news, fresh)
    import_into(file, news, "-s", "archive")
    before = shelf_of(file)
    import_into(file, archive)
    shelf = shelf_of(file)
    for path in ("/en/feed.json", "/en/stories/talks/feed.json"):
        feed = json.loads(shelf.items[path].body)
        ids = [one["id"] for one in feed["items"]]
        assert ids == [one["id"] for one in json.loads(before.items[path].body)["items"]]
        assert len(ids) == 50
    old = [one for one in asyncio.run(articles(file)) if one.published.year < 2005]
    assert len(old) == 130
    assert all(one.updated == one.published for one in old)
    assert all(one.provenance is Provenance.LEGACY_IMPORT for one in old)
    series = [
        entry["id"]
        for path, item in shelf.items.items()
        if path.startswith("/en/stories/talks/archive/") and path.endswith(".json")
        for entry in json.loads(item.body)["items"]
    ]
    assert len(series) == len(set(series))
    assert {*series, *ids} == {
        f"tag:feeds.example.org,2026:article/{one.id}" for one in asyncio.run(articles(file))
    }


def test_thousands_of_held_articles_are_one_notice(tmp_path):
    file, archive = configure(tmp_path), tmp_path / "old.jsonl"
    walls = (replace(one, title="Access denied", content="<p>no</p>") for one in pieces(300))
    write_plain_lines(archive, walls)
    answer = told(file, archive, "--source", "archive")
    assert tally_of(answer)["held"] == 300
    (notice,) = notices_of(file)
    assert notice.kind == "import-held"
    assert f"300 articles of {archive} are held" in notice.message
    key = answer["files"][0]["import"]["key"]
    assert f"forgot the import {key}" in import_into(file, "--forget", key)
    assert notices_of(file) == ()
    assert "there is no import" in import_into(file, "--forget", key, expect=2)


def test_articles_leave_one_house_and_enter_another_as_they_were(tmp_path):
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()
    one, two = (configure(folder, more=SECOND_SOURCE) for folder in folders)
    write_plain_lines(tmp_path / "a.jsonl", pieces(30, **SHORT))
    import_into(one, tmp_path / "a.jsonl", "--source", "archive")
    states = {1: {"status": Status.WITHDRAWN, "status_reason": "by the desk"},
              2: {"status": Status.HELD, "status_reason": "by the desk"},
              3: {"adopted_id": "https://old.example/?p=3"}, 4: {"revision": 7}}  # fmt: skip
    with (tmp_path / "b.jsonl").open("wb") as lines:
        for piece in pieces(6, **SHORT):
            record = record_of(replace(piece, number=100 + piece.number), "wire")
            changed = replace(record.article, **states.get(piece.number, {}))
            lines.write(write_line(replace(record, article=changed)))
    import_into(one, tmp_path / "b.jsonl")
    for file, name in ((one, "one.jsonl"), (two, "two.jsonl")):
        run_here("article", "export", "-o", tmp_path / name, "--config", file)
        if file is one:
            assert "36" in import_into(two, tmp_path / "one.jsonl")
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()
    wire = tmp_path / "wire.jsonl"
    of_wire = run_here("article", "export", "--source", "wire", "-o", wire, "--config", two)
    assert "6 articles" in of_wire.stdout
    streamed = run_here("article", "export", "--source", "wire", "-o", "-", "--config", two)
    assert streamed.stdout.encode() == wire.read_bytes()


async def test_an_import_beside_a_running_service_is_served_by_it(tmp_path):
    file, archive = configure(tmp_path), tmp_path / "old.xml"
    write_wxr(archive, pieces(3, **SHORT))
    async with running(tmp_path) as service:
        process = await asyncio.create_subprocess_exec(PROGRAM, "import", archive, "--config", file)

        async def served() -> bool:
            answer = await service.get("/en/feed.json")
            return answer.status == 200 and len(json.loads(answer.body)["items"]) == 3

        await until(served, "the imported articles are in the feed")
        assert await process.wait() == 0
        assert await service.end() == 0


def test_a_corrected_export_revises_what_changed_alone(tmp_path):
    file, archive = configure(tmp_path), tmp_path / "old.xml"
    write_wxr(archive, pieces(20, **SHORT))
    import_into(file, archive)
    write_wxr(archive, (replace(one, title=f"{one.title} corrected") if one.number == 7 else one
                        for one in pieces(20, **SHORT)))  # fmt: skip
    tally = tally_of(told(file, archive))
    assert (tally["new"], tally["revised"], tally["duplicate"]) == (0, 1, 19)


def test_broken_items_are_told_with_their_place_and_the_rest_is_imported(tmp_path):
    file, archive = configure(tmp_path), tmp_path / "old.jsonl.gz"
    write_own_lines(tmp_path / "x", pieces(3, **SHORT), "archive")
    lines = (tmp_path / "x").read_bytes().splitlines(keepends=True)
    lines[1] = lines[1][:100] + b"\n"
    archive.write_bytes(gzip.compress(b"".join(lines)))
    said = import_into(file, archive, expect=1)
    assert f"set aside: {archive} line 2, byte {len(lines[0])}: cannot be read" in said
    listed = import_into(file, "--list")
    assert "line 2" in listed
    assert "finished" in listed
    answer = told(file, tmp_path / "nothing.xml", archive, expect=1)
    assert answer["files"][0]["failure"] == "is neither a file nor a folder"


def test_a_dry_run_shows_what_would_be_stored_and_stores_nothing(tmp_path):
    file, archive = configure(tmp_path), tmp_path / "old.xml"
    write_wxr(archive, pieces(9, **SHORT))
    said = import_into(file, archive, "--dry-run", "-n", "2")
    assert "wxr: 9 items, 9 would be new" in said
    assert said.count("read from") == 2
    assert asyncio.run(articles(file)) == ()
    (tmp_path / "store.db").unlink()
    assert "9 would be new" in import_into(file, archive, "--dry-run")
    assert not (tmp_path / "store.db").exists()


def test_wrong_questions_are_answered_with_what_would_be_right(tmp_path):
    file, archive = configure(tmp_path, more=SECOND_SOURCE), tmp_path / "old.xml"
    write_wxr(archive, pieces(1, **SHORT))
    assert "--source ID, where ID is one of archive, wire" in import_into(file, archive, expect=2)
    assert "there is no source new" in import_into(file, archive, "-s", "new", expect=2)
    assert "there is no format xml" in import_into(file, archive, "-f", "xml", expect=2)
    assert "name the files" in import_into(file, expect=2)
    assert "there is no source new" in run_here(
        "article", "export", "--source", "new", "--config", file, expect=2
    ).stderr  # fmt: skip


def test_pages_among_posts_are_remarked_and_no_failure(tmp_path):
    file, archive = configure(tmp_path), tmp_path / "old.xml"
    write_wxr(archive, pieces(3, **SHORT))
    posts = archive.read_text(encoding="utf-8")
    post = "<wp:post_type>post</wp:post_type>"
    archive.write_text(posts.replace(post, post.replace("post<", "page<"), 1), encoding="utf-8")
    said = import_into(file, archive)
    assert "3 items, 2 new, 1 remark" in said
    assert "remark: " in said
    assert "set aside" not in said
    tally = tally_of(told(file, archive))
    assert (tally["set_aside"], tally["mended"], tally["duplicate"]) == (0, 1, 2)
