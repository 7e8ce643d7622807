"""Whatever is written into a feed, there is a report."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import quoteattr

from hypothesis import given, settings
from hypothesis import strategies as st

from swifeeds.check import check

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
GOLDEN = Path(__file__).parents[2] / "golden" / "emit"
RSS, ATOM = (GOLDEN / "en.rss").read_bytes(), (GOLDEN / "ar.atom").read_bytes()

MARKUP = (
    "<",
    ">",
    "&",
    ";",
    "]]>",
    "<![CDATA[",
    "<!--",
    "-->",
    "<?",
    "?>",
    "'",
    '"',
    "=",
    "xmlns:a=",
)
REFERENCES = ("&lt;", "&#x26;", "&#55296;", "&nbsp;", "%")
SPACES = (" ", "\n", "\r", "\x85", "\u2028")
SIGNS = (
    "[",
    "]",
    "(",
    "//",
    "://",
    ":",
    "@",
    ".",
    ",",
    "-",
    "--",
    "style='",
    "url(",
    "é",
    "\U0001f6a2",
)
NUMBERS = ("0", "9", "24", "00", "GMT", "+25:00", "٣", "²")
TAGS = ("a:b", "<item>", "</item>", "</channel>", "<entry/>", "<title/>")
PIECES = st.sampled_from([*MARKUP, *REFERENCES, *SPACES, *SIGNS, *NUMBERS, *TAGS])


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([RSS, ATOM]), st.lists(st.tuples(st.integers(0, 10_000), PIECES), max_size=6)
)
def test_a_good_feed_with_pieces_of_markup_in_it_gets_a_report(body, pieces):
    text = body.decode()
    for number, piece in pieces:
        place = number % len(text)
        text = text[:place] + piece + text[place:]
    check(text.encode(), now=NOW, address="https://news.example.org/feed.rss")


VALUE = re.compile(r">([^<>]+)<|=\"([^\"<>]*)\"")
WORDS = st.one_of(st.text(max_size=30), st.lists(PIECES, max_size=8).map("".join))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([RSS, ATOM]), st.integers(0, 10_000), WORDS)
def test_a_good_feed_with_any_words_for_a_value_gets_a_report(body, number, words):
    """The element and the attribute stay as they are, so that checks of values see the words."""
    text = body.decode()
    values = list(VALUE.finditer(text))
    chosen = values[number % len(values)]
    start, end = chosen.span(1 if chosen[1] is not None else 2)
    words = quoteattr(words)[1:-1]
    report = check(
        (text[:start] + words + text[end:]).encode("utf-8", "surrogatepass"), now=NOW, address=words
    )
    assert report.format in {"rss", "atom", None}


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
