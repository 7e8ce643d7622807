from __future__ import annotations

from dataclasses import replace

from tests.unit.emit.newsroom import OWN, PUBLICATION, TALKS, WIRE, alone, article

from swifeeds.emit import affected_feeds, has_page
from swifeeds.emit.select import select_entries
from swifeeds.model import FeedKey, Scope

SOURCES = {OWN.id: OWN, WIRE.id: WIRE}


def affected(articles, stories_of=None, publication=PUBLICATION, sources=None):
    return affected_feeds(
        articles, stories_of or {}, publication=publication, sources=sources or SOURCES
    )


def test_a_change_touches_every_scope_in_its_language_and_in_all():
    one = article("de", 1)
    expected = {
        FeedKey(scope=scope, key=key, language=language)
        for scope, key in (
            (Scope.ALL, ""),
            (Scope.SOURCE, OWN.id),
            (Scope.SECTION, "world"),
            (Scope.STORY, TALKS),
        )
        for language in ("de", "")
    }
    assert affected([one], {one.id: [TALKS]}) == expected


def test_a_regional_tag_touches_the_language_it_looks_up_to():
    languages = {key.language for key in affected([article("en", 1, language="en-AU")])}
    assert languages == {"en", ""}


def test_an_article_without_section_or_story_touches_neither():
    scopes = {key.scope for key in affected([article("en", 1, section=None)])}
    assert scopes == {Scope.ALL, Scope.SOURCE}


def test_a_fallback_language_touches_the_feeds_that_fall_back_to_it():
    publication = replace(PUBLICATION, fallback_languages=("en",))
    languages = {key.language for key in affected([article("en", 1)], publication=publication)}
    assert languages == {*PUBLICATION.languages, ""}
    languages = {key.language for key in affected([article("de", 1)], publication=publication)}
    assert languages == {"de", ""}


def test_a_language_that_the_site_has_not_touches_nothing():
    assert affected([article("en", 1, language="sw")]) == frozenset()


def test_an_article_with_a_page_of_ours_touches_its_page():
    paged = replace(OWN, article_pages=True)
    one = article("en", 1)
    page = FeedKey(scope=Scope.ARTICLE, key=one.id, language="en")
    assert page in affected([one], sources={OWN.id: paged})
    assert page not in affected([one])
    assert page in affected([replace(one, url=None)])


def test_no_page_is_made_of_somebody_elses_article_that_has_an_address():
    assert not has_page(article("en", 1, source_id=WIRE.id), replace(WIRE, article_pages=True))


def test_every_feed_that_shows_an_article_is_touched_by_it():
    publication = replace(PUBLICATION, fallback_languages=("en", "de"))
    for language in ("en", "de", "fr"):
        one = article(language, 1)
        touched = {key.language for key in affected([one], publication=publication)}
        shown = {
            feed
            for feed in ("", *publication.languages)
            if select_entries([alone(one)], feed, publication)
        }
        assert shown <= touched


def test_a_page_that_an_article_had_is_affected_although_it_would_get_none_today():
    one = article("de", 1)
    page = FeedKey(scope=Scope.ARTICLE, key=one.id, language="de")
    assert page not in affected([one])
    assert page in affected_feeds(
        [one], {}, publication=PUBLICATION, sources=SOURCES, paged={one.id}
    )
