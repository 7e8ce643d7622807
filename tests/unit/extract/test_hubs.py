"""What a feed says of itself for WebSub."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.extract.feed_documents import make_document

from swifeeds.extract import find_push
from swifeeds.model import PushTopic

HUB, SELF, READ = "https://hub.test/", "https://news.test/feed.xml", "https://news.test/read"
ATOM = 'xmlns:atom="http://www.w3.org/2005/Atom"'
RSS = f"<rss {ATOM}><channel><title>T</title>{{}}<item><title>I</title></item></channel></rss>"
LINKS = f'<atom:link rel="hub" href="{HUB}"/><atom:link rel="self" href="{SELF}"/>'


def find(body, **changes):
    return find_push(make_document(body, url=READ, final_url=READ, **changes))


@pytest.mark.parametrize(
    "body",
    [
        RSS.format(LINKS),
        f"<feed {ATOM}>{LINKS}<entry/></feed>",
        json.dumps({"feed_url": SELF, "hubs": [{"type": "rssCloud", "url": "https://no.test/"},
                                               {"type": "WebSub", "url": HUB}], "items": []}),
        f"<rss><channel>{LINKS}",
    ],
)  # fmt: skip
def test_every_format_names_hub_and_topic(body):
    assert find(body) == PushTopic(hub=HUB, topic=SELF)


def test_a_header_goes_before_the_document_and_is_not_mixed_with_it():
    other = (("hub", "https://other.test/"),)
    assert find(RSS.format(LINKS), relations=other) == PushTopic(hub=other[0][1], topic=READ)


def test_without_an_address_of_its_own_a_feed_is_what_it_was_read_at():
    link = '<atom:link rel="hub" href="/hub"/>'
    assert find(RSS.format(link)) == PushTopic(hub="https://news.test/hub", topic=READ)


@pytest.mark.parametrize(
    "body",
    [
        RSS.format(""),
        RSS.format('<atom:link rel="hub" href="javascript:alert(1)"/>'),
        RSS.format(f'<atom:link rel="hub" href="https://hub.test/{"x" * 3000}"/>'),
        RSS.format("").replace("<title>I", f"{LINKS}<title>I"),
        '{"hubs": "x"}', '{"hubs": [1, null, {"type": 1, "url": []}]}', "{", "", "<", "no feed",
    ],
)  # fmt: skip
def test_what_names_no_hub_for_the_whole_feed_names_none(body):
    assert find(body) is None


@given(st.text(max_size=200))
def test_any_document_is_survived(body):
    find(body)
    find(f"<rss>{body}")
