"""The commands of the contract, as a person or a script gives them."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import tomllib
from contextlib import closing

import pytest
from tests.acceptance.journey import run_command, run_here
from tests.acceptance.test_changes import opened_newsroom


@pytest.fixture
def swifeeds(copied):
    """Run a command on the copied demo."""

    def run(*arguments, expect: int = 0):
        return run_here(*arguments, "--config", copied / "swifeeds.toml", expect=expect)

    return run


def test_init_writes_a_configuration_that_is_sound_and_overwrites_nothing(tmp_path):
    folder = tmp_path / "site"
    file = folder / "swifeeds.toml"
    run_here("init", folder)
    written = file.read_bytes()
    assert "is sound" in run_here("config", "check", "--config", file).stdout
    again = run_here("init", folder, expect=2)
    assert f"{file} exists already" in again.stderr
    assert file.read_bytes() == written
    listed = run_here("source", "list", "--config", file, "--json")
    assert [row["state"] for row in json.loads(listed.stdout)] == [None, None]
    assert not (folder / "var").exists()


def test_what_dump_prints_is_the_same_configuration(swifeeds, copied):
    dumped = copied / "dumped.toml"
    dumped.write_text(swifeeds("config", "dump").stdout, encoding="utf-8")
    again = run_here("config", "dump", "--config", dumped).stdout
    assert again == dumped.read_text(encoding="utf-8")
    shown = json.loads(swifeeds("config", "dump", "--json").stdout)
    assert shown["site"]["time_zone"] == tomllib.loads(again)["site"]["time_zone"]


def test_the_schema_knows_the_tables_of_the_file():
    schema = json.loads(run_here("config", "schema").stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert schema["properties"].keys() >= {"site", "sources", "stories", "storage", "serve"}


def test_diff_needs_a_service_that_has_run(swifeeds):
    done = swifeeds("config", "diff", expect=2)
    assert "no service has run with this database yet" in done.stderr


def test_check_gives_faults_to_machines_too(copied, swifeeds):
    text = (copied / "swifeeds.toml").read_text(encoding="utf-8")
    assert json.loads(swifeeds("config", "check", "--json").stdout) == {"valid": True, "faults": []}
    (copied / "swifeeds.toml").write_text(text.replace('"feed"', '"fed"'), encoding="utf-8")
    found = json.loads(swifeeds("config", "check", "--json", expect=2).stdout)
    assert found["valid"] is False
    assert found["faults"][0]["line"]


def test_every_source_is_listed_and_one_is_shown(swifeeds):
    listed = json.loads(swifeeds("source", "list", "--json").stdout)
    assert len(listed) == 13
    assert {row["state"]["failures"] for row in listed} == {0}
    assert "site-ja" in swifeeds("source", "list").stdout
    shown = json.loads(swifeeds("source", "show", "agency", "--json").stdout)
    assert shown["source"]["publish"] == "summary"
    assert "every 20s" in swifeeds("source", "show", "agency").stdout
    assert "no source nobody" in swifeeds("source", "show", "nobody", expect=2).stderr


def test_pause_resume_and_reset_are_kept(swifeeds):
    def state() -> dict:
        return json.loads(swifeeds("source", "show", "agency", "--json").stdout)["state"]

    swifeeds("source", "pause", "agency")
    assert state()["paused"] is True
    swifeeds("source", "resume", "agency")
    assert state()["paused"] is False
    due = state()["next_at"]
    swifeeds("source", "reset", "agency")
    assert state()["next_at"] != due
    assert "no source nobody" in swifeeds("source", "pause", "nobody", expect=2).stderr


async def test_a_dry_run_shows_what_would_come_and_stores_nothing(copied, swifeeds):
    before = rows(copied)
    async with opened_newsroom(copied):
        page = await asyncio.to_thread(swifeeds, "source", "test", "site-fr", "-n", "2", "--json")
        people = await asyncio.to_thread(swifeeds, "source", "test", "agency", "-n", "1")
    found = json.loads(page.stdout)
    assert len(found["drafts"]) == 2
    assert found["links"] >= 2
    draft = found["drafts"][0]
    assert draft["draft"]["language"] == "fr"
    assert "/fr/feed.atom" in draft["feeds"]
    assert "read from" in people.stdout
    assert rows(copied) == before


def rows(folder) -> dict[str, int]:
    with closing(sqlite3.connect(folder / "demo.db")) as database:
        names = [
            name
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        return {
            name: database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names
        }


def test_a_dry_run_of_a_folder_reads_its_files(swifeeds):
    found = json.loads(swifeeds("source", "test", "drops", "--json").stdout)
    assert {draft["draft"]["language"] for draft in found["drafts"]} == {"de", "en"}


def test_a_dry_run_needs_no_database(copied, swifeeds):
    for file in copied.glob("demo.db*"):
        file.unlink()
    assert json.loads(swifeeds("source", "test", "drops", "--json").stdout)["drafts"]
    assert not (copied / "demo.db").exists()


def test_a_dry_run_of_what_cannot_be_had_says_so(swifeeds):
    done = swifeeds("source", "test", "http://127.0.0.1:1/", expect=1)
    assert "swifeeds: http://127.0.0.1:1/: no connection" in done.stderr
    assert "no source nobody" in swifeeds("source", "test", "nobody", expect=2).stderr


def test_feeds_are_listed_and_rendered_as_published(swifeeds, published):
    listed = json.loads(swifeeds("feed", "list", "--json").stdout)
    assert len(listed) > 50
    for suffix in ("rss", "atom", "json"):
        done = swifeeds(
            "feed", "render", "--story", "caucasus-talks", "--language", "ja", "--format", suffix
        )
        path = f"/ja/stories/caucasus-talks/feed.{suffix}"
        assert done.stdout == published.body(path).decode(), path
    empty = swifeeds("feed", "render", "--story", "nothing", expect=2)
    assert "that feed holds no article" in empty.stderr


def test_an_article_is_shown_with_why_it_is_in_its_stories(swifeeds, published):
    feed = json.loads(published.body("/en/stories/caucasus-talks/feed.json"))
    item = feed["items"][0]
    shown = json.loads(swifeeds("article", "show", item["id"], "--json").stdout)
    assert shown["article"]["title"] == item["title"]
    assert {one["story_id"] for one in shown["memberships"]} >= {"caucasus-talks"}
    assert "story: caucasus-talks: " in swifeeds("article", "show", item["url"]).stdout
    assert "no article nothing" in swifeeds("article", "show", "nothing", expect=2).stderr


def test_the_database_is_migrated_checked_and_copied(swifeeds, tmp_path, copied):
    for command in ("migrate", "status"):
        assert "up to date" in swifeeds("db", command).stdout
    assert "the database is sound" in swifeeds("db", "check").stdout
    target = tmp_path / "copy.db"
    swifeeds("db", "backup", target)
    with closing(sqlite3.connect(target)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert "exists; name a new file" in swifeeds("db", "backup", target, expect=1).stderr


def test_a_database_is_made_by_migrate(swifeeds, copied):
    for file in copied.glob("demo.db*"):
        file.unlink()
    assert json.loads(swifeeds("db", "status", "--json", expect=1).stdout)["current"] is None
    swifeeds("db", "migrate")
    assert json.loads(swifeeds("db", "status", "--json").stdout)["pending"] == []


def test_status_is_one_document_for_machines(swifeeds):
    done = json.loads(swifeeds("status", "--json", expect=1).stdout)
    assert done["counts"]["articles"] == 56
    assert len(done["sources"]) == 13
    assert [one["kind"] for one in done["notices"]] == ["article-withdrawn"]


async def test_collect_answers_in_json_with_every_source(copied):
    async with opened_newsroom(copied):
        file = copied / "swifeeds.toml"
        done = await asyncio.to_thread(
            run_command, "collect", "--json", "--source", "site-it", "--config", file
        )
    found = json.loads(done.stdout)
    assert [one["source_id"] for one in found["sources"]] == ["site-it"]
    assert found["sources"][0]["failure"] is None
    assert found["settled"] == {"grouped": 0, "rendered": 0, "published": 0}
    unknown = run_command("collect", "--source", "nobody", "--config", file, expect=2)
    assert "there is no source nobody" in unknown.stderr
