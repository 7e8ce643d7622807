"""The body that a page marks, in one piece or in several."""

from __future__ import annotations

import pytest
from tests.unit.extract.page_documents import make_page

from swifeeds.extract.body import find_body

FIRST = "The crews had stopped work on Monday, leaving thousands of commuters on the quays."
SECOND = "Under the agreement a shift on the night boats will last nine hours, not eleven."
THIRD = "Mediators said that both sides had moved, and that neither had won anything at all."
LAST = "The boats run again from Thursday morning, the harbour office said in a statement."


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def body_of(html):
    blocks, origin = find_body(make_page(f"<html><body>{html}</body></html>").root, url="x")
    return [block.text for block in blocks], origin


@pytest.mark.parametrize(
    "html",
    [
        "<div><div class='note-body'>{}</div><section class='note-body'>{}</section></div>",
        "<main><div><div itemprop='articleBody'>{}</div></div><div itemprop='articleBody'>{}</div>",
        "<article><h1>Boats</h1><div id='story-text'>{}</div><div id='story-text'>{}</div>",
    ],
)
def test_a_body_in_several_pieces_is_read_as_one(html):
    page = html.format(paragraphs(FIRST, SECOND, THIRD), paragraphs(LAST, SECOND))
    assert body_of(page) == ([FIRST, SECOND, THIRD, LAST, SECOND], "marked")


def test_pieces_of_another_article_below_are_not_joined():
    one = paragraphs(FIRST, SECOND, THIRD, LAST)
    other = "<article><div class='article-body'>" + paragraphs("Other news.", "More.") + "</div>"
    html = f"<article><div><div class='article-body'>{one}</div></div></article>{other}</article>"
    assert body_of(html)[0] == [FIRST, SECOND, THIRD, LAST]


def test_a_lead_that_is_set_as_a_heading_is_text_and_a_heading_is_not():
    lead = "For two days no boat had left the harbour, and nobody knew when one would."
    html = f"<h3>Region</h3><h3>{lead}</h3>" + paragraphs(FIRST, SECOND, THIRD, LAST)
    assert body_of(f"<div class='entry-content'>{html}</div>")[0][0] == lead


@pytest.mark.parametrize("name", ["read-more", "paywall", "subscribe-wall overlay", "print"])
def test_what_hides_the_rest_of_the_text_is_not_furniture(name):
    rest = f"<div class='{name}'>{paragraphs(SECOND, THIRD, LAST)}</div>"
    html = f"<div class='article-body'>{paragraphs(FIRST, FIRST)}{rest}</div>"
    assert LAST in body_of(html)[0]


@pytest.mark.parametrize(
    "name", ["read-more", "no-print", "noprint", "cta", "node-rate", "comments", "affiliate-text"]
)
def test_furniture_within_the_mark_is_left_out(name):
    extra = f"<div class='{name}'><p>What do you think of this? Tell us.</p></div>"
    html = f"<div class='article-body'>{paragraphs(FIRST, SECOND, THIRD, LAST)}{extra}</div>"
    assert body_of(html)[0] == [FIRST, SECOND, THIRD, LAST]
