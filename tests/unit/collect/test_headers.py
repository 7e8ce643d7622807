from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.collect.sources import NOW

from swifeeds.collect.headers import (
    charset,
    conditions,
    language,
    media_type,
    mining,
    relations,
    validators_from,
)
from swifeeds.model import MiningTerms, Validators


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
    assert validators_from({"last-modified": modified}, NOW).last_modified == modified


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
    assert validators_from({"last-modified": modified}, NOW).last_modified is None


@pytest.mark.parametrize("etag", ['"1"', 'W/"1"', "unquoted", '"' + "x" * 990 + '"'])
def test_an_entity_tag_is_kept_as_it_was_written(etag: str) -> None:
    assert validators_from({"etag": etag}, NOW) == Validators(etag=etag)


@pytest.mark.parametrize("etag", ["", '"\udcff"', '"é"', '"a\tb"', '"' + "x" * 1000 + '"'])
def test_an_entity_tag_that_cannot_be_kept_or_sent_is_dropped(etag: str) -> None:
    assert validators_from({"etag": etag}, NOW) == Validators()


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
    headers = dict.fromkeys(("content-type", "content-language", "etag", "last-modified"), text)
    kept = validators_from(headers, NOW)
    for value in (media_type(headers), charset(headers), language(headers), kept.etag):
        assert value is None or value


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
