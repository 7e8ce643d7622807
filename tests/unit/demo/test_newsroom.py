"""The newsroom over HTTP, asked as a collector would ask."""

from __future__ import annotations

import aiohttp
import pytest

from swifeeds.demo import Newsroom, read_edition

CORRECTED = "/en/articles/2024/snowy-spring-spares-silberegg-glacier/"
WITHDRAWN = "/en/articles/2025/alpine-cheese-sells-at-record-price/"
ADDED = "/en/articles/2025/silberegg-glacier-melt-starts-early/"


@pytest.fixture
async def newsroom():
    async with Newsroom.open() as newsroom:
        yield newsroom


@pytest.fixture
async def client(newsroom):
    async with aiohttp.ClientSession(newsroom.base_url) as client:
        yield client


async def test_every_article_answers_with_validators(newsroom, client):
    for piece in read_edition(1).pieces:
        async with client.get(piece.path) as response:
            assert response.status == 200
            assert response.headers["ETag"].startswith('"')
            assert response.headers["Last-Modified"].endswith(" GMT")
            assert len(await response.read()) == int(response.headers["Content-Length"])


@pytest.mark.parametrize("path", ["/de/", "/agency/rss.xml", CORRECTED, "/images/dark-valley.png"])
async def test_a_validator_sent_back_is_answered_with_304(client, path):
    async with client.get(path) as response:
        tag, date = response.headers["ETag"], response.headers["Last-Modified"]
    for headers in ({"If-None-Match": tag}, {"If-Modified-Since": date}):
        async with client.get(path, headers=headers) as response:
            assert response.status == 304
            assert await response.read() == b""
            assert response.headers["ETag"] == tag


async def test_a_stale_entity_tag_wins_over_a_fresh_date(client):
    async with client.get("/de/") as response:
        date = response.headers["Last-Modified"]
    headers = {"If-None-Match": '"stale"', "If-Modified-Since": date}
    async with client.get("/de/", headers=headers) as response:
        assert response.status == 200


async def test_head_answers_like_get_without_a_body(client):
    async with client.get("/de/") as whole, client.head("/de/") as head:
        assert head.status == 200
        assert head.headers["ETag"] == whole.headers["ETag"]
        assert await head.read() == b""


async def test_unknown_addresses_and_methods_are_refused(client):
    async with client.get("/nowhere/") as response:
        assert response.status == 404
    async with client.post("/de/") as response:
        assert response.status == 405
        assert response.headers["Allow"] == "GET, HEAD"


async def test_the_oldest_page_leaves_its_character_set_to_its_markup(client):
    async with client.get("/archive/de/2008/genf-auftakt-vertagt-6990417.html") as response:
        assert response.headers["Content-Type"] == "text/html"
        body = await response.read()
    assert b"charset=windows-1252" in body
    assert "Südkaukasus" in body.decode("cp1252")


async def test_turning_the_page_corrects_withdraws_and_adds(newsroom, client):
    async with client.get(CORRECTED) as response:
        before = response.headers["ETag"]
    async with client.get(ADDED) as response:
        assert response.status == 404
    newsroom.turn()
    assert newsroom.edition == 2
    async with client.get(CORRECTED, headers={"If-None-Match": before}) as response:
        assert response.status == 200
        assert "Correction:" in await response.text()
    async with client.get(ADDED) as response:
        assert response.status == 200
    async with client.get(WITHDRAWN) as response:
        assert response.status == 410
    async with client.get("/en/") as response:
        assert WITHDRAWN not in await response.text()


async def test_turning_the_page_leaves_the_rest_current(newsroom, client):
    async with client.get("/fr/") as response:
        headers = {"If-Modified-Since": response.headers["Last-Modified"]}
    newsroom.turn()
    async with client.get("/fr/", headers=headers) as response:
        assert response.status == 304


async def test_turning_twice_is_the_first_edition_again(newsroom, client):
    newsroom.turn()
    newsroom.turn()
    async with client.get(WITHDRAWN) as response:
        assert response.status == 200


async def test_a_port_in_use_is_refused(newsroom):
    port = int(newsroom.base_url.rpartition(":")[2])
    with pytest.raises(OSError, match="in use"):
        async with Newsroom.open(port=port):
            pass


async def test_a_closed_newsroom_gives_its_port_back():
    async with Newsroom.open() as first:
        port = int(first.base_url.rpartition(":")[2])
    async with Newsroom.open(port=port) as second:
        assert second.base_url == first.base_url
