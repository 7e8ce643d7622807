"""However broken a page is, it gives a tree; a bomb gives one sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swifeeds.errors import ExtractError
from swifeeds.markup import parse_html, size, text_of


def test_a_broken_page_gives_its_text():
    assert text_of(parse_html(b"<p>One<p>Two <b>three</p></i>")) == "One Two three"


def test_the_text_of_an_element_leaves_scripts_and_what_follows_out():
    root = parse_html(b"<div><p>A<script>var x = '<p>';</script> &amp; B</p>tail</div>")
    assert text_of(root.find(".//p")) == "A & B"


def test_the_page_names_its_own_charset():
    page = '<html><head><meta charset="windows-1251"></head><p>Москва</p>'.encode("windows-1251")
    assert text_of(parse_html(page)) == "Москва"


@pytest.mark.parametrize("body", [b"", b"   ", b"\x00\x01"])
def test_an_empty_page_is_refused(body):
    with pytest.raises(ExtractError, match=r"^https://example\.org/: is empty"):
        parse_html(body, url="https://example.org/")


@pytest.mark.parametrize("cap", ["characters", "tags"])
def test_a_page_beyond_the_caps_is_refused(monkeypatch, cap):
    monkeypatch.setattr(size, "PAGE", replace(size.PAGE, **{cap: 20}))
    with pytest.raises(ExtractError, match=cap):
        parse_html("<p>" * 21)


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_give_a_tree_or_our_error(body):
    try:
        root = parse_html(body)
    except ExtractError:
        return
    assert root.tag == "html"


def test_a_sign_of_less_in_a_long_script_is_no_tag_with_many_attributes():
    script = "for (i = 0; i<vendors.length; i++) { a = b }" + " x = y ;" * 800
    assert parse_html(f"<script>{script}</script><p>Text.</p>").findtext(".//p") == "Text."


@given(st.text(alphabet="ab \n\t\xa0&;<>lt\u0301\u200f\u200b\u202e\u3000'\"é", max_size=30))
def test_text_alone_is_read_as_it_is_among_markup(words):
    alone = parse_html("<h1></h1>").find(".//h1")
    among = parse_html("<h1><b></b></h1>").find(".//h1")
    alone.text = among.text = words
    assert text_of(alone) == text_of(among)


@pytest.mark.parametrize("name", ["script", "style"])
def test_a_script_alone_has_no_text(name):
    assert text_of(parse_html(f"<{name}>words</{name}>").find(f".//{name}")) is None
