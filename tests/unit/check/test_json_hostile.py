"""JSON from anybody: whatever it is, there is a report that can be printed."""

from __future__ import annotations

import json

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.check.making import ADDRESS, NOW, feed, findings_of, item, told

from swifeeds.check import check
from swifeeds.check.json_reading import DEEPEST, MOST_VALUES, JsonFault, read_json_outline

SOUND = json.dumps(feed())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "breaks off"),
        ('{"version"', "a colon is missing after version"),
        ('{"version": ', "breaks off"),
        ('{"version": "x', "a string breaks off"),
        ('{"a": 1,}', "a comma stands before }"),
        ("[1,]", "a comma stands before ]"),
        ("[1 2]", "a comma or ] is missing"),
        ('{"a": 1 "b": 2}', "a comma or } is missing"),
        ("{'a': 1}", "must stand in double quotes"),
        ("{a: 1}", "must stand in double quotes"),
        ('{"a": NaN}', "NaN is no value"),
        ('{"a": -Infinity}', "-Infinity is no value"),
        ('{"a": 01}', "a comma or } is missing"),
        ('{"a": .5}', ". is no value"),
        ('{"a": True}', "True is no value"),
        ('{"a": undefined}', "undefined is no value"),
        ('{"a": "\t"}', "the control character U+0009"),
        ('{"a": "\\x"}', "\\x, which is no escape"),
        ('{"a": "\\u12"}', "\\u, which is no escape"),
        ("{} {}", "something follows"),
        ("{ // mine\n}", "must stand in double quotes"),
        ('{"a": /* mine */ 1}', "JSON has no comments"),
        ("[" * 100_000, f"nested more than {DEEPEST} deep"),
        ('{"a":' * 100_000, f"nested more than {DEEPEST} deep"),
        ("[" + "1," * MOST_VALUES + "1]", f"more than {MOST_VALUES} values"),
    ],
    ids=lambda value: value[:20],
)  # fmt: skip
def test_what_is_no_json_is_said_with_its_reason(text, said):
    [found] = findings_of(text)
    assert found.rule == "json-syntax"
    assert said in found.message


def test_a_fault_has_the_place_where_it_is():
    [found] = findings_of('{\r\n  "a": 1,\n  "é": nope\n}')
    assert (found.line, found.column) == (3, 8)


def test_a_list_is_no_feed():
    report = check(b"[1]", now=NOW)
    assert report.format is None
    assert [one.rule for one in report.findings] == ["json-not-an-object"]


@pytest.mark.parametrize("body", [b"", b" \n", b"\xef\xbb\xbf", b"Hello", b'"text"', b"\xff\xff"])
def test_what_is_neither_xml_nor_json_is_said(body):
    assert told(body) == [("neither-xml-nor-json", None)]


def test_repeated_members_are_found_and_the_last_one_is_read():
    text = SOUND.replace('"title": "News"', '"title": 7, "title": "News", "title": "News"')
    assert told(text) == [("json-duplicate-member", "title")] * 2


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ('"\\ud800x"', "json-lone-surrogate"),
        ('"x\\udfff"', "json-lone-surrogate"),
        ('"\\u0000x"', "json-control-character"),
        ('"x\\u009b31m"', "json-control-character"),
    ],
)
def test_letters_that_nobody_can_read_are_found(written, rule):
    assert told(SOUND.replace('"News"', written)) == [(rule, "title")]


def test_a_pair_of_surrogates_is_one_letter():
    assert told(SOUND.replace('"News"', '"\\ud83d\\ude00"')) == []


@pytest.mark.parametrize("number", ["9" * 10_000, "1e999999", "12345678901234567", "1E+400"])
def test_numbers_that_readers_cannot_hold_are_found(number):
    text = json.dumps(feed(_shed={"about": ADDRESS, "n": 0})).replace('"n": 0', f'"n": {number}')
    assert told(text) == [("json-number-range", "_shed.n")]


@pytest.mark.parametrize("number", ["-0.5", "1e5", "123456789012345", "0.12345678901234567"])
def test_numbers_that_readers_hold_are_not(number):
    text = json.dumps(feed(_shed={"about": ADDRESS, "n": 0})).replace('"n": 0', f'"n": {number}')
    assert told(text) == []


def test_a_byte_order_mark_is_found_and_read_over():
    assert told(b"\xef\xbb\xbf" + SOUND.encode()) == [("json-bom", None)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_another_encoding_is_found_and_read_all_the_same(encoding):
    assert told(json.dumps(feed(title=7)).encode(encoding)) == [
        ("json-not-utf8", None),
        ("json-wrong-type", "title"),
    ]


def test_bytes_that_are_not_utf8_are_found_where_they_are():
    body = json.dumps(feed(title="Café"), ensure_ascii=False, indent=1).encode("latin-1")
    [found] = findings_of(body)
    assert (found.rule, found.line, found.column) == ("json-not-utf8", 3, 15)


def test_words_of_the_document_cannot_speak_to_a_terminal():
    [found] = findings_of(feed(**{"a\x1b[31mb\u009b": 1}))
    assert found.element == "a[31mb"
    assert "\x1b" not in found.message


def test_long_names_are_told_in_short():
    [found] = findings_of(feed(**{"n" * 1_000_000: 1}))[1:]
    assert len(found.element or "") < 300


@pytest.mark.parametrize(
    "html", ["<![if", "<!" * 9, "<p" * 50_000, "<a href='//[x'>y</a>", "&#99999999999;"]
)
def test_broken_html_gets_a_report(html):
    assert all(one.message for one in findings_of(feed(item(content_html=html))))


def standard_reader_takes(text):
    """What Python's reader says, strict about the words that are none of JSON."""
    try:
        json.loads(text, parse_constant=int)  # which takes neither NaN nor Infinity
    except ValueError:
        return False
    return True


def checker_takes(text):
    try:
        read_json_outline(text)
    except JsonFault:
        return False
    return True


@given(st.text(st.sampled_from('{}[]",:\\u019eE-+.tfn \n\r\x00\ud800é')))
def test_it_is_no_stricter_and_no_laxer_than_the_standard_reader(text):
    assert checker_takes(text) == standard_reader_takes(text)


@given(st.integers(), st.integers(), st.sampled_from([*'{}[]",:\\ 0e-.', "NaN", "true"]))
def test_nor_on_a_feed_with_a_piece_put_in_or_left_out(at, left_out, piece):
    at %= len(SOUND)
    text = SOUND[:at] + piece + SOUND[at + left_out % 3 :]
    assert checker_takes(text) == standard_reader_takes(text)


@given(st.binary())
def test_any_bytes_behind_a_brace_get_a_report_that_can_be_written(body):
    report = check(b"{" + body, now=NOW)
    assert orjson.dumps([one.message for one in report.findings])
