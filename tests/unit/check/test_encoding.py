"""Encodings of XML: RFC 7303 for whose word counts, XML 1.0 appendix F for what the bytes show."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.check.making import NOW

from swifeeds.check.encoding import decode_document
from swifeeds.check.notes import Notes


def decoded(body, charset=None):
    """The text, and (rule, line, column) of what was noted."""
    notes = Notes(now=NOW)
    text = decode_document(body, charset, notes)
    return text, [(one.rule, one.line, one.column) for one in notes.found()]


def noted(body, charset=None):
    return decoded(body, charset)[1]


def document(encoding=None, text="é"):
    declared = f' encoding="{encoding}"' if encoding else ""
    return f'<?xml version="1.0"{declared}?><a>{text}</a>'


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (document().encode(), None),
        (document().encode(), "utf-8"),
        (document("utf-8").encode(), "UTF8"),
        ("<a>é</a>".encode(), None),
        (document("utf-8").encode("utf-8-sig"), "utf-8"),
        (document().encode("utf-16"), None),
        (document("utf-16").encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + document("UTF-16").encode("utf-16-be"), None),
        (document("utf-16").encode("utf-16-le"), None),
        (document("ISO-10646-UCS-2").encode("utf-16"), None),
    ],
)
def test_what_fits_together_is_read_without_a_word(body, charset):
    text, found = decoded(body, charset)
    assert text.endswith("<a>é</a>")
    assert found == []


@pytest.mark.parametrize(
    ("encoding", "rule"),
    [
        ("iso-8859-1", "nonstd-encoding"),
        ("Windows-1252", "nonstd-encoding"),
        ("Shift_JIS", "nonstd-encoding"),
        ("koi8-r", "nonstd-encoding"),
        ("mac-cyrillic", "obscure-encoding"),
        ("big5", "obscure-encoding"),
        ("iso-8859-5", "obscure-encoding"),
        ("x-fake", "unknown-encoding"),
        ("hex", "unknown-encoding"),
        ("utf-7", "unknown-encoding"),
        ("unicode_escape", "unknown-encoding"),
        ("utf-16", "unicode-error"),
        ("utf-32", "obscure-encoding"),
        ("ibm037", "obscure-encoding"),
    ],
)
def test_a_declared_encoding_is_judged_where_it_is_declared(encoding, rule):
    assert noted(document(encoding, "x").encode())[0] == (rule, 1, 31)


def test_the_place_of_a_declaration_counts_tabs_as_an_editor_does():
    body = b'<?xml\n\tversion="1.0"\n  \t\t encoding="mac-cyrillic"?><a/>'
    assert noted(body) == [("obscure-encoding", 3, 28)]


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1251", "euc-jp", "gb18030"])
def test_the_document_is_read_in_the_encoding_that_it_states(encoding):
    letters = {"windows-1251": "Ж", "euc-jp": "山", "gb18030": "山"}.get(encoding, "é")
    assert f"<a>{letters}</a>" in decoded(document(encoding, letters).encode(encoding))[0]


def test_the_word_of_the_transport_counts_before_that_of_the_document():
    text, found = decoded(document("iso-8859-1").encode(), "utf-8")
    assert "<a>é</a>" in text
    assert ("encoding-mismatch", None, None) in found


def test_a_byte_order_mark_counts_before_the_transport():
    text, found = decoded(document("utf-8").encode("utf-8-sig"), "iso-8859-1")
    assert "<a>é</a>" in text
    assert found == [("encoding-mismatch", None, None)]


@pytest.mark.parametrize("charset", ["utf-16", "utf-32", "cp037"])
def test_a_transport_that_names_what_the_bytes_cannot_be_is_not_believed(charset):
    text, found = decoded(document().encode(), charset)
    assert "<a>é</a>" in text
    assert found == [("encoding-mismatch", None, None)]


def test_a_transport_that_names_what_is_no_encoding_is_not_believed():
    text, found = decoded(document().encode(), "X-FAKE")
    assert "<a>é</a>" in text
    assert found == [("unknown-encoding", None, None)]


def test_the_first_byte_that_does_not_fit_is_told():
    text, found = decoded('<?xml version="1.0"?>\n<a>\nCafé</a>'.encode("latin-1"))
    assert found == [("unicode-error", 3, 4)]
    assert "Caf\ufffd</a>" in text


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (document("iso-8859-1").encode("utf-8-sig"), None),
        (document("utf-8").encode("utf-16"), None),
        (document("utf-32").encode("utf-16"), None),
        (document().encode("utf-16-le"), None),
        (document().encode("utf-32-be"), None),
    ],
)
def test_a_declaration_that_the_first_bytes_belie_is_found_and_the_bytes_are_believed(
    body, charset
):
    text, found = decoded(body, charset)
    assert "<a>é</a>" in text
    assert "unicode-error" in [rule for rule, _, _ in found]


def test_ebcdic_is_read_by_its_declaration():
    text, found = decoded(document("ibm037").encode("cp037"))
    assert "<a>é</a>" in text
    assert found == [("obscure-encoding", 1, 31)]


def test_what_stands_before_the_declaration_is_found_and_lines_keep_their_numbers():
    text, found = decoded(b'\n \n<?xml version="1.0"?>\n<a>\n</a>')
    assert found == [("wp-blank-line", 1, 1)]
    assert text.startswith("<?xml")
    assert text.split("\n").index("<a>") == 3


def test_a_second_byte_order_mark_is_something_before_the_declaration():
    text, found = decoded(codecs.BOM_UTF8 * 2 + document().encode())
    assert found == [("wp-blank-line", 1, 1)]
    assert text == document()


def test_a_blank_line_before_the_root_alone_is_no_fault():
    assert noted(b"\n<a/>") == []


@pytest.mark.parametrize("version", ["1.1", "2.0", ""])
def test_a_version_that_no_reader_knows_is_found(version):
    assert noted(f'<?xml version="{version}"?><a/>'.encode()) == [("bad-xml-version", 1, 1)]


@given(st.binary(), st.none() | st.text() | st.sampled_from(["utf-16", "utf-8", "hex", "big5"]))
def test_any_bytes_become_text(body, charset):
    text, _ = decoded(body, charset)
    assert isinstance(text.encode("utf-8", "surrogatepass"), bytes)


@given(st.binary(), st.sampled_from(["", "utf-8", "utf-16", "big5", "\x00", "zip", "idna"]))
def test_any_bytes_behind_a_declaration_become_text(body, encoding):
    text, _ = decoded(f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + body)
    assert text.startswith("<?xml")
