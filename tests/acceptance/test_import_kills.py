"""A word that an article is taken back holds, wherever in an archive it stands."""

from __future__ import annotations

import asyncio
import json

import pytest
from tests.acceptance.importing import articles, configure
from tests.acceptance.journey import run_here

from swifeeds.extract.archives import cutting
from swifeeds.model import Status

STORY = {
    "uri": "urn:x:1", "type": "text", "pubstatus": "usable", "headline": "Lake rises",
    "body_text": "The lake rose by a hand's breadth in one night, and the harbour is closed.",
    "versioncreated": "2010-03-02T10:00:00Z",
}  # fmt: skip
OTHER = STORY | {"uri": "urn:x:2", "headline": "Lake falls", "body_text": "Nobody had seen it."}
BY_ITSELF = {
    "uri": "urn:x:1", "type": "text", "pubstatus": "canceled", "headline": "Access denied",
    "body_text": "Do not use.", "versioncreated": "2010-03-02T12:00:00Z",
}  # fmt: skip
BY_NAME = BY_ITSELF | {"uri": "urn:x:9", "headline": "KILL", "evolvedfrom": "urn:x:1"}
OLDER = BY_ITSELF | {"version": "1"}
KILLS = {"by itself": BY_ITSELF, "by its name": BY_NAME, "undated": BY_ITSELF | {
    "versioncreated": None}, "an older edition": OLDER}  # fmt: skip


def story_for(kill: dict) -> dict:
    return STORY | ({"version": "2"} if "version" in kill else {})


def is_killed(file) -> None:
    shown = {one.title for one in asyncio.run(articles(file)) if one.status is not Status.WITHDRAWN}
    assert shown == {"Lake falls"}


@pytest.mark.parametrize("name", KILLS)
@pytest.mark.parametrize("portion", [1, 200])
@pytest.mark.parametrize("backwards", [False, True])
def test_a_kill_in_one_file_holds_in_any_order(tmp_path, monkeypatch, name, portion, backwards):
    monkeypatch.setattr(cutting, "MOST_ITEMS", portion)
    items = [story_for(KILLS[name]), OTHER, KILLS[name]]
    archive = tmp_path / "wire.json"
    archive.write_text(json.dumps(items[::-1] if backwards else items))
    file = configure(tmp_path)
    run_here("import", archive, "--config", file)
    is_killed(file)


@pytest.mark.parametrize("name", KILLS)
@pytest.mark.parametrize("backwards", [False, True])
def test_a_kill_in_another_file_holds_in_any_order(tmp_path, name, backwards):
    file = configure(tmp_path)
    files = [tmp_path / "1.json", tmp_path / "2.json"]
    files[0].write_text(json.dumps([story_for(KILLS[name]), OTHER]))
    files[1].write_text(json.dumps([KILLS[name]]))
    for archive in reversed(files) if backwards else files:
        run_here("import", archive, "--config", file)
    is_killed(file)
    for archive in files:
        run_here("import", archive, "--config", file)
    is_killed(file)
