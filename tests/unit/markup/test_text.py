"""Plain text is plain: no reader can show it in two ways."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swifeeds.markup import escape, plain_text, strip_control


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Talks  in\n Geneva ", "Talks in Geneva"),
        ("AT&amp;T", "AT&T"),
        ("AT&amp;amp;T", "AT&T"),
        ("AT&T", "AT&T"),
        ("<b>Bold</b> words", "Bold words"),
        ("&lt;b&gt;Bold&lt;/b&gt; words", "Bold words"),
        ("one<br/>two<p>three</p>four", "one two three four"),
        ("A < B > C", "A < B > C"),
        ("5 &lt; 6", "5 < 6"),
        ("x <y and z", "x < y and z"),
        ("The &amp;lt;b&amp;gt; tag", "The < b> tag"),
        ("C++ <vector>", "C++ < vector>"),
        ("C++ &lt;vector&gt; and <em>more</em>", "C++ < vector> and more"),
        ("Not <Picture> nor <x-card>, <a:b> or <what ever=it>is</what>", "Not nor , or is"),
        ("a<script>var x = '<p>';</script>b", "a b"),
        ("a<!-- hidden <b> -->b", "a b"),
        ("a<script>never closed", "a"),
        ("<![CDATA[Words]]>", "Words"),
        ("re\u0301sume\u0301", "résumé"),
        ("a\x00b\x0bc\ud800d", "abcd"),
        ("&#146;s", "’s"),
        ("\u200e\ufeffTitle", "Title"),
        ("عنوان \u200fABC", "عنوان \u200fABC"),
        ("abc \u202etxet", "abc txet"),
        ("a \u2067אב\u2069 b", "a \u2067אב\u2069 b"),
        ("&#" + "9" * 5000 + ";x", "x"),
        ("日本語", "日本語"),
    ],
)
def test_what_a_person_reads(raw, words):
    assert plain_text(raw) == words


@pytest.mark.parametrize(
    "nothing", ["", " \n", "<br>", "&nbsp;", "\u200b", "\x00", "<!--", "<p></p>"]
)
def test_nothing_left_is_none(nothing):
    assert plain_text(nothing) is None


PIECES = ("<", ">", "&lt;", "&amp;", "lt;", "b", "/", "!--", "-->", "&#60;", "\u202b", "\u202c")
FRAGMENTS = st.lists(
    st.sampled_from(PIECES) | st.text(max_size=4),
    max_size=20,
).map("".join)


@given(FRAGMENTS)
@settings(deadline=None, max_examples=100)
def test_it_never_looks_like_markup_nor_turns_what_follows(raw):
    words = plain_text(raw) or ""
    assert not re.search("<[a-zA-Z/!?]", words)
    assert strip_control(words) == words == " ".join(words.split())
    assert sum(map(words.count, "\u202a\u202b\u202d\u202e")) == words.count("\u202c")


@given(st.text(max_size=50))
@settings(deadline=None, max_examples=50)
def test_escaped_text_stands_in_any_attribute(text):
    assert not set(escape(text)) & set("<>\"'\x00")


@pytest.mark.parametrize("bait", ["<!--", "<script>", "<a ", "&#", "<p", "<", "&"])
def test_openings_without_end_are_read_in_one_pass(bait):
    """A quadratic reading of these would not end within the suite's limit."""
    assert len(plain_text(bait * 100_000) or "") <= 400_000
