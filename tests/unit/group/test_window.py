"""A window that grows with the news finds what a look at everything finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

from tests.series.house import OTHERS
from tests.stories.fixture import articles
from tests.stories.measures import pairwise_agreement
from tests.unit.group import tables
from tests.unit.group.test_ladder import article
from tests.unit.group.test_latecomers import news

from swifeeds.group import Window, gists_of, translation_groups
from swifeeds.group.crosslingual import Counterparts
from swifeeds.group.crosslingual.partners import PARTNERS
from swifeeds.group.events import FITTED
from swifeeds.group.heirs import heirs_of
from swifeeds.group.shared import shared_entity
from swifeeds.model import ArticleId, Media, StoryId

FERRY = (
    "Night ferry runs aground off Visby harbour",
    "Ferry aground off Visby harbour, all passengers safe",
    "Tugs free the ferry that ran aground off Visby harbour",
)


def told(*titles: str):
    return [
        replace(one, published=one.published + timedelta(hours=number))
        for number, title in enumerate(titles)
        for one in [article(f"a{number}", title=title)]
    ]


def grown(window: Window, some):
    gists = gists_of(some)
    window.learn(gists)
    return window.add(gists, translation_groups(some))


def events(window: Window, ids=None):
    return [set(one.articles) for one in window.found(ids).happenings]


def home(window: Window):
    return {one: found.articles[0] for found in window.found().happenings for one in found.articles}


def test_article_by_article_comes_to_nearly_the_same_as_all_at_once():
    news = sorted(articles(), key=lambda one: (one.published, one.id))
    at_once, by_day = Window(keeps_ended=True), Window(keeps_ended=True)
    grown(at_once, news)
    for start in range(0, len(news), 20):
        grown(by_day, news[start : start + 20])
    by_day.add((), translation_groups(news))
    assert pairwise_agreement(home(at_once), home(by_day)) >= 0.95


def test_it_tells_of_the_events_of_those_asked_about():
    window = Window()
    grown(window, told(*FERRY, "Bakers of Lyon stop work over flour prices"))
    assert events(window, ["a0"]) == [{"a0", "a1", "a2"}]
    assert events(window, ["a3"]) == [{"a3"}]
    assert events(window, ["unknown"]) == []


def test_what_changed_is_taken_out_and_the_rest_of_its_event_is_to_be_placed_again():
    window, news = Window(), told(*FERRY)
    grown(window, news)
    revised = replace(news[1], title="Glacier loses more ice than ever in one summer", revision=2)
    assert window.knows(news[1])
    assert not window.knows(revised)
    assert window.take_out([revised.id]) == {"a0", "a2"}
    assert len(window) == 0
    grown(window, [news[0], revised, news[2]])
    assert sorted(map(sorted, events(window))) == [["a0", "a2"], ["a1"]]


def test_who_asks_about_new_and_moved_articles_alone_knows_all_events():
    begun = article("begun").published
    some = [
        replace(article(one.id, title=one.title), published=begun + timedelta(days=one.day))
        for one in news(5)[::2]
    ]
    settings = replace(FITTED, attach=0.25, merge=0.25, live_days=99, late_days=0.0)
    window, known, told_of = Window(settings), {}, 0
    for one in Random(5).sample(some, len(some)):
        moved = grown(window, [one])
        told_of += len(moved - {one.id})
        for members in events(window, {one.id, *moved}):
            known |= dict.fromkeys(members, members)
    assert told_of > 0
    assert [known[one.id] for one in some] == [events(window, [one.id])[0] for one in some]


def test_what_nothing_can_join_any_more_is_let_go():
    window, news = Window(), told(*FERRY)
    grown(window, news)
    later = [replace(one, id=f"b{one.id}", published=one.published + timedelta(days=9))
             for one in news]  # fmt: skip
    grown(window, later)
    assert len(window) == len(later)
    assert not window.knows(news[0])


def corrected(window: Window, one, times: int):
    """The article after so many corrections, each of which the window has seen."""
    for number in range(times):
        one = replace(one, title=f"{FERRY[1]} ({number})", revision=number + 2)
        window.take_out([one.id])
        grown(window, [one])
    return one


def test_what_is_corrected_all_day_is_still_found_by_what_it_says():
    window = Window()
    grown(window, [article(f"b{number}", title=f"Nothing of it {number}") for number in range(90)])
    live, *others = told(*FERRY)
    grown(window, [live])
    corrected(window, live, 100)
    grown(window, others)
    assert events(window, ["a0"]) == [{"a0", "a1", "a2"}]


def test_what_is_corrected_all_day_is_still_tied_to_other_languages_by_its_picture():
    picture = (Media(url="https://n.example/ferry.jpg", type="image/jpeg"),)
    live = article("a0", title=FERRY[0], media=picture)
    other = article("b0", title="Fähre auf Grund", language="de", media=picture)
    window = Window()
    grown(window, [live])
    corrected(window, live, 100)
    grown(window, [other])
    assert events(window, ["a0"]) == [{"a0", "b0"}]


def test_an_automatic_story_goes_on_with_most_of_its_members():
    story = StoryId("automatic-1")
    before = {ArticleId(one): [story] for one in "abc"}
    groups = [frozenset(map(ArticleId, some)) for some in ("axy", "bc")]
    assert heirs_of(before, groups) == {story: 1}
    assert heirs_of(before, groups[::-1]) == {story: 0}
    alone = [frozenset(map(ArticleId, some)) for some in ("axy", "b")]
    assert heirs_of(before, alone) == {story: 1}


def in_two_languages():
    return [
        article("d1", language="de", title=tables.german(1, 2)),
        article("d2", language="de", title=tables.german(7, 8)),
        article("f1", language="fr", title=tables.french(1, 2)),
        article("f2", language="fr", title=tables.french(11, 12)),
    ]


def test_two_headlines_that_only_a_table_joins_find_each_other():
    window = Window(lexicon=tables.lexicon())
    grown(window, in_two_languages())
    assert sorted(map(sorted, events(window))) == [["d1", "f1"], ["d2"], ["f2"]]
    (happening,) = window.found(["f1"]).happenings
    assert {one.kind for one in happening.links[0].evidence} == {"table", "gap"}


def test_a_city_written_in_two_scripts_brings_headlines_together():
    window = Window()
    grown(window, [
        article("e1", language="en", title="Marlena Kostrova opens grain talks in Geneva"),
        article("r1", language="ru", title="Женева: Марлена Кострова открыла переговоры"),
        *(article(f"e{n}", language="en", title=title) for n, title in enumerate(OTHERS, 2)),
    ])  # fmt: skip
    (happening,) = window.found(["r1"]).happenings
    assert set(happening.articles) == {"e1", "r1"}
    (place,) = (one for one in happening.links[0].evidence if one.kind == "entity")
    assert shared_entity(place).surfaces == {"en": "Geneva", "ru": "Женева"}


def test_headlines_of_two_cities_are_kept_apart_whatever_words_they_share():
    window = Window()
    grown(window, [
        article("e1", language="en", title="Marlena Kostrova opens grain talks in Oslo"),
        article("d1", language="de", title="Marlena Kostrova: Gespräche über Korn in Genf"),
    ])  # fmt: skip
    assert all(len(some) == 1 for some in events(window))


def test_a_window_goes_by_the_tables_that_it_is_given_later():
    window = Window()
    grown(window, in_two_languages())
    assert all(len(some) == 1 for some in events(window))
    window.speak(tables.lexicon())
    assert {"d1", "f1"} in events(window, ["d1"])
    window.speak(None)
    assert all(len(some) == 1 for some in events(window))


def test_a_table_of_few_pairs_is_not_gone_by():
    window = Window(lexicon=tables.lexicon(400))
    grown(window, in_two_languages())
    assert all(len(some) == 1 for some in events(window))


def test_a_headline_is_compared_with_its_counterpart_among_many():
    chosen = {seed: Random(seed).sample(range(len(tables.GERMAN)), 3) for seed in range(200)}
    picked = Counterparts(tables.lexicon(), least_pairs=500)
    for number, words in chosen.items():
        picked.add(f"d{number}", "de", tables.german(*words))
        picked.add(f"f{number}", "fr", tables.french(*words))
    for number, words in chosen.items():
        same = {f"f{one}" for one, others in chosen.items() if set(others) == set(words)}
        found = list(picked.alike("de", [tables.german(*words)]))
        assert same & set(found), number
        assert len(found) <= PARTNERS
        assert f"d{number}" in set(picked.alike("fr", [tables.french(*words)]))
