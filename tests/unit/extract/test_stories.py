from __future__ import annotations

import pytest
from tests.unit.extract.page_documents import make_page

from swifeeds.extract.blocks import flatten
from swifeeds.extract.declared import read_declared
from swifeeds.extract.margin import sight
from swifeeds.extract.stories import read_stories
from swifeeds.model import DeclaredStory, Member

BASE = "https://harbour.example"


def stories(body, head=""):
    page = make_page(f"<html><head>{head}</head><body>{body}</body></html>")
    sighted = sight(flatten(page.root, by_line=True))
    return read_stories(page, read_declared(page), sighted)


def members(body):
    found = stories(body)
    return [member.url.removeprefix(BASE) for story in found for member in story.members]


ONE = Member(url=f"{BASE}/eng/1", title="One headline")
TWO = Member(url=f"{BASE}/eng/2", title="Another headline")


@pytest.mark.parametrize(
    "block",
    [
        (
            "<h4>Articles in this story</h4><p><a href='/eng/1'>One headline</a><br><a "
            "href='/eng/2'>Another headline</a></p>"
        ),
        (
            "<div><div>Articles in this story</div><ul><li><a href='/eng/1'>One headline"
            "</a></li><li><a href='/eng/2'>Another headline</a></li></ul></div>"
        ),
        (
            "<table><tr><td><b>Articles in this story</b></td></tr><tr><td><a "
            "href='/eng/1'>One headline</a></td></tr><tr><td><a href='/eng/2'>Another "
            "headline</a></td></tr></table>"
        ),
        (
            "<p>Articles in this story: <a href='/eng/1'>One headline</a>, <a "
            "href='/eng/2'>Another headline</a></p>"
        ),
        (
            "<section><h2>Articles in this story</h2><article><a href='/eng/1'><img></a>"
            "<a href='/eng/1'>One headline</a><p>May 18, 2009</p><p>A teaser of some "
            "words that says what it is about, in two lines or so.</p></article><article>"
            "<a href='/eng/2'>Another headline</a></article></section>"
        ),
    ],
)  # fmt: skip
def test_a_block_is_read_in_any_markup(block):
    expected = DeclaredStory(heading="Articles in this story", members=(ONE, TWO))
    assert stories(f"<p>Text before.</p>{block}<p>Share this story</p>") == (expected,)


def test_furniture_after_the_block_is_no_member():
    body = (
        "<h4>Articles in this story</h4><p><a href='/eng/1'>One headline</a></p>"
        "<p><a href='/jti'>More: certified by the Journalism Trust Initiative</a></p>"
        "<p><a href='/eng/2'>Another headline</a></p>"
        "<p>Contributions under this article have been turned off: <a href='/debates'>here</a></p>"
    )
    assert members(body) == ["/eng/1"]


def test_the_page_itself_addresses_and_anchors_are_no_members():
    body = (
        "<h4>Articles in this story</h4><ul><li><a href='/eng/region/881'>This very page</a></li>"
        "<li><a href='#more'>Further down</a></li><li><a href='mailto:a@b.example'>Write</a></li>"
        "<li><a href='/eng/1?utm_source=x'>One headline</a></li>"
        "<li><a href='/share'>Share this story</a></li></ul>"
    )
    assert members(body) == ["/eng/1"]


def test_the_block_ends_where_the_text_goes_on():
    body = (
        "<h4>Articles in this story</h4><p><a href='/eng/1'>One headline</a></p>"
        "<p>The text goes on here, with a paragraph that is long enough to be one.</p>"
        "<p><a href='/eng/2'>Another headline</a></p>"
    )
    assert members(body) == ["/eng/1"]


def test_a_page_without_a_block_declares_nothing():
    assert stories("<h4>Related articles</h4><p><a href='/eng/1'>One headline</a></p>") == ()
    assert stories("<h4>Articles in this story</h4><p>Nothing yet.</p>") == ()


SERIES = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x",
"isPartOf": [{"@type": "WebSite", "name": "Harbour Post"},
{"@type": "CreativeWorkSeries", "name": "The strike", "url": "/series/strike",
 "hasPart": [{"@type": "NewsArticle", "url": "/eng/1", "headline": "One headline"}]}]}</script>"""


def test_a_declared_series_is_a_story_and_the_website_is_none():
    assert stories("", SERIES) == (
        DeclaredStory(title="The strike", url=f"{BASE}/series/strike", members=(ONE,)),
    )


def test_a_block_and_a_series_of_one_page_are_one_story():
    body = "<h4>Articles in this story</h4><p><a href='/eng/2'>Another headline</a></p>"
    assert stories(body, SERIES) == (
        DeclaredStory(
            heading="Articles in this story",
            title="The strike",
            url=f"{BASE}/series/strike",
            members=(TWO, ONE),
        ),
    )
