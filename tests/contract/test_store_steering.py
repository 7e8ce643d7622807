"""What editors decide is kept, logged, and undone; what is only suggested is never shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.contract.making import NOW, grouping, keep, make_article, make_story, member

from swifeeds.errors import UsageError
from swifeeds.model import (
    EXCLUDE,
    PIN,
    Action,
    Decision,
    FeedKey,
    Rung,
    Scope,
    StoryAct,
    StoryState,
    Topic,
    Transition,
)

TALKS = FeedKey(scope=Scope.STORY, key="talks", language="en")


def place(story, article, value=PIN, action=Action.PIN):
    return Decision(
        story_id=story, topic=Topic.PLACE, subject=article, value=value,
        action=action, by="anna", at=NOW,
    )  # fmt: skip


def acting(action=Action.PIN, story="talks", **others):
    values = {"by": "anna", "at": NOW, "articles": ("a",)}
    return StoryAct(action=action, story_id=story, **(values | others))


@pytest.fixture
async def stories(store):
    await keep(store, *(make_article(name) for name in "abc"))
    members = [member("talks", "a"), member("talks", "b"), member("other", "c")]
    made = [make_story("talks"), make_story("other")]
    await store.keep_grouping(grouping(*members, stories=made), marked=(), stale=())
    await store.keep_grouping(grouping(), marked=await store.marked(9), stale=())
    return store


async def test_a_decision_stands_is_logged_and_marks_its_article(stories):
    event = await stories.act(acting(decisions=(place("talks", "c"),), articles=("c",),
                                     details={"article": "c"}))  # fmt: skip
    (found,) = await stories.decisions("talks")
    assert found == replace(place("talks", "c"), event=event)
    assert found.is_pin
    (line,) = await stories.events("talks")
    assert (line.id, line.by, line.action, line.at) == (event, "anna", Action.PIN, NOW)
    assert line.details == {"article": "c"}
    assert await stories.marked(9) == ("c",)
    assert (await stories.neighbourhood(["c"])).decisions == (found,)
    assert (await stories.neighbourhood(["a"])).decisions == ()


async def test_the_later_word_on_a_place_is_the_one_that_stands_and_undo_brings_back_the_other(
    stories,
):
    first = await stories.act(acting(decisions=(place("talks", "a"),)))
    shut = place("talks", "a", EXCLUDE, Action.EXCLUDE)
    second = await stories.act(acting(Action.EXCLUDE, decisions=(shut,)))
    assert [one.is_exclusion for one in await stories.decisions()] == [True]
    with pytest.raises(UsageError, match=f"event {second} .* stands on it; undo {second} first"):
        await stories.undo(first, by="ben", at=NOW)
    assert (await stories.undo(None, by="ben", at=NOW)).id == second
    assert [one.event for one in await stories.decisions()] == [first]
    await stories.undo(first, by="ben", at=NOW)
    assert await stories.decisions() == ()
    log = await stories.events()
    assert [one.action for one in log] == [Action.UNDO, Action.UNDO, Action.EXCLUDE, Action.PIN]
    assert (log[3].undone_by, log[2].undone_by) == (log[0].id, log[1].id)


async def test_undo_says_what_cannot_be_undone(stories):
    with pytest.raises(UsageError, match="no action that stands"):
        await stories.undo(None, by="ben", at=NOW)
    with pytest.raises(UsageError, match="no event 77"):
        await stories.undo(77, by="ben", at=NOW)
    event = await stories.act(acting(decisions=(place("talks", "a"),)))
    await stories.undo(event, by="ben", at=NOW)
    with pytest.raises(UsageError, match="undone already"):
        await stories.undo(event, by="ben", at=NOW)
    with pytest.raises(UsageError, match="no action of an editor"):
        await stories.undo(event + 1, by="ben", at=NOW)


async def test_an_undone_merge_brings_back_the_story_and_its_members(stories):
    before = await stories.members("talks")
    ended = make_story("talks", state=StoryState.MERGED, merged_into="other")
    pins = tuple(place("other", name, action=Action.MERGE) for name in "ab")
    event = await stories.act(
        acting(Action.MERGE, decisions=pins, stories=(ended,), articles=("a", "b"))
    )
    neighbourhood = await stories.neighbourhood(["a"])
    assert neighbourhood.merged == {"talks": "other"}
    assert await stories.ended_stories() == (ended,)
    moved = [member("other", name, rung=Rung.EDITOR) for name in "ab"]
    await stories.keep_grouping(grouping(*moved), marked=("a", "b"), stale=())
    assert await stories.members("talks") == ()
    await stories.undo(event, by="ben", at=NOW)
    assert await stories.story("talks") == make_story("talks")
    assert await stories.members("talks") == before
    assert set(await stories.marked(9)) == {"a", "b"}


async def test_a_way_of_merges_leads_to_its_living_end_or_nowhere(stories):
    ended = [
        make_story("first", state=StoryState.MERGED, merged_into="second"),
        make_story("second", state=StoryState.MERGED, merged_into="other"),
        make_story("lost", state=StoryState.MERGED, merged_into="gone"),
        make_story("gone", state=StoryState.REMOVED),
        make_story("round", state=StoryState.MERGED, merged_into="round"),
    ]
    await stories.keep_grouping(grouping(stories=ended), marked=(), stale=())
    assert (await stories.neighbourhood(["a"])).merged == {"first": "other", "second": "other"}


async def test_an_editors_title_outlives_what_grouping_learns_and_undo_spares_later_ones(stories):
    def titled(language, title):
        return Decision(
            story_id="talks", topic=Topic.TITLE, subject=language, value=title,
            action=Action.RENAME, by="anna", at=NOW,
        )  # fmt: skip

    english = make_story("talks", titles=(("en", "Peace"),))
    first = await stories.act(
        acting(Action.RENAME, decisions=(titled("en", "Peace"),), stories=(english,))
    )
    both = make_story("talks", titles=(("en", "Peace"), ("de", "Frieden")))
    await stories.act(acting(Action.RENAME, decisions=(titled("de", "Frieden"),), stories=(both,)))
    learned = make_story("talks", titles=(("en", "Learned"), ("fr", "Appris")))
    await stories.keep_grouping(grouping(stories=[learned]), marked=(), stale=())
    titles = dict((await stories.story("talks")).titles)
    assert titles == {"en": "Peace", "de": "Frieden", "fr": "Appris"}
    await stories.undo(first, by="ben", at=NOW)
    titles = dict((await stories.story("talks")).titles)
    assert titles == {"en": "Talks", "de": "Frieden", "fr": "Appris"}


async def test_a_story_that_a_split_made_leads_back_when_it_is_undone(stories):
    made = make_story("made", slug="made")
    event = await stories.act(acting(Action.SPLIT, stories=(made,), articles=("a", "b")))
    assert await stories.story("made") == made
    rename = acting(Action.RENAME, "made", stories=(replace(made, slug="named"),))
    later = await stories.act(rename)
    with pytest.raises(UsageError, match="stands on it"):
        await stories.undo(event, by="ben", at=NOW)
    await stories.undo(later, by="ben", at=NOW)
    await stories.undo(event, by="ben", at=NOW)
    assert (await stories.story("made")).merged_into == "talks"


async def test_a_suggestion_is_given_out_for_review_and_shown_nowhere(stories):
    weak = [member("talks", "c", rung=Rung.SUGGESTION, score=0.3), member("other", "c")]
    await stories.keep_grouping(grouping(*weak), marked=(), stale=())
    assert [(one.story_id, one.article_id) for one in await stories.suggestions()] == [
        ("talks", "c")
    ]
    assert {one.article_id for one in await stories.members("talks")} == set("abc")
    assert [one.story_id for one in await stories.memberships("c")] == ["other"]
    shown = await stories.dossiers(TALKS, languages=("en",), limit=9, now=NOW)
    assert {one.article.id for one in shown} == {"a", "b"}
    lone = await stories.dossier("c", NOW)
    assert [one.story_id for one in lone.memberships] == ["other"]
    assert len(await stories.published(TALKS, languages=("en",), now=NOW)) == 2
    listed = await stories.unarchived(TALKS, languages=("en",), limit=9, now=NOW)
    assert len(listed) == 2
    assert (await stories.summaries(NOW))[TALKS].entries == 2
    counts = {one.story.id: one for one in await stories.stories()}
    assert (counts["talks"].languages, counts["talks"].rungs) == ({"en": 2}, {"declared": 2})
    assert (await stories.counts())["memberships"] == 3
    assert {one.story.id: one.articles for one in await stories.pulses()} == {
        "other": 1, "talks": 2
    }  # fmt: skip


async def test_a_suggestion_that_becomes_a_member_gets_its_list_of_earlier_articles(stories):
    later = make_article("d", published=NOW + timedelta(days=1))
    await keep(stories, later)
    weak = member("talks", "d", rung=Rung.SUGGESTION)
    await stories.keep_grouping(grouping(weak), marked=(), stale=())
    assert [one.earlier for one in await stories.suggestions()] == [()]
    await stories.keep_grouping(grouping(replace(weak, rung=Rung.EDITOR)), marked=(), stale=())
    (found,) = await stories.memberships("d")
    assert set(found.earlier) == {"a", "b"}


async def test_an_automatic_story_shows_nowhere_while_it_is_emerging(stories):
    young = make_story("young", state=StoryState.EMERGING, automatic=True)
    members = [member("young", "a", rung=Rung.AUTOMATIC), member("talks", "a")]
    await stories.keep_grouping(grouping(*members, stories=[young]), marked=(), stale=())
    assert await stories.story("young") == young
    assert [one.story_id for one in await stories.memberships("a")] == ["talks"]
    grown = Transition(
        story=replace(young, state=StoryState.ACTIVE), before=StoryState.EMERGING, reason="grown"
    )
    key = FeedKey(scope=Scope.STORY, key="young", language="en")
    await stories.transit([grown], stale=[key], at=NOW)
    assert {one.story_id for one in await stories.memberships("a")} == {"talks", "young"}
    assert await stories.marked(9) == ("a",)
    assert key in await stories.stale(9)
    (line,) = await stories.events("young")
    assert line.details == {"from": "emerging", "to": "active", "reason": "grown"}
    await stories.transit([grown], stale=(), at=NOW)
    assert len(await stories.events("young")) == 1


async def test_a_pulse_counts_articles_sources_and_days(stories):
    old = make_article("old", published=NOW - timedelta(days=3))
    await keep(stories, old, source="radio")
    await stories.keep_grouping(
        grouping(member("talks", "old", rung=Rung.AUTOMATIC)), marked=(), stale=()
    )
    (found,) = await stories.pulses(["talks"])
    assert (found.articles, found.days) == (3, 2)
    assert (found.newest, found.newest_certain) == (NOW, NOW)
