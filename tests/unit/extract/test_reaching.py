"""No reader's machine is made to ask a host inside a network, whatever an item says of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.extract.feed_documents import make_document as feed_document
from tests.unit.extract.feed_documents import make_source as feed_source
from tests.unit.extract.feed_documents import rss
from tests.unit.extract.page_documents import TEXT, article, make_document, make_source

from swifeeds.extract import extract, extract_article

ROUTER = "http://192.168.1.1"
FIGURE = f"<figure><img src='{ROUTER}/reboot.jpg'><figcaption>A boat</figcaption></figure>"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"<meta property='og:image' content='{ROUTER}/reboot.jpg'>", TEXT),
        ("", FIGURE + TEXT),
        ("", TEXT + FIGURE + TEXT),
        (f"<base href='{ROUTER}/'>", f"{TEXT}<figure><img src='/reboot.jpg'></figure>{TEXT}"),
    ],
)
def test_no_page_has_readers_ask_a_host_of_their_own_network(head, body):
    document = make_document(article(body, head=head))
    (draft,) = extract_article(document, make_source()).drafts
    assert "192.168" not in f"{draft.content} {draft.media}"


def test_an_item_does_not_open_a_network_by_linking_there():
    item = (
        f"<guid>1</guid><title>T</title><link>{ROUTER}/</link>"
        "<description>Words &lt;img src='/reboot.jpg'&gt;</description>"
        f"<enclosure url='{ROUTER}/a.mp3' type='audio/mpeg'/>"
    )
    (draft,) = extract(feed_document(rss(item)), feed_source()).drafts
    assert draft.media == ()
    assert draft.content is None or "<img" not in draft.content


def test_a_document_from_inside_shows_what_is_inside():
    document = make_document(article(TEXT + FIGURE + TEXT, head=f"<base href='{ROUTER}/'>"))
    inside = replace(document, url=f"{ROUTER}/boats", final_url=f"{ROUTER}/boats")
    (draft,) = extract_article(inside, make_source()).drafts
    assert [one.url for one in draft.media] == [f"{ROUTER}/reboot.jpg"]
