"""Patterns of operators: never longer than their limit, and named when they are."""

from __future__ import annotations

import pytest
from tests.unit.extract.page_documents import make_document, make_source

from swifeeds.errors import ExtractError
from swifeeds.extract import extract
from swifeeds.extract.patterns import matching, pattern_fault
from swifeeds.model import Rules

ENDLESS = [r"(a|aa)+$", r"(?:(?:a|a)|aa)*\d", r"(?:[ab]|ab|ba)+\d$", r"(a|b|ab)*$"]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("pattern", ENDLESS)
def test_a_pattern_that_would_not_end_is_named(pattern):
    address = f"https://a.example/{'ab' * 20}{'a' * 60}?"
    with pytest.raises(ExtractError) as caught:
        list(matching(pattern, [address], url="https://a.example/"))
    assert repr(pattern) in str(caught.value)
    assert "takes longer" in str(caught.value)


@pytest.mark.timeout(20)
def test_an_index_with_such_a_rule_is_an_error_of_that_document():
    source = make_source(rules=Rules(links=ENDLESS[0]))
    body = f"<main><a href='/{'a' * 60}!'>A headline of an article</a></main>"
    with pytest.raises(ExtractError, match=r"the rule '\(a\|aa\)\+\$' takes longer"):
        extract(make_document(f"<html><body>{body}</body></html>"), source)


@pytest.mark.parametrize(
    "pattern", [r"/\d{4}/\d\d/", r"^https://[^/]+/news/", "(?i)STORY", r"(a+)+$"]
)
def test_ordinary_patterns_find_what_they_always_found(pattern):
    import re

    texts = ["https://a.example/2024/05/x", "https://a.example/news/1", "https://b.example/story"]
    found = list(matching(pattern, texts, url="https://a.example/"))
    assert found == [re.search(pattern, text) is not None for text in texts]


@pytest.mark.parametrize("pattern", ["(", "[a", "a{5}{6}", "(?P<x", "x" * 1001, "(a{999}){999}"])
def test_what_is_no_pattern_is_told(pattern):
    assert pattern_fault(pattern)


def test_what_is_one_is_not():
    assert pattern_fault(r"/\d{4}/\d{2}/[a-z-]+-\d{5,12}$") is None
