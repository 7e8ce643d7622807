from __future__ import annotations

import pytest

from swifeeds.localise.reading_time import reading_minutes


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", 228), ("de", 179), ("fr", 195), ("it", 188), ("es", 218), ("pt", 181), ("ru", 184),
     ("ar", 138), ("de-CH", 179), ("EN_gb", 228), ("nl", 202), ("sr-Latn", 184), ("xx", 184)],
)  # fmt: skip
def test_ten_minutes_hold_ten_times_the_words_of_the_study(language, words):
    assert reading_minutes("слово " * (10 * words), language) == 10


@pytest.mark.parametrize(
    ("language", "sign", "count"),
    [("zh", "会", 255), ("zh-Hant-TW", "會", 255), ("ja", "会", 357), ("ja", "か", 357),
     ("th", "ก", 882), ("km", "ក", 882)],
)  # fmt: skip
def test_a_script_without_spaces_is_counted_by_its_characters(language, sign, count):
    assert reading_minutes(sign * (10 * count), language) == 10


def test_punctuation_and_spaces_take_no_time():
    chinese = "会谈今天在日内瓦继续举行" * 100
    spoken = "会谈，今天　在日内瓦。继续举行！\n" * 100
    assert reading_minutes(chinese, "zh") == reading_minutes(spoken, "zh")
    french = "Que dit « Le Monde » : rien ? " * 100
    assert reading_minutes(french, "fr") == reading_minutes("Que dit Le Monde rien " * 100, "fr")


def test_a_chinese_passage_counts_in_an_english_text_and_an_english_one_in_a_chinese_text():
    mixed = "word " * 1140 + "会" * 1275
    assert reading_minutes(mixed, "en") == 10
    assert reading_minutes("会" * 1275 + " word" * 790, "zh") == 10


@pytest.mark.parametrize("text", ["", "   \n", "— … !", "。！？", "\u00a0»"])
def test_where_nothing_is_to_be_read_no_time_is_given(text):
    assert reading_minutes(text, "fr") is None
    assert reading_minutes(text, "zh") is None


def test_the_shortest_text_takes_a_minute_and_others_are_rounded():
    assert reading_minutes("One.", "en") == 1
    assert reading_minutes("word " * 330, "en") == 1
    assert reading_minutes("word " * 350, "en") == 2
