"""Subscription lists as readers really export them become feeds with names and groups."""

from __future__ import annotations

import pytest

from swifeeds.errors import ExtractError
from swifeeds.extract.opml import read_opml
from swifeeds.model import FeedOutline

LIST = """<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0"><head><title>Абонаменты</title></head><body>
  <outline text="Welt &amp; Politik">
    <outline type="rss" text="Seeblick" xmlUrl="https://Example.org/rss" htmlUrl="https://example.org/"
             language="DE_ch"/>
    <outline text="遠い湖" xmlurl="https://ja.example.org/feed"/>
    <outline text="Sport"><outline title="بحيرة" text="" XMLURL="feed://ar.example.org/rss"/></outline>
  </outline>
  <outline type="rss" text="Twice" xmlUrl="https://example.org/rss"/>
  <outline type="rss" xmlUrl="https://nameless.example.org/feed"/>
  <outline type="rss" text="Local" xmlUrl="file:///etc/passwd"/>
  <outline type="link" text="No feed" url="https://example.org/page"/>
</body></opml>""".encode()


def test_each_feed_comes_once_with_its_title_language_and_nearest_heading():
    outlines, _ = read_opml(LIST, "list.opml")
    assert outlines == (
        FeedOutline(
            url="https://example.org/rss", title="Seeblick", page="https://example.org/",
            language="de-CH", group="Welt & Politik",
        ),
        FeedOutline(url="https://ja.example.org/feed", title="遠い湖", group="Welt & Politik"),
        FeedOutline(url="http://ar.example.org/rss", title="بحيرة", group="Sport"),
        FeedOutline(
            url="https://nameless.example.org/feed", title="https://nameless.example.org/feed"
        ),
    )  # fmt: skip


def test_what_no_reader_could_ask_for_is_set_aside_by_name():
    _, rejects = read_opml(LIST, "list.opml")
    assert [(one.subject, one.reason) for one in rejects] == [
        ("file:///etc/passwd", "is no http or https address, so it was left out")
    ]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"<rss version='2.0'/>", "is no OPML but <rss>"),
        (b"", "holds no XML element"),
        (b'<!DOCTYPE opml [<!ENTITY a "b">]><opml><body/></opml>', "declares entities"),
    ],
)
def test_what_is_no_list_is_refused_with_a_sentence(body, message):
    with pytest.raises(ExtractError, match=message):
        read_opml(body, "list.opml")
