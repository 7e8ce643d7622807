"""What is told of a document is a line, whatever the words of strangers in it are."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from swifeeds.model import Reject, Remark, RemarkKind

WORDS = st.text(st.characters())


@given(WORDS)
@example("--------\nhttps://n.example.org/lake")
@example("a\r\n\tb\x1b[2J\x85c\u2028d")
@example("caf\udce9.xml")
def test_subject_and_sentence_are_one_line_that_can_be_written(words):
    reject = Reject(subject=words, reason=words)
    remark = Remark(kind=RemarkKind.PROFILE_MISSED, subject=words, message=words)
    for told in (reject.subject, reject.reason, remark.subject, remark.message):
        assert len(told.splitlines()) <= 1
        told.encode()
        assert [letter for letter in told if letter > " "] == [
            letter for letter in words if letter > " " and not is_breaking(letter)
        ]
    assert pickle.loads(pickle.dumps(reject)) == reject


def is_breaking(letter: str) -> bool:
    return "\x7f" <= letter <= "\x9f" or letter in "\u2028\u2029" or "\ud800" <= letter <= "\udfff"


@pytest.mark.parametrize("words", ["“Süßes” – an AFP item", "می‌خواهم", "שלום\u200f!", "日本 語"])
def test_words_of_every_language_stay_as_they_are(words):
    assert Reject(subject=words, reason=words).subject == words
