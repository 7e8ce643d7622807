"""JSON Feed, and the values of wrong types that come in its place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.extract.feed_documents import FULL, make_document

from swifeeds.extract.feed import read_feed

URL = "https://news.example.org/1"


def read(*items, **feed):
    data = {"version": "https://jsonfeed.org/version/1.1", "items": list(items)} | feed
    return read_feed(make_document(json.dumps(data)), FULL)


def draft_of(item, **feed):
    (draft,) = read({"id": "1", "title": "T"} | item, **feed).drafts
    return draft


@pytest.mark.parametrize(
    ("item", "url"),
    [
        ({"url": URL + "?utm_source=x"}, URL),
        ({"url": "/1"}, URL),
        ({"external_url": URL}, URL),
        ({"id": URL}, URL),
        ({"url": ["x"]}, None),
    ],
)
def test_the_address_is_the_items_own_or_the_one_it_is_about(item, url):
    assert draft_of(item, home_page_url="https://news.example.org/").url == url


def test_plain_text_becomes_paragraphs_that_hold_no_markup():
    draft = draft_of({"content_text": "A <b> & B\n\nC"})
    assert draft.content == "<p>A &lt;b&gt; &amp; B</p><p>C</p>"


@pytest.mark.parametrize("repeated", ["summary", "title"])
def test_a_repeated_summary_or_title_is_no_content(repeated):
    assert draft_of({repeated: "Again", "content_text": "Again"}).content is None


def test_authors_of_the_feed_stand_in_and_version_1_0_has_one():
    assert (
        draft_of({"author": {"name": "Ann"}}, authors=[{"name": "Desk"}]).authors[0].name == "Ann"
    )
    assert draft_of({}, author={"name": "Desk"}).authors[0].name == "Desk"


def test_numbers_and_broken_texts_do_not_stop_the_feed():
    body = '{"items": [{"id": 17, "title": "a\\ud800b\tc", "date_published": "2026-02-27"}]}'
    (draft,) = read_feed(make_document(body), FULL).drafts
    assert (draft.guid, draft.title, draft.dating.precision) == ("17", "ab c", "day")


def test_a_document_that_breaks_off_gives_its_whole_items():
    body = '{"title": "N", "items": [{"id": "1", "title": "A"}, {"id": "2", "title": "B"}, {"id": '
    extraction = read_feed(make_document(body), FULL)
    assert [draft.title for draft in extraction.drafts] == ["A", "B"]
    assert "2 items could be read" in extraction.rejects[0].reason
    (first,) = read_feed(
        make_document(body.replace(', {"id": "2", "title": "B"}', "")), FULL
    ).rejects
    assert first.reason.endswith("; 1 item could be read")


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=4,
)
NAMES = [
    "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image",
    "date_published", "date_modified", "authors", "author", "tags", "language", "attachments",
    "_swifeeds",
]  # fmt: skip


@given(st.dictionaries(st.sampled_from(NAMES), ANYTHING, max_size=8))
@settings(deadline=None, max_examples=60)
def test_values_of_any_type_never_crash_a_reading(item):
    extraction = read(item, {"id": "good", "title": "Good"})
    assert "Good" in {draft.title for draft in extraction.drafts} or item.get("id") == "good"


def test_a_date_may_be_the_number_that_programs_count_in():
    for number in (1795867200, 1795867200000, 1795867200.0):
        assert draft_of({"date_published": number}).published.isoformat() == (
            "2026-11-28T12:00:00+00:00"
        )
    assert draft_of({"date_published": 0}).published is None
