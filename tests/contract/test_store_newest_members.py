"""What the stories that go on have last shown."""

from __future__ import annotations

from datetime import timedelta

from tests.contract.making import NOW, grouping, keep, make_article, make_story, member

from swifeeds.model import Rung, Status, StoryState


async def stored(store):
    """Five articles in `talks`, one of them withdrawn and one suggested; one in each other."""
    articles = [make_article(f"a{n}", published=NOW - timedelta(days=n)) for n in range(5)]
    await keep(store, *articles)
    await store.set_status("a1", Status.WITHDRAWN, reason="test", now=NOW)
    rungs = {"a2": Rung.SUGGESTION}
    places = [member("talks", one.id, rung=rungs.get(one.id, Rung.AUTOMATIC)) for one in articles]
    states = {state.value: make_story(state.value, state=state) for state in StoryState}
    others = [member(name, "a0") for name in states]
    made = (make_story("talks"), *states.values())
    await store.keep_grouping(grouping(*places, *others, stories=made), marked=(), stale=())


async def test_the_newest_usable_members_come_without_texts(store):
    await stored(store)
    found = await store.newest_members(["talks", "active", "missing"], limit=2)
    assert {story: [one.id for one in some] for story, some in found.items()} == {
        "talks": ["a0", "a3"],
        "active": ["a0"],
    }
    assert {one.content for some in found.values() for one in some} == {None}


async def test_only_stories_that_live_and_are_sure_go_on(store):
    await stored(store)
    going_on = await store.stories_going_on()
    assert going_on == ("active", "archived", "dormant", "talks")
    found = await store.newest_members([state.value for state in StoryState], limit=9)
    assert found.keys() == {"active", "archived", "dormant"}
