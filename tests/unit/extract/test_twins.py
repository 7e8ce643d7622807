"""A page in Chinese leads to its twin in the other script, and to nothing else."""

from __future__ import annotations

import pytest
from tests.unit.extract.page_documents import make_document, make_page, make_source

from swifeeds.extract.html import extract_article
from swifeeds.extract.twins import twin_of

TEXT = (
    "<p>谈判代表星期一在日内瓦开始会谈，讨论边境安全和难民回乡的问题，会谈将持续两天。</p>"
    "<p>调解人说，各方都作出了让步，但是没有任何一方得到了自己想要的全部东西。</p>"
)
LINK = '<p>阅读本文繁体字版本请 <a href="/chi/twin/89">点击此处</a></p>'


def page(body: str, *, language: str = "zh", head: str = "") -> str:
    return (
        f'<html lang="{language}"><head><title>日内瓦会谈</title>{head}</head>'
        f"<body><article><h1>日内瓦会谈</h1>{TEXT}{body}</article></body></html>"
    )


def draft_of(body: str, *, language: str = "zh", head: str = "", source: str = "zh"):
    document = make_document(page(body, language=language, head=head))
    (draft,) = extract_article(document, make_source(language=source)).drafts
    return draft


def links(body: str, **stated):
    return [(one.language, one.url, one.evidence) for one in draft_of(body, **stated).translations]


HANT = [("zh-Hant", "https://harbour.example/chi/twin/89", "twin")]
HANS = [("zh-Hans", "https://harbour.example/chi/twin/89", "twin")]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (LINK, HANT),
        ('<p>閱讀本文簡體字版本請 <a href="/chi/twin/89">點擊此處</a></p>', HANS),
        ('<p><a href="/chi/twin/89">閱讀本文的繁體字版本</a></p>', HANT),
        ('<p>本文有正體版：<b><a href="https://www.harbour.example/chi/twin/89">看</a></b></p>',
         [("zh-Hant", "https://www.harbour.example/chi/twin/89", "twin")]),
        ('<p><a href="/chi/twin/89">点击</a>阅读这篇文章的繁体版。</p>', HANT),
    ],
)  # fmt: skip
def test_a_sentence_about_this_article_leads_to_its_twin(body, found):
    assert links(body) == found


def test_a_link_to_the_page_itself_or_to_another_port_is_no_twin():
    itself = '<p>阅读本文繁体字版本请 <a href="#top">点击此处</a></p>'
    assert links(itself) == []
    assert links(itself + LINK) == HANT
    other = '<p>阅读本文繁体字版本请 <a href="https://harbour.example:8443/a/1">点击此处</a></p>'
    assert links(other) == []


def test_a_page_that_leads_to_its_twin_is_in_the_other_script():
    assert draft_of(LINK).language == "zh-Hans"
    assert draft_of(LINK.replace("繁体", "简体")).language == "zh-Hant"
    assert draft_of("").language == "zh"


@pytest.mark.parametrize("language", ["zh-Hans", "zh-CN", "zh-SG"])
def test_simplified_by_tag_or_region_has_a_traditional_twin(language):
    (twin,) = twin_of(make_page(page(LINK)), language)
    assert twin.language == "zh-Hant"


@pytest.mark.parametrize("language", ["zh-Hant", "zh-TW", "zh-HK", "ja", "en", "zh"])
def test_the_twin_is_in_the_other_script_of_a_language_that_has_two(language):
    assert list(twin_of(make_page(page(LINK)), language)) == []


@pytest.mark.parametrize(
    "body",
    [
        '<nav><a href="/chi/hant/">繁體</a> <a href="/chi/">简体</a></nav>',
        '<p>阅读本文繁体字版本请 <a href="https://other.example/chi/89">点击此处</a></p>',
        '<p>阅读本文繁体字版本请 <a href="https://harbour.example.evil.example/9">点击</a></p>',
        '<p>阅读本文繁体字版本请 <a href="/">点击此处</a></p>',
        '<p>阅读本文繁体字版本请 <a href="javascript:alert(1)">点击此处</a></p>',
        "<p>阅读本文繁体字版本请 <a>点击此处</a></p>",
        '<p>本文的简体和繁体版本：<a href="/chi/twin/89">点击此处</a></p>',
        '<p>本文由编辑部翻译，<a href="/chi/twin/89">点击此处</a>了解更多。</p>',
        '<p>繁体字的历史很长。</p><p><a href="/chi/twin/89">本文</a></p>',
    ],
)
def test_nothing_else_is_a_twin(body):
    assert links(body) == []
    assert draft_of(body).language == "zh"


def test_what_the_page_declares_in_its_head_stands_above_the_sentence():
    head = '<link rel="alternate" hreflang="zh-Hant" href="/chi/declared">'
    found = links(LINK, language="zh-Hans", head=head)
    assert found == [("zh-Hant", "https://harbour.example/chi/declared", "hreflang")]


def test_a_twin_is_found_behind_however_many_links():
    menu = '<nav><a href="/x">x</a></nav>' * 2500
    (twin,) = twin_of(make_page(page(menu + LINK)), "zh-Hans")
    assert twin.url == HANT[0][1]


def test_a_page_of_nothing_but_links_is_read_in_one_go():
    """Each text is looked at for one link: a hundred thousand would take hours otherwise."""
    body = "<div>" + "本文繁体" * 50_000 + '<a href="/x"></a>' * 29_000 + "</div>"
    assert len(list(twin_of(make_page(page(body)), "zh-Hans"))) <= 1
