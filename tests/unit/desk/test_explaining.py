"""What a stored reason mentions by id is shown by title and story."""

from __future__ import annotations

import pytest
from tests.contract.making import grouping, keep, make_article, make_story, member

from swifeeds import desk
from swifeeds.group import shared_entity
from swifeeds.model import Evidence, Rung, StoryState


async def why(store, *evidence):
    young = make_story("young", automatic=True, state=StoryState.EMERGING)
    await keep(store, make_article("a"), make_article("b"), make_article("c"))
    members = [
        member("talks", "a", rung=Rung.AUTOMATIC, evidence=evidence, score=0.5),
        member("young", "b"),
        member("talks", "b", rung=Rung.SUGGESTION),
    ]
    kept = grouping(*members, stories=[make_story("talks"), make_story("other"), young])
    await store.keep_grouping(kept, marked=(), stale=())
    return await desk.why_member(store, "talks", "a")


@pytest.mark.parametrize(
    ("noted", "score"),
    [
        (Evidence(kind="competitor", detail="b", weight=0.31), 0.31),
        (Evidence(kind="competitor", detail="b 0.27"), 0.27),
    ],
)
async def test_the_next_best_is_shown_by_its_title_and_the_story_that_shows_it(store, noted, score):
    rival = (await why(store, noted)).competitor
    assert (rival.article.title, rival.article.content) == ("Title of b", None)
    assert rival.score == score
    assert [one.id for one in rival.stories] == ["young"]


async def test_a_story_may_have_been_the_next_best(store):
    rival = (await why(store, Evidence(kind="competitor", detail="other", weight=0.2))).competitor
    assert rival.article is None
    assert [one.id for one in rival.stories] == ["other"]


async def test_what_is_in_no_story_or_gone_has_none(store):
    rival = (await why(store, Evidence(kind="competitor", detail="c", weight=0.2))).competitor
    assert (rival.article.id, rival.stories) == ("c", ())
    found = await why(store, Evidence(kind="competitor", detail="gone", weight=0.2))
    assert (found.competitor.name, found.competitor.article, found.competitor.stories) == (
        "gone", None, ()
    )  # fmt: skip


@pytest.mark.parametrize("written", ["0.50", "0.5 d"])
async def test_the_gap_is_in_days_however_it_was_noted(store, written):
    found = await why(
        store, Evidence(kind="gap", detail=written), Evidence(kind="term", detail="x", weight=0.1)
    )
    assert found.gap == 0.5
    assert [one.kind for one in found.evidence] == ["term"]
    assert found.competitor is None


def test_an_entity_is_read_back_by_code_and_spelling():
    stored = Evidence(
        kind="entity", detail="US:DC Washington, D.C. (en), Вашингтон (ru)", weight=0.04
    )
    found = shared_entity(stored)
    assert found.code == "US:DC"
    assert found.surfaces == {"en": "Washington, D.C.", "ru": "Вашингтон"}
