"""The sieve: whatever holds a stem passes, and most of what holds none does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.extract import sieve
from swifeeds.extract.folding import fold
from swifeeds.extract.sieve import Sieve

STEMS = {
    "kommentar": 1,
    "mail an": 2,
    " cms": 4,
    "記事": 8,
    "文": 16,
    "ошибк": 32,
    "お問合": 64,
    "こちら": 128,
}


@pytest.fixture
def stems() -> Sieve:
    return Sieve(STEMS)


@pytest.mark.parametrize(
    ("text", "bits"),
    [
        ("Kommentare: geschlossen", 1),
        ("unkommentiert, Leserkommentare!", 1),
        ("eine E-Mail an uns", 2),
        ("aus dem CMS", 4),
        ("旧CMSから", 4),
        ("この記事は", 8),
        ("文章", 16),
        ("Ошибки?", 32),
        ("ご質問はお問合せ窓口まで、記事の番号を添えて" * 3, 64 + 8),
        ("こちら", 128),
        ("問合せ", 0),
        ("Kommentare im CMS", 5),
    ],
)
def test_a_text_has_the_bits_of_the_stems_in_it(stems: Sieve, text: str, bits: int) -> None:
    assert stems.bits_of(text) == bits


def test_a_stem_that_must_begin_a_word_is_not_found_inside_one(stems: Sieve) -> None:
    assert stems.bits_of("acmsb") == 0


def test_a_text_without_stems_has_no_bits(stems: Sieve) -> None:
    assert stems.bits_of("The talks will resume on Monday. 会談") == 0


@given(st.sampled_from(sorted(STEMS)), st.text(max_size=30), st.text(max_size=30))
def test_no_text_that_holds_a_stem_is_held_back(stem: str, before: str, after: str) -> None:
    text = f"{before}{stem}{after}"
    if stem in fold(text):
        assert Sieve(STEMS).bits_of(text) & STEMS[stem]


def test_words_beyond_what_is_remembered_are_still_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sieve, "_KNOWN_WORDS", 3)
    stems = Sieve(STEMS)
    texts = ["eins zwei drei vier Kommentar", "fünf sechs sieben acht cms"]
    assert [stems.bits_of(text) for text in texts * 2] == [1, 4, 1, 4]
