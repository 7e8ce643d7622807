from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.collect.sources import NOW

from swifeeds.collect.headers import (
    charset,
    conditions,
    fresh_for,
    is_old,
    language,
    media_type,
    mining,
    relations,
    validators_from,
)
from swifeeds.model import MiningTerms, Validators

_CACHING = ("cache-control", "expires", "date", "age")


@pytest.mark.parametrize(
    "modified",
    [
        "Tue, 30 Jun 2026 10:00:00 GMT",
        "Tuesday, 30-Jun-26 10:00:00 GMT",
        "Tue, 30 Jun 2026 12:00:00 +0200",
        "Wed, 01 Jul 2026 23:00:00 GMT",  # a clock that is fast
        "Mon, 01 Jan 1996 00:00:00 GMT",
    ],
)
def test_a_plausible_date_is_kept_as_it_was_written(modified: str) -> None:
    assert validators_from({"last-modified": modified}, b"", NOW).last_modified == modified


@pytest.mark.parametrize(
    "modified",
    [
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "Tue, 01 Jan 1980 00:00:00 GMT",
        "Mon, 01 Apr 2041 00:00:00 GMT",
        "Fri, 03 Jul 2026 00:00:00 GMT",
        "yesterday",
        "",
        "-1",
        "Fri, 99 Jul 2026 00:00:00 GMT",
    ],
)
def test_an_absurd_date_is_not_kept(modified: str) -> None:
    assert validators_from({"last-modified": modified}, b"", NOW).last_modified is None


@pytest.mark.parametrize("etag", ['"1"', 'W/"1"', "unquoted", '"' + "x" * 990 + '"'])
def test_an_entity_tag_is_kept_as_it_was_written(etag: str) -> None:
    assert validators_from({"etag": etag}, b"", NOW).etag == etag


@pytest.mark.parametrize("etag", ["", '"\udcff"', '"é"', '"a\tb"', '"' + "x" * 1000 + '"'])
def test_an_entity_tag_that_cannot_be_kept_or_sent_is_dropped(etag: str) -> None:
    assert validators_from({"etag": etag}, b"", NOW).etag is None


def test_conditions_hold_only_what_is_known() -> None:
    assert conditions(None) == {}
    assert conditions(Validators()) == {}
    assert conditions(Validators(etag='"1"')) == {"If-None-Match": '"1"'}


@pytest.mark.parametrize(
    ("text", "kind", "encoding"),
    [
        ("text/html", "text/html", None),
        ("Text/HTML; Charset=UTF-8", "text/html", "utf-8"),
        ('text/xml; charset="windows-1251"', "text/xml", "windows-1251"),
        ("application/json;charset=", "application/json", None),
        ("html", None, None),
        ("", None, None),
    ],
)
def test_a_content_type_is_read(text: str, kind: str | None, encoding: str | None) -> None:
    headers = {"content-type": text}
    assert (media_type(headers), charset(headers)) == (kind, encoding)


def test_without_a_content_type_nothing_is_known() -> None:
    assert (media_type({}), charset({}), language({})) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "tag"), [("de-CH", "de-CH"), (" en ", "en"), ("de, fr", None), ("*", None), ("", None)]
)
def test_one_content_language_is_the_documents(text: str, tag: str | None) -> None:
    assert language({"content-language": text}) == tag


@given(st.text())
def test_no_header_breaks_the_reading(text: str) -> None:
    headers = dict.fromkeys(
        ("content-type", "content-language", "etag", "last-modified", *_CACHING), text
    )
    kept = validators_from(headers, b"", NOW)
    for value in (media_type(headers), charset(headers), language(headers), kept.etag):
        assert value is None or value
    life = fresh_for(headers, NOW)
    assert life is None or life > timedelta()


def test_what_a_server_says_of_mining_is_kept_with_its_document() -> None:
    policy = "https://press.example.org/mining.json"
    stated = {"tdm-reservation": "1", "tdm-policy": policy}
    assert mining(stated) == MiningTerms(reserved=True, policy=policy)
    assert mining({}) is None


@pytest.mark.parametrize(
    ("field", "named"),
    [
        ('<https://hub.test/>; rel="hub"', [("hub", "https://hub.test/")]),
        ("</f.xml>; rel=self", [("self", "https://news.test/f.xml")]),
        (
            '<https://a.test/?a=1,2>; rel="hub self", <https://b.test/>; rel="next"; title="a, b"',
            [("hub", "https://a.test/?a=1,2"), ("self", "https://a.test/?a=1,2"),
             ("next", "https://b.test/")],
        ),
        ('<https://x.test/wp-json/>; rel="https://api.w.org/"',
         [("https://api.w.org/", "https://x.test/wp-json/")]),
        ('<javascript:alert(1)>; rel="hub"', []),
        ('<https://a.test/>; rel="stylesheet"', []),
        ("<https://a.test/>", []),
        ("<" * 50_000, []),
        ("", []),
    ],
)  # fmt: skip
def test_link_fields_name_the_relations_that_are_followed(field, named):
    found = relations({"link": field}, "https://news.test/feed.xml")
    assert list(found) == named


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"cache-control": "max-age=600"}, 600),
        ({"cache-control": 'Public, Max-Age="600"', "age": "100"}, 500),
        ({"cache-control": "max-age=600", "expires": "Wed, 01 Jul 2026 15:00:00 GMT"}, 600),
        ({"expires": "Wed, 01 Jul 2026 15:00:00 GMT"}, 3 * 3600),
        (
            {
                "expires": "Wed, 01 Jul 2026 15:00:00 GMT",
                "date": "Wed, 01 Jul 2026 14:00:00 GMT",
            },
            3600,
        ),
        ({"cache-control": "max-age=" + "9" * 400}, 999_999_999),
    ],
)
def test_how_long_an_answer_stays_as_it_is(headers: dict[str, str], seconds: int) -> None:
    assert fresh_for(headers, NOW) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"cache-control": "no-store, max-age=600"},
        {"cache-control": "no-cache, max-age=600"},
        {"cache-control": "max-age=0"},
        {"cache-control": "max-age=-5"},
        {"cache-control": "max-age=600", "age": "600"},
        {"cache-control": "s-maxage=600"},
        {"expires": "0"},
        {"expires": "Thu, 19 Nov 1981 08:52:00 GMT"},
    ],
)
def test_an_answer_that_promises_nothing(headers: dict[str, str]) -> None:
    assert fresh_for(headers, NOW) is None


def test_a_week_is_spread_over_a_day() -> None:
    urls = [f"https://news.example/{number}" for number in range(200)]
    kept = Validators(etag="x", taken=NOW)
    old = [sum(is_old(kept, url, NOW + timedelta(days=d)) for url in urls) for d in (6.9, 7.5, 8)]
    assert old[0] == 0
    assert 50 < old[1] < 150
    assert old[2] == 200
    assert not is_old(Validators(etag="x"), urls[0], NOW)
