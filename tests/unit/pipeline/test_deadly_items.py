"""An item of an archive that ends the child over it costs itself alone."""

from __future__ import annotations

import json
import os
import signal
from datetime import UTC, datetime

import pytest
from tests.unit.extract.archives.archive_files import make_source

from swifeeds.collect.archive_files import archive_files
from swifeeds.collect.register import Register
from swifeeds.extract.archives import read_portion
from swifeeds.isolate import IsolateSettings, Isolation
from swifeeds.pipeline import ahead
from swifeeds.pipeline.archive import Archive, look_at
from swifeeds.pipeline.archive_reading import read_ahead

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
DEADLY = "deadly"


def read_or_die(portion, *arguments, **named):
    """In a child, like the reading that it stands before."""
    if DEADLY.encode() in portion.body:
        os.kill(os.getpid(), signal.SIGKILL)
    return read_portion(portion, *arguments, **named)


class Perilous(Isolation):
    """Children that die of certain items; it counts how often."""

    ended = 0

    async def run(self, function, *arguments, **named):
        try:
            return await super().run(_Perilous(function), *arguments, **named)
        except Exception:
            self.ended += 1
            raise


class _Perilous:
    def __init__(self, function):
        self.named = function.keywords

    def __call__(self, *arguments):
        return read_or_die(*arguments, **self.named)


def item(number: int, deadly: bool) -> dict[str, str]:
    text = DEADLY if deadly else "It rose by a hand's breadth."
    return {"uri": f"urn:x:{number}", "type": "text", "headline": "Lake", "body_text": text}


async def read(folder, deadly: set[int], count: int = 16):
    path = folder / "wire.json"
    path.write_text(json.dumps([item(number, number in deadly) for number in range(count)]))
    (file,) = archive_files([path])
    kind, pieces = look_at(file, None, lambda _: None)
    archive = Archive(file=file, format=kind, source=make_source(), pieces=pieces)
    async with Perilous(IsolateSettings(workers=1)) as isolation:
        with Register() as register:
            found = [one async for one in read_ahead(archive, 0, isolation, NOW, register)]
        return path, found, isolation.ended


@pytest.mark.parametrize("deadly", [{15}, {3, 4}])
async def test_only_the_deadly_items_are_set_aside_with_their_place(tmp_path, deadly):
    path, found, _ = await read(tmp_path, deadly)
    ((portion, extraction),) = found
    assert portion.items == 16
    assert [draft.guid for draft in extraction.drafts] == [
        f"urn:x:{number}" for number in range(16) if number not in deadly
    ]
    body = path.read_bytes()
    places = [body.index(f'{{"uri": "urn:x:{number}",'.encode()) for number in sorted(deadly)]
    assert [one.subject for one in extraction.rejects] == [
        f"{path}, item {number + 1} (byte {place})"
        for number, place in zip(sorted(deadly), places, strict=True)
    ]
    assert {one.reason for one in extraction.rejects} == {"work on it crashed (SIGKILL)"}


async def test_what_ends_one_child_too_many_is_set_aside_as_it_stands(tmp_path, monkeypatch):
    monkeypatch.setattr(ahead, "MOST_ENDED", 0)
    path, found, ended = await read(tmp_path, {1}, 4)
    ((_, extraction),) = found
    assert [one.subject for one in extraction.rejects] == [f"{path}, items 1 to 4 (byte 1)"]
    assert ended == 1
