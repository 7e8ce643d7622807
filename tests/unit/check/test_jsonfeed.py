"""JSON Feed 1.1: each sentence of its specification, broken once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.check.making import ADDRESS, NOW, VERSION, feed, findings_of, item, told

from swifeeds.check import Severity, check

GOLDEN = sorted((Path(__file__).parents[2] / "golden" / "emit").glob("*.json"))
OLD_VERSION = "https://jsonfeed.org/version/1"
PICTURE = "https://news.example.org/i.jpg"


def test_a_sound_feed_has_no_findings():
    report = check(json.dumps(feed()).encode(), now=NOW, address=ADDRESS)
    assert (report.format, report.version, report.findings) == ("json", "1.1", ())


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_our_own_feeds_have_no_findings(path):
    assert check(path.read_bytes(), now=NOW).findings == ()


def test_there_are_own_feeds_to_check():
    assert len(GOLDEN) >= 10


def test_everything_that_the_specification_names_may_be_there():
    author = {"name": "Ada", "url": "mailto:ada@example.org", "avatar": PICTURE}
    rich = item(
        external_url="https://elsewhere.example/", content_text="They talk.", summary="Talks.",
        image=PICTURE, banner_image=PICTURE, date_modified="2026-11-20T10:00:00.25+02:00",
        authors=[author], tags=["talks", "R&B"], language="pt-BR",
        attachments=[{"url": PICTURE, "mime_type": "image/jpeg", "title": "A table",
                      "size_in_bytes": 120, "duration_in_seconds": 1.5}],
        _shed={"about": "https://shed.example/", "explicit": False, "deep": {"_own": 1}},
    )  # fmt: skip
    whole = feed(
        rich, description="All of it", user_comment="For people", authors=[author], expired=True,
        next_url="https://news.example.org/feed-2.json", icon=PICTURE, favicon=PICTURE,
        language="zh-Hant-TW", hubs=[{"type": "WebSub", "url": "https://hub.example/"}],
    )  # fmt: skip
    assert findings_of(whole) == ()


@pytest.mark.parametrize("member", ["version", "title", "items"])
def test_a_required_member_of_the_feed_is_missed(member):
    assert told(feed(**{member: ...})) == [("json-missing-member", member)]


@pytest.mark.parametrize("member", ["home_page_url", "feed_url"])
def test_a_recommended_member_of_the_feed_is_missed(member):
    assert told(feed(**{member: ...})) == [("json-missing-recommended-member", member)]


@pytest.mark.parametrize(
    ("changes", "rule", "member"),
    [
        ({"version": "1.1"}, "json-version", "version"),
        ({"version": "https://jsonfeed.org/version/1.1/"}, "json-version", "version"),
        ({"version": OLD_VERSION}, "json-old-version", "version"),
        ({"version": 1.1}, "json-wrong-type", "version"),
        ({"title": 7}, "json-wrong-type", "title"),
        ({"title": " "}, "json-empty", "title"),
        ({"title": "A &amp; B"}, "json-html-in-text", "title"),
        ({"title": "<b>News</b>"}, "json-html-in-text", "title"),
        ({"description": None}, "json-null", "description"),
        ({"home_page_url": "/"}, "json-invalid-url", "home_page_url"),
        ({"home_page_url": "https://"}, "json-invalid-url", "home_page_url"),
        ({"home_page_url": "https://news.example.org/a b"}, "json-invalid-url", "home_page_url"),
        ({"home_page_url": "https://[news/"}, "json-invalid-url", "home_page_url"),
        ({"home_page_url": "https://news.example.org:x/"}, "json-invalid-url", "home_page_url"),
        ({"home_page_url": "https://news.example.org/é"}, "json-iri", "home_page_url"),
        ({"icon": "data:image/gif;base64,R0"}, "json-scheme", "icon"),
        ({"next_url": ADDRESS}, "json-next-url", "next_url"),
        ({"expired": "true"}, "json-wrong-type", "expired"),
        ({"language": "english"}, "json-invalid-language", "language"),
        ({"language": "en_GB"}, "json-invalid-language", "language"),
        ({"authors": {"name": "Ada"}}, "json-wrong-type", "authors"),
        ({"authors": [{}]}, "json-author-without-facts", "authors[0]"),
        ({"authors": ["Ada"]}, "json-wrong-type", "authors[0]"),
        ({"author": {"name": "Ada"}}, "json-deprecated-author", "author"),
        ({"hubs": [{"type": "WebSub"}]}, "json-missing-member", "url"),
        ({"hubs": [{"type": "Pigeon", "url": PICTURE}]}, "json-unknown-hub", "hubs[0].type"),
        ({"items": {}}, "json-wrong-type", "items"),
        ({"link": PICTURE}, "json-unknown-member", "link"),
        ({"_": {"about": PICTURE}}, "json-extension-name", "_"),
        ({"_1": {"about": PICTURE}}, "json-extension-name", "_1"),
        ({"_a.b": {"about": PICTURE}}, "json-extension-name", "_a.b"),
        ({"_shed": "x"}, "json-extension-not-object", "_shed"),
        ({"_shed": {"about": PICTURE, "_x": 1}}, "json-extension-member", "_shed._x"),
        ({"_shed": {"about": PICTURE, "x.y": 1}}, "json-extension-member", "_shed.x.y"),
        ({"_shed": {"x": 1}}, "json-extension-about", "_shed"),
        ({"_shed": {"about": "here"}}, "json-invalid-url", "_shed.about"),
    ],
)  # fmt: skip
def test_a_broken_rule_of_the_feed_is_found_and_nothing_else(changes, rule, member):
    assert told(feed(**changes)) == [(rule, member)]


@pytest.mark.parametrize(
    ("changes", "rule", "member"),
    [
        ({"id": ...}, "json-missing-member", "id"),
        ({"id": ""}, "json-empty-id", "@.id"),
        ({"id": 17}, "json-id-not-string", "@.id"),
        ({"id": True}, "json-wrong-type", "@.id"),
        ({"id": None}, "json-wrong-type", "@.id"),
        ({"url": "1.html"}, "json-invalid-url", "@.url"),
        ({"content_html": ...}, "json-missing-content", "@"),
        ({"summary": "Talks&hellip;"}, "json-html-in-text", "@.summary"),
        ({"content_text": "<p>They talk.</p>"}, "json-html-in-text", "@.content_text"),
        ({"content_html": ["<p>x</p>"]}, "json-wrong-type", "@.content_html"),
        ({"content_html": "<p>x</p><script>x</script>"}, "security-risk", "@.content_html"),
        ({"content_html": "<p onclick='x'>x</p>"}, "security-risk-attr", "@.content_html"),
        ({"content_html": "<a href=' JavaScript:x'>x</a>"}, "security-risk-attr", "@.content_html"),
        ({"content_html": "<a href='/2'>x</a>"}, "contains-rel-ref", "@.content_html"),
        ({"content_html": "<img srcset='a.jpg 2x'>"}, "contains-rel-ref", "@.content_html"),
        ({"content_html": "<p style='position: fixed'>x</p>"}, "dangerous-style-attr",
         "@.content_html"),
        ({"content_html": "<p><b>x</p>"}, "not-html", "@.content_html"),
        ({"content_html": "&lt;p&gt;x&lt;/p&gt;"}, "json-escaped-html", "@.content_html"),
        ({"image": "//cdn.example/i.jpg"}, "json-invalid-url", "@.image"),
        ({"banner_image": 4}, "json-wrong-type", "@.banner_image"),
        ({"date_published": "2026-11-20"}, "json-invalid-date", "@.date_published"),
        ({"date_published": "2026-11-20 08:00:00Z"}, "json-invalid-date", "@.date_published"),
        ({"date_published": "2026-11-20T08:00:00"}, "json-invalid-date", "@.date_published"),
        ({"date_published": "2026-02-30T08:00:00Z"}, "json-invalid-date", "@.date_published"),
        ({"date_published": "2026-11-20T24:00:00Z"}, "json-invalid-date", "@.date_published"),
        ({"date_published": "Fri, 20 Nov 2026 08:00 GMT"}, "json-invalid-date", "@.date_published"),
        ({"date_published": 1790000000}, "json-wrong-type", "@.date_published"),
        ({"date_published": "2027-11-20T08:00:00Z"}, "json-implausible-date", "@.date_published"),
        ({"date_published": "0001-01-01T00:00:00+23:59"}, "json-invalid-date", "@.date_published"),
        ({"date_published": "1901-01-01T00:00:00Z"}, "json-implausible-date", "@.date_published"),
        ({"date_modified": "2026-11-19T08:00:00Z"}, "json-modified-before-published",
         "@.date_modified"),
        ({"tags": "talks"}, "json-wrong-type", "@.tags"),
        ({"tags": ["talks", 7]}, "json-wrong-type", "@.tags[1]"),
        ({"tags": ["<i>talks</i>"]}, "json-html-in-text", "@.tags[0]"),
        ({"author": {"name": "Ada"}}, "json-deprecated-author", "@.author"),
        ({"date": "2026"}, "json-unknown-member", "@.date"),
    ],
)  # fmt: skip
def test_a_broken_rule_of_an_item_is_found_and_nothing_else(changes, rule, member):
    assert told(feed(item(**changes))) == [(rule, member.replace("@", "items[0]"))]


@pytest.mark.parametrize(
    ("changes", "rule", "member"),
    [
        ({"url": ...}, "json-missing-member", "url"),
        ({"mime_type": ...}, "json-missing-member", "mime_type"),
        ({"mime_type": "mp3"}, "json-invalid-media-type", "@.mime_type"),
        ({"url": "ftp://news.example.org/a"}, "json-scheme", "@.url"),
        ({"size_in_bytes": "12"}, "json-wrong-type", "@.size_in_bytes"),
        ({"size_in_bytes": -1}, "json-implausible-number", "@.size_in_bytes"),
        ({"size_in_bytes": 1.5}, "json-implausible-number", "@.size_in_bytes"),
        ({"duration_in_seconds": -3}, "json-implausible-number", "@.duration_in_seconds"),
        ({"length": 3}, "json-unknown-member", "@.length"),
    ],
)  # fmt: skip
def test_a_broken_rule_of_an_attachment_is_found_and_nothing_else(changes, rule, member):
    sound = {"url": "https://news.example.org/a.mp3", "mime_type": "audio/mpeg; codecs=mp3"}
    attachment = {name: value for name, value in {**sound, **changes}.items() if value is not ...}
    where = member.replace("@", "items[0].attachments[0]")
    assert told(feed(item(attachments=[attachment]))) == [(rule, where)]


def test_ids_are_compared_as_readers_compare_them():
    found = told(feed(item(id="7"), item(id="8"), item(id=7)))
    assert found == [
        ("json-id-not-string", "items[2].id"),
        ("json-duplicate-id", "items[2].id"),
    ]


def test_a_single_author_may_stand_beside_the_list_that_replaced_it():
    assert told(feed(author={"name": "Ada"}, authors=[{"name": "Ada"}])) == []


def test_a_feed_of_version_1_may_have_a_single_author():
    assert told(feed(version=OLD_VERSION, author={"name": "Ada"})) == [
        ("json-old-version", "version")
    ]


def test_version_should_be_the_first_member():
    late = {name: value for name, value in feed().items() if name != "version"}
    assert told({**late, "version": VERSION}) == [("json-version-first", "version")]


def test_an_extension_is_explained_once_for_all_its_uses():
    explained = {"about": "https://shed.example/", "x": 1}
    assert told(feed(item(_shed={"x": 1}), item(id="2", _shed=explained))) == []


def test_the_feed_says_where_it_was_had():
    assert told(feed(), address="https://mirror.example/feed.json") == [
        ("json-self-doesnt-match-location", "feed_url")
    ]
    assert told(feed(), address=f"{ADDRESS}#top") == []


def test_the_next_page_is_not_the_page_itself_wherever_it_was_had():
    following = "https://news.example.org/page-2.json"
    assert ("json-next-url", "next_url") in told(feed(next_url=following), address=following)


def test_a_large_feed_is_told_its_size():
    large = feed(item(content_html="<p>" + "talk " * 210_000 + "</p>"))
    assert told(large) == [("json-large", "the document")]


def test_plain_text_keeps_its_signs():
    assert told(feed(title="A < B & C > D, R&B; <3")) == []


def test_a_finding_has_line_column_severity_and_a_sentence():
    text = json.dumps(feed(title=7), indent=2)
    [found] = findings_of(text)
    assert (found.line, found.column, found.severity) == (3, 12, Severity.ERROR)
    assert found.message == "title must be a string and is a number."


def test_many_places_of_one_rule_are_counted_and_told_on_demand():
    many = feed(*(item(id=str(number), tags=[7]) for number in range(30)))
    few = findings_of(many)
    assert len(few) == 20
    assert sum(one.times for one in few) == 30
    assert len(findings_of(many, every=True)) == 30


@given(st.dictionaries(st.text(), st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20,
)))  # fmt: skip
def test_any_object_gets_a_report(members):
    report = check(json.dumps({**feed(), **members}).encode(), now=NOW)
    assert all(one.message for one in report.findings)
