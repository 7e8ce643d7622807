"""Files that somebody dropped: told what is wrong in words they can act on."""

from __future__ import annotations

import json

import pytest
from tests.unit.extract.feed_documents import make_document, make_source

from swifeeds.errors import ExtractError, NotAnArticle
from swifeeds.extract import extract
from swifeeds.model import SourceKind

FOLDER = make_source(SourceKind.DIRECTORY, url="/srv/drop")


def drop(data, **changes):
    body = data if isinstance(data, str) else json.dumps(data)
    place = {"url": "/srv/drop/a.json", "final_url": "/srv/drop/a.json"}
    return extract(make_document(body, **place, **changes), FOLDER)


def draft_of(**stated):
    (draft,) = drop({"title": "T", "guid": "g"} | stated).drafts
    return draft


def test_one_article_or_a_list_of_them():
    assert len(drop({"title": "T", "guid": "1"}).drafts) == 1
    assert len(drop([{"title": "T", "guid": "1"}, {"title": "U", "guid": "2"}]).drafts) == 2


def test_a_json_feed_may_be_dropped():
    (draft,) = drop({"items": [{"id": "1", "title": "T"}]}, media_type="application/json").drafts
    assert draft.guid == "1"


def test_any_feed_may_be_dropped():
    (draft,) = drop(
        "<rss><channel><item><title>T</title><guid>1</guid></item></channel></rss>"
    ).drafts
    assert draft.title == "T"


def test_plain_content_becomes_paragraphs_and_html_is_cleaned():
    assert draft_of(content="One < two.\n\nThree").content == "<p>One &lt; two.</p><p>Three</p>"
    assert draft_of(content="<p onclick='x()'>One</p>").content == "<p>One</p>"


def test_a_withdrawn_article_needs_no_more_than_its_guid():
    (draft,) = drop({"guid": "g", "status": "withdrawn"}).drafts
    assert (draft.withdrawn, draft.guid) == (True, "g")


@pytest.mark.parametrize(
    ("stated", "sentence"),
    [
        ({"titel": "x"}, 'its key "titel" is unknown; "title" is meant?'),
        ({"xyzzy": "x"}, 'its key "xyzzy" is unknown'),
        ({"credit": "With agencies!"}, "its credit is no code such as with-agencies"),
        ({"provenance": "attic"}, "its provenance is unknown; write legacy-import or nothing"),
        ({"url": "a.html"}, "its url is no http or https address"),
        ({"language": "Klingonese"}, 'its language "Klingonese" is unknown; en is assumed'),
        ({"published": "soon"}, 'its date "soon" cannot be read and was left out'),
    ],
)
def test_a_slip_is_named_and_the_rest_is_kept(stated, sentence):
    extraction = drop({"title": "T", "guid": "g"} | stated)
    assert [draft.title for draft in extraction.drafts] == ["T"]
    assert [(remark.subject, remark.reason) for remark in extraction.noted] == [("g", sentence)]
    assert extraction.rejects == ()


def test_an_article_of_unknown_status_is_not_published_by_accident():
    extraction = drop({"title": "T", "guid": "g", "status": "draft"})
    assert extraction.drafts == ()
    assert "write usable or withdrawn" in extraction.rejects[0].reason


@pytest.mark.parametrize(
    "body", ['{"a": 1}', "[]", "[1]", "{}", '{"@type": "WebSite", "name": "x"}']
)
def test_json_without_an_article_is_told(body):
    with pytest.raises(NotAnArticle, match=r"/srv/drop/a\.json: is JSON, but not an article"):
        drop(body)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("", "is empty"),
        ('{"title": ', "not valid JSON"),
        ("[" * 100_000, "not valid JSON"),
        ("<opml/>", "is a list of feeds"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(body, sentence):
    with pytest.raises(ExtractError, match=sentence):
        drop(body)


def test_schema_org_articles_are_found_in_lists_and_graphs():
    article = {"@type": "NewsArticle", "headline": "T", "url": "https://news.example.org/1"}
    for data in (article, [article], {"@graph": [{"@type": "WebPage"}, article]}):
        (draft,) = drop(data).drafts
        assert (draft.title, draft.url) == ("T", "https://news.example.org/1")
