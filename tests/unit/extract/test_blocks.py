from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.extract.page_documents import make_page

from swifeeds.extract.block_html import to_html
from swifeeds.extract.blocks import flatten
from swifeeds.markup import parse_html


def blocks(html, **how):
    return flatten(make_page(f"<html><body>{html}</body></html>").root, **how)


def texts(html, **how):
    return [block.text for block in blocks(html, **how)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<div>a<p>b</p>c</div>", ["a", "b", "c"]),
        ("<table><tr><td>a</td><td><b>b</b> c</td></tr></table>", ["a", "b c"]),
        ("a<br><br>b<br> <br/>c", ["a", "b", "c"]),
        ("a<br>b", ["a b"]),
        ("<font>a<p>b</p></font>", ["a", "b"]),
        ("<pre>a\nb\n\nc</pre>", ["a b", "c"]),
        ("<script>x</script><style>y</style><p style='display: none'>z</p><p hidden>w</p>", []),
        ("<p>&amp;lt; 5 &lt; 6</p>", ["< 5 < 6"]),
        ("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字</p>", ["漢字"]),
    ],
)
def test_a_block_ends_where_a_browser_begins_a_line(html, expected):
    assert texts(html) == expected


def test_line_by_line_a_single_break_ends_a_block():
    assert texts("<i>a<br>b</i>", by_line=True) == ["a", "b"]
    assert to_html(blocks("<i>a<br>b</i>", by_line=True)) == "<p><i>a</i></p>\n<p><i>b</i></p>"


def test_links_keep_their_address_and_whole_label():
    (block,) = blocks("<p>See <a href='/x'>the <b>bold</b> report</a> and <a>none</a>.</p>")
    assert block.links == (("/x", "the bold report"),)
    assert 0.5 < block.link_share < 0.7


def test_blocks_become_paragraphs_lists_headings_and_quotations():
    html = (
        "<h2>H</h2><div>a<b>b</b></div><ol><li>1</li><li>2</li></ol><blockquote>q<p>r</p>"
        "</blockquote>"
    )
    assert to_html(blocks(html)) == (
        "<h2>H</h2>\n<p>a<b>b</b></p>\n<ol><li>1</li><li>2</li></ol>\n"
        "<blockquote><p>q</p><p>r</p></blockquote>"
    )


def test_a_table_of_figures_stays_a_table_and_a_layout_does_not():
    figures = "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"
    assert to_html(blocks(figures)).startswith("<table>")
    layout = "<table><tr><td><p>a</p></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    assert to_html(blocks(layout)) == "<p>a</p>\n<p>b</p>\n<p>c</p>\n<p>d</p>"


def test_framed_pictures_are_blocks_and_icons_are_not():
    html = "<figure><img src='/a.jpg' alt='x'><figcaption>C</figcaption></figure><img src='/i.gif'>"
    assert [block.kind for block in blocks(html)] == ["img", "caption"]


@given(st.text(alphabet="ab \n\t\xa0&;<>br\u0301\u3000'\"é", max_size=30))
def test_a_block_of_text_alone_is_read_as_one_with_markup_in_it(words):
    alone, among = parse_html("<div><p></p></div>"), parse_html("<div><p><b></b></p></div>")
    alone.find(".//p").text = among.find(".//p").text = words
    expected = [(b.text, b.html.replace("<b></b>", "").strip()) for b in flatten(among)]
    assert [(block.text, block.html) for block in flatten(alone)] == expected
