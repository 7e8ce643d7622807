"""Words as each language forms them."""

from __future__ import annotations

import pytest

from swifeeds.group import contains_word


@pytest.mark.parametrize(
    ("language", "word", "text"),
    [
        ("en", "Abkhazia", "ABKHAZIA’s delegation stayed away"),
        ("en-GB", "South Ossetia", "in South Ossetia, again"),
        ("de", "Gletscher", "Zustand des Gletschers"),
        ("fr", "Abkhazie", "la question de l’Abkhazie"),
        ("ja", "氷河", "アルプスの氷河が縮む"),
        ("zh-Hans", "冰川", "阿尔卑斯冰川缩小"),
        ("ar", "أبخازيا", "وأبخازيا وأوسيتيا"),
        ("ar", "قوقاز", "محادثات القوقاز في جنيف"),
        ("ru", "Абхазия", "в Абхазии и Южной Осетии"),
        ("ru", "Южная Осетия", "представители Южной Осетии"),
    ],
)
def test_a_word_is_found_in_the_forms_of_its_language(language, word, text):
    assert contains_word(text, word, language)


@pytest.mark.parametrize(
    ("language", "word", "text"),
    [
        ("en", "Iran", "the Iranian plateau"),
        ("de", "Eis", "eine Reise nach Bern"),
        ("fr", "mer", "la mère et la fille"),
        ("ar", "بن", "لبنان"),
        ("ru", "мир", "мировой рынок"),
        ("es", "sol", "solo"),
    ],
)
def test_a_part_of_another_word_is_no_hit(language, word, text):
    assert not contains_word(text, word, language)
