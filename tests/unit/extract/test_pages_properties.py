"""Whatever comes: an article, or one of our own errors, and nothing unsafe inside."""

from __future__ import annotations

import re
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.extract.page_documents import article, make_document, make_source

from swifeeds.errors import ExtractError
from swifeeds.extract import extract, extract_article
from swifeeds.extract.credits import read_credit
from swifeeds.extract.folding import fold
from swifeeds.extract.phrases import recognise
from swifeeds.extract.printed import date_in
from swifeeds.extract.selectors import to_xpath

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TAGS = st.sampled_from([
    "p", "div", "span", "a", "td", "tr", "table", "h1", "h2", "b", "br", "li", "ul", "article",
    "main", "section", "figure", "img", "time", "pre", "blockquote", "ruby", "rt", "font", "nav",
])  # fmt: skip
WORDS = st.sampled_from([
    "This content was published on ", "May 19, 2009 - 15:45", "Articles in this story", "agencies",
    "In compliance with the JTI standards", "email us at a@b.example", "Boats run again.", "漢字。",
    "مع وكالات", "External link", "article imported automatically, old", "\u202e", "\x00",
    "&#55296;",
])  # fmt: skip
ATTRIBUTES = st.sampled_from([
    "", " class='headline'", " class='article-body'", " href='/2024/05/a-b-c'", " href='http://['",
    " src='x.jpg' width='400'", " datetime='2009-05-19T15:45:00'", " itemprop='author'",
    " rel=author", " href='javascript:alert(1)'", " onclick='x()'", " style='display:none'",
])  # fmt: skip


@st.composite
def soups(draw):
    """Tags that are opened and closed in any order, with words that mean something to us."""
    parts = draw(
        st.lists(
            st.one_of(
                st.builds("<{}{}>".format, TAGS, ATTRIBUTES),
                st.builds("</{}>".format, TAGS),
                WORDS,
                st.text(max_size=12),
            ),
            max_size=50,
        )
    )
    return "".join(parts)


@QUICK
@given(
    st.one_of(st.binary(max_size=300), soups().map(lambda soup: soup.encode("utf-8", "replace")))
)
def test_any_bytes_give_a_result_or_an_error_of_ours(body):
    for read in (extract, extract_article):
        with suppress(ExtractError):
            extraction = read(make_document(body), make_source())
            assert extraction.drafts or extraction.links


@QUICK
@given(soups())
def test_what_is_published_of_any_page_is_safe_and_whole(soup):
    html = article(f"<p>{'Boats run again on the lake today. ' * 4}</p>{soup}")
    draft = extract_article(make_document(html.encode("utf-8", "replace")), make_source()).drafts[0]
    assert draft.title
    content = draft.content or ""
    assert not re.search(r"<script|javascript:|onclick|<[^>]+\sclass=|\sstyle=", content)
    assert "\x00" not in f"{draft.title}{draft.summary}{content}"
    assert all(url.startswith(("http://", "https://")) for url in draft.links)
    assert draft.published is None or draft.published.utcoffset() is not None


@QUICK
@given(st.one_of(st.text(max_size=200), WORDS))
def test_the_matchers_never_fail(text):
    recognise(text)
    read_credit(text)
    date_in(text, "en", "UTC")
    assert fold(fold(text)) == fold(text)


@QUICK
@given(st.text(alphabet="p#.[]='\"^$*~|>+, ab:()/", max_size=24))
def test_a_rule_becomes_xpath_or_a_value_error(rule):
    with suppress(ValueError):
        assert to_xpath(rule)
