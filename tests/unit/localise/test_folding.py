"""Text made comparable before a date is read from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.localise.folding import fold_date

ASCII = st.text(st.characters(max_codepoint=127), min_size=1).filter(lambda text: text.strip())


@given(ASCII)
def test_the_quick_way_of_plain_text_ends_where_the_long_one_does(text):
    """A sign that means nothing to a date sends the same text the long way."""
    assert fold_date(f"{text} ש") == f"{fold_date(text)} ש"


@pytest.mark.parametrize(
    ("text", "folded"),
    [("4 AOÛT 2026", "4 aout 2026"), ("令和八年", "2026年"), ("二〇二六年十一月", "2026年11月")],
)
def test_accents_eras_and_han_numerals_become_plain(text, folded):
    assert fold_date(text) == folded
