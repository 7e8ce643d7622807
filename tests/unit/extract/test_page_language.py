"""The language of a page: by declaration, checked by what its text is written in."""

from __future__ import annotations

import pytest
from tests.unit.extract.page_documents import make_document, make_source

from swifeeds.extract import extract_article

TEXTS = {
    "en": "The crews had stopped work on Monday, and the boats were left at the quays.",
    "de": "Die Besatzungen hatten am Montag die Arbeit niedergelegt, und sie lagen im Hafen.",
    "fr": "Les équipages avaient cessé le travail, et les bateaux sont restés à quai lundi.",
    "it": "Gli equipaggi avevano fermato il lavoro e le barche sono rimaste nel porto.",
    "es": "Las tripulaciones habían parado el lunes y los barcos se quedaron en el puerto.",
    "pt": "As tripulações tinham parado na segunda-feira e os barcos ficaram no porto.",
    "ja": "乗組員は月曜日に仕事を止め、船は二日間も港に残されたままだった。会社はこれを発表した。",
    "ar": "توقفت الطواقم عن العمل يوم الاثنين وبقيت القوارب في الميناء لمدة يومين.",
    "zh": "船员们星期一停止了工作，船只在港口停留了两天。公司说，这是多年来的第一次罢工。",
    "ru": "Экипажи прекратили работу в понедельник, и лодки два дня стояли в порту.",
}  # fmt: skip
MENU = "<ul><li><a href='/1'>Home</a></li><li><a href='/2'>About us and our work</a></li></ul>"


def draft_of(declared, text, *, source="en", head=""):
    attribute = f" lang='{declared}'" if declared else ""
    html = (
        f"<html{attribute}><head><title>-</title>{head}</head><body>{MENU}<article><h1>881</h1>"
        + f"<p>{text}</p>" * 4
        + "</article></body></html>"
    )
    return extract_article(make_document(html), make_source(language=source)).drafts[0]


@pytest.mark.parametrize("language", TEXTS)
def test_a_true_declaration_holds(language):
    draft = draft_of(language, TEXTS[language], source="de")
    assert draft.language == language
    assert "language" not in dict(draft.provenances)


@pytest.mark.parametrize("language", [one for one in TEXTS if one != "en"])
def test_a_declaration_that_the_text_plainly_denies_does_not(language):
    draft = draft_of("en", TEXTS[language])
    assert (draft.language, dict(draft.provenances)["language"]) == (language, "text")


def test_another_statement_of_the_page_goes_before_the_text_s_own():
    locale = '<meta property="og:locale" content="es_MX">'
    assert draft_of("en", TEXTS["es"], head=locale).language == "es-MX"


@pytest.mark.parametrize("declared", ["ca", "gl", "ro"])
def test_a_neighbour_of_the_ten_is_believed(declared):
    assert draft_of(declared, TEXTS["es"]).language == declared


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("en", "เรือกลับมาวิ่งอีกครั้งในวันพฤหัสบดี และคนทำงานก็กลับมา", "th"),
        (None, "ნავები ხუთშაბათს კვლავ იმოძრავებენ, განაცხადა კომპანიამ", "ka"),
        ("th", TEXTS["en"], "en"),
    ],
)
def test_a_script_denies_a_language_that_is_not_written_in_it(declared, text, language):
    assert draft_of(declared, text * 2).language == language


HANT = "船員們星期一停止了工作，船隻在港口停留了兩天。公司說，這是多年來的第一次罷工。"


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("zh", HANT, "zh-Hant"),
        ("zh-CN", HANT, "zh-Hant"),
        ("zh-TW", HANT, "zh-TW"),
        ("zh-Hant", HANT, "zh-Hant"),
        ("zh-TW", TEXTS["zh"], "zh-Hans"),
        ("zh", TEXTS["zh"], "zh"),
        ("en", HANT, "zh-Hant"),
        (None, HANT, "zh-Hant"),
    ],
)
def test_chinese_is_of_the_script_that_its_characters_are_of(declared, text, language):
    assert draft_of(declared, text).language == language
