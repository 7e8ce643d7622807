"""Whatever comes, there is a report: no crash, nothing fetched, no time without end."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from swifeeds.check import Report, check

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
GOLDEN = Path(__file__).parents[2] / "golden" / "emit"

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
        bytes(range(256)) * 8000,
        b"<rss version='2.0'><channel><title>" + b"word " * 400_000,
        b"<rss version='2.0'><channel>" + b"<item><guid>1</guid></item>" * 20_000,
        b"<rss version='2.0'><channel><item><pubDate>" + b"(" * 200_000 + b"</pubDate>",
        b"<feed xmlns='http://www.w3.org/2005/Atom'>" + b"<link href='a'/>" * 20_000,
        b"<feed xmlns='http://www.w3.org/2005/Atom'>" + b"<entry><id>a</id></entry>" * 10_000,
        b"\x00" * 1000,
        b"",
        b"\xff\xfe<\x00",
        b"<rss version='2.0'><channel><title>\xed\xa0\x80</title></channel></rss>",
    ],
    ids=[
        "deep",
        "attributes",
        "markup",
        "brackets",
        "garbage",
        "text",
        "items",
        "comments",
        "links",
        "entries",
        "nul",
        "nothing",
        "utf-16",
        "surrogate",
    ],
)
def test_what_is_made_to_break_a_reader_gets_a_report(body):
    assert rules(body)


def test_a_short_entity_that_is_used_for_ever_ends_the_reading():
    """100 characters, a million times: 100 MB out of three."""
    body = b'<!DOCTYPE rss [<!ENTITY a "%s">]><rss version="2.0"><channel><title>%s</title>'
    assert "refused-document" in rules(body % (b"x" * 100, b"&a;" * 1_000_000))
    assert "refused-document" in rules(body % (b"x" * 101, b"&a;"))
    assert "refused-document" not in rules(body % (b"x" * 100, b"&a;" * 1000))


@pytest.mark.parametrize(
    "declaration",
    [b'<!ENTITY % f SYSTEM "file:///etc/passwd"> %f;', b'<!ENTITY a "&#37;b;">',
     b'<!ENTITY a PUBLIC "x" "http://127.0.0.1:9/x">', b'<!ATTLIST rss version CDATA "9">'],
)  # fmt: skip
def test_declarations_of_every_kind_get_a_report(declaration):
    body = b"<!DOCTYPE rss [" + declaration + b']><rss version="2.0"><channel>&a;</channel></rss>'
    assert rules(body)


BROKEN_ADDRESSES = [
    "https://[::1/",
    "https://[::1]x/",
    "//[",
    "http://a:b/",
    "https://\u2100/",
    "[",
]


@pytest.mark.parametrize("address", BROKEN_ADDRESSES)
@pytest.mark.parametrize("known", [None, "https://news.example.org/", "https://[::1/"])
def test_addresses_with_broken_hosts_get_a_report(address, known):
    body = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="{address}">
    <link rel="self" href="{address}"/><id>{address}</id><icon>{address}</icon>
    <entry xml:base="a"><link href="{address}"/><content src="{address}"/></entry></feed>"""
    assert isinstance(check(body.encode(), now=NOW, address=known), Report)


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.*")), ids=lambda path: path.name)
def test_our_own_feeds_have_no_fault(path):
    told = {
        one.rule for one in check(path.read_bytes(), now=NOW).findings if one.severity != "info"
    }
    assert told <= {"duplicate-updated"}
