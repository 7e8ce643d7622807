"""What the archive declares and editors confirm, as pairs to learn from."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from swifeeds.group.lexicon import nearest_of_each_language, training_pairs
from swifeeds.group.translations import translation_groups
from swifeeds.model import Article, ArticleId, SourceId, Status, Translation

DAY = datetime(2026, 3, 2, tzinfo=UTC)


def article(name: str, language: str, *links: str, **fields) -> Article:
    return Article(
        id=ArticleId(name), source_id=SourceId("s"), language=language, title=f"Title {name}",
        url=f"https://n.example/{name}", published=DAY, updated=DAY, first_seen=DAY,
        fingerprint=name,
        translations=tuple(
            Translation(language="xx", url=f"https://n.example/{one}", evidence="hreflang")
            for one in links
        ),
        **fields,
    )  # fmt: skip


def titles(pairs) -> list[tuple[str, str, str]]:
    return [(pair.one.title, pair.other.title, pair.evidence) for pair in pairs]


DE = article("a", "de", "b", summary="Vorspann")
FR = article("b", "fr", "c")
EN = article("c", "en")
ALONE = article("d", "it")


def test_every_two_languages_of_a_work_are_a_pair():
    articles = (DE, FR, EN, ALONE)
    found = training_pairs(articles, translation_groups(articles))
    assert [(pair.one.language, pair.other.language) for pair in found] == [
        ("de", "fr"), ("de", "en"), ("fr", "en"),
    ]  # fmt: skip
    assert found[0].one.lead == "Vorspann"
    assert {pair.evidence for pair in found} == {"hreflang"}


def test_the_order_of_articles_does_not_matter():
    articles = (DE, FR, EN)
    works = translation_groups(articles)
    assert training_pairs(reversed(articles), works) == training_pairs(articles, works)


def test_the_editor_adds_and_takes_away():
    articles = (DE, FR, ALONE)
    found = training_pairs(
        articles,
        translation_groups(articles),
        confirmed=[(ALONE.id, DE.id), (DE.id, ArticleId("unknown"))],
        rejected=[(FR.id, DE.id)],
    )
    assert titles(found) == [("Title a", "Title d", "editor")]


def test_withdrawn_articles_twins_and_untranslated_titles_teach_nothing():
    hans, hant = article("h", "zh-Hans", "t"), article("t", "zh-Hant")
    gone = replace(FR, status=Status.WITHDRAWN)
    same = replace(FR, title=DE.title.upper())
    for articles in ((hans, hant), (DE, gone), (DE, same)):
        assert training_pairs(articles, translation_groups(articles)) == ()


def test_an_editors_yes_is_a_pair_with_the_nearest_of_each_other_language():
    def later(one: Article, hours: int) -> Article:
        return replace(one, published=DAY + timedelta(hours=hours))

    others = [
        later(article("f1", "fr"), 9), later(article("f2", "fr-CH"), 2),
        later(article("e1", "en"), 30), later(article("d1", "de-AT"), 1),
        later(article("i1", "it"), -24),
    ]  # fmt: skip
    assert nearest_of_each_language(DE, others) == (("a", "f2"), ("a", "i1"))
