"""HTML in feeds: sound markup passes, each fault is told once, and no input takes long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.check.making import NOW

from swifeeds.check import check
from swifeeds.check.hypertext import judge_html, relative_references

SOUND = [
    "",
    "plain words, 1 &lt; 2 &amp; a &nbsp; &#8217; &copy;",
    "<p>one<p>two</p><div><em>three</em></div>",
    "<ul><li>one<li>two <ol><li>inner</li></ol></ul>",
    "<dl><dt>term<dd>one<dd>two</dl>",
    "<table><tr><th>a<td>b<tr><td>c</table>",
    "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
    "<table><tr><td>implied body</td></tr></tbody></table>",
    "<table><colgroup><col><col></colgroup><tr><td>a</td></tr></table>",
    "<table><tr><td><table><tr><td>inner</td></tr></table></td></tr></table>",
    '<figure><img src="https://a.example/i.jpg" alt="a > b"/><figcaption>x</figcaption></figure>',
    "<a href='https://a.example/?a=1&b=2' title=x>two parameters</a><br/><hr>",
    "<blockquote><p>said</p></blockquote><!-- a remark -->",
    '<video controls><source src="https://a.example/v.mp4"></video>',
]
UNSOUND = {
    "a bare <": "1 < 2",
    "a bare &": "AT&T",
    "an unknown name": "&notacharacter;",
    "a forgotten semicolon": "&copy 2026",
    "a character of another encoding": "isn&#x92;t",
    "a number that is none": "&#;",
    "a number beyond Unicode": "&#99999999999;",
    "a tag that breaks off": '<a href="https://a.example',
    "a comment that breaks off": "<!-- never ended",
    "a stray end": "words</p>",
    "an element left open": "<b>bold",
    "elements that cross": "<b><i>x</b></i>",
    "a paragraph around a box": "<p><div>x</div></p>",
    "a link in a link": "<a href='x'>a<a href='y'>b</a></a>",
    "a heading in a heading": "<h1>a<h2>b</h2></h1>",
    "a cell without a table": "<td>x</td>",
    "a cell without a row": "<table><tbody><td>x</td></tbody></table>",
    "words of a table in no cell": "<table><tr><b>x</b></tr></table>",
    "an end that a cell hides": "<b><table><tr><td></b></td></tr></table></b>",
    "an attribute twice": '<img src="a" src="b">',
    "attributes without space": '<a href="a"title="b">x</a>',
    "an end tag with attributes": "<p>x</p class='y'>",
    "an empty box in XML's way": "<div/>",
    "an unknown element": "<blurb>x</blurb>",
    "the frame of a page": "<html><body>x</body></html>",
    "a processing instruction": "<?php echo 1 ?>",
    "an end tag without a name": "</ >",
    "a control character": "is\x92nt",
}


def rules(html: str) -> list[str]:
    return [rule for rule, _ in judge_html(html)]


@pytest.mark.parametrize("html", SOUND)
def test_sound_html_is_left_alone(html):
    assert list(judge_html(html)) == []


@pytest.mark.parametrize("html", UNSOUND.values(), ids=UNSOUND)
def test_unsound_html_is_told(html):
    assert "not-html" in rules(html)


def test_each_fault_is_told_once():
    assert len(rules("<b>" * 50)) == 1


def test_what_is_in_a_script_is_no_markup():
    assert rules("<script>if (a<b && c>d) document.write('</p>')</script>") == ["security-risk"]


def test_a_drawing_is_a_risk_and_not_looked_into():
    assert rules("<svg viewBox='0 0 1 1'><path d='M0 0'/><g><svg/></g></svg>") == ["security-risk"]
    assert rules("<math><mi>x</mi></math><b>") == ["security-risk", "not-html"]


@pytest.mark.parametrize("tag", ["script", "iframe", "object", "embed", "style", "link", "meta"])
def test_elements_that_readers_remove_are_a_risk(tag):
    assert "security-risk" in rules(f"<{tag}></{tag}>")


def test_attributes_that_run_scripts_are_a_risk():
    assert rules('<a href="https://a.example/" onClick="x()">a</a>') == ["security-risk-attr"]


@pytest.mark.parametrize(
    ("style", "is_safe"),
    [
        ("color: red; margin: 0 auto", True),
        ("border: 1px solid #ccc", True),
        ("color: rgb(1, 2, 3)", True),
        ("position: absolute", False),
        ("background: url(https://a.example/spy.png)", False),
        ("width: expression(alert(1))", False),
        ("color", False),
    ],
)
def test_styles_are_safe_or_told(style, is_safe):
    told = rules(f'<p style="{style}">x</p>')
    assert told == ([] if is_safe else ["dangerous-style-attr"])


def test_relative_addresses_are_found_whatever_stands_before_them():
    html = (
        '<a title="x" href="/one">a</a><img alt="" src="two.png"><a href="#top">b</a>'
        '<a href="https://a.example/">c</a><img src="//a.example/i.png"><a name="href">d</a>'
    )
    assert list(relative_references(html)) == ["/one", "two.png", "#top", "//a.example/i.png"]


MANY = 60_000
"""So many that whatever looks at everything before it for each takes hours: the tests' own
time limit would end it."""


@pytest.mark.parametrize(
    "html",
    [
        "<a " * MANY,
        '<a href="' * MANY,
        "<!--" * MANY,
        "</" * MANY,
        "<b>" * MANY + "</i>" * MANY,
        "<p><object>" + "<b>" * MANY + "<hr>" * MANY,
        "<table><td>" * MANY + "</tr>" * MANY,
        "<script>" + "</" * MANY,
        "&#" * MANY + "&x;" * MANY,
        "<p style='" + "rgb(" * MANY + "'>",
    ],
    ids=lambda html: html[:12],
)
def test_no_html_takes_long(html):
    assert rules(html)


@pytest.mark.parametrize(
    ("head", "one"),
    [
        ("<rss version='2.0'><channel>", "<item><title>&amp;#</title><category/></item>"),
        ("<rss version='2.0' xmlns:u='urn:u:u'><channel>", "<item u:x='1'/>"),
        ("<rss version='2.0'><channel><pubDate>", "("),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry/>"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", "<link href='https://a.example/'/>"),
    ],
)
def test_no_feed_takes_long(head, one):
    many = MANY // 3
    assert check((head + one * many).encode(), now=NOW).findings


@given(st.text(alphabet="<>/!-?&;#x='\" abptdr", max_size=60))
def test_any_text_is_judged(html):
    assert all(value is not None for _, value in judge_html(html))
