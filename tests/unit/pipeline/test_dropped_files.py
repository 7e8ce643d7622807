"""A watched folder through the whole journey of a poll."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from tests.unit.egress.scripted import scripted_server
from tests.unit.pipeline.polls import START, polled

from swifeeds.errors import NoChild
from swifeeds.isolate import IsolateSettings, Isolation

BROKEN_OFF = """<?xml version="1.0" encoding="UTF-8"?>
<nitf><head><title>Boats run again</title>
<docdata><doc-id id-string="desk-7"/><date.issue norm="20260227T090000+0100"/></docdata></head>
<body><body.head><hedline><hl1>Boats run again</hl1></hedline></body.head>
<body.content><p>The crews had stopped work on Monday, leaving thousands on the quays.</p>"""
DROP = 'kind = "directory"\nurl = "drop"\n'


def drop(folder: Path, name: str, text: str, *, age: int = 3600) -> Path:
    """A file that has been at rest for `age` seconds."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    os.utime(path, (START.timestamp() - age,) * 2)
    return path


async def test_what_is_to_be_told_of_an_article_that_came_in_is_told(tmp_path, caplog):
    folder = tmp_path / "drop"
    folder.mkdir()
    (folder / "7.nitf").write_text(BROKEN_OFF, encoding="utf-8")
    os.utime(folder / "7.nitf", (START.timestamp() - 3600,) * 2)
    async with (
        scripted_server() as server,
        polled(tmp_path, server, 'kind = "directory"\nurl = "drop"\n') as house,
    ):
        report = await house.poll()
        assert (report.new, report.rejects) == (1, [])
    (told,) = report.noted
    assert "what could be read of it was imported" in told.reason
    assert "noted: source=harbour" in caplog.text


async def test_a_file_that_cannot_be_read_is_told_once(tmp_path):
    folder = tmp_path / "drop"
    folder.mkdir()
    (folder / "deep.json").write_text("[" * 200_000, encoding="utf-8")
    os.utime(folder / "deep.json", (START.timestamp() - 3600,) * 2)
    async with (
        scripted_server() as server,
        polled(tmp_path, server, 'kind = "directory"\nurl = "drop"\n') as house,
    ):
        told = [len((await house.poll()).rejects) for _ in range(2)]
    assert told == [1, 0]


PAGE = "<html><title>Boats</title><body><h1>Boats run again</h1><p>The crews were back.</p>"


async def test_a_file_that_kills_its_reader_is_read_again_only_when_it_changes(tmp_path):
    drop(tmp_path / "drop", "a.html", PAGE)
    hasty = DROP + "[workers]\nlimit = 0.001\n"
    async with scripted_server() as server, polled(tmp_path, server, hasty) as house:
        (told,) = (await house.poll()).rejects
        assert "took longer than 0.001 s" in told.reason
        again = await house.poll()
        assert (again.rejects, again.unchanged) == ([], 1)
        drop(tmp_path / "drop", "a.html", PAGE, age=1800)
        assert len((await house.poll()).rejects) == 1


class Starved(Isolation):
    """On a machine where children die before they begin."""

    async def run(self, _function, *_, subject, **_limits):
        raise NoChild("the child processes keep dying", url=subject)


async def test_a_file_is_not_to_blame_where_no_child_lives(tmp_path):
    drop(tmp_path / "drop", "a.html", PAGE)
    async with scripted_server() as server, polled(tmp_path, server, DROP) as house:
        sound = house.house.ingest
        house.house = replace(
            house.house, ingest=replace(sound, isolation=Starved(IsolateSettings()))
        )
        for _ in range(2):
            report = await house.poll()
            assert (len(report.rejects), report.unchanged) == (1, 0)


async def notices(house) -> dict[str, str]:
    return {one.kind: one.message for one in await house.house.store.notices()}


async def test_what_cannot_be_read_is_told_as_long_as_it_lies_there(tmp_path):
    folder = tmp_path / "drop"
    drop(folder, "a.json", "{")
    async with scripted_server() as server, polled(tmp_path, server, DROP) as house:
        await house.poll()
        told = (await notices(house))["files-unread"]
        assert told.startswith("drop:harbour/a.json of source harbour cannot be read: ")
        assert (await house.poll()).rejects == []
        assert await notices(house) == {"files-unread": told}
        drop(folder, "b.html", "")
        await house.poll()
        assert (await notices(house))["files-unread"].startswith(
            "2 files of source harbour cannot be read, the first of them drop:harbour/a.json: "
        )
        (folder / "b.html").unlink()
        await house.poll()
        assert await notices(house) == {"files-unread": told}
        drop(folder, "a.json", '{"guid": "1", "title": "Boats run again"}', age=1800)
        assert (await house.poll()).new == 1
        assert await notices(house) == {}


async def test_a_folder_that_is_gone_says_nothing_of_its_files(tmp_path):
    folder = tmp_path / "drop"
    drop(folder, "a.json", "{")
    async with scripted_server() as server, polled(tmp_path, server, DROP) as house:
        await house.poll()
        folder.rename(tmp_path / "elsewhere")
        assert "cannot be read" in (await house.poll()).failure
        assert set(await notices(house)) == {"files-unread", "source-failing"}


async def test_links_in_the_folder_are_said_once_and_are_no_fault(tmp_path):
    folder = tmp_path / "drop"
    drop(folder, "a.json", '{"guid": "1", "title": "Boats run again"}')
    (folder / "latest.json").symlink_to("a.json")
    async with scripted_server() as server, polled(tmp_path, server, DROP) as house:
        first, second = await house.poll(), await house.poll()
        assert (first.new, first.rejects, second.noted) == (1, [], [])
        (told,) = first.noted
        assert told.subject == "drop:harbour/"
        assert told.reason.startswith("latest.json is a symbolic link and is not followed")
        (folder / "other").symlink_to(tmp_path)
        (told,) = (await house.poll()).noted
        assert told.reason.startswith("2 symbolic links, like latest.json, are not followed")
        assert await notices(house) == {}
