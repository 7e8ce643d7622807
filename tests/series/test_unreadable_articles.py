"""One text that holds whoever reads it does not keep the others from being grouped."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.series.house import OTHERS, START, about, configuration, open_newsroom

from swifeeds.pipeline.gists import NOTICE
from swifeeds.service.work import settle

FERRY = (
    "Night ferry runs aground off Visby harbour",
    "Ferry aground off Visby harbour, all passengers safe",
    "Tugs free the ferry that ran aground off Visby harbour",
)
POISON = "<a " * 100_000
"""Links that are never closed: looking for the end of each takes minutes."""


@asynccontextmanager
async def newsroom(folder):
    async with open_newsroom(folder, configuration(["talks"])) as room:
        room.house.finder.reader.limit = 4.0
        yield room


def ferry(*, days: int):
    """Three articles on one event among others, the second of which nobody can read."""
    first = START - timedelta(days=days)
    titles = (*FERRY, *OTHERS)
    made = [
        replace(
            about("news", number, title=title, summary=None, content=None),
            published=first + timedelta(hours=number),
        )
        for number, title in enumerate(titles)
    ]
    return [replace(made[0]), replace(made[1], content=POISON), *made[2:]]


async def grouped(room):
    found = [one for one in await room.house.store.stories() if one.story.automatic]
    return [
        {member.article_id for member in await room.house.store.members(one.story.id)}
        for one in found
    ]


async def told(room):
    return [one for one in await room.house.store.notices() if one.kind == NOTICE]


@pytest.mark.parametrize("days", [2, 3000], ids=["of the last days", "of an archive"])
async def test_the_rest_is_grouped_and_the_unreadable_one_by_its_headline(tmp_path, days):
    async with newsroom(tmp_path) as room:
        articles = ferry(days=days)
        await room.send(*articles)
        await settle(room.house, "test")
        assert await grouped(room) == [{one.id for one in articles[:3]}]
        (notice,) = await told(room)
    assert notice.subject == articles[1].id
    assert FERRY[1] in notice.message
    assert articles[1].url in notice.message


async def test_it_is_remembered_until_another_version_comes(tmp_path):
    async with newsroom(tmp_path) as room:
        articles = ferry(days=2)
        await room.send(*articles)
        await settle(room.house, "test")
    async with newsroom(tmp_path) as room:
        # Another process would be held up by the first look: it knows.
        room.house.finder.reader.limit = 3600.0
        more = replace(articles[2], id=about("more", 1).id, url=about("more", 1).url)
        await room.send(more)
        await settle(room.house, "test")
        assert len(await told(room)) == 1
        await room.correct(articles[1], content="<p>The ferry is aground.</p>")
        await settle(room.house, "test")
        assert await told(room) == []
        (story,) = await grouped(room)
    assert {one.id for one in articles[:3]} <= story
