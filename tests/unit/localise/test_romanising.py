"""Names that must meet themselves across scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.localise import romanise


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("Токио", "tokio"),
        ("طوكيو", "tokio"),
        ("Йошкар-Ола", "ioshkar-ola"),
        ("Żółć, Łódź, Straße", "zolc, lodz, strasse"),
        ("Αθήνα", "athina"),
        ("フィンランド", "finrando"),
        ("シャトル", "shatoru"),
        ("がん", "gan"),
        ("ﾄﾞｲﾂ", "doitsu"),
        ("東京オリンピック", "東京orinpiku"),
        ("٢٠٢٦", "2026"),
        ("", ""),
    ],
)
def test_a_name_is_read_in_latin_letters(text, latin):
    assert romanise(text) == latin


@given(st.text())
def test_any_text_is_read_and_case_does_not_count(text):
    assert romanise(text.upper().lower()) == romanise(text.upper())


@given(st.text(alphabet="abcxyz 019"))
def test_plain_latin_keeps_its_letters(text):
    assert romanise(text) == " ".join(text.split())
