"""Bytes become text by the most believable word."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swifeeds.markup import as_utf8, decode


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        ("Zürich".encode(), None, "Zürich"),
        ("Zürich".encode("latin-1"), None, "Zürich"),
        ("Москва".encode("koi8-r"), "koi8-r", "Москва"),
        (codecs.BOM_UTF8 + "Zürich".encode(), "koi8-r", "Zürich"),
        ("<a>Зима</a>".encode("utf-16"), None, "<a>Зима</a>"),
        ("<a>Зима</a>".encode("utf-16-le"), "windows-1251", "<a>Зима</a>"),
        ("東京".encode("shift_jis"), "Shift_JIS", "東京"),
        (b"\x93quoted\x94", "iso-8859-1", "“quoted”"),
        (b"<?xml version='1.0' encoding='windows-1251'?><a>\xc7</a>", None, "З"),
        (b'<html><meta charset="windows-1251">\xc7', None, "З"),
    ],
)
def test_the_most_believable_word_decides(body, charset, text):
    assert text in decode(body, charset)


def test_the_transport_outranks_the_document():
    body = "<?xml version='1.0' encoding='utf-8'?><a>З</a>".encode("windows-1251")
    assert "З" in decode(body, "windows-1251")


LABELS = ("ISO-8859-1", "windows-1251", "koi8-r", "windows-1256", "iso-8859-2", "windows-874")


@pytest.mark.parametrize("label", LABELS)
def test_a_byte_a_letter_is_not_believed_of_what_is_utf_8(label):
    text = "Zürich, Москва, القاهرة, 東京"
    assert decode(text.encode(), label) == text
    assert decode(f'<?xml version="1.0" encoding="{label}"?>{text}'.encode()).endswith(text)


def test_utf_16_written_in_ascii_is_not_believed():
    assert "<a>é</a>" in decode('<?xml version="1.0" encoding="utf-16"?><a>é</a>'.encode())


@pytest.mark.parametrize("label", ["klingon", "rot13", "idna", "unicode_escape", "a\0b", "utf-7"])
def test_a_label_that_names_no_encoding_of_documents_is_passed_over(label):
    assert decode("Zürich \\u0041 +ADw-".encode(), label) == "Zürich \\u0041 +ADw-"


def test_one_stray_byte_costs_one_letter():
    body = ("Zürich und Genf. " * 20).encode() + b"\xfc"
    assert decode(body, "utf-8") == "Zürich und Genf. " * 20 + "\ufffd"


def test_windows_1252_under_the_name_of_utf_8_loses_no_letter():
    assert decode(("Zürich und Genf. " * 20).encode("cp1252"), "utf-8") == "Zürich und Genf. " * 20


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("euc-jp", "ゲーム三昧な正月をずっとプレイしている。東京で会議が開かれた。"),
        ("shift_jis", "ゲーム三昧な正月をずっとプレイしている"),
        ("euc-kr", "서울에서 열린 회의에 대한 새로운 소식"),
        ("big5", "中國新聞網今天報導說北京舉行會議"),
        ("gbk", "中国新闻网今天报道说北京举行会议"),
        ("windows-1251", "В Москве открылась новая выставка, сообщает агентство"),
        (
            "windows-1255",
            "ראש הממשלה אמר היום כי הדיונים על התקציב יימשכו גם מחר, והוסיף שתציג את התוכנית",
        ),
        ("cp874", "นายกรัฐมนตรีกล่าวว่าการประชุมจะดำเนินต่อไป"),
    ],
)
def test_what_nobody_declared_is_known_by_its_bytes(encoding, text):
    body = f"<rss><channel><item><title>{text}</title></item></channel></rss>".encode(encoding)
    assert text in decode(body)


@pytest.mark.parametrize(
    "text",
    ["L’été à la montagne, où l’on dîne", "Zürich: Überschwemmung", "Plain words and a café",
     "El niño comió piñas mañana", "“Quoted” – and dashed"],
)  # fmt: skip
def test_latin_letters_that_nobody_declared_are_those_of_windows_1252(text):
    assert decode(f"<p>{text}</p>".encode("cp1252")) == f"<p>{text}</p>"


@given(st.binary(max_size=200), st.none() | st.text(max_size=12))
@settings(deadline=None)
def test_reading_never_fails(body, charset):
    assert isinstance(decode(body, charset), str)


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        ("Zürich".encode(), None),
        ("Zürich".encode(), "latin-1"),
        ("Zürich".encode("latin-1"), None),
        ("Москва".encode("koi8-r"), "koi8-r"),
        (codecs.BOM_UTF8 + "Zürich".encode(), None),
        ("<a>Зима</a>".encode("utf-16"), None),
        (b"stray \xff in words of UTF-8: " + "Zürich ".encode() * 40, "utf-8"),
    ],
)
def test_the_text_and_its_utf8_say_the_same(body, charset):
    assert as_utf8(body, charset).decode() == decode(body, charset)
