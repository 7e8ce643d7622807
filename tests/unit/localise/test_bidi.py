from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.hostile_text import hostile, left_open

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


@pytest.mark.parametrize(
    ("text", "around", "expected"),
    [
        ("قمة G7", RTL, "\u2068قمة G7\u2069"),  # a number behind it would go with the letters
        ("Geneva جنيف", LTR, "\u2068Geneva جنيف\u2069"),
        ("قمة G7 في جنيف", RTL, "قمة G7 في جنيف"),
        ("G20 في روما", RTL, "\u2067G20 في روما\u2069"),  # or it would begin with the last word
        ("The word سلام", LTR, "\u2068The word سلام\u2069"),
        ("The word سلام means peace", RTL, "\u2068The word سلام means peace\u2069"),
        ("مبادرة الثقة (JTI)", RTL, "مبادرة الثقة (JTI)"),
        ("\u202eGeneva", LTR, "Geneva"),
        ("Geneva\u2069 \u2067", RTL, "\u2068Geneva \u2069"),
        ("\u202aGeneva\u202c", LTR, "\u2068\u202aGeneva\u202c\u2069"),
        ("Geneva\u2029جنيف", LTR, "\u2068Geneva جنيف\u2069"),
        ("\u200fGeneva", LTR, "\u2068\u200fGeneva\u2069"),
    ],
)
def test_what_would_turn_its_neighbours_is_held(text, around, expected):
    assert isolate(text, around) == expected


def test_no_letter_is_overlooked_that_is_written_from_right_to_left():
    turning = [chr(code) for code in range(0x110000)]
    turning = [one for one in turning if unicodedata.bidirectional(one) in {"R", "AL"}]
    assert len(turning) > 1000
    assert [one for one in turning if isolate(one, LTR) == one] == []


@given(hostile(), st.sampled_from(Direction))
@settings(max_examples=500, deadline=None)
def test_whatever_a_name_holds_its_sentence_stays_as_it_is(text, around):
    held = isolate(text, around)
    assert not left_open(held)
    assert not {"\n", "\u2029"} & set(held)
    assert isolate(held, around) == held
    letters = [one for one in text if unicodedata.category(one)[0] in "LN"]
    assert [one for one in held if unicodedata.category(one)[0] in "LN"] == letters
    if not held.startswith("\u2068"):
        assert first_strong(held) in {None, around}
