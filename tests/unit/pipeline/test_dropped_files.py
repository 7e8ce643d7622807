"""A watched folder through the whole journey of a poll."""

from __future__ import annotations

import os

from tests.unit.egress.scripted import scripted_server
from tests.unit.pipeline.polls import START, polled

BROKEN_OFF = """<?xml version="1.0" encoding="UTF-8"?>
<nitf><head><title>Boats run again</title>
<docdata><doc-id id-string="desk-7"/><date.issue norm="20260227T090000+0100"/></docdata></head>
<body><body.head><hedline><hl1>Boats run again</hl1></hedline></body.head>
<body.content><p>The crews had stopped work on Monday, leaving thousands on the quays.</p>"""


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
