"""What waits for an editor: in an order that is worth their time, answered together."""

from __future__ import annotations

import pytest
from tests.contract.making import NOW, grouping, keep, make_article, make_story, member

from swifeeds import desk
from swifeeds.desk import Editor
from swifeeds.errors import UsageError
from swifeeds.model import Rung, StoryState


@pytest.fixture
async def editor(store):
    names = {"a": "en", "b": "de-CH", "c": "en", "d": "fr", "e": "en"}
    await keep(store, *(make_article(name, language=tag) for name, tag in names.items()))
    shut = make_story("shut", state=StoryState.CLOSED)
    waiting = [
        member(story, article, rung=Rung.SUGGESTION, score=score)
        for story, article, score in (
            ("talks", "a", 0.30), ("talks", "b", 0.35), ("other", "b", 0.33),
            ("other", "c", 0.26), ("shut", "d", 0.34),
        )
    ]  # fmt: skip
    stories = [make_story("talks"), make_story("other"), shut]
    kept = grouping(*waiting, member("talks", "e"), stories=stories)
    await store.keep_grouping(kept, marked=(), stale=())
    return Editor(store=store, by="anna", at=NOW)


async def listed(store, **asked):
    found = await desk.read_suggestions(store, **({"limit": 50} | asked))
    shown = [(p.story.id, [one.article.id for one in p.articles]) for p in found.proposed]
    assert found.left_out == found.articles - sum(len(ids) for _, ids in shown)
    return found, shown


async def test_the_best_come_first_story_by_story_and_closed_ones_are_left_out(store, editor):
    found, shown = await listed(store)
    assert shown == [("talks", ["b", "a"]), ("other", ["b", "c"])]
    assert (found.articles, found.stories) == (4, 2)
    assert all(one.article.content is None for p in found.proposed for one in p.articles)


async def test_a_limit_lists_the_first_and_counts_the_rest(store, editor):
    found, shown = await listed(store, limit=3)
    assert shown == [("talks", ["b", "a"]), ("other", ["b"])]
    assert (found.left_out, found.proposed[1].waiting) == (1, 2)


async def test_a_story_or_a_language_is_picked_with_its_own_counts(store, editor):
    assert (await listed(store, story="other"))[1] == [("other", ["b", "c"])]
    found, shown = await listed(store, language="de")
    assert shown == [("talks", ["b"]), ("other", ["b"])]
    assert found.articles == 2
    assert (await listed(store, language="ja"))[1] == []
    with pytest.raises(UsageError, match="no story nowhere"):
        await listed(store, story="nowhere")


@pytest.mark.parametrize("accepted", [True, False])
async def test_several_are_answered_as_one_action_and_undone_as_one(store, editor, accepted):
    event = await desk.review_suggestions(editor, "talks", ["a", "b"], accepted=accepted)
    decisions = await store.decisions("talks")
    assert [(one.subject, one.is_pin, one.event) for one in decisions] == [
        ("a", accepted, event), ("b", accepted, event)
    ]  # fmt: skip
    assert (await listed(store))[1] == [("other", ["b", "c"])]
    await desk.undo(editor, event)
    assert (await listed(store))[0].articles == 4


async def test_where_one_is_not_suggested_none_is_answered(store, editor):
    with pytest.raises(UsageError, match="e is not suggested for talks"):
        await desk.review_suggestions(editor, "talks", ["a", "e"], accepted=True)
    assert await store.decisions("talks") == ()


async def test_what_was_suggested_for_a_story_that_is_merged_is_looked_at_anew(store, editor):
    await store.keep_grouping(grouping(), marked=await store.marked(9), stale=())
    await desk.merge_stories(editor, "other", "talks")
    assert set(await store.marked(9)) == {"b", "c"}
