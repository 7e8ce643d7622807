"""Sentences of our own about the talks in Geneva, one for each language."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swifeeds.localise.detection import detect_language, language_of_script
from swifeeds.localise.languages import LANGUAGES

SENTENCES = {
    "en": "The delegations met in Geneva for the fifth time since the end of the war.",
    "de": "Die Delegationen sind zum fünften Mal seit dem Ende des Krieges in Genf.",
    "fr": "Les délégations se sont réunies à Genève pour la cinquième fois depuis la guerre.",
    "it": "Le delegazioni si sono incontrate a Ginevra per la quinta volta dopo la guerra.",
    "es": "Las delegaciones se reunieron en Ginebra por quinta vez desde el final de la guerra.",
    "pt": "As delegações não se reuniram em Genebra pela quinta vez desde o fim da guerra.",
    "ja": "代表団は戦争終結後5回目となる会合をジュネーブで開いた。",
    "ar": "اجتمعت الوفود في جنيف للمرة الخامسة منذ انتهاء الحرب.",
    "zh": "各代表团在日内瓦举行了战争结束以来的第五次会谈。",
    "ru": "Делегации встретились в Женеве в пятый раз, чтобы обсудить итоги войны.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_of_the_ten_is_known(language):
    assert detect_language(SENTENCES[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "", "12:30", "Geneva", "SWI swissinfo.ch", "日本", "Женева",
        "Делегації зустрілися в Женеві для переговорів",
        "هیئت‌ها برای پنجمین بار در ژنو دیدار کردند",
        "제네바에서 회담이 열렸다",
        "Delegațiile s-au întâlnit la Geneva pentru a cincea oară",
        "De delegaties kwamen voor de vijfde keer bijeen",
    ],
)  # fmt: skip
def test_what_is_not_plain_is_not_guessed(text):
    assert detect_language(text) is None


def test_a_japanese_name_does_not_make_a_chinese_text_japanese():
    assert (
        detect_language("这家名为“の”的商店位于东京市中心，老板是在当地生活了三十年的中国人。")
        == "zh"
    )


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_text_gives_one_of_the_ten_or_nothing(text):
    assert detect_language(text) in {*LANGUAGES, None}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("เรือกลับมาวิ่งอีกครั้งในวันพฤหัสบดี", "th"),
        ("ნავები ხუთშაბათს კვლავ იმოძრავებენ", "ka"),
        ("배는 목요일부터 다시 운항한다", "ko"),
        ("Τα πλοία αναχωρούν ξανά την Πέμπτη", "el"),
        ("नावें गुरुवार से फिर चलेंगी", "hi"),
        ("The boats run again on Thursday", None),
        ("", None),
    ],
)
def test_a_script_of_its_own_tells_a_language(text, language):
    assert language_of_script(text) == language
    assert detect_language(text) in {None, "en"}


def test_a_neighbour_of_the_ten_is_none_of_them():
    danish = (
        "Skibene sejler igen på torsdag, efter at besætningerne har nedlagt arbejdet i to dage for"
        " at få kortere vagter om natten, siger havnekontoret i en meddelelse til pressen."
    )
    assert detect_language(danish) is None
