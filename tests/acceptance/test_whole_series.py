"""Every story of the sample newsroom, whole, from the real service with feeds of two entries."""

from __future__ import annotations

import asyncio
import json
from urllib.request import urlopen

import pytest
from tests.acceptance.running import running, until
from tests.series.walking import walk

pytestmark = pytest.mark.timeout(180)  # a start takes long where the machine has much else to do

SIZE = 2
SUFFIXES = ("rss", "atom", "json")


@pytest.fixture
def small(copied):
    """The sample newsroom's folder, with feeds too small for its stories."""
    file = copied / "swifeeds.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("[site]", f"[site]\nfeed_size = {SIZE}", 1), encoding="utf-8")
    return copied


def stories(shelf) -> list[str]:
    """The paths of all stories' feeds, without their suffix."""
    return sorted(
        path.removesuffix("atom")
        for path in shelf.items
        if "/stories/" in path and path.endswith("/feed.atom")
    )


def ids_of(body: bytes) -> set[str]:
    return {item["id"].rpartition("/")[2] for item in json.loads(body)["items"]}


async def test_every_article_of_every_story_is_reached_over_http_in_every_format(small, published):
    """Held against the same newsroom with feeds that show all there is."""
    paths = stories(published.shelf)
    whole = {path: ids_of(published.body(f"{path}json")) for path in paths}
    assert any(len(ids) > SIZE for ids in whole.values())
    async with running(small) as service:

        def read(path: str) -> bytes:
            with urlopen(service.base + path) as answer:
                body: bytes = answer.read()
            return body

        def found(path: str, suffix: str):
            return walk(read, path + suffix)

        async def is_split() -> bool:
            sizes = [len(ids_of((await service.get(f"{path}json")).body)) for path in paths]
            return max(sizes) <= SIZE

        await until(is_split, "feeds of two entries")
        for path in paths:
            for suffix in SUFFIXES:
                documents = await asyncio.to_thread(found, path, suffix)
                reached = {one for document in documents for one in document.ids}
                assert reached == whole[path], path + suffix
                on_pages = [one for document in documents[1:] for one in document.ids]
                assert len(on_pages) == len(set(on_pages))
                assert all(0 < len(document.ids) <= SIZE for document in documents)
                assert (len(documents) == 1) == (len(whole[path]) <= SIZE)
                await is_announced(service, documents)
        assert await service.status("/en/stories/caucasus-talks/archive/99.atom") == 404
        assert await service.end() == 0
    assert "Traceback" not in service.log


async def is_announced(service, documents) -> None:
    """The head of the answer says what the document says; a page may be kept for an hour."""
    for document, older in zip(documents, [*documents[1:], None], strict=True):
        answer = await service.get(document.path)
        assert answer.status == 200
        relations = ", ".join(answer.headers.getall("Link"))
        assert ('rel="prev-archive"' in relations) == (older is not None)
        if older is not None:
            assert f"{older.path}>" in relations
        is_page = "/archive/" in document.path
        assert ("max-age=3600" in answer.headers["Cache-Control"]) == is_page
        assert ('rel="current"' in relations) == is_page
        again = await service.get(document.path, If_None_Match=answer.headers["ETag"])
        assert again.status == 304
