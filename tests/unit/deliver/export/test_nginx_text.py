from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.deliver.export.nginx_text import (
    LONGEST_WORD,
    exactly,
    keyed,
    pattern,
    pieces,
    quoted,
    valued,
)


def test_nothing_in_a_word_ends_it_or_becomes_a_variable():
    assert quoted('a"b\\c') == r'"a\"b\\c"'
    assert valued("$uri;}") == '"${swifeeds_dollar}uri;}"'
    assert exactly("/a.b$") == r'"~^/a\\.b\\$$"'


@pytest.mark.parametrize("text", ["a\nb", "a\rb", "\0", "a\tb", "\x7f"])
def test_a_control_character_is_refused(text):
    with pytest.raises(ValueError, match="control"):
        quoted(text)


@given(st.text(max_size=60))
def test_a_pattern_matches_its_own_text_alone(text):
    assert re.fullmatch(pattern(text), text)
    assert not re.fullmatch(pattern(text), f"{text}x")


@given(st.text(alphabet='ab$"\\é漢', max_size=9000))
def test_pieces_are_the_whole_text_and_each_fits_into_a_word(text):
    parts = pieces(text)
    assert "".join(parts) == text
    assert all(len(valued(part).encode()) <= LONGEST_WORD + 2 for part in parts)


def test_keys_that_differ_in_case_alone_are_matched_with_it():
    lines = dict(keyed({"/A": "1", "/a": "2", "/b": "3"}))
    assert lines == {'"~^/A$"': '"1"', '"~^/a$"': '"2"', '"/b"': '"3"'}
    assert dict(keyed({"/A": "1"}, ["/a"])) == {'"~^/A$"': '"1"'}
