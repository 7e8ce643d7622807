"""Polls of sources with rules: a site that was built anew, and a pattern that would never end."""

from __future__ import annotations

import pytest
from tests.unit.extract.page_documents import TEXT
from tests.unit.pipeline.polls import polled, serving
from tests.unit.pipeline.sites import Site

KEYS = """kind = "page"
url = "{url}"
own = true
rules = {{ alone = true, title = "h1", content = ".story", published = "time", links = "/n/" }}
"""
ENDLESS = """kind = "page"
url = "{url}"
rules = {{ links = "(a|aa)+$" }}
"""


@pytest.fixture
async def server():
    async with serving() as server:
        yield server


def page(number: int, name: str) -> str:
    text = TEXT.replace("crews", f"crews of pier {number}")
    return (
        f"<html lang='en'><head><title>Boats of pier {number}</title></head><body><article>"
        f"<h1>Boats of pier {number}</h1><time datetime='2026-11-2{number}T08:00:00Z'></time>"
        f"<div class='{name}'>{text}</div></article></body></html>"
    )


async def test_a_site_that_was_built_anew_is_read_all_the_same_and_told(tmp_path, server):
    site = Site(server)
    listed = "".join(f"<a href='/n/{number}'>Boats of pier {number}</a>" for number in range(4))
    url = site.put("/", f"<html><body><main>{listed}</main></body></html>")
    for number in range(4):
        site.put(f"/n/{number}", page(number, "tale"))
    async with polled(tmp_path, server, KEYS.format(url=url)) as house:
        report = await house.poll()
        assert report.new == 4
        assert len(report.remarks) == 4
        (notice,) = await house.house.store.notices()
        assert (notice.kind, notice.subject) == ("profile-outdated", "harbour")
        articles = await house.articles()
        assert "leaving thousands" in articles["Boats of pier 1"].content


async def test_a_pattern_that_would_never_end_fails_its_own_poll_by_name(tmp_path, server):
    site = Site(server)
    url = site.put("/", f"<html><body><main><a href='/{'a' * 60}!'>A boat</a></main></body></html>")
    async with polled(tmp_path, server, ENDLESS.format(url=url)) as house:
        report = await house.poll()
        assert "the rule '(a|aa)+$' takes longer than 0.02 s" in report.failure
