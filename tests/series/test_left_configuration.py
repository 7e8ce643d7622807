"""A section, source or language that the configuration names no more, and its subscribers.

An edit of the file ends no feed: readers take 404 and 410 for the end and never ask again. What is
published stays, is listed nowhere, and what is taken back still leaves it; but for a language that
nothing can be worded in any more.
"""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.series.house import about, configuration, open_newsroom

SECTION = """
[[sections]]
id = "world"
title = { en = "World" }
"""
OTHER = """
[[sources]]
id = "other"
kind = "feed"
url = "https://other.example/feed"
language = "en"
"""
WITH_ALL = configuration([]) + SECTION + OTHER


def entries(shelf, path):
    return [one["id"].rpartition("/")[2] for one in json.loads(shelf.items[path].body)["items"]]


@pytest.fixture
async def before(tmp_path):
    """Two articles in a section, in two languages, all published."""
    async with open_newsroom(tmp_path, WITH_ALL) as room:
        found = [
            replace(about("talks", number, language), section="world")
            for number in range(2)
            for language in ("en", "de")
        ]
        await room.send(*found)
        await room.publish()
        shelf = await room.shelf()
    assert entries(shelf, "/de/sections/world/feed.json") == ["talks-de1", "talks-de0"]
    return found


LEFT = {
    "section": (WITH_ALL.replace(SECTION, ""), "/sections/world/"),
    "source": (WITH_ALL.replace('id = "wire"', 'id = "wired"'), "/sources/wire/"),
    "language": (WITH_ALL.replace('["en", "de"]', '["en"]'), "/"),
}


@pytest.mark.parametrize("what", LEFT)
async def test_its_feeds_stay_and_are_listed_no_more(tmp_path, before, what):
    text, folder = LEFT[what]
    async with open_newsroom(tmp_path, text) as room:
        await room.publish()
        shelf = await room.shelf()
    path = f"/de{folder}feed.json"
    assert entries(shelf, path) == ["talks-de1", "talks-de0"]
    assert path.encode() not in shelf.items["/feeds.json"].body


@pytest.mark.parametrize("what", ["section", "source"])
async def test_what_is_taken_back_leaves_them(tmp_path, before, what):
    text, folder = LEFT[what]
    async with open_newsroom(tmp_path, text) as room:
        await room.publish()
        await room.withdraw(before[1])
        await room.publish()
        shelf = await room.shelf()
    assert before[1].id == "talks-de0"
    assert entries(shelf, f"/de{folder}feed.json") == ["talks-de1", "talks-de0"]
    for path, item in shelf.items.items():
        assert b"Text of talks-de0" not in item.body, path
        assert b"Lead of talks-de0" not in item.body, path
