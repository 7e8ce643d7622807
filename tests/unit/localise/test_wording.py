from __future__ import annotations

import pickle
import re

import pytest

from swifeeds.localise import Catalog, translated, words_of
from swifeeds.localise.words.wording import inherited
from swifeeds.service.packaged import read_catalogs

CATALOGS = read_catalogs()
COUNT = "%(count)s article", "%(count)s articles"


def said(tag: str, message: str, *, style: str | None = None, **values: object) -> str:
    return words_of(tag, CATALOGS, style=style).text(message, **values)


def counted(tag: str, n: int) -> str:
    return words_of(tag, CATALOGS).plural(*COUNT, n, count=n)


@pytest.mark.parametrize("tag", ["pt-PT", "pt-AO", "pt-mz"])
def test_portugal_says_otherwise_only_what_it_says_otherwise(tag):
    assert said(tag, "Sections") == "Secções"
    assert said(tag, "All articles") == said("pt", "All articles") == "Todos os artigos"


@pytest.mark.parametrize("tag", ["pt", "pt-BR"])
def test_portuguese_alone_is_that_of_brazil(tag):
    assert said(tag, "Sections") == "Seções"


@pytest.mark.parametrize(
    ("tag", "context", "message", "words"),
    [
        ("en-AU", "section", "Sports", "Sport"), ("en-US", "section", "Sports", "Sports"),
        ("es-MX", "section", "Middle East", "Medio Oriente"),
        ("es", "section", "Middle East", "Oriente Medio"),
        ("pt-AO", "section", "Sports", "Desporto"), ("zh-HK", "section", "Sports", "體育"),
    ],
)  # fmt: skip
def test_sections_are_called_as_the_press_of_the_region_calls_them(tag, context, message, words):
    assert words_of(tag, CATALOGS).text_in(context, message) == words


def test_inherited_words_are_counted_as_the_heir_counts():
    assert [counted("pt", n) for n in (0, 1, 2)] == ["0 artigo", "1 artigo", "2 artigos"]
    assert [counted("pt-PT", n) for n in (0, 1, 2)] == ["0 artigos", "1 artigo", "2 artigos"]


@pytest.mark.parametrize("tag", ["zh-Hant", "zh-TW", "zh-HK", "zh-MO", "zh-Hant-HK"])
def test_traditional_chinese_is_never_simplified(tag):
    simplified = {form for forms in CATALOGS["zh"].translations.values() for form in forms}
    traditional = words_of(tag, CATALOGS).translations
    assert traditional.keys() == CATALOGS["zh"].translations.keys()
    only_simplified = set("题栏订阅编辑译页综讯闻发于语种间复网败应请")
    for forms in traditional.values():
        assert not only_simplified & set("".join(forms)), forms
    assert said(tag, "Stories") == "專題" not in simplified


def test_traditional_chinese_without_its_catalog_is_not_said_in_simplified():
    only = {"zh": CATALOGS["zh"]}
    assert translated(words_of("zh-TW", only).text("Stories")) is None
    assert translated(words_of("zh-SG", only).text("Stories")) == "专题"


@pytest.mark.parametrize("tag", ["de-CH", "de-LI", "de"])
def test_swiss_german_has_no_sharp_s(tag):
    catalogs = {"de": Catalog(language="de", translations={"Closed": ("geschloßen", "Maß")})}
    words = words_of(tag, catalogs).translations["Closed"]
    assert words == (("geschloßen", "Maß") if tag == "de" else ("geschlossen", "Mass"))


def test_the_words_follow_the_style_that_the_desk_writes_in():
    assert said("pt", "Sections", style="pt-PT") == "Secções"
    assert said("zh", "Stories", style="zh-Hant") == "專題"


def test_the_style_of_another_language_changes_no_words():
    assert said("pt", "Sections", style="de-CH") == "Seções"


def test_a_language_without_a_catalog_has_no_words():
    words = words_of("nl", CATALOGS)
    assert (words.language, dict(words.translations)) == ("nl", {})
    assert words.text("Stories") == "Stories"


def test_merged_words_travel_to_a_child_process():
    assert pickle.loads(pickle.dumps(words_of("pt-AO", CATALOGS))).text("Sections") == "Secções"


def test_a_chain_keeps_to_one_script():
    assert inherited("sr-Latn-RS", ("sr", "en")) == ()
    assert inherited("ZH-hant", ("zh", "zh-Hant", "en")) == ("zh-Hant",)
    assert inherited("pt-AO", ("pt", "pt-PT", "en")) == ("pt-PT", "pt")


def test_a_site_speaks_with_the_words_of_its_regions():
    assert re.search("secção", words_of("pt-PT", CATALOGS).text_in("glossary", "section"))
