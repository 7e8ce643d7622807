"""The whole way from bytes to a report, for XML: encoding, format, findings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.check.making import NOW

from swifeeds.check import Severity, check

GOLDEN = sorted(
    path for path in (Path(__file__).parents[2] / "golden" / "emit").iterdir()
    if path.suffix in {".rss", ".atom"}
)  # fmt: skip
FEED = (
    '<?xml version="1.0" encoding="{}"?>\n<rss version="2.0"><channel><title>{}</title>'
    "<link>https://news.example.org/</link><description>News</description></channel></rss>"
)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
def test_our_own_feeds_have_neither_errors_nor_warnings(path):
    report = check(path.read_bytes(), now=NOW)
    assert report.format == path.suffix[1:]
    assert [one for one in report.findings if one.severity is not Severity.INFO] == []


def test_there_are_own_feeds_to_check():
    assert len(GOLDEN) >= 20


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "cp037", "utf-8-sig"])
def test_a_feed_is_read_in_its_encoding_whatever_it_is(encoding):
    declared = encoding.removesuffix("-sig")
    body = FEED.format(declared, "Café <b/>").encode(encoding)
    report = check(body, now=NOW)
    assert (report.format, report.version) == ("rss", "2.0")
    assert "undefined-element" in [one.rule for one in report.findings]


def test_the_charset_of_the_transport_is_heard():
    body = FEED.format("iso-8859-1", "Café").encode()
    rules = [one.rule for one in check(body, now=NOW, charset="utf-8").findings]
    assert "encoding-mismatch" in rules
    assert "bad-characters" not in rules


def test_a_blank_line_before_the_declaration_hides_nothing():
    report = check(b"\n" + FEED.format("utf-8", "<b/>").encode(), now=NOW)
    lines = {one.rule: one.line for one in report.findings}
    assert lines["wp-blank-line"] == 1
    assert lines["undefined-element"] == 3


def test_the_address_is_compared_with_the_feeds_own_word():
    body = next(path for path in GOLDEN if path.name == "en.atom").read_bytes()
    report = check(body, now=NOW, address="https://mirror.example/feed.atom")
    assert [one.rule for one in report.findings] == ["self-doesnt-match-location"]


@given(
    st.binary(), st.sampled_from([b"<", b"<rss>", b"<?xml version='1.0'?><feed>", b"\xff\xfe<\x00"])
)
def test_any_bytes_behind_a_sign_of_xml_get_a_report(body, start):
    assert all(one.message for one in check(start + body, now=NOW).findings)
