"""XML from outside, good and bad."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.errors import ExtractError
from swifeeds.markup import decode, parse_html, parse_xml


def text(body: bytes, **options) -> str | None:
    return parse_xml(body, **options).text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"<r>a &nbsp;b</r>", "a \u00a0b"),
        (b"<r>A & B &unknown; &amp;</r>", "A & B &unknown; &"),
        (b"<r>a\x0b&#11;b</r>", "ab"),
        (b"\n\n <r>x</r>", "x"),
        (b"<br />PHP Warning<?xml version='1.0'?><r>x</r>", "x"),
        (b"<!DOCTYPE r SYSTEM 'http://x.example/r.dtd'><r>x</r>", "x"),
        (b"<!DOCTYPE r [<!ELEMENT r ANY>]><r>x</r>", "x"),
        (b"<r><![CDATA[A & <b>]]></r>", "A & <b>"),
        ("\ufeff<r>é</r>".encode(), "é"),
        ("<?xml version='1.0' encoding='utf-16'?><r>é</r>".encode("utf-16"), "é"),
        (b"<?xml version='1.0' encoding='iso-8859-1'?><r>\xe9\x80</r>", "é€"),
        (b"<?xml version='1.0' encoding='nonsense'?><r>\xc3\xa9</r>", "é"),
    ],
)
def test_what_feeds_get_wrong_is_read_all_the_same(body, expected):
    assert text(body) == expected


def test_the_transports_charset_beats_the_documents():
    body = "<?xml version='1.0' encoding='utf-8'?><r>Привет</r>".encode("windows-1251")
    assert text(body, charset="windows-1251") == "Привет"


@pytest.mark.parametrize(
    "body",
    [
        b'<!DOCTYPE r [<!ENTITY a "x">]><r>&a;</r>',
        b'<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><r>&b;</r>',
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>',
        b'<!doctype r [\n<!ELEMENT r ANY>\n<!entity x "y">]><r>&x;</r>',
    ],
)
@pytest.mark.parametrize("recover", [True, False])
def test_declared_entities_are_refused_on_every_way(body, recover):
    with pytest.raises(ExtractError, match="entities"):
        parse_xml(body, recover=recover, url="https://n.example/rss")


@pytest.mark.parametrize("body", [b"", b"   ", b"no markup", b"{}"])
def test_a_document_without_an_element_is_refused_with_its_address(body):
    with pytest.raises(ExtractError, match=r"https://n\.example/rss"):
        parse_xml(body, url="https://n.example/rss")


def test_broken_xml_is_refused_or_recovered_as_asked():
    with pytest.raises(ExtractError, match="not well-formed"):
        parse_xml(b"<r><a>x</r>")
    assert parse_xml(b"<r><a>x</r>", recover=True)[0].text == "x"


def test_depth_without_end_is_refused():
    with pytest.raises(ExtractError):
        parse_xml(b"<r>" + b"<a>" * 5000 + b"</a>" * 5000 + b"</r>")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_and_any_document_is_read_or_refused(body):
    assert isinstance(decode(body), str)
    for parse in (parse_xml, parse_html):
        try:
            parse(body)
        except ExtractError:
            continue
