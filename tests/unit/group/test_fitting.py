"""Thresholds are fitted to what is certain, and told with what they are worth elsewhere."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.contract.making import member
from tests.unit.group.labelled import label_file
from tests.unit.group.writing import NOW, written

from swifeeds.errors import UsageError
from swifeeds.group.events import FITTED
from swifeeds.group.fitting import (
    FEW_DAYS,
    LINK_GRID,
    NEEDED,
    STRANGER,
    Label,
    Unlabelled,
    choose,
    choose_link,
    events_in_halves,
    halves,
    label_archive,
    label_rows,
    link_replays,
    read_label_lines,
    replays,
    score,
    stories_across_languages,
    tally_of,
)
from swifeeds.group.fitting.measures import Tally, interval, redrawn, tally
from swifeeds.group.fitting.replaying import Replay
from swifeeds.model import Action, ArticleId, Decision, Rung, StoryId, Topic

A, B = Label(story="a", event="a"), Label(story="b", event="b")


def stream(events: int, seed: int = 1):
    return label_rows(read_label_lines(label_file(events, seed).splitlines(), "labels"), {})


@pytest.fixture(scope="module")
def fitted():
    return choose(tuple(replays(stream(100))))


def test_a_stranger_counts_against_a_unit_and_an_unknown_one_does_not():
    found = score(tally([(A, A, STRANGER), (A, A, None), (B,)]))
    assert found.units == 2
    assert found.purity == pytest.approx((2 / 3 + 1) / 2)
    assert found.coverage == pytest.approx(4 / 5)
    assert found.bcubed.precision == pytest.approx((2 * 2 / 3 + 2 + 1) / 5)
    assert found.bcubed.recall == pytest.approx((4 * 2 / 4 + 1) / 5)


@pytest.mark.parametrize("unit", [(A, None, None), (A, A), (STRANGER, STRANGER, None), ()])
def test_what_tells_nothing_of_a_story_is_no_unit(unit):
    assert score(tally([unit])).purity is None


def test_two_events_of_one_story_may_come_together_and_may_not_be_missed_together():
    early, late = Label(story="a", event=1), Label(story="a", event=2)
    assert score(tally([(early, late, late)])).purity == 1
    assert score(tally([(early,), (late,)])).bcubed.recall == 1


def test_a_redrawn_score_is_the_same_again_and_the_interval_holds_what_it_is_of():
    tallies = tally([(A, A, B), *[(one, one, one) for one in _many(40)]])
    drawn = [one.purity for one in redrawn(tallies)]
    assert drawn == [one.purity for one in redrawn(tallies)]
    low, high = interval(drawn)
    assert low < score(tallies).purity < high <= 1


def _many(count: int) -> list[Label]:
    return [Label(story=number, event=number) for number in range(count)]


def replay_of(threshold: float, first: float, second: float) -> Replay:
    return Replay(threshold=threshold, first=_units(first), second=_units(second))


def _units(purity: float, units: int = 50):
    return {"all": Tally(articles=100, precision=90, recall=50, units=units, purity=purity * units)}


def test_the_lowest_threshold_from_which_on_all_are_pure_is_chosen_on_each_half():
    found = choose(
        [
            replay_of(0.2, 0.97, 0.90),
            replay_of(0.3, 0.95, 0.95),
            replay_of(0.4, 0.97, 0.955),
            replay_of(0.5, 0.99, 0.97),
        ]
    )
    assert found.attach.threshold == 0.4
    assert (found.first.threshold, found.first.score.purity) == (0.4, pytest.approx(0.955))
    assert (found.second.threshold, found.second.score.purity) == (0.5, pytest.approx(0.99))


def test_a_threshold_with_few_units_is_not_chosen_and_stands_in_no_way():
    few = Replay(threshold=0.6, first=_units(0.2, 5), second=_units(0.2, 5))
    assert choose([replay_of(0.5, 0.99, 0.97), few]).attach.threshold == 0.5
    assert choose([few]).attach is None


def test_nothing_is_chosen_where_nothing_is_pure_enough():
    found = choose([replay_of(0.3, 0.9, 0.8), replay_of(0.5, 0.97, 0.94)])
    assert (found.attach, found.suggest) == (None, None)
    assert found.first.score.purity == pytest.approx(0.94)
    assert found.second is None


def test_a_fit_keeps_apart_what_is_only_alike(fitted):
    lowest, *_, highest = fitted.tried
    assert lowest.score.purity < fitted.purity < highest.score.purity
    assert lowest.threshold < fitted.attach.threshold < highest.threshold
    assert fitted.attach.score.purity >= fitted.purity
    low, high = fitted.attach.purity
    assert low <= fitted.attach.score.purity <= high
    assert fitted.attach.score.coverage >= 0.9


def test_each_half_is_measured_at_what_the_other_chose(fitted):
    rows = stream(100)
    for chosen, half in zip((fitted.first, fitted.second), reversed(halves(rows)), strict=True):
        settings = replace(FITTED, attach=chosen.threshold, merge=chosen.threshold)
        assert score(tally_of(half, settings)) == chosen.score


def test_the_order_in_which_labels_stand_changes_nothing():
    rows = list(stream(20))
    mixed = Random(7).sample(rows, len(rows))
    first, second = ([*replays(some, (0.3, 0.5))] for some in (rows, mixed))
    assert first == second


def test_events_are_counted_in_each_half():
    assert events_in_halves(stream(2 * NEEDED)) == (NEEDED, NEEDED)
    assert events_in_halves(()) == (0, 0)


def bilingual(events: int):
    """The stream, with a second language in which each headline keeps the names of the first."""
    own = [json.loads(line) for line in label_file(events).splitlines()]
    other = [
        row | {"id": f"de-{row['id']}", "language": "de", "title": row["title"].upper()}
        for row in own
    ]
    lines = [json.dumps(row) for row in (*own, *other)]
    return label_rows(read_label_lines(lines, "labels"), {})


def test_the_threshold_between_languages_is_that_of_the_best_f1():
    rows = bilingual(16)
    assert stories_across_languages(rows) == (8, 8)
    found = choose_link(tuple(link_replays(rows, FITTED)))
    scores = {one.threshold: one.score.bcubed.f1 for one in found.tried}
    assert tuple(scores) == LINK_GRID
    assert scores[found.link.threshold] == max(scores.values())
    assert found.link.score.bcubed.f1 > 0.7  # unlinked, each event is found half: 0.667


def test_one_language_has_nothing_to_link():
    assert stories_across_languages(stream(8)) == (0, 0)


def test_an_event_is_complete_in_each_language_where_each_is_looked_at_alone():
    settings = replace(FITTED, attach=0.5, merge=0.5)
    both, one = (score(tally_of(some, settings)) for some in (bilingual(6), stream(6)))
    assert (both.bcubed, both.purity, both.coverage) == (one.bcubed, one.purity, one.coverage)
    assert both.units == 2 * one.units


def archive(*stated, decisions=(), unlabelled=Unlabelled.STRANGER):
    """Label articles, each given as (id, days from now, memberships)."""
    articles = [
        replace(written(f"Title {name}", name=name), published=NOW + timedelta(days=day))
        for name, day, _ in stated
    ]
    members = [
        replace(member(story, name), rung=rung) for name, _, some in stated for story, rung in some
    ]
    rows = label_archive(articles, members, decisions, unlabelled)
    return {one.headline.id: one.label for one in rows}


TALKS = (("talks", Rung.DECLARED),)


def test_what_a_page_declares_or_an_editor_places_is_certain_and_cut_into_events():
    found = archive(
        ("a", 0, TALKS), ("b", FEW_DAYS, (("talks", Rung.EDITOR),)), ("c", FEW_DAYS + 1, TALKS)
    )
    assert {one.story for one in found.values()} == {"talks"}
    assert found["a"].event == found["b"].event != found["c"].event


@pytest.mark.parametrize("rung", [Rung.RULE, Rung.TRANSLATION, Rung.SAME])
def test_what_was_placed_by_less_is_not_known(rung):
    assert archive(("a", 0, TALKS), ("b", 0, (("other", rung),)))["b"] is None


def test_an_article_of_several_stories_is_not_known():
    several = (*TALKS, ("votes", Rung.DECLARED))
    assert archive(("a", 0, TALKS), ("b", 0, several))["b"] is None


@pytest.mark.parametrize("rungs", [(), (("talks", Rung.AUTOMATIC),), (("x", Rung.SUGGESTION),)])
def test_what_nobody_placed_is_a_stranger_unless_the_operator_says_otherwise(rungs):
    stated = (("a", 0, TALKS), ("b", 0, rungs))
    assert archive(*stated)["b"] == STRANGER
    assert archive(*stated, unlabelled=Unlabelled.UNKNOWN)["b"] is None


def test_a_source_that_declares_no_story_at_all_tells_nothing():
    rows = label_archive(
        [written("One", name="a"), written("Two", name="b", source="silent")],
        [member("talks", "a")], (),
    )  # fmt: skip
    assert {one.headline.id: one.label for one in rows}["b"] is None


def test_what_an_editor_excluded_is_a_stranger_in_any_case():
    word = Decision(
        story_id=StoryId("talks"), topic=Topic.PLACE, subject=ArticleId("b"), value="exclude",
        action=Action.REJECT, by="anna", at=NOW,
    )  # fmt: skip
    stated = (("a", 0, TALKS), ("b", 0, ()))
    found = archive(*stated, decisions=(word,), unlabelled=Unlabelled.UNKNOWN)
    assert found["b"] == STRANGER


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("[", "l.jsonl:2: Expecting value"),
        ('{"title": "T"}', "l.jsonl:2: write an object of cluster, id"),
        ('{"cluster": "a", "colour": "red"}', "write an object of"),
        ('{"cluster": "a"}', "write the title, or the id"),
        ('{"cluster": "a", "title": "T"}', "a title needs its language and when"),
        ('{"cluster": ["a"], "id": "x"}', "cluster must be a text"),
        (
            '{"cluster": "a", "title": "T", "language": "en", "published": "May 1"}',
            "published must be a time like",
        ),
        (f'{{"id": "{"x" * 100_000}", "cluster": "a"}}', "characters in one; label less"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(line, sentence):
    with pytest.raises(UsageError, match=sentence):
        list(read_label_lines(["", line], "l.jsonl"))


@given(st.text() | st.from_regex(r'\{"(id|title|cluster|published|language)":.{0,20}\}'))
def test_no_line_brings_anything_but_a_sentence(line):
    with suppress(UsageError):
        list(read_label_lines([line], "labels"))


def test_a_line_without_a_cluster_is_a_stranger_and_a_time_without_zone_is_utc():
    text = '{"title": "T", "language": "de-CH", "published": "2026-01-01 12:00", "cluster": null}'
    (row,) = label_rows(read_label_lines([text], "labels"), {})
    assert (row.language, row.label, row.headline.day % 1) == ("de", STRANGER, 0.5)
