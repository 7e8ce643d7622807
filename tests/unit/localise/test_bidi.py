from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swifeeds.localise.bidi import first_strong, isolate
from swifeeds.model import Direction

LTR, RTL = Direction.LTR, Direction.RTL


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Geneva", LTR), ("جنيف", RTL), ("12:30", None), ("", None), ("(10) جنيف", RTL),
        ("\u2068Geneva\u2069 جنيف", RTL), ('<time datetime="2009">مايو</time>', RTL), ("日本", LTR),
    ],
)  # fmt: skip
def test_the_first_letter_gives_the_direction(text, found):
    assert first_strong(text) is found


def test_only_the_other_direction_is_isolated():
    assert isolate("Reuters", RTL) == "\u2068Reuters\u2069"
    assert isolate("Reuters", LTR) == "Reuters"
    assert isolate("15:45", RTL) == "15:45"
    assert isolate("رويترز", RTL) == "رويترز"


@given(st.text(max_size=60), st.sampled_from(Direction))
@settings(max_examples=100, deadline=None)
def test_isolating_twice_changes_nothing_more(text, around):
    once = isolate(text, around)
    if "\u2069" not in text and not {"\u2066", "\u2067", "\u2068"} & set(text):
        assert isolate(once, around) == once
