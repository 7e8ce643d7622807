"""How a feed is served, said of what a server answered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.check.making import ADDRESS, NOW

from swifeeds.check import Conversation, Served
from swifeeds.check.http import charset_of, check_http
from swifeeds.check.notes import Notes

BODY = b'{"version": "x"}' + b" " * 5000
GOOD = {
    "content-type": "application/feed+json",
    "etag": '"v1"',
    "last-modified": "Wed, 25 Nov 2026 08:00:00 GMT",
    "cache-control": "public, max-age=300",
    "vary": "Accept-Encoding",
    "content-encoding": "gzip",
    "x-content-type-options": "nosniff",
    "access-control-allow-origin": "*",
}
UNCHANGED = Served(
    status=304, headers={name: GOOD[name] for name in ("etag", "cache-control", "vary")}
)
GOOD_TALK = Conversation(
    answer=Served(status=200, headers=GOOD, body=BODY), by_etag=UNCHANGED, by_date=UNCHANGED
)


def noted(conversation, kind="json"):
    notes = Notes(now=NOW, address=ADDRESS)
    check_http(conversation, kind, notes)
    return [one.rule for one in notes.found()]


def answered(**changes):
    """The good answer with other fields (`_` for `-`); a field that is None is left out."""
    named = {name.replace("_", "-"): value for name, value in changes.items()}
    fields = {name: value for name, value in {**GOOD, **named}.items() if value is not None}
    return replace(GOOD_TALK, answer=Served(status=200, headers=fields, body=BODY))


def test_a_feed_that_is_served_well_has_no_findings():
    assert noted(GOOD_TALK) == []


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"content_type": None}, "missing-content-type"),
        ({"content_type": "text/html"}, "unexpected-content-type"),
        ({"content_type": "application/rss+xml"}, "unexpected-content-type"),
        ({"content_type": "application/json"}, "general-content-type"),
        ({"content_type": "application/feed+json; charset=latin1"}, "encoding-mismatch"),
        ({"etag": None}, "missing-etag"),
        ({"etag": "v1"}, "invalid-etag"),
        ({"last_modified": None}, "missing-last-modified"),
        ({"last_modified": "yesterday"}, "invalid-last-modified"),
        ({"last_modified": "Wed, 99 Nov 2026 08:00:00 GMT"}, "invalid-last-modified"),
        ({"last_modified": "Thu, 26 Nov 2026 18:00:00 GMT"}, "last-modified-in-future"),
        ({"cache_control": None}, "missing-cache-control"),
        ({"cache_control": "public"}, "missing-cache-control"),
        ({"cache_control": "no-store, max-age=0"}, "not-to-be-stored"),
        ({"cache_control": "max-age=5m"}, "invalid-max-age"),
        ({"vary": None}, "missing-vary"),
        ({"vary": "Origin"}, "missing-vary"),
        ({"content_encoding": None}, "uncompressed"),
        ({"x_content_type_options": None}, "missing-nosniff"),
        ({"access_control_allow_origin": None}, "missing-cors"),
        ({"access_control_allow_origin": "https://a.example"}, "missing-cors"),
        ({"set_cookie": "a=b"}, "sets-cookie"),
    ],
)
def test_a_field_that_is_wrong_or_missing_is_found_and_nothing_else(changes, rule):
    assert noted(answered(**changes)) == [rule]


@pytest.mark.parametrize(
    "changes",
    [
        {"etag": 'W/"v1"'},
        {"last_modified": "Thu, 26 Nov 2026 12:02:00 GMT"},
        {"cache_control": None, "expires": "Thu, 26 Nov 2026 13:00:00 GMT"},
        {"cache_control": 'Max-Age="60"'},
        {"cache_control": "no-cache"},
        {"vary": "Origin, accept-encoding"},
        {"vary": "*"},
        {"content_type": "application/feed+json; charset=UTF-8"},
        {"x_content_type_options": "NoSniff"},
    ],
)
def test_what_is_right_in_another_way_is_no_finding(changes):
    good = answered(**changes)
    whole = replace(UNCHANGED, headers={**UNCHANGED.headers, "expires": ""})
    assert noted(replace(good, by_etag=whole, by_date=whole)) == []


@pytest.mark.parametrize(
    ("kind", "content_type", "rules"),
    [
        ("rss", "application/rss+xml; charset=utf-8", []),
        ("rss", "application/rss+xml", ["missing-charset"]),
        ("rss", 'text/xml; Charset="utf-8"', ["general-content-type"]),
        ("rss", "application/atom+xml; charset=utf-8", ["unexpected-content-type"]),
        ("atom", "application/atom+xml;charset=utf-8", []),
        ("atom", "application/atom+xml; type=feed; charset=utf-8", []),
        ("atom", "text/plain; charset=utf-8", ["unexpected-content-type"]),
        (None, "text/plain", []),
    ],
)
def test_each_format_has_its_media_type(kind, content_type, rules):
    assert noted(answered(content_type=content_type), kind) == rules


def test_an_error_is_said_alone():
    assert noted(Conversation(answer=Served(status=503, headers={"set-cookie": "a"}))) == [
        "http-error"
    ]


@pytest.mark.parametrize(
    ("status", "rule"), [(301, "moved-for-good"), (308, "moved-for-good"), (302, "temp-redirect")]
)
def test_a_redirect_is_told_with_where_it_leads(status, rule):
    moved = Served(status=status, headers={"location": "/new"})
    assert noted(replace(GOOD_TALK, redirect=moved)) == [rule]


def test_a_small_feed_need_not_be_compressed():
    small = answered(content_encoding=None)
    assert noted(replace(small, answer=replace(small.answer, body=b"{}"))) == []


@pytest.mark.parametrize("condition", ["by_etag", "by_date"])
def test_a_condition_that_is_ignored_is_found(condition):
    assert noted(replace(GOOD_TALK, **{condition: GOOD_TALK.answer})) == ["conditional-get-ignored"]


def test_a_condition_that_ends_in_an_error_is_found():
    assert noted(replace(GOOD_TALK, by_date=Served(status=500))) == ["conditional-get-failed"]


def test_a_feed_that_is_other_with_every_request_is_told_once():
    other = replace(GOOD_TALK.answer, body=BODY + b"\n")
    assert noted(replace(GOOD_TALK, by_etag=other, by_date=other)) == ["changes-each-time"]


def test_a_304_repeats_what_caches_need():
    bare = Served(status=304, headers={"etag": '"v1"'})
    notes = Notes(now=NOW)
    check_http(replace(GOOD_TALK, by_etag=bare, by_date=bare), "json", notes)
    [found] = notes.found()
    assert found.rule == "not-modified-incomplete"
    assert "Cache-Control, Vary" in found.message


@pytest.mark.parametrize(
    ("content_type", "charset"),
    [
        ("text/xml; charset=UTF-8", "UTF-8"),
        ('text/xml;charset="iso-8859-1";x=y', "iso-8859-1"),
        ("text/xml; x=charset", None),
        ("", None),
    ],
)
def test_the_charset_is_read_from_the_content_type(content_type, charset):
    assert charset_of({"content-type": content_type}) == charset
