"""What the sample newsroom must hold to be worth collecting from."""

from __future__ import annotations

import pytest

from swifeeds.demo import Markup, read_edition
from swifeeds.demo.content import LANGUAGES, content

TALKS = "geneva-talks-resume"


@pytest.fixture(scope="module")
def first():
    return read_edition(1)


@pytest.fixture(scope="module")
def second():
    return read_edition(2)


def test_there_are_three_stories_and_thirty_articles(first):
    assert len(first.pieces) >= 30
    assert {piece.story for piece in first.pieces} - {None} == {
        "caucasus-talks",
        "glacier-monitoring",
        "night-train",
    }


def test_every_story_has_articles_in_three_languages_or_more(first):
    for story in {piece.story for piece in first.pieces} - {None}:
        pieces = [piece for piece in first.pieces if piece.story == story]
        assert len(pieces) >= 4
        assert len({piece.language for piece in pieces}) >= 3


def test_some_articles_belong_to_no_story(first):
    assert sum(piece.story is None for piece in first.pieces) >= 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_articles_and_the_talks_among_them(first, language):
    assert first.in_language(language)
    works = {piece.work for piece in first.pieces if piece.language == language}
    assert TALKS in works


def test_every_article_has_a_title_a_lead_and_three_paragraphs(first, second):
    for piece in (*first.pieces, *second.pieces):
        assert piece.title.strip()
        assert piece.lead.strip()
        assert len(piece.paragraphs) >= 3
        assert all(paragraph.strip() for paragraph in piece.paragraphs)


def test_no_two_articles_share_an_address_or_a_headline(first, second):
    for edition in (first, second):
        for of in ("path", "title"):
            values = [getattr(piece, of) for piece in edition.pieces]
            assert len(values) == len(set(values))


def test_a_picture_comes_with_words_for_those_who_do_not_see_it(first):
    for piece in first.pieces:
        if piece.picture and not piece.markup.is_legacy:
            assert piece.alt
            assert piece.caption


def test_the_legacy_page_of_the_talks_keeps_its_minute(first):
    talks = next(p for p in first.pieces if p.work == TALKS and p.language == "en")
    assert talks.published.isoformat() == "2009-05-19T13:45:00+00:00"
    assert talks.markup is Markup.OLD_TABLES
    assert talks.path.startswith("/archive/")


def test_three_languages_have_a_legacy_page_each_in_another_markup(first):
    archive = first.archive()
    assert {piece.language for piece in archive} == {"en", "de", "ar"}
    assert len({piece.markup for piece in archive}) == 3


def test_every_way_of_stating_what_a_page_is_occurs(first):
    assert {piece.markup for piece in first.pieces} == set(Markup)


def test_a_page_without_metadata_says_its_date_in_a_sentence(first):
    for piece in first.pieces:
        silent = piece.markup is Markup.PLAIN or piece.markup.is_legacy
        assert bool(piece.date_line) == silent


def test_the_second_edition_corrects_one_withdraws_one_and_adds_one(first, second):
    before = {piece.path: piece for piece in first.pieces}
    after = {piece.path: piece for piece in second.pieces}
    assert len(before.keys() - after.keys()) == 1
    assert second.gone == tuple(before.keys() - after.keys())
    assert len(after.keys() - before.keys()) == 1
    changed = [path for path in before.keys() & after.keys() if before[path] != after[path]]
    assert len(changed) == 1
    old, new = before[changed[0]], after[changed[0]]
    assert new.updated is not None
    assert new.updated > new.published
    assert new.paragraphs != old.paragraphs
    assert (new.title, new.published) == (old.title, old.published)


def test_nothing_is_dated_after_its_edition(first, second):
    for edition in (first, second):
        for piece in edition.pieces:
            assert (piece.updated or piece.published) <= edition.issued


def test_every_file_of_a_work_is_named_by_a_language(first):
    for folder in content().joinpath("works").iterdir():
        names = {file.name.removesuffix(".toml") for file in folder.iterdir()}
        assert names - {"work"} <= set(LANGUAGES)
        assert "work" in names
