from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from swifeeds.errors import ConfigError
from swifeeds.localise import LANGUAGES, Catalog, read_catalog, translated

LOCALES = Path(__file__).resolve().parents[3] / "locales"
SINGULAR, PLURAL = "%(count)s article", "%(count)s articles"

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'


def catalog(language: str) -> Catalog:
    return read_catalog(language, (LOCALES / language / "LC_MESSAGES/swifeeds.po").read_bytes())


def counted(language: str, *numbers: int) -> list[str]:
    return [catalog(language).plural(SINGULAR, PLURAL, n, count=n) for n in numbers]


def test_a_message_is_said_in_the_language():
    assert catalog("de").text("All articles") == "Alle Artikel"
    assert catalog("fr").text("Source: %(name)s", name="AFP") == "Source\u00a0: AFP"


def test_a_missing_message_is_said_in_english():
    empty = Catalog(language="xx")
    assert empty.text("New %(what)s", what="thing") == "New thing"
    assert [empty.plural(SINGULAR, PLURAL, n, count=n) for n in (1, 2)] == [
        "1 article",
        "2 articles",
    ]


def test_a_missing_message_is_known_to_be_no_translation():
    empty, german = Catalog(language="xx"), catalog("de")
    assert translated(empty.text("New %(what)s", what="thing")) is None
    assert translated(empty.plural(SINGULAR, PLURAL, 2, count=2)) is None
    assert translated(german.text("All articles")) == "Alle Artikel"
    assert translated(german.text_in("credit", "agencies")) == "Agenturen"


def test_english_needs_no_translation():
    assert translated(Catalog(language="en-GB").text("Anything")) == "Anything"


def test_one_english_word_is_said_by_its_context():
    po = HEADER + (
        'msgid "Latest"\nmsgstr "Neueste"\n\n'
        'msgctxt "story"\nmsgid "Latest"\nmsgstr "Neuestes"\n\n'
        'msgctxt "x"\nmsgid "%(n)s a"\nmsgid_plural "%(n)s b"\n'
        'msgstr[0] "%(n)s c"\nmsgstr[1] "%(n)s d"\n'
    )
    found = read_catalog("de", po.encode())
    assert [found.text("Latest"), found.text_in("story", "Latest")] == ["Neueste", "Neuestes"]
    assert [found.plural_in("x", "%(n)s a", "%(n)s b", n, n=n) for n in (1, 2)] == ["1 c", "2 d"]
    assert found.text_in("elsewhere", "Latest") == "Latest"
    assert found.plural("%(n)s a", "%(n)s b", 2, n=2) == "2 b"


def test_a_fuzzy_or_unfinished_translation_counts_as_missing():
    po = HEADER + (
        '#, fuzzy\nmsgid "One"\nmsgstr "Eins"\n\nmsgid "Two"\nmsgstr ""\n\n'
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] ""\n'
    )
    assert not read_catalog("de", po.encode()).translations


def test_russian_has_three_forms():
    assert counted("ru", 0, 1, 2, 5, 11, 21, 22, 101, 111) == [
        "0 статей", "1 статья", "2 статьи", "5 статей", "11 статей", "21 статья", "22 статьи",
        "101 статья", "111 статей",
    ]  # fmt: skip


def test_arabic_has_six_forms():
    assert counted("ar", 0, 1, 2, 3, 10, 11, 99, 100, 103) == [
        "لا مقالات", "مقال واحد", "مقالان", "3 مقالات", "10 مقالات", "11 مقالًا", "99 مقالًا",
        "100 مقال", "103 مقالات",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["fr", "pt"])
def test_french_and_portuguese_count_nothing_as_one(language):
    none, one, two = counted(language, 0, 1, 2)
    assert none.split()[1] == one.split()[1] != two.split()[1]


@pytest.mark.parametrize("language", ["en", "de", "it", "es"])
def test_elsewhere_nothing_is_many(language):
    none, _one, two = counted(language, 0, 1, 2)
    assert none.split()[1] == two.split()[1]


def test_japanese_and_chinese_do_not_change():
    assert counted("ja", 1, 2) == ["記事1本", "記事2本"]
    assert counted("zh", 1, 2) == ["1篇文章", "2篇文章"]


@pytest.mark.parametrize("po", [b"\xff\xfe\x00", b'msgid "a\n', b"nonsense"])
def test_bytes_that_are_no_catalog_are_refused_by_name(po):
    with pytest.raises(ConfigError, match="catalog of de"):
        read_catalog("de", po)


def test_a_plural_rule_that_is_no_rule_is_refused():
    po = HEADER[:-1] + (
        '\n"Plural-Forms: nplurals=2; plural=__import__;\\n"\n\nmsgid "a"\nmsgstr "b"\n'
    )
    with pytest.raises(ConfigError, match="catalog of de"):
        read_catalog("de", po.encode())


def test_a_catalog_travels_to_a_child_process():
    sent = pickle.loads(pickle.dumps(catalog("ar")))
    assert sent.plural(SINGULAR, PLURAL, 2) == "مقالان"


def test_a_value_that_is_missing_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        catalog("de").text("Published on %(date)s", day="now")


def test_all_ten_are_there():
    assert all(catalog(language).text("Languages") for language in LANGUAGES)
