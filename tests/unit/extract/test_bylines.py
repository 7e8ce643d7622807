from __future__ import annotations

import pytest
from tests.unit.extract.page_documents import make_page

from swifeeds.extract.author_names import is_byline, names_in
from swifeeds.extract.bylines import read_authors
from swifeeds.extract.declared import read_declared
from swifeeds.model import Person


def names(body, head=""):
    page = make_page(f"<html><head>{head}</head><body>{body}</body></html>")
    people, _ = read_authors(page, read_declared(page))
    return people and [person.name for person in people]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Jane Doe and Joan Roe", ["Jane Doe", "Joan Roe"]),
        ("Von Jane Doe", ["Jane Doe"]),
        ("Par Jane Doe, Joan Roe", ["Jane Doe", "Joan Roe"]),
        ("文／山田花子", ["山田花子"]),
        ("作者：王小明", ["王小明"]),
        ("作者：阿达·迈尔", ["阿达·迈尔"]),
        ("By Jane Doe · Joan Roe", ["Jane Doe", "Joan Roe"]),
        ("بقلم: ليلى حسن", ["ليلى حسن"]),
        ("Автор: Анна Петрова", ["Анна Петрова"]),
        ("Doe, J.", ["Doe, J."]),
        ("By Jane Doe | 12/10/2020", ["Jane Doe"]),
        ("By Jane Doe and Joan Roe in Dover", ["Jane Doe", "Joan Roe"]),
        ("文・山田花子、佐藤太郎", ["山田花子", "佐藤太郎"]),
        ("记者：王小明，李华", ["王小明", "李华"]),
        ("AFP und SDA", ["AFP", "SDA"]),
    ],
)
def test_a_byline_gives_names_without_the_words_around_them(line, expected):
    assert names(f"<p class='byline'>{line}</p>") == expected


def test_a_printed_person_wins_over_the_declared_newsroom():
    head = (
        "<meta property='og:site_name' content='Harbour Post'>"
        "<meta name='author' content='Harbour Post'>"
    )
    assert names("<span class='author'>Jane Doe</span>", head) == ["Jane Doe"]
    assert names("", head) == ["Harbour Post"]


@pytest.mark.parametrize(
    "name", ["admin", "https://a.example/", "Drupal 7", "42", "@desk", "Follow"]
)
def test_what_is_no_name_is_nobody(name):
    assert names("", f"<meta name='author' content='{name}'>") is None


def test_people_of_comments_teasers_and_pictures_did_not_write_it():
    body = (
        "<div class='comments'><span class='author'>Troll One</span></div>"
        "<aside><span class='author'>Other Two</span></aside>"
        "<figure itemscope><span itemprop='author'>Photo Three</span></figure>"
    )
    assert names(body) is None


def test_a_list_that_names_more_people_completes_the_believed_one():
    head = (
        '<script type="application/ld+json">'
        '{"@type":"NewsArticle","headline":"x","author":"Jane Doe"}'
        "</script><meta name='author' content='Jane Doe, Joan Roe'>"
    )
    assert names("", head) == ["Jane Doe", "Joan Roe"]


def test_the_address_of_an_author_is_kept():
    page = make_page(
        '<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"x",'
        '"author":{"name":"Jane Doe","url":"/staff/jane"}}</script></head><body></body></html>'
    )
    people, _ = read_authors(page, read_declared(page))
    assert people == (Person(name="Jane Doe", url="https://harbour.example/staff/jane"),)


def test_a_sentence_that_begins_with_by_is_no_byline():
    assert is_byline("By Jane Doe")
    assert not is_byline("By noon the crews were back on their boats")
    assert not is_byline("Jane Doe")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Jane Doe and Joan Roe", ["Jane Doe", "Joan Roe"]),
        ("Von Jane Doe, Joan Roe und Ann Poe", ["Jane Doe", "Joan Roe", "Ann Poe"]),
        ("Par Jane Doe et Joan Roe", ["Jane Doe", "Joan Roe"]),
        ("Texto: Jane Doe e Joan Roe", ["Jane Doe", "Joan Roe"]),
        ("By Jane Doe in Dover", ["Jane Doe"]),
        ("記者：山田花子、佐藤太郎", ["山田花子", "佐藤太郎"]),
    ],
)
def test_a_line_that_only_says_by_may_name_several(line, expected):
    assert names(f"<div>{line}</div>") == expected
    assert is_byline(line)


@pytest.mark.parametrize(
    "line", ["By Jane Doe and the sea", "By Friday and after", "By Reuters and AFP"]
)
def test_a_line_that_says_by_and_names_no_persons_is_no_byline(line):
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (", par  Jane Doe", "Jane Doe"),
        ("Jane Doe, PhD", "Jane Doe"),
        ("Jane Doe, M.D., Ph.D.", "Jane Doe"),
        ("Dr. Jane Doe", "Dr. Jane Doe"),
        ("María de los Ángeles Fernández de la Torre", None),
        ("Les Membres du Chœur de Radio France", None),
    ],
)
def test_signs_before_a_byline_and_degrees_behind_it_are_no_part_of_a_name(line, name):
    assert list(names_in(line)) == [name or line]


def test_what_an_agency_and_the_site_sign_together_is_one_name():
    site = "<meta property='og:site_name' content='The Lake'>"
    for line in ("AFP/The Lake", "The Lake, AFP"):
        assert names("", head=f"{site}<meta name='author' content='{line}'>") == [line]
    both = f"{site}<meta name='author' content='Jane Doe/The Lake'>"
    assert names("", head=both) == ["Jane Doe"]


@pytest.mark.parametrize("company", ["Lake Post Ltd.", "Bund der Ruderer e.V.", "Lago SpA"])
def test_a_person_in_print_goes_before_a_company_that_is_declared(company):
    head = f"<meta name='author' content='{company}'>"
    assert names("<h5><em>Von Jane Doe</em></h5>", head=head) == ["Jane Doe"]
    assert names("", head=head) == [company]


def test_a_login_is_spelled_as_the_page_writes_the_name():
    head = "<meta name='author' content='jane.doe'>"
    assert names("<p>(Jane P. Doe)</p>", head=head) == ["Jane P. Doe"]
    assert names("", head=head) == ["jane.doe"]


@pytest.mark.parametrize("label", ["Auteur", "Autor:", "Author", "Автор", "作者", "著者", "المؤلف"])
def test_a_list_of_terms_may_name_the_author(label):
    terms = f"<dl><dt>Date</dt><dd>Monday</dd><dt>{label}</dt><dd><a>Jane Doe</a></dd></dl>"
    assert names(terms) == ["Jane Doe"]


@pytest.mark.parametrize(
    "line",
    [
        "记者在现场看到，代表们正在展开会谈，没有人愿意离开。",
        "作者认为这本书很重要，应该再版。",
        "取材した記者によると、誰も帰らなかった。",
        "تحرير المدينة.",
    ],
)
def test_a_sentence_about_reporters_is_no_byline(line):
    assert not is_byline(line)
