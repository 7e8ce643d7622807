"""What is written of a block beside its words: the language and the direction of foreign text."""

from __future__ import annotations

import pytest
from tests.unit.extract.page_documents import TEXT, article, make_document, make_source

from swifeeds.extract import extract_article


def content_of(body):
    html = article(TEXT + body + TEXT)
    return extract_article(make_document(html), make_source()).drafts[0].content


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ('<p dir="rtl" lang="ar">قوارب</p>', '<p dir="rtl" lang="ar">قوارب</p>'),
        ('<div lang="fr"><p>Les bateaux</p></div>', '<p lang="fr">Les bateaux</p>'),
        (
            '<blockquote lang="fr"><p>Les bateaux</p></blockquote>',
            '<blockquote><p lang="fr">Les bateaux</p></blockquote>',
        ),
        (
            '<ul lang="de"><li>Eins</li><li dir="rtl">Zwei</li></ul>',
            '<ul><li lang="de">Eins</li><li dir="rtl" lang="de">Zwei</li></ul>',
        ),
        ('<h3 lang="ja">港</h3><p>Text.</p>', '<h3 lang="ja">港</h3>'),
        (
            '<p>The <span lang="ja" dir="ltr">港</span> and <bdi>قوارب</bdi>.</p>',
            '<p>The <span lang="ja" dir="ltr">港</span> and <bdi>قوارب</bdi>.</p>',
        ),
        (
            "<p>A <ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>.</p>",
            "<p>A <ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>.</p>",
        ),
    ],
)
def test_language_direction_and_ruby_are_kept(written, kept):
    assert kept in content_of(written)


def test_what_holds_for_the_whole_article_is_not_repeated():
    html = article(TEXT).replace("<article>", '<article lang="en" dir="ltr">')
    content = extract_article(make_document(html), make_source()).drafts[0].content
    assert "lang=" not in content
