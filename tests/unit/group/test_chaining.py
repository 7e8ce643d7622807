"""Which story an event continues, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.group.writing import NOW, written

from swifeeds.group.chaining import (
    NEWEST,
    ChainSettings,
    StoryIndex,
    chains_of,
    continued,
    profile_of,
)
from swifeeds.model import (
    Action,
    ArticleId,
    Decision,
    Evidence,
    Neighbourhood,
    Rung,
    Story,
    StoryId,
    StoryState,
    Topic,
)

TRAIN, FLOOD = StoryId("train"), StoryId("flood")
TITLES = {
    TRAIN: ("Night train from Basel to Naples sold out", "Basel to Naples night train sold out"),
    FLOOD: ("Lyon bridges closed as river rises", "River falls in Lyon, bridges open"),
    StoryId("choir"): ("Choir sings for bells", "Bells ring for the choir"),
}
EVENT = "Night train from Basel reaches Naples"


def told(title: str, name: str, *, days: float = 0, language: str = "en"):
    at = NOW + timedelta(days=days)
    return replace(written(title, name=name, language=language), published=at)


def indexed(titles=TITLES) -> StoryIndex:
    index = StoryIndex()
    for story, some in titles.items():
        members = [told(one, f"{story}{number}") for number, one in enumerate(some)]
        index.put(story, profile_of(members))
    return index


def asked(title: str, *, index=None, language="en", name="new", held=(), barred=()):
    event = profile_of([told(title, name, days=28, language=language)])
    return continued(event, index or indexed(), barred=barred, held=held)


def test_like_titles_and_two_rare_places_make_a_member_whose_evidence_tells_all():
    chain = asked(EVENT)
    assert (chain.story, chain.rung) == (TRAIN, Rung.AUTOMATIC)
    evidence = chain.reason.evidence
    assert evidence[0] == Evidence(kind="chain", detail="2 articles, 2009-05-19 to 2009-05-19")
    words = {one.detail for one in evidence if one.kind == "term"}
    assert {"basel", "naples", "night", "train"} <= words
    places = [one.detail for one in evidence if one.kind == "entity"]
    assert places == ["city:basel Basel (en)", "city:naples Naples (en)"]
    assert [one.detail for one in evidence if one.kind == "gap"] == ["28.00"]


@pytest.mark.parametrize(
    ("title", "story"),
    [
        ("Night train sold out again", TRAIN),
        ("Lyon counts the days that its bridges were shut", FLOOD),
    ],
    ids=["by words alone", "by a place and some words"],
)
def test_what_is_less_sure_is_a_suggestion(title, story):
    chain = asked(title)
    assert (chain.story, chain.rung) == (story, Rung.SUGGESTION)


def test_a_place_with_many_stories_is_no_member_by_its_name_alone():
    titles = {StoryId("zoo"): ("Lyon zoo", "Zoo of Lyon"), **TITLES}
    strict = ChainSettings(join=0.3)
    event = profile_of([told("Lyon votes", "new")])
    loose = replace(strict, join_by_words=0.0)
    assert continued(event, indexed(titles), settings=loose).rung is Rung.AUTOMATIC
    assert continued(event, indexed(titles), settings=strict).rung is Rung.SUGGESTION


def test_what_all_the_news_says_makes_no_story_likely():
    """With few stories nothing else tells that a word is common."""
    index, title = indexed(), "Ring for the moon"
    assert asked(title, index=index).story == "choir"
    for number in range(60):
        index.hear(profile_of([told(f"Ring road for the place{number}", f"n{number}")]))
    assert asked(title, index=index) is None


def test_an_event_heard_of_again_counts_once_and_the_oldest_are_forgotten(monkeypatch):
    index, wording = indexed(), profile_of([told("Choir sings", "x")]).wordings["en"]
    monkeypatch.setattr("swifeeds.group.chaining.index.HEARD", 2)
    index.hear(profile_of([told("Choir rests", "n0")]))
    once = index.vector("en", wording)
    index.hear(profile_of([told("Choir rests", "n0")]))
    assert index.vector("en", wording) == once
    for number in (1, 2, 3):
        index.hear(profile_of([told(f"Ship number{number}", f"n{number}")]))
    assert index.background.articles == len(TITLES) + 2
    assert index.vector("en", wording) != once


@settings(max_examples=25, deadline=None)
@given(st.permutations([frozenset({ArticleId(f"e{number}")}) for number in range(3)]))
def test_a_round_counts_its_events_after_all_were_asked_about(events):
    index, same = indexed(), indexed()
    chains_of(events, neighbourhood(), index)
    chains_of(sorted(events, key=min), neighbourhood(), same)
    wording = profile_of([told(EVENT, "x")]).wordings["en"]
    assert index.vector("en", wording) == same.vector("en", wording)


@pytest.mark.parametrize("title", ["Probe lands on the moon", "Naples elects a mayor", ""])
def test_what_has_little_in_common_continues_nothing(title):
    assert asked(title) is None


def test_where_a_story_has_nothing_in_the_language_an_editor_is_asked_at_most():
    caucasus = StoryId("talks")
    titles = {**TITLES, caucasus: ("Talks on Abkhazia and South Ossetia in Geneva go on",)}
    event = profile_of([told("Genf: Gespräche über Abchasien und Südossetien", "d", language="de")])
    chain = continued(event, indexed(titles))
    assert (chain.story, chain.rung) == (caucasus, Rung.SUGGESTION)
    assert asked("Nachtzug von Basel nach Neapel", language="de") is None


def test_the_next_best_story_is_told_with_its_score():
    twin = StoryId("bus")
    titles = {**TITLES, twin: ("Night bus from Basel to Lyon starts", "Night bus from Basel full")}
    chain = asked(EVENT, index=indexed(titles))
    (competitor,) = [one for one in chain.reason.evidence if one.kind == "competitor"]
    assert competitor.detail == twin
    assert 0 < competitor.weight < chain.reason.score


def test_a_story_is_never_held_against_its_own_articles():
    assert asked(EVENT, name=f"{TRAIN}0") is None


def test_an_event_stays_where_it_was_as_long_as_an_editor_would_be_asked():
    title = "Night train sold out again"
    assert asked(title).rung is Rung.SUGGESTION
    assert asked(title, held={TRAIN}).rung is Rung.AUTOMATIC
    assert asked("Probe lands on the moon", held={TRAIN}) is None


def test_a_story_that_was_dropped_leaves_nothing_behind():
    index = indexed()
    before = index.vector("en", profile_of([told(EVENT, "x")]).wordings["en"])
    index.put(StoryId("more"), profile_of([told("Basel night market opens", "y")]))
    index.drop(StoryId("more"))
    assert index.vector("en", profile_of([told(EVENT, "x")]).wordings["en"]) == before
    index.drop(TRAIN)
    assert asked(EVENT, index=index) is None


def test_a_profile_is_of_the_newest_members_alone():
    many = [told(f"Title {number}", f"a{number}", days=number) for number in range(NEWEST + 20)]
    profile = profile_of(many)
    assert len(profile.articles) == NEWEST
    assert "19" not in profile.wordings["en"].words
    assert profile.first == many[20].published


@settings(max_examples=25, deadline=None)
@given(st.permutations([*TITLES]))
def test_the_order_of_stories_changes_no_answer(order):
    assert asked(EVENT, index=indexed({story: TITLES[story] for story in order})) == asked(EVENT)


EVENTS = (
    "Night train from Basel reaches Naples",
    "Night train sold out again",
    "Lyon bridges shut",
)


def neighbourhood(**others) -> Neighbourhood:
    articles = tuple(told(title, f"e{n}", days=30) for n, title in enumerate(EVENTS))
    stories = tuple(Story(id=one, slug=one, titles=()) for one in TITLES)
    return Neighbourhood(**({"articles": articles, "memberships": (), "stories": stories} | others))


@settings(max_examples=25, deadline=None)
@given(st.permutations([frozenset({ArticleId(f"e{number}")}) for number in range(len(EVENTS))]))
def test_the_order_of_a_rounds_events_changes_nothing(events):
    here = neighbourhood()
    assert chains_of(events, here, indexed()) == chains_of(sorted(events, key=min), here, indexed())


def test_no_story_takes_what_an_editor_excluded_from_it():
    event, out = frozenset({ArticleId("e0")}), Decision(
        story_id=TRAIN, topic=Topic.PLACE, subject="e0", value="exclude",
        action=Action.EXCLUDE, by="editor", at=NOW,
    )  # fmt: skip
    assert chains_of([event], neighbourhood(), indexed())[ArticleId("e0")].story == TRAIN
    assert chains_of([event], neighbourhood(decisions=(out,)), indexed()) == {}


def test_no_closed_or_merged_story_goes_on():
    events = [frozenset({ArticleId("e0")})]
    closed = Story(id=TRAIN, slug="train", titles=(), state=StoryState.CLOSED)
    assert chains_of(events, neighbourhood(stories=(closed,)), indexed()) == {}
    assert chains_of(events, neighbourhood(merged={TRAIN: FLOOD}), indexed()) == {}
    assert asked(EVENT, barred={TRAIN}) is None
