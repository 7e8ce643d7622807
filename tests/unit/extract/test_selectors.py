from __future__ import annotations

import pytest
from tests.unit.extract.page_documents import make_page

from swifeeds.errors import ExtractError
from swifeeds.extract.selectors import select
from swifeeds.markup import text_of

PAGE = """<html><body>
<div id="top" class="box wide" lang="en-GB">
<h1 class="title">A</h1><p>B</p><p class="last">C</p></div>
<section data-kind="news item"><p>D</p><a href="/x.pdf">E</a></section><em>F</em>
</body></html>"""


def texts(selector):
    return [text_of(element) for element in select(make_page(PAGE).root, selector, url="u")]


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        ("h1", ["A"]),
        ("#top p", ["B", "C"]),
        ("div.box.wide > p.last", ["C"]),
        (".title + p", ["B"]),
        (".title ~ p", ["B", "C"]),
        ("[data-kind~=item] p, em", ["D", "F"]),
        ('a[href$=".pdf"]', ["E"]),
        ("a[href^='/x']", ["E"]),
        ("a[href*=x]", ["E"]),
        ("[lang|=en] h1", ["A"]),
        ("* > em", ["F"]),
        ("//section/p", ["D"]),
        (".//h1", ["A"]),
    ],
)
def test_a_rule_selects_in_page_order(selector, found):
    assert texts(selector) == found


def test_quotes_in_a_value_are_no_way_out():
    assert texts("""[data-kind='"] | //* | [x="']""") == []


@pytest.mark.parametrize("selector", ["p:first-child", "h1 >", "", "  ", "div {", "//p[", "p[a="])
def test_a_rule_that_cannot_be_read_is_named(selector):
    with pytest.raises(ExtractError, match="rule"):
        texts(selector)
