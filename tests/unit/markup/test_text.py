"""Plain text fit for XML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from swifeeds.markup import escape, plain_text, strip_control


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("A &amp;amp; B", "A & B"),
        ("<b>Bold</b> claim", "Bold claim"),
        ("&lt;i&gt;Italics&lt;/i&gt; escaped", "Italics escaped"),
        ("5 <6 and A < B", "5 <6 and A < B"),
        ("One<br>two<p>three</p>", "One two three"),
        ("<script>x()</script>Text", "Text"),
        ("  spaced\u00a0\n out ", "spaced out"),
        ("\u200fعنوان", "عنوان"),
        ("<![CDATA[inside]]>", "inside"),
        ("e\u0301", "é"),
    ],
)
def test_what_a_person_reads_is_left(text, plain):
    assert plain_text(text) == plain


@pytest.mark.parametrize("text", ["", "  ", "<p></p>", "&nbsp;", "\x00\x0b"])
def test_nothing_is_none(text):
    assert plain_text(text) is None


@given(st.text())
def test_plain_text_is_always_fit_for_xml_and_stable(text):
    plain = plain_text(text)
    if plain is not None:
        element = etree.fromstring(f"<t>{escape(plain)}</t>".encode())
        assert element.text == plain
        assert plain == " ".join(plain.split())


@given(st.text(st.characters(codec=None)))
def test_control_characters_and_lone_surrogates_are_gone(text):
    etree.fromstring(f"<t>{escape(strip_control(text))}</t>".encode())
