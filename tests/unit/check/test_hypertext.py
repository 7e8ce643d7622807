"""HTML inside a feed: what is sound, what readers take out, and what would once take for ever."""

from __future__ import annotations

import pytest

from swifeeds.check.hypertext import judge_html, relative_references

SOUND = [
    "<p>One<p>Two</p><ul><li>a<li>b</ul>",
    '<table><tr><td>x</td></tr></table><br/><img src="a.png" alt=x>',
    '<a href="https://example.org/?a=1&amp;b=2">x</a> &nbsp; &#8217; & alone',
    "<figure><img src='a' alt='b'><figcaption>c</figcaption></figure>",
    '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
    "<p style=\"color: red; border: 1px solid #fff; font-family: 'Noto Sans', serif\">x</p>",
]
FAULTY = [
    ("<b>never", "not-html"),
    ("</b>", "not-html"),
    ("<b/>", "not-html"),
    ("<b><i>x</b></i>", "not-html"),
    ("<nothing>x</nothing>", "not-html"),
    ("<td>x</td>", "not-html"),
    ('<a href="x"title="y">z</a>', "not-html"),
    ('<a href="x" href="y">z</a>', "not-html"),
    ("<a href=x=y>z</a>", "not-html"),
    ("1 <2", "not-html"),
    ("AT&T", "not-html"),
    ("&#x92;", "not-html"),
    ("&copy 2026", "not-html"),
    ("\x92", "not-html"),
    ("<!-- open", "not-html"),
    ("<script>x</script>", "security-risk"),
    ("<b onclick='x'>y</b>", "security-risk-attr"),
    ("<b style='position: fixed'>y</b>", "dangerous-style-attr"),
    ("<b style='background: url(x)'>y</b>", "dangerous-style-attr"),
]
HOSTILE = [
    "<a ",
    '<a "',
    "<a b=c ",
    "<!--",
    "<",
    "</b>",
    "<b>",
    "<div><p>",
    "&a",
    "&#1",
    "<b style='a:",
]


@pytest.mark.parametrize("html", SOUND)
def test_sound_html_is_left_alone(html):
    assert list(judge_html(html)) == []


@pytest.mark.parametrize(("html", "rule"), FAULTY)
def test_a_fault_is_told_by_its_rule(html, rule):
    assert {code for code, _ in judge_html(html)} == {rule}


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_megabyte_of_one_piece_ends(piece):
    """An unclosed tag was once looked for again behind every `<`: minutes for ninety kilobytes."""
    assert list(judge_html(piece * (1_000_000 // len(piece))))


def test_what_looks_like_a_tag_inside_a_script_is_text():
    script = "<script>if (a <b) x = '</i>'</script>"
    assert list(judge_html(script)) == [("security-risk", "script")]


def test_links_and_pictures_without_scheme_are_relative():
    html = '<a href="#top">a</a><img src="/b.png"><a href="https://example.org/">c</a><p src="d">'
    assert list(relative_references(html)) == ["#top", "/b.png"]
