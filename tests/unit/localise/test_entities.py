"""Which places a text names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.localise import LANGUAGES, find_entities

TALKS = {
    "en": "Georgia and Russia resume talks in Geneva",
    "de": "Georgien und Russland nehmen in Genf die Gespräche wieder auf",
    "fr": "La Géorgie et la Russie reprennent les pourparlers à Genève",
    "it": "Georgia e Russia riprendono i colloqui a Ginevra",
    "es": "Georgia y Rusia reanudan las conversaciones en Ginebra",
    "pt": "Geórgia e Rússia retomam as conversações em Genebra",
    "ar": "جورجيا وروسيا تستأنفان المحادثات في جنيف",
    "ja": "ジョージアとロシア、ジュネーブで協議を再開",
    "zh": "格鲁吉亚与俄罗斯在日内瓦恢复会谈",
    "ru": "Грузия и Россия возобновили переговоры в Женеве",
}
TALKS_OF_2009 = {
    "en": "Georgian and Russian delegations leave the Geneva talks on South Ossetia and Abkhazia",
    "de": "Georgische und russische Delegation verlassen die Gespräche in Genf",
    "fr": "Les délégations géorgienne et russe quittent Genève sans accord sur l'Ossétie",
    "it": "Le delegazioni georgiana e russa lasciano i colloqui di Ginevra sull'Abkhazia",
    "es": "Las delegaciones georgiana y rusa abandonan las conversaciones de Ginebra sobre Abjasia",
    "pt": "As delegações georgiana e russa abandonam as conversações de Genebra sobre a Abcásia",
    "ar": "الوفدان الجورجي والروسي يغادران محادثات جنيف بشأن أبخازيا",
    "ja": "グルジアとロシアの代表団、南オセチアをめぐるジュネーヴ協議から退席",
    "zh": "格魯吉亞和俄羅斯代表團退出日內瓦會談",
    "ru": "Грузинская и российская делегации покинули Женеву без соглашения",
}


def codes(text: str, language: str) -> set[str]:
    return {entity.code for entity in find_entities(text, language)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_talks_are_found_in_every_language(language):
    assert codes(TALKS[language], language) == {"GE", "RU", "city:geneva"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_talks_are_found_as_the_newspapers_of_2009_wrote_of_them(language):
    assert {"GE", "RU", "city:geneva"} <= codes(TALKS_OF_2009[language], language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_capitals_alone_hide_nothing(language):
    assert {"GE", "RU", "city:geneva"} <= codes(TALKS[language].upper(), language)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # words of the language that are also places
        ("en", "Nice weather splits the reading public; mobile homes sell", set()),
        ("en", "Split decision in the appeals court", set()),
        ("en", "Thirty million turkeys, and a chad that hangs", set()),
        ("en", "Michael Jordan in Paris Hilton's New England home", set()),
        ("en", "TELL US WHAT YOU THINK OF IT", set()),
        ("en", "Georgia governor signs bill in Atlanta", {"city:atlanta"}),
        ("en", "Georgia runoff decides the Senate", set()),
        ("en", "Geneva Conventions turn sixty", set()),
        ("de", "Und las er die Zeitung, so las er sie ganz", set()),
        ("de", "Die guten Sitten der Deutschen Bank", set()),
        ("de", "Uno spielen bei der Post", set()),
        ("fr", "Maurice Chevalier reçoit ses cannes à la chine", set()),
        ("fr", "Une dinde du cochon d'Inde", set()),
        ("fr", "Dominique et Florence se marient", set()),
        ("it", "Ceci e pasta, ceci e pane", set()),
        ("de", "Ein Letter mehr", set()),
        ("es", "La calle San Martín y los Lagos", set()),
        ("ar", "بطولة للفروسية هي الأقصر", set()),
        ("it", "Nato a due passi dal porto, mali di stagione", set()),
        ("es", "La paz llegará cuando la colonia espere", set()),
        ("es", "El belén de la abuela y la goma", set()),
        ("pt", "Maurício comeu peru com ira", set()),
        ("ar", "تقرير مالي عن صحة جنين في ليل طويل", set()),
        ("ja", "ウインドウを開けてインドアで過ごす", set()),
        ("ja", "発展途上国の中国地方での報告", set()),
        ("zh", "发展中国家的援助，今日本市天气晴朗", set()),
        ("zh", "马里兰的阿曼达", set()),
        ("ru", "Того и гляди, перу конец в кубе", set()),
        ("ru", "Рассказы Чехова о баках", set()),
        ("ru", "Самое важное: Поляков заявил", set()),
    ],
)
def test_false_friends(language, text, expected):
    assert codes(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "code", "surface"),
    [
        ("ja", "グルジア外相が会見", "GE", "グルジア"),
        ("de", "Aufstand in Birma", "MM", "Birma"),
        ("en", "Burma frees opposition leader", "MM", "Burma"),
        ("fr", "Le Zaïre de Mobutu", "CD", "Zaïre"),
        ("de", "Der Botschafter in Tiflis", "city:tbilisi", "Tiflis"),
        ("ru", "Блокада Ленинграда", "city:saint-petersburg", "Ленинграда"),
        ("en", "Swaziland's king", "SZ", "Swaziland"),
        ("en", "US and UK agree", "US", "US"),
        ("en", "U.S. envoy arrives", "US", "U.S"),
        ("en", "EU leaders meet", "org:eu", "EU"),
        ("de", "Beratungen der OSZE", "org:osce", "OSZE"),
        ("ja", "国連の特使", "org:un", "国連"),
        ("ja", "米ロ首脳会談", "RU", "米ロ"),
        ("zh", "俄乌冲突", "UA", "俄乌"),
        ("ar", "للصين وباليمن", "YE", "وباليمن"),
        ("ar", "بالسويسريين", "CH", "بالسويسريين"),
        ("ru", "с Нидерландами", "NL", "Нидерландами"),
        ("ru", "в Нью-Йорке", "city:new-york", "Нью-Йорке"),
        ("ru", "в Баку", "city:baku", "Баку"),
        ("ru", "немецкая газета", "DE", "немецкая"),
        ("ru", "россиянам и украинцам", "UA", "украинцам"),
        ("ru", "россиянам и украинцам", "RU", "россиянам"),
        ("ru", "из Сараева", "city:sarajevo", "Сараева"),
        ("de", "Genfs Altstadt", "city:geneva", "Genfs"),
        ("de", "den schweizerischen Vertretern", "CH", "schweizerischen"),
        ("it", "turchi e greche", "TR", "turchi"),
        ("fr", "l’Abkhazie", "region:abkhazia", "Abkhazie"),
        ("pt", "acordo com o Irã", "IR", "Irã"),
        ("pt-PT", "acordo com o Irão", "IR", "Irão"),
        ("es", "alemanas y francesas", "FR", "francesas"),
        ("en", "The Red Cross in Tskhinvali", "city:tskhinvali", "Tskhinvali"),
        ("fr", "un convoi pour la bande de Gaza", "PS", "bande de Gaza"),
        ("en", "Georgia asks for help as Tbilisi burns", "GE", "Georgia"),
        ("de-CH", "Zürich", "city:zurich", "Zürich"),
        ("zh-Hant", "日內瓦", "city:geneva", "日內瓦"),
    ],
)  # fmt: skip
def test_names_as_the_press_forms_them(language, text, code, surface):
    assert {entity.code: entity.surface for entity in find_entities(text, language)}[
        code
    ] == surface


def test_the_longest_name_wins():
    assert codes("Papua New Guinea", "en") == {"PG"}
    assert codes("南苏丹", "zh") == {"SS"}
    assert codes("Nouvelle-Zélande", "fr") == {"NZ"}


def test_a_comma_parts_names():
    assert "SA" in codes("Talks in Saudi Arabia", "en")
    assert "city:new-york" not in codes("Something New, York said", "en")


def test_each_place_is_told_once_in_order_of_mention():
    found = find_entities("Geneva: Russia, Geneva and the Russians", "en")
    assert [entity.code for entity in found] == ["city:geneva", "RU"]
    assert [entity.kind for entity in found] == ["city", "territory"]


def test_marks_and_hidden_signs_do_not_hide_a_name():
    assert codes("جُورْجِيَا وَرُوسِيَا", "ar") == {"GE", "RU"}
    assert codes("Russ\u00adland", "de") == {"RU"}
    assert codes("Gene\u0300ve", "fr") == {"city:geneva"}


def test_a_language_that_is_not_ours_finds_nothing():
    assert find_entities("Genève", "nl") == ()


@given(text=st.text(), language=st.sampled_from(LANGUAGES))
def test_any_text_is_read_and_the_surface_stands_in_it(text, language):
    for entity in find_entities(text, language):
        assert entity.surface
        assert entity.code


@given(language=st.sampled_from(LANGUAGES), before=st.text(max_size=20), after=st.text(max_size=20))
def test_what_stands_on_other_lines_does_not_hide_the_talks(language, before, after):
    found = codes(f"{before}\n\n\n\n{TALKS[language]}\n\n\n\n{after}", language)
    assert {"RU", "city:geneva"} <= found
