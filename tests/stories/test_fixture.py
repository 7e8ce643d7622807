"""The fixture is what it says: its counts, labels, links, scripts and typography."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta

import pytest
from tests.stories import fixture
from tests.stories.fixture import LANGUAGES, Labelled, articles, gold_events, labelled

EVENTS = {
    "caucasus-talks": {"resume", "walkout", "return", "crossing"},
    "drava-flood": {"evacuation", "receding", "barrier"},
    "franc-rate": {"monday", "tuesday", "wednesday"},
    "genoa-port-strike": {"start", "diverted", "end"},
    "iceland-election": {"called", "result", "coalition"},
    "malaria-vaccine": {"begin", "effect"},
    "mekong-flood": {"evacuation", "receding", "seed"},
    "moon-lander-hayate": {"launch", "landing", "ice"},
    "night-train": {"tickets", "first-run", "daily"},
    "pianist-mansur": {"prize", "injury", "comeback"},
    "playoff-bern": {"first-leg", "second-leg"},
    "playoff-osaka": {"first-leg", "second-leg"},
    "silberegg-glacier": {"snow", "survey", "core"},
    "stolen-painting": {"found", "ruling", "home"},
    "uruguay-election": {"first-round", "run-off", "inauguration"},
}
SCRIPTS = {"ar": {"ARABIC"}, "ja": {"HIRAGANA", "KATAKANA", "CJK"}, "zh": {"CJK"}}
SCRIPTS["ru"] = {"CYRILLIC"}
ORDINALS = {"MASCULINE", "MODIFIER"}
"""The raised letters of 1º and 88ᵉ."""
NEVER = {
    "en": r"[\"'«»„]",
    "de": r"[ß\"'„“]|« | »",
    "fr": r"[\"'“”]|«[^\u00a0]|[^\u00a0]»|[^\u00a0]:|[^\u202f][;?!]|[^\u00a0]%",
    "it": r"[\"'“”]|« | »",
    "es": r"[\"'“”]|[^\u00a0]%|« | »",
    "pt": r"[\"'«»„]",
    "ar": r"[\"'“”,;?]|« | »",
    "ja": r"[\"'“”,;:?!()]",
    "zh": r"[\"'「」,;:?!()]",
    "ru": r"[\"'“”„]| — |[^\u00a0]%|« | »",
}
"""What the typography of each desk rules out."""


def in_stories() -> tuple[Labelled, ...]:
    return tuple(each for each in labelled() if each.story is not None)


def by_event() -> dict[str, list[Labelled]]:
    events = defaultdict(list)
    for each in labelled():
        events[each.event].append(each)
    return events


def scripts(text: str) -> set[str]:
    """The scripts of the letters; Latin numerals and names may stand in any text."""
    letters = (char for char in text if char.isalpha() and char != "ー")
    return {unicodedata.name(char).partition(" ")[0] for char in letters} - ORDINALS


def words(each: Labelled) -> str:
    return f"{each.article.title} {each.article.summary}"


def test_the_docstring_counts_what_is_there():
    told = fixture.__doc__ or ""
    linked = [each for each in in_stories() if each.article.translations]
    stories = {each.story for each in in_stories()}
    events = {each.event for each in in_stories()}
    singles = len(labelled()) - len(in_stories())
    assert (
        f"holds {len(labelled())} articles: {len(in_stories())} of {len(stories)} stories" in told
    )
    assert f"with {len(events)} events, and {singles} singles" in told
    assert f"Of the {len(in_stories())}, {len(linked)} declare one sibling" in told


def test_every_story_has_its_events():
    found = defaultdict(set)
    for each in in_stories():
        found[each.story].add(each.event.partition("/")[2])
    assert found == EVENTS


def test_every_event_is_told_in_most_languages_and_by_no_desk_more_than_twice():
    for event, members in by_event().items():
        told = Counter(each.article.language for each in members)
        assert max(told.values()) <= 2, event
        assert len(told) >= 7 or members[0].story is None, event


def test_every_language_has_its_share():
    told = Counter(each.article.language for each in labelled())
    assert set(told) == set(LANGUAGES)
    assert min(told.values()) >= 35


def test_singles_are_told_once_and_linked_to_nothing():
    singles = [each for each in labelled() if each.story is None]
    assert len({each.event for each in singles}) == len(singles)
    assert not any(each.article.translations for each in singles)


def test_every_link_leads_to_a_sibling_in_the_language_it_names():
    known = {each.article.url: each for each in labelled()}
    for each in labelled():
        for link in each.article.translations:
            sibling = known[link.url]
            assert sibling.event == each.event
            assert sibling.article.language == link.language != each.article.language


def test_links_alone_join_no_event_and_about_half_of_the_articles_have_one():
    for event, members in by_event().items():
        unlinked = sum(not each.article.translations for each in members)
        assert unlinked >= 2 or members[0].story is None, event
    linked = sum(bool(each.article.translations) for each in in_stories())
    assert 0.4 <= linked / len(in_stories()) <= 0.6


def test_an_event_lasts_a_day_and_a_story_more_than_two():
    spans = defaultdict(list)
    for event, members in by_event().items():
        times = [each.article.published for each in members]
        assert max(times) - min(times) < timedelta(days=1), event
        spans[members[0].story] += times
    for story in EVENTS:
        assert max(spans[story]) - min(spans[story]) > timedelta(days=2), story


def test_times_are_utc_and_within_the_years_told():
    for article in articles():
        assert article.published.tzinfo == UTC
        assert (
            datetime(2024, 1, 1, tzinfo=UTC) < article.published < datetime(2027, 1, 1, tzinfo=UTC)
        )


def test_ids_addresses_and_titles_are_unique():
    assert len(gold_events()) == len(labelled())
    assert len({article.url for article in articles()}) == len(labelled())
    assert len({(a.language, a.title.casefold()) for a in articles()}) == len(labelled())


def test_no_id_or_address_gives_its_story_away():
    for article in articles():
        assert re.fullmatch(r"[0-9a-f]{16}", article.id)
        assert article.url == f"https://{article.language}.newsroom.example/{article.id}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_in_the_script_of_its_language(language):
    expected = SCRIPTS.get(language, {"LATIN"})
    for each in labelled():
        if each.article.language == language:
            assert scripts(words(each)) - {"LATIN"} <= expected - {"LATIN"}, words(each)
            assert scripts(each.article.title) & expected, words(each)


def test_japanese_is_told_from_chinese_by_its_kana():
    for each in labelled():
        if each.article.language == "ja":
            assert scripts(words(each)) & {"HIRAGANA", "KATAKANA"}, words(each)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_typography_is_that_of_the_desk(language):
    for each in labelled():
        if each.article.language == language:
            found = re.search(NEVER[language], words(each))
            assert not found, f"{found} in {words(each)}"


def test_texts_are_normalised_and_leads_are_sentences():
    for article in articles():
        for text in (article.title, article.summary):
            assert text == unicodedata.normalize("NFC", text).strip()
            assert "  " not in text
        assert article.summary.endswith((".", "。", "”")), article.summary
        assert not article.title.endswith((".", "。")), article.title


def test_a_seed_shuffles_the_same_articles_the_same_way():
    assert articles(seed=3) == articles(seed=3) != articles(seed=4)
    assert sorted(articles(seed=3), key=lambda a: (a.published, a.id)) == list(articles())
