"""Broken feeds give what they have: no item is lost to a fault somewhere else."""

from __future__ import annotations

import io

import feedparser
import pytest
from tests.unit.extract.corrupted import CORRUPTIONS, ITEMS, sound_feed
from tests.unit.extract.feed_documents import FULL, make_document

from swifeeds.extract.feed import read_feed

CUT = "cut at 60 %"
MISREAD = {"a latin-1 byte in UTF-8"}


def read(name):
    return read_feed(make_document(CORRUPTIONS[name](sound_feed())), FULL)


@pytest.mark.parametrize("name", [name for name in CORRUPTIONS if name != CUT])
def test_every_item_of_a_broken_feed_is_an_article(name):
    drafts = read(name).drafts
    assert [draft.url for draft in drafts] == [
        f"https://news.example.org/{n}" for n in range(ITEMS)
    ]
    titles = [f"Überschwemmung {n} im Tal" for n in range(ITEMS)]
    wrong = [
        draft.title for draft, title in zip(drafts, titles, strict=True) if draft.title != title
    ]
    assert wrong == (["\ufffdberschwemmung 16 im Tal"] if name in MISREAD else [])
    assert all(draft.summary and draft.published for draft in drafts)


def test_a_feed_that_breaks_off_gives_what_came_and_tells_of_the_item_it_broke_off_in():
    extraction = read(CUT)
    assert len(extraction.drafts) == 30
    assert [reject.reason for reject in extraction.rejects][1:] == [
        "has neither a link nor a guid, so it could not be known again"
    ]
    assert "31 items could be read" in extraction.rejects[0].reason


def test_one_item_is_no_items():
    body = "<rss><channel><item><guid>1</guid><title>A</title></item><item>"
    (told, *_) = read_feed(
        make_document(body.replace("<item><guid>", "<item>&<guid>")), FULL
    ).rejects
    assert "2 items could be read" in told.reason
    (told, *_) = read_feed(make_document(body.removesuffix("<item>")), FULL).rejects
    assert told.reason.endswith("; 1 item could be read")


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_no_corruption_costs_more_items_than_feedparser(name):
    extraction = read(name)
    aside = [one for one in extraction.rejects if one.reason.startswith("has neither")]
    theirs = feedparser.parse(io.BytesIO(CORRUPTIONS[name](sound_feed()))).entries
    assert len(extraction.drafts) + len(aside) >= len(theirs)
