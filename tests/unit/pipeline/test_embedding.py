"""Vectors are asked for once; an embedder that fails is told once and holds nothing up."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.contract.making import NOW, make_article
from tests.embedders import EmbeddingServer, embedding_server
from tests.unit.egress.scripted import settings

from swifeeds.collect import EndpointEmbedder
from swifeeds.egress import Egress, Policy
from swifeeds.group import EmbedderSettings
from swifeeds.pipeline import Embeddings

ARTICLES = [make_article(name) for name in "abc"]
IDS = {one.id for one in ARTICLES}


@pytest.fixture
async def server() -> AsyncIterator[EmbeddingServer]:
    async with embedding_server() as server:
        yield server


@pytest.fixture
async def embeddings(server, store) -> AsyncIterator[Embeddings]:
    stated = EmbedderSettings(url=server.url, model="letters", weight=0.5)
    async with Egress(settings(allow_private=False), Policy.OPERATOR) as egress:
        yield Embeddings(embedder=EndpointEmbedder(settings=stated, egress=egress), store=store)


async def test_a_headline_that_reads_the_same_is_asked_for_once(embeddings, server):
    first = await embeddings.of(ARTICLES, NOW)
    revised = [replace(ARTICLES[0], title="Other"), replace(ARTICLES[1], revision=2)]
    again = await embeddings.of([*revised, ARTICLES[2]], NOW)
    assert server.texts == [*(one.title for one in ARTICLES), "Other"]
    assert again[ARTICLES[1].id] == first[ARTICLES[1].id]
    assert again[ARTICLES[0].id] != first[ARTICLES[0].id]


async def test_two_articles_of_one_headline_are_one_question(embeddings, server):
    twin = replace(make_article("twin"), title=ARTICLES[0].title)
    found = await embeddings.of([ARTICLES[0], twin], NOW)
    assert len(server.texts) == 1
    assert found["twin"] == found["a"]


async def test_what_was_asked_for_longest_ago_is_forgotten_when_there_is_no_room(
    embeddings, server
):
    embeddings.most = 2 * 256
    assert set(await embeddings.of(ARTICLES, NOW)) == IDS
    server.asked.clear()
    await embeddings.of(ARTICLES[1:], NOW)
    assert server.texts == []
    await embeddings.of(ARTICLES[:1], NOW)
    assert server.texts == [ARTICLES[0].title]


async def test_a_failure_is_told_once_and_asked_about_after_a_minute(
    embeddings, server, store, caplog
):
    server.broken = True
    for seconds in (0, 30, 59, 60, 90, 121):
        assert await embeddings.of(ARTICLES, NOW + timedelta(seconds=seconds)) == {}
    assert len(server.asked) == 3
    (notice,) = await store.notices()
    assert (notice.kind, notice.subject) == ("embedder-failing", "letters")
    assert "the embedder answers 503" in notice.message
    assert "grouped by words alone" in notice.message
    assert [one.levelname for one in caplog.records if "embedder" in one.message] == ["ERROR"]


async def test_the_notice_closes_when_it_answers_again(embeddings, server, store):
    server.broken = True
    await embeddings.of(ARTICLES, NOW)
    server.broken = False
    assert set(await embeddings.of(ARTICLES, NOW + timedelta(minutes=1))) == IDS
    assert await store.notices() == ()
    server.broken = True
    await embeddings.of([make_article("d")], NOW + timedelta(minutes=2))
    assert len(await store.notices()) == 1
