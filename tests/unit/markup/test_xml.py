"""XML comes in guarded, and as much of it as the caller asks for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swifeeds.errors import ExtractError
from swifeeds.markup import parse_xml

BILLION_LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">
<!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]><rss>&lol2;</rss>"""
EXTERNAL = b"""<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>"""
PARAMETER = b"""<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;]><rss/>"""
MARKUP_IN_ENTITY = b"""<!DOCTYPE rss [<!ENTITY x "<b>">]><rss>&x;</rss>"""
BROKEN_DTD = b"""<!DOCTYPE rss [ <!-- " <!ENTITY x "y"> <rss>&x;</rss>"""
BEHIND_COMMENT = b"""<!-- a --><!-- b --><!DOCTYPE r [<!ENTITY x "y">]><r>&x;</r>"""


@pytest.mark.parametrize(
    "bomb", [BILLION_LAUGHS, EXTERNAL, PARAMETER, MARKUP_IN_ENTITY, BROKEN_DTD, BEHIND_COMMENT]
)
@pytest.mark.parametrize("recover", [False, True])
def test_a_document_that_declares_entities_is_refused(bomb, recover):
    with pytest.raises(ExtractError, match="declares entities"):
        parse_xml(bomb, recover=recover)


@pytest.mark.parametrize(
    "body", [b"", b"   ", b"plain words", b"<!-- only -->", b"<?xml version='1.0'?>"]
)
def test_a_document_without_an_element_is_refused(body):
    with pytest.raises(ExtractError, match="no XML element"):
        parse_xml(body)


def test_a_deep_tree_is_refused():
    with pytest.raises(ExtractError, match="not well-formed"):
        parse_xml(b"<a>" * 100_000 + b"</a>" * 100_000)


@pytest.mark.parametrize(
    "before",
    [
        b"\n\n",
        b"\xef\xbb\xbf\n",
        b"<br />\n<b>Warning</b>: something in <b>x.php</b> on line <b>3</b><br />\n",
        b"<!-- made by <b>us</b> & them -->",
        b'<?xml-stylesheet href="a.css"?>',
        b'<!DOCTYPE rss PUBLIC "-//N//DTD" "http://example.org/rss.dtd">',
        b"<!DOCTYPE rss [<!ELEMENT rss (channel)> <!-- it's ] -->]>",
    ],
)
def test_what_stands_before_the_root_is_dropped(before):
    declared = b'<?xml version="1.0"?>' if b"Warning" in before else b""
    assert parse_xml(before + declared + b"<rss><channel/></rss>").tag == "rss"


def test_a_declaration_inside_a_code_sample_is_content():
    body = b"<rss><d><![CDATA[<?xml version='1.0'?><x/>]]></d></rss>"
    assert parse_xml(body).findtext("d") == "<?xml version='1.0'?><x/>"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a&nbsp;b", "a\xa0b"),
        ("Black & White", "Black & White"),
        ("a&b;c", "a&b;c"),
        ("&#146;&#x2019;", "’’"),
        ("x&#11;y", "xy"),
        ("x\x0by", "xy"),
        ("&lt;b&gt; &LT;", "<b> <"),
        ("&#" + "1" * 5000 + ";", None),
        ("<![CDATA[a & b &nbsp;]]>", "a & b &nbsp;"),
    ],
)
def test_references_that_feeds_use_undeclared_are_read(written, read):
    assert parse_xml(f"<t>{written}</t>".encode()).text == read


def test_recovery_gives_what_came_before_the_break():
    body = b"<rss><item>1</item><item>2</item><item>thr"
    with pytest.raises(ExtractError, match="not well-formed"):
        parse_xml(body, url="https://example.org/feed")
    assert [item.text for item in parse_xml(body, recover=True)] == ["1", "2", "thr"]


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_give_a_tree_or_our_error(body):
    for recover in (False, True):
        try:
            parse_xml(b"<r>" + body, recover=recover)
        except ExtractError:
            assert not recover or b"<!ENTITY" in body.upper() or b"<r>" not in body
