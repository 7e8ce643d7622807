"""Below every declared rung: what the machine is sure of is placed, what it guesses is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.group.test_ladder import NOW, TALKS, article, neighbourhood, translations

from swifeeds.group import Found, Happening, Unit, group_articles
from swifeeds.group.crosslingual import Link
from swifeeds.group.events import Reason
from swifeeds.model import ArticleId, Evidence, Membership, Rung, StoryId, StoryState

WHY = Reason(score=0.5, evidence=(Evidence(kind="term", detail="ferry", weight=0.4),))


def unit(language: str, *names: str) -> Unit:
    ids = tuple(map(ArticleId, names))
    return Unit(language=language, articles=ids, reasons=dict.fromkeys(ids[1:], WHY))


def linked(one: Unit, other: Unit, kind: str) -> Happening:
    evidence = (Evidence(kind=kind, detail="visby"),)
    link = Link(one=one.articles[0], other=other.articles[0], score=0.3, evidence=evidence)
    return Happening(units=(one, other), links=(link,))


def grouped(*articles, happenings, memberships=(), stories=()):
    around = replace(
        neighbourhood(*articles), memberships=tuple(memberships), stories=tuple(stories)
    )
    return group_articles(
        around, rules=(TALKS,), now=NOW, found=Found(happenings=tuple(happenings))
    )


def rungs(grouping) -> dict[str, tuple[str, Rung]]:
    return {m.article_id: (m.story_id, m.rung) for m in grouping.memberships}


def test_two_works_of_one_event_begin_a_story_that_nobody_sees_yet():
    grouping = grouped(
        article("a"),
        article("b", title="Another"),
        happenings=[Happening(units=(unit("en", "a", "b"),))],
    )
    (story,) = grouping.stories
    assert (story.state, story.automatic) == (StoryState.EMERGING, True)
    assert rungs(grouping) == dict.fromkeys(("a", "b"), (story.id, Rung.AUTOMATIC))
    first, second = sorted(grouping.memberships, key=lambda one: one.article_id)
    assert first.evidence == second.evidence == WHY.evidence
    assert second.score == WHY.score


def test_one_article_alone_or_in_two_languages_is_no_story():
    alone = grouped(article("a"), happenings=[Happening(units=(unit("en", "a"),))])
    assert not alone.memberships
    twins = (article("a"), article("b", language="de", translations=translations(en="a")))
    both = linked(unit("en", "a"), unit("de", "b"), "translation")
    assert not grouped(*twins, happenings=[both]).memberships


def test_what_a_rule_placed_takes_the_rest_of_its_event_along():
    grouping = grouped(
        article("a", title="Abkhazia"), article("b", title="Other words"),
        happenings=[Happening(units=(unit("en", "a", "b"),))],
    )  # fmt: skip
    assert rungs(grouping) == {"a": ("talks", Rung.RULE), "b": ("talks", Rung.AUTOMATIC)}


def test_a_guess_between_languages_is_a_suggestion():
    grouping = grouped(
        article("a", title="Abkhazia"), article("b", language="fr", title="Autre"),
        happenings=[linked(unit("en", "a"), unit("fr", "b"), "term")],
    )  # fmt: skip
    assert rungs(grouping) == {"a": ("talks", Rung.RULE), "b": ("talks", Rung.SUGGESTION)}


def test_a_shared_picture_between_languages_is_no_guess():
    grouping = grouped(
        article("a", title="Abkhazia"), article("b", language="fr", title="Autre"),
        happenings=[linked(unit("en", "a"), unit("fr", "b"), "image")],
    )  # fmt: skip
    assert rungs(grouping)["b"] == ("talks", Rung.AUTOMATIC)


def test_what_was_found_before_stands_for_articles_that_nobody_looked_at():
    before = Membership(
        story_id=StoryId("automatic-1"), article_id=ArticleId("a"), rung=Rung.AUTOMATIC,
        evidence=WHY.evidence, by="machine", added=NOW, score=0.5,
    )  # fmt: skip
    kept = grouped(article("a"), happenings=[], memberships=[before])
    assert rungs(kept) == {"a": ("automatic-1", Rung.AUTOMATIC)}
    looked_at = [Happening(units=(unit("en", "a"),))]
    assert not grouped(article("a"), happenings=looked_at, memberships=[before]).memberships


def test_a_higher_rung_overrides_what_the_machine_found():
    before = Membership(
        story_id=StoryId("automatic-1"), article_id=ArticleId("a"), rung=Rung.AUTOMATIC,
        evidence=WHY.evidence, by="machine", added=NOW, score=0.5,
    )  # fmt: skip
    grouping = grouped(article("a", title="Abkhazia"), happenings=[], memberships=[before])
    assert rungs(grouping) == {"a": ("talks", Rung.RULE)}


def test_a_second_event_of_a_story_never_takes_its_place():
    """The ids of automatic stories are made of their first articles, which may have moved on."""
    first = [article(one, title=one) for one in "ab"]
    moved = [article(one, title=one) for one in "xyz"]
    (story,) = grouped(
        *first, happenings=[Happening(units=(unit("en", "a", "b"),))]
    ).stories  # fmt: skip
    was = [
        Membership(
            story_id=story.id, article_id=one.id, rung=Rung.AUTOMATIC, evidence=(),
            by="machine", added=NOW,
        )
        for one in (*first, *moved)
    ]  # fmt: skip
    grouping = grouped(
        *first, *moved, stories=[replace(story, state=StoryState.ACTIVE)], memberships=was,
        happenings=[Happening(units=(unit("en", *some),)) for some in ("ab", "xyz")],
    )  # fmt: skip
    (begun,) = grouping.stories
    assert begun.id != story.id
    homes = {one: home for one, (home, _) in rungs(grouping).items()}
    assert homes == dict.fromkeys("ab", begun.id) | dict.fromkeys("xyz", story.id)


def test_a_story_that_lost_every_article_goes_on_as_it_was_with_those_that_it_began_with():
    both = [article(one, title=one) for one in "ab"]
    event = Happening(units=(unit("en", "a", "b"),))
    (story,) = grouped(*both, happenings=[event]).stories
    grouping = grouped(*both, stories=[replace(story, state=StoryState.ACTIVE)], happenings=[event])
    assert grouping.stories == ()
    assert rungs(grouping) == dict.fromkeys("ab", (story.id, Rung.AUTOMATIC))


@pytest.mark.parametrize("placed", ["00", "50", "99"])
def test_a_text_takes_all_of_its_copies_along_wherever_it_stands_among_them(placed):
    words = " ".join(f"word{number}" for number in range(40))
    copies = [
        article(
            f"{number:02}", title="Abkhazia" if f"{number:02}" == placed else "A", summary=words
        )
        for number in range(100)
    ]
    grouping = grouped(*copies, happenings=[])
    assert {one.article_id for one in grouping.memberships} == {one.id for one in copies}
    assert sum(one.rung is Rung.SAME for one in grouping.memberships) == 99
