"""Items of feeds that link inside somebody's network."""

from __future__ import annotations

import json

import pytest
from tests.unit.extract.feed_documents import FULL, atom, make_document, rss

from swifeeds.extract.feed import read_feed


def of_rss(link: str, guid: str) -> str:
    named = f'<guid isPermaLink="false">{guid}</guid>' if guid else ""
    return rss(f"<title>Boats</title><link>{link}</link>{named}")


def of_atom(link: str, guid: str) -> str:
    return atom(f'<id>{guid}</id><title>Boats</title><link href="{link}"/>')


def of_json(link: str, guid: str) -> str:
    return json.dumps({"items": [{"id": guid, "title": "Boats", "url": link}]})


INSIDE = [
    "http://localhost/a",
    "http://localhost:8080/a",
    "http://192.168.1.20/a",
    "http://10.0.0.7/a",
    "http://[::1]/a",
    "http://wiki.internal/a",
    "http://cms/a",
]


@pytest.mark.parametrize("form", [of_rss, of_atom, of_json])
@pytest.mark.parametrize("link", INSIDE)
def test_a_link_that_nobody_reaches_is_left_out_and_told(form, link):
    found = read_feed(make_document(form(link, "desk-1")), FULL)
    (draft,) = found.drafts
    assert (draft.url, draft.guid, found.links, found.rejects) == (None, "desk-1", (), ())
    assert [one.reason for one in found.noted] == [
        f"its link {link} leads inside a network and was left out"
    ]


def test_an_item_that_has_only_such_a_link_is_known_by_it():
    (draft,) = read_feed(make_document(of_rss("http://localhost/a", "")), FULL).drafts
    assert (draft.url, draft.guid) == (None, "http://localhost/a")


def test_a_feed_that_is_read_inside_the_network_may_link_there():
    inside = make_document(of_rss("http://192.168.1.20/a", "1"), final_url="http://10.0.0.7/feed")
    found = read_feed(inside, FULL)
    assert ([one.url for one in found.drafts], found.noted) == (["http://192.168.1.20/a"], ())


@pytest.mark.parametrize("link", ["https://news.example.org/a", "http://8.8.8.8/a"])
def test_a_link_for_everybody_stays(link):
    (draft,) = read_feed(make_document(of_rss(link, "1")), FULL).drafts
    assert draft.url == link
