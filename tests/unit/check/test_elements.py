"""Elements and ids of RSS and Atom: in the wrong place, in the wrong namespace, by the thousand."""

from __future__ import annotations

import codecs
from datetime import UTC, datetime

import pytest

from swifeeds.check import check
from swifeeds.check.canonical import canonical_form

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
ATOM = "http://www.w3.org/2005/Atom"


def rss(inside: str, default: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" {default} xmlns:a="{ATOM}" '
        'xmlns:georss="http://www.georss.org/georss"><channel><title>News</title>'
        f"<link>https://example.org/</link><description>x</description>{inside}</channel></rss>"
    )


def atom(inside: str, namespace: str = ATOM) -> str:
    return f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="{namespace}">{inside}</feed>'


def findings(document: str | bytes):
    body = document if isinstance(document, bytes) else document.encode()
    return check(body, now=NOW).findings


def rules(document: str | bytes) -> set[str]:
    return {one.rule for one in findings(document)}


def missing(document: str) -> int:
    """How many elements are missing, all told."""
    return sum(one.times for one in findings(document) if one.rule == "missing-element")


def test_an_element_of_atom_where_none_belongs_is_questioned_and_judged():
    found = rules(rss("<image><a:id>no address</a:id></image>"))
    assert {"questionable-usage", "invalid-uri-char"} <= found
    assert "undefined-element" not in found


def test_a_misspelt_element_is_told_with_its_line_and_column():
    [found] = [one for one in findings(rss("\n <titel>x</titel>")) if "undefined" in one.rule]
    assert (found.line, found.column, found.element) == (3, 2, "titel")


def test_places_on_earth_are_known_to_every_format():
    entry = '<entry><georss:where xmlns:georss="http://www.georss.org/georss"/></entry>'
    assert "undefined-element" not in rules(atom(entry))
    assert "undefined-element" not in rules(rss("<georss:elev>12</georss:elev>"))


def test_a_wrong_default_namespace_is_one_fault_and_hides_no_other():
    item = "<item><title>x</title><guid>no address</guid></item>"
    found = rules(rss(item, 'xmlns="http://backend.userland.com/rss2"'))
    assert {"invalid-namespace", "invalid-uri-char"} <= found
    assert "item-must-contain-title-or-description" not in found
    entry = "<author><name>Ada</name></author><entry><title>x</title></entry>"
    elements = [one.element for one in findings(atom(entry, "http://example.org/atom"))]
    assert "author" not in elements
    assert elements.count("id") == 2


def test_an_attribute_of_drafts_is_unexpected_on_a_text():
    assert "unexpected-attribute" in rules(atom('<title mode="escaped">x</title>'))


def test_the_author_of_the_feed_stands_for_thousands_of_entries():
    entry = "<entry><title>x</title></entry>"
    author = "<author><name>Ada</name></author>"
    assert missing(atom(entry * 20_000)) - missing(atom(author + entry * 20_000)) == 20_000


def test_utf_32_is_read():
    body = codecs.BOM_UTF32_BE + rss("").replace("utf-8", "utf-32").encode("utf-32-be")
    assert check(body, now=NOW).format == "rss"


@pytest.mark.parametrize(
    ("address", "normal"),
    [
        ("HTTP://User@Example.ORG:80/a/./b/../%7ec?d#e", "http://User@example.org/a/~c?d#e"),
        ("http://example.org", "http://example.org/"),
        ("https://news.example.org./", "https://news.example.org/"),
        ("http://example.org/%e9", "http://example.org/%E9"),
        ("URN:uuid:60A76C80", "urn:uuid:60A76C80"),
        ("mailto:Ada@Example.ORG", "mailto:Ada@example.org"),
        ("relative/path", None),
        ("http://example.org/%zz", None),
    ],
)
def test_an_id_has_one_normal_form(address, normal):
    assert canonical_form(address) == normal
