from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.emit.newsroom import PUBLICATION, START, alone, article, dossier

from swifeeds.emit.select import select_entries
from swifeeds.model import Dossier


def ids(dossiers, language, publication=PUBLICATION):
    return [d.article.id for d in select_entries(dossiers, language, publication)]


def test_a_regional_article_belongs_to_the_language_its_tag_looks_up_to():
    british = alone(article("en", 1, language="en-GB"))
    assert ids([british, alone(article("de", 2))], "en") == ["en1"]


def test_the_newest_come_first_and_no_more_than_the_feed_holds():
    dossiers = [alone(article("en", number)) for number in range(9)]
    small = replace(PUBLICATION, feed_size=3)
    assert ids(dossiers, "en", small) == ["en8", "en7", "en6"]


def test_without_fallback_languages_nothing_foreign_is_shown():
    assert ids([dossier("de", 1)], "fr") == []


def test_an_article_missing_in_the_language_is_shown_in_the_first_fallback_that_has_it():
    publication = replace(PUBLICATION, fallback_languages=("it", "de", "en"))
    german, english = article("de", 1), article("en", 1)
    pair = [
        Dossier(article=german, translations=(english,)),
        Dossier(article=english, translations=(german,)),
    ]
    assert ids(pair, "fr", publication) == ["de1"]


def test_an_article_that_exists_in_the_language_is_not_shown_in_a_fallback_too():
    publication = replace(PUBLICATION, fallback_languages=("en",))
    german, english = article("de", 1), article("en", 1)
    pair = [
        Dossier(article=german, translations=(english,)),
        Dossier(article=english, translations=(german,)),
    ]
    assert ids(pair, "de", publication) == ["de1"]


def test_of_copies_the_first_stored_is_shown():
    first = article("en", 1, fingerprint="same")
    later = article("en", 2, fingerprint="same", first_seen=START + timedelta(days=9))
    assert ids([alone(later), alone(first)], "en") == ["en1"]


def test_the_feed_of_all_languages_holds_each_but_those_the_site_has_not():
    dossiers = [
        alone(article("de", 1)),
        alone(article("ja", 2)),
        alone(article("en", 3, language="sw")),
    ]
    assert ids(dossiers, "") == ["ja2", "de1"]


@settings(deadline=None, max_examples=50)
@given(st.permutations(range(6)))
def test_the_order_the_store_gives_them_in_is_forgotten(order):
    same_moment = [alone(article("en", number, published=START)) for number in range(6)]
    shuffled = [same_moment[place] for place in order]
    assert ids(shuffled, "en") == ids(same_moment, "en")
