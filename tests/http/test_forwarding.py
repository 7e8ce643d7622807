"""Old addresses over real HTTP."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.http.sample import PUBLICATION, sample_shelf
from tests.http.served import Served, open_site

from swifeeds.model import Forwarding, Redirect
from swifeeds.serve import Forwardings

OLD = (
    Forwarding(path="/rss.xml", location="/en/feed.rss"),
    Forwarding(path="/old/{story}/rss.xml", location="/en/stories/{story}/feed.rss"),
    Forwarding(path="/", query=(("feed", "rss2"),), location="/feed.rss"),
    Forwarding(path="/gone.xml", location="/gone/feed.rss"),
    Forwarding(path="/renamed.xml", location="/renamed/feed.rss"),
    Forwarding(path="/blog.xml", location="https://blog.example.org/feed"),
    Forwarding(path="/robots.txt", location="/en/feed.rss"),
)
MOVES = {
    "/gone/feed.rss": Redirect(path="/gone/feed.rss"),
    "/renamed/feed.rss": Redirect(path="/renamed/feed.rss", location="/named/feed.rss"),
}


@pytest.fixture
async def site():
    shelf = sample_shelf()
    shelf = replace(shelf, redirects={**shelf.redirects, **MOVES})
    async with open_site(shelf, forwardings=lambda: Forwardings(OLD)) as served:
        yield served


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/rss.xml", "/en/feed.rss"),
        ("/rss.xml?any=1", "/en/feed.rss"),
        ("/old/talks/rss.xml", "/en/stories/talks/feed.rss"),
        ("/?feed=rss2", "/feed.rss"),
        ("/blog.xml", "https://blog.example.org/feed"),
        ("/renamed.xml", "/named/feed.rss"),
    ],
)
async def test_an_old_address_answers_301_with_where_it_leads(site: Served, method, path, there):
    answer = await site.ask(path, method)
    assert answer.status == 301
    assert answer.headers["Location"] == there
    assert (there.encode() in answer.body) == (method == "GET")


async def test_an_old_address_of_what_is_gone_is_gone(site: Served):
    assert (await site.ask("/gone.xml")).status == 410


@pytest.mark.parametrize("path", ["/robots.txt", "/", "/?feed=atom"])
async def test_what_stands_at_an_address_goes_before_a_redirect(site: Served, path):
    assert (await site.ask(path)).status == 200


async def test_any_other_address_is_not_found(site: Served):
    assert (await site.ask("/old/talks/rss")).status == 404


async def test_other_methods_are_refused_at_an_old_address_too(site: Served):
    assert (await site.ask("/rss.xml", "POST")).status == 405


async def test_a_site_below_a_path_leads_to_addresses_below_it():
    publication = replace(PUBLICATION, base_url="https://example.org/news")
    shelf = sample_shelf()
    rules = Forwardings(OLD)
    async with open_site(shelf, publication=publication, forwardings=lambda: rules) as served:
        answer = await served.ask("/rss.xml")
    assert answer.headers["Location"] == "/news/en/feed.rss"


async def test_new_redirects_are_taken_while_the_site_is_open():
    current = [Forwardings()]
    async with open_site(forwardings=lambda: current[0]) as served:
        assert (await served.ask("/rss.xml")).status == 404
        current[0] = Forwardings(OLD)
        assert (await served.ask("/rss.xml")).status == 301
