"""What is published of HTML from outside."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from swifeeds.markup import clean_html, loadable_url

BASE = "https://news.example.org/world/talks.html"


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><a xlink:href=javascript:alert(1)>x</a></svg>",
        "<a href=javascript:alert(1)>x</a>",
        "<a href='java\tscript:alert(1)'>x</a>",
        "<a href='&#106;avascript:alert(1)'>x</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
        "<iframe src=https://evil.example></iframe>",
        "<form action=https://evil.example><button formaction=javascript:x>x</button></form>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<p style='background:url(javascript:alert(1))' class=a id=b>x</p>",
        "<base href=https://evil.example/><p>x</p>",
        "<video poster=javascript:alert(1) src=javascript:alert(1)></video>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
        "</div></body><script>alert(1)</script>",
        "<!--[if IE]><script>alert(1)</script><![endif]-->",
    ],
)
def test_nothing_that_runs_comes_through(attack):
    cleaned = clean_html(f"<p>Before</p>{attack}<p>After</p>", BASE)
    assert "Before" in cleaned
    assert not re.search(
        r"<script|onerror|onload|javascript|iframe|<form|style=|class=|id=|data:|<base|<meta|<svg",
        cleaned,
        re.IGNORECASE,
    )


@pytest.mark.parametrize(
    "kept",
    [
        '<p lang="ar" dir="rtl">مرحبا</p>',
        "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>",
        '<figure><img src="https://example.org/a.jpg" alt="Hall" width="80" height="60"></figure>',
        '<figure><img src="https://example.org/a.jpg"><figcaption>The hall</figcaption></figure>',
        '<blockquote cite="https://example.org/q">Q</blockquote>',
        '<p><a href="https://example.org/" hreflang="de" title="Start">x</a></p>',
        '<p><a href="mailto:desk@example.org">x</a></p>',
        '<time datetime="2009-05-19">19 May</time>',
        '<table><tbody><tr><th scope="col">A</th><td colspan="2">B</td></tr></tbody></table>',
        '<audio src="https://example.org/a.mp3" controls="">sound</audio>',
        '<video controls=""><source src="https://example.org/a.mp4" type="video/mp4">film</video>',
        "<p>5 &lt; 6 &amp; 7</p>",
    ],
)
def test_what_carries_meaning_stays_letter_for_letter(kept):
    assert clean_html(kept, BASE) == kept


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="/a">x</a>', '<a href="https://news.example.org/a">x</a>'),
        ('<a href="b.html#c">x</a>', '<a href="https://news.example.org/world/b.html#c">x</a>'),
        ('<img src="//cdn.example.net/a.jpg">', '<img src="https://cdn.example.net/a.jpg">'),
        ('<img src="x.gif" data-src="/r.jpg">', '<img src="https://news.example.org/r.jpg">'),
        (
            '<picture><source srcset="a.webp"><img src="a.jpg"></picture>',
            '<img src="https://news.example.org/world/a.jpg">',
        ),
    ],
)
def test_addresses_become_absolute_and_lazy_pictures_real(before, after):
    assert clean_html(before, BASE) == after


@pytest.mark.parametrize(
    "picture",
    [
        '<img src="http://127.0.0.1/a.jpg">',
        '<img src="http://192.168.1.1/a.jpg">',
        '<img src="http://[64:ff9b::7f00:1]/a.jpg">',
        '<img src="http://localhost:9000/a.jpg">',
        '<img src="https://stats.example.com/p.gif" width="1" height="1">',
        '<img src="https://stats.example.com/p.gif" width="1px">',
        '<img src="data:image/png;base64,AAAA">',
        "<img>",
        '<video src="http://10.0.0.1/a.mp4"></video>',
    ],
)
def test_private_hosts_and_spy_pixels_are_dropped_with_their_empty_boxes(picture):
    assert clean_html(f"<p>Text</p><figure><p>{picture}</p></figure>", BASE) == "<p>Text</p>"


def test_a_private_host_may_show_its_own_pictures():
    """A newsroom's own network, and the demonstration on loopback."""
    cleaned = clean_html('<img src="/a.jpg">', "http://127.0.0.1:9000/page")
    assert cleaned == '<img src="http://127.0.0.1:9000/a.jpg">'
    assert loadable_url("http://127.0.0.2/a.jpg", "http://127.0.0.1:9000/page") is None


@pytest.mark.parametrize("nothing", ["", "  ", "<p>&nbsp;</p>", "<script>x</script>", "<!-- x -->"])
def test_nothing_left_is_none(nothing):
    assert clean_html(nothing, BASE) is None


PIECES = (
    "<p>", "</p>", "<div>", "</div>", "<img src=a.jpg>", "<img>", "text ", "&amp;", "&lt;b&gt;",
    "<a href='/x?a=1&b=2'>", "</a>", "<b", "<table>", "<td>", "<svg>", "<math>", "<style>",
    "</style>", "<noscript>", "<ruby>", "<!--", "-->", "\x0b", "<p title='<b>'>", "&nbsp;",
)  # fmt: skip


@example("<a href='/x?a=1&b=2'><b<p><table>")
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=25).map("".join))
@settings(deadline=None, max_examples=100)
def test_cleaning_twice_changes_nothing(fragment):
    once = clean_html(fragment, BASE)
    assert once is None or clean_html(once, BASE) == once
