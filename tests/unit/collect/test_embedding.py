"""An endpoint is asked as servers of models are asked, and its answer is not trusted."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from tests.embedders import EmbeddingServer, embedding_server
from tests.unit.egress.scripted import Scripted, scripted_server, settings

from swifeeds.collect import EndpointEmbedder
from swifeeds.egress import Egress, Policy
from swifeeds.errors import BadStatus, CollectError, Unreachable
from swifeeds.group import EmbedderSettings, Passage

TEXTS = [Passage(text=f"Headline {number}", language="en") for number in range(5)]


@pytest.fixture
async def egress() -> AsyncIterator[Egress]:
    """As the composition root makes it: the sources' private networks stay closed."""
    async with Egress(settings(allow_private=False), Policy.OPERATOR) as egress:
        yield egress


@pytest.fixture
async def server() -> AsyncIterator[EmbeddingServer]:
    async with embedding_server() as server:
        yield server


@pytest.fixture
async def scripted() -> AsyncIterator[Scripted]:
    async with scripted_server() as server:
        yield server


def embedder(egress: Egress, url: str, token: str | None = None, **others) -> EndpointEmbedder:
    stated = EmbedderSettings(**{"url": url, "model": "m", "weight": 0.5} | others)
    return EndpointEmbedder(settings=stated, egress=egress, token=token)


async def test_each_text_gets_a_unit_vector_in_its_place(egress, server):
    found = await embedder(egress, server.url, batch=2, prefix="query: ").embed(TEXTS)
    assert [len(one["input"]) for one in server.asked] == [2, 2, 1]
    assert {one["model"] for one in server.asked} == {"m"}
    assert server.texts == [f"query: {one.text}" for one in TEXTS]
    again = await embedder(egress, server.url, prefix="query: ").embed(TEXTS[::-1])
    assert list(again) == list(found)[::-1]
    assert all(sum(x * x for x in one) == pytest.approx(1, abs=1e-5) for one in found)


async def test_the_token_goes_along_where_there_is_one(egress, server):
    await embedder(egress, server.url, "secret").embed(TEXTS[:1])
    await embedder(egress, server.url).embed(TEXTS[:1])
    assert server.tokens == ["Bearer secret", None]


async def test_a_redirect_is_no_answer_and_the_token_goes_nowhere_else(egress, scripted):
    url = scripted.redirects("/v1", "/other", 307)
    with pytest.raises(BadStatus, match="the embedder answers 307"):
        await embedder(egress, url, "secret").embed(TEXTS)
    assert [one.path for one in scripted.asked] == ["/v1"]


async def test_vectors_are_put_where_their_index_says(egress, scripted):
    rows = [{"index": 1, "embedding": [0, 2]}, {"index": 0, "embedding": [3, 0]}]
    url = scripted.answers("/v1", json.dumps({"data": rows}).encode())
    found = await embedder(egress, url).embed(TEXTS[:2])
    assert [list(one) for one in found] == [[1, 0], [0, 1]]


@pytest.mark.parametrize(
    "body",
    [
        b"", b"<html>", b"[]", b'{"data": null}', b'{"data": [1, 2]}', b"[" * 100_000,
        b'{"data": [{"embedding": [1]}]}',
        b'{"data": [{"embedding": [1]}, {"embedding": [1, 2]}]}',
        b'{"data": [{"embedding": [NaN]}, {"embedding": [1]}]}',
        b'{"data": [{"index": 0, "embedding": [1]}, {"index": 0, "embedding": [1]}]}',
        b'{"data": [{"index": [], "embedding": [1]}, {"index": {}, "embedding": [1]}]}',
        b'{"data": [{"embedding": "AACAPw=="}, {"embedding": [1]}]}',
        b'\xff{"data": []}',
    ],
)  # fmt: skip
async def test_an_answer_of_no_use_is_told_with_the_address(egress, scripted, body):
    url = scripted.answers("/v1", body)
    with pytest.raises(Unreachable, match="the embedder answers what is of no use") as caught:
        await embedder(egress, url).embed(TEXTS[:2])
    assert str(caught.value).startswith(url)


async def test_vectors_that_change_their_length_between_requests_are_refused(egress, scripted):
    lengths = iter([2, 3])

    async def script(_):
        row = {"embedding": [1] * next(lengths)}
        return web.json_response({"data": [row]})

    scripted.scripts["/v1"] = script
    with pytest.raises(Unreachable, match="vectors of different lengths"):
        await embedder(egress, scripted.url("/v1"), batch=1).embed(TEXTS[:2])


async def test_nobody_there_is_an_error_that_names_the_address(egress):
    with pytest.raises(CollectError, match=r"^http://127\.0\.0\.1:9/v1: "):
        await embedder(egress, "http://127.0.0.1:9/v1").embed(TEXTS)


async def test_a_cloud_s_secrets_stay_closed(egress):
    with pytest.raises(CollectError, match="private or special"):
        await embedder(egress, "http://169.254.169.254/v1").embed(TEXTS)
