"""Stories within stories: an editor's word outlives grouping and the file's registration."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.contract.making import NOW, grouping, make_story

from swifeeds import desk
from swifeeds.desk import Editor
from swifeeds.errors import UsageError
from swifeeds.model import Action, StoryId, StoryRule


@pytest.fixture
async def editor(store):
    made = [make_story(name) for name in ("narrow", "wide", "wider")]
    await store.keep_grouping(grouping(stories=made), marked=(), stale=())
    return Editor(store=store, by="anna", at=NOW)


async def parents(store):
    return {one.story.id: one.story.parent for one in await store.stories()}


def stated(*names, **within):
    return [
        StoryRule(id=StoryId(name), slug=name, titles=(("en", name),), parent=within.get(name))
        for name in names
    ]


async def test_grouping_does_not_take_a_nested_story_out(store, editor):
    await desk.nest_story(editor, "narrow", "wide")
    learned = make_story("narrow", titles=(("en", "Learned"),))
    await store.keep_grouping(grouping(stories=[learned]), marked=(), stale=())
    assert (await store.story("narrow")).parent == "wide"
    await desk.nest_story(editor, "narrow", None)
    await store.keep_grouping(grouping(stories=[replace(learned, parent="wide")]),
                              marked=(), stale=())  # fmt: skip
    assert (await store.story("narrow")).parent is None


async def test_the_files_word_stands_above_the_editors_and_theirs_where_it_says_nothing(
    store, editor
):
    await store.register([], stated("narrow", "wide", "wider"), NOW)
    await desk.nest_story(editor, "narrow", "wide")
    await store.register([], stated("wide", "narrow", "wider"), NOW)
    assert (await store.story("narrow")).parent == "wide"
    await store.register([], stated("narrow", "wide", "wider", narrow="wider"), NOW)
    assert (await store.story("narrow")).parent == "wider"
    await store.register([], stated("narrow", "wide", wide="narrow"), NOW)
    assert (await parents(store))["narrow"] is None


async def ring(store, editor):
    """An editor put one story in another that the file knows, which the file then puts in a third,
    and an editor had put that one in the first. None but the second is stated."""
    await store.register([], stated("wide"), NOW)
    await desk.nest_story(editor, "narrow", "wide")
    await desk.nest_story(editor, "wider", "narrow")
    await store.register([], stated("wide", wide="wider"), NOW)


async def test_a_ring_of_the_files_and_the_editors_words_is_broken_by_the_ladder(store, editor):
    await ring(store, editor)
    assert await parents(store) == {"narrow": "wide", "wide": "wider", "wider": None}
    await store.keep_grouping(grouping(stories=[make_story("wider")]), marked=(), stale=())
    assert (await store.story("wider")).parent is None


async def test_the_operator_is_told_whose_word_is_passed_over_until_an_editor_takes_it_back(
    store, editor
):
    await ring(store, editor)
    (told,) = await store.notices()
    assert (told.kind, told.subject) == ("story-ring", "wider")
    assert "wider within narrow within wide within wider" in told.message
    await desk.nest_story(editor, "wider", None)
    assert await store.notices() == ()
    assert (await store.story("wider")).parent is None


async def test_what_an_editor_said_holds_again_once_the_file_lets_it(store, editor):
    await ring(store, editor)
    await store.register([], stated("wide"), NOW)
    assert await parents(store) == {"narrow": "wide", "wide": None, "wider": "narrow"}
    assert await store.notices() == ()


async def test_undo_brings_back_the_wider_story_and_is_refused_where_that_is_a_ring(store, editor):
    first = await desk.nest_story(editor, "narrow", "wide")
    moved = await desk.nest_story(editor, "narrow", "wider")
    with pytest.raises(UsageError, match=f"undo {moved} first"):
        await desk.undo(editor, first)
    await desk.undo(editor, moved)
    assert (await store.story("narrow")).parent == "wide"
    out = await desk.nest_story(editor, "narrow", None)
    turned = await desk.nest_story(editor, "wide", "narrow")
    with pytest.raises(UsageError, match="narrow within wide within narrow"):
        await desk.undo(editor, out)
    assert (await store.story("narrow")).parent is None
    await desk.undo(editor, turned)
    await desk.undo(editor, out)
    assert (await store.story("narrow")).parent == "wide"


async def test_two_editors_who_nest_at_once_make_no_ring(store, editor):
    """Each saw the other story in none."""
    one, other = make_story("narrow", parent="wide"), make_story("wide", parent="narrow")
    act = {"details": {}, "articles": ()}
    await editor.act(Action.NEST, one.id, stories=(one,), **act)
    with pytest.raises(UsageError, match="is a ring"):
        await editor.act(Action.NEST, other.id, stories=(other,), **act)
    assert await parents(store) == {"narrow": "wide", "wide": None, "wider": None}


async def test_a_merge_takes_the_parts_along_and_its_undo_gives_them_back(store, editor):
    await desk.nest_story(editor, "narrow", "wide")
    merged = await desk.merge_stories(editor, "wide", "wider")
    assert (await store.story("narrow")).parent == "wider"
    await store.keep_grouping(grouping(stories=[make_story("narrow")]), marked=(), stale=())
    assert (await store.story("narrow")).parent == "wider"
    await desk.undo(editor, merged)
    assert await parents(store) == {"narrow": "wide", "wide": None, "wider": None}


async def test_a_merge_into_a_story_further_down_makes_no_ring(store, editor):
    await desk.nest_story(editor, "wide", "wider")
    await desk.nest_story(editor, "narrow", "wide")
    await desk.merge_stories(editor, "wider", "narrow")
    assert await parents(store) == {"narrow": None, "wide": "narrow"}


async def test_nothing_goes_into_a_story_that_was_merged_since(store, editor):
    await desk.nest_story(editor, "narrow", "wide")
    out = await desk.nest_story(editor, "narrow", None)
    await desk.merge_stories(editor, "wide", "wider")
    with pytest.raises(UsageError, match="was merged"):
        await desk.nest_story(editor, "narrow", "wide")
    with pytest.raises(UsageError, match="which was merged or removed"):
        await desk.undo(editor, out)
