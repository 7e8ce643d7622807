"""Whatever comes, there is a report: no crash, nothing fetched, no time without end."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swifeeds.check import check

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
GOLDEN = Path(__file__).parents[2] / "golden" / "emit"
RSS, ATOM = (GOLDEN / "en.rss").read_bytes(), (GOLDEN / "ar.atom").read_bytes()

LAUGHS = b"""<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><rss version="2.0"><channel><title>&c;</title>
</channel></rss>"""
OUTSIDE = b"""<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>
<rss version="2.0"><channel><title>&f;</title></channel></rss>"""


def rules(body: bytes) -> set[str]:
    return {one.rule for one in check(body, now=NOW).findings}


def test_entities_of_entities_end_the_reading():
    assert "refused-document" in rules(LAUGHS)


def test_a_file_that_an_entity_names_is_not_read_and_told():
    report = check(OUTSIDE, now=NOW)
    assert "contains-system-entity" in {one.rule for one in report.findings}
    assert not any("root:" in one.message for one in report.findings)


@pytest.mark.parametrize(
    "body",
    [
        b"<rss version='2.0'>" + b"<channel>" * 100_000,
        b"<feed xmlns='http://www.w3.org/2005/Atom' "
        + b" ".join(b"a%d='x'" % number for number in range(20_000))
        + b"/>",
        b"<rss version='2.0'><channel><item><description>"
        + b"&lt;b&gt;" * 50_000
        + b"</description>",
        b"<" * 500_000,
        b"\x00" * 1000,
        b"",
        b"\xff\xfe<\x00",
        b"<rss version='2.0'><channel><title>\xed\xa0\x80</title></channel></rss>",
    ],
    ids=["deep", "attributes", "markup", "brackets", "nul", "nothing", "utf-16", "surrogate"],
)
def test_what_is_made_to_break_a_reader_gets_a_report(body):
    assert rules(body)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_get_a_report(body):
    check(body, now=NOW)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([RSS, ATOM]), st.integers(0, 6000), st.binary(max_size=8), st.integers(0, 40)
)
def test_a_good_feed_with_a_piece_replaced_gets_a_report(body, place, piece, length):
    place %= len(body)
    check(body[:place] + piece + body[place + length :], now=NOW)


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.*")), ids=lambda path: path.name)
def test_our_own_feeds_have_no_fault(path):
    told = {
        one.rule for one in check(path.read_bytes(), now=NOW).findings if one.severity != "info"
    }
    assert told <= {"duplicate-updated"}
