"""An event of another month finds the story that it continues, or asks an editor, or begins one."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

from tests.series.house import OTHERS, about, configuration, open_newsroom

from swifeeds import desk
from swifeeds.model import Action, Rung, StoryState
from swifeeds.pipeline import regroup
from swifeeds.service.work import pass_time, settle

TICKETS = (
    "Night train from Basel to Naples sold out in an hour",
    "Tickets for the night train from Basel to Naples sold out",
    "Basel to Naples: night train tickets sold out within an hour",
)
FIRST_RUN = "Night train from Basel reaches Naples for the first time"
"""Another event of the story: two cities, and words in common."""

UNLIKE = "Naples and Basel agree on an exchange of pupils"
ALIKE = "Night train tickets sold out in an hour again"
"""No place at all."""

WEEKS = timedelta(days=28)


@asynccontextmanager
async def newsroom(folder):
    """With a story of three articles; other news beside tells which words are rare."""
    async with open_newsroom(folder, configuration(["talks"])) as room:
        await room.send(*(told(room, title, number) for number, title in enumerate(OTHERS, 90)))
        titles = enumerate(TICKETS, 1)
        await room.send(*(told(room, title, number, hours=-9 * number) for number, title in titles))
        await settled(room)
        (found,) = [one.story for one in await room.house.store.stories() if one.story.automatic]
        yield room, room.house.store, found


def told(room, title: str, number: int, *, hours: float = 0.0):
    article = about("nothing", number)
    at = room.clock.now + timedelta(hours=hours)
    return replace(article, title=title, summary=None, content=None, published=at, updated=at)


async def settled(room) -> None:
    await settle(room.house, "test")
    room.clock.tick()


async def arrived(room, *titles: str):
    """These titles, four weeks later."""
    room.clock.now += WEEKS
    await pass_time(room.house, "test")
    articles = [told(room, title, number) for number, title in enumerate(titles, 10)]
    await room.send(*articles)
    await settled(room)
    return articles


async def test_an_event_weeks_later_with_like_titles_and_two_rare_places_is_a_member(tmp_path):
    async with newsroom(tmp_path) as (room, store, story):
        (later,) = await arrived(room, FIRST_RUN)
        (member,) = await store.memberships(later.id)
    assert (member.story_id, member.rung) == (story.id, Rung.AUTOMATIC)
    assert member.score >= 0.6
    found = {one.kind: one.detail for one in member.evidence}
    places = [one.detail for one in member.evidence if one.kind == "entity"]
    assert places == ["city:basel Basel (en)", "city:naples Naples (en)"]
    assert found["chain"].startswith("3 articles, 2026-05-0")
    assert 27 < float(found["gap"]) < 29


async def test_an_event_with_like_titles_and_no_place_waits_for_an_editor(tmp_path):
    async with newsroom(tmp_path) as (room, store, story):
        (later,) = await arrived(room, ALIKE)
        assert await store.memberships(later.id) == ()
        suggested = [one for one in await store.members(story.id) if one.article_id == later.id]
    assert [one.rung for one in suggested] == [Rung.SUGGESTION]


async def test_places_alone_join_nothing(tmp_path):
    async with newsroom(tmp_path) as (room, store, story):
        (later,) = await arrived(room, UNLIKE)
        members = [one for one in await store.members(story.id) if one.rung is Rung.AUTOMATIC]
    assert later.id not in {one.article_id for one in members}


async def test_a_story_that_rests_wakes_by_it_and_the_log_tells_why(tmp_path):
    async with newsroom(tmp_path) as (room, store, story):
        (later,) = await arrived(room, FIRST_RUN)
        woken = await store.story(story.id)
        changes = [one for one in await store.events(story.id) if one.action is Action.STATE]
    assert woken.state is StoryState.ACTIVE
    told_of = [(one.details["from"], one.details["to"]) for one in changes]
    assert told_of[:2] == [("dormant", "active"), ("active", "dormant")]
    reason = changes[0].details["reason"]
    assert later.id in reason
    assert "city:basel" in reason


async def test_the_event_brings_its_later_articles_along_and_keeps_its_place(tmp_path):
    async with newsroom(tmp_path) as (room, store, story):
        (later,) = await arrived(room, FIRST_RUN)
        more = told(room, "First night train from Basel reaches Naples", 11)
        await room.send(more)
        await settled(room)
        places = [await store.memberships(one.id) for one in (later, more)]
        stories = [one for one in await store.stories() if one.story.automatic]
    assert [[one.story_id for one in some] for some in places] == [[story.id]] * 2
    assert [one.languages for one in stories] == [{"en": 5}]


async def test_an_article_that_tells_of_something_else_by_now_leaves_alone(tmp_path):
    async with newsroom(tmp_path) as (room, store, story):
        (later,) = await arrived(room, FIRST_RUN)
        await room.correct(later, title="Bridge over the Rhine closed for repairs until autumn")
        await settled(room)
        assert await store.memberships(later.id) == ()
        left = [one for one in await store.members(story.id) if one.rung.is_shown]
    assert len(left) == 3


async def test_what_an_editor_excluded_does_not_come_back_by_continuing(tmp_path):
    async with newsroom(tmp_path) as (room, store, story):
        (later,) = await arrived(room, FIRST_RUN)
        editor = desk.Editor(store=store, by="an editor", at=room.clock.now)
        await desk.exclude_article(editor, story.id, later.id)
        await settled(room)
        await room.correct(later, title=f"{FIRST_RUN}!")
        await settled(room)
        assert later.id not in {one.article_id for one in await store.members(story.id)}


async def test_nothing_continues_a_closed_story(tmp_path):
    async with newsroom(tmp_path) as (room, store, story):
        editor = desk.Editor(store=store, by="an editor", at=room.clock.now)
        await desk.close_story(editor, story.id)
        await settled(room)
        (later,) = await arrived(room, FIRST_RUN)
        assert later.id not in {one.article_id for one in await store.members(story.id)}


async def test_after_a_restart_and_another_groupers_turn_stories_go_on_the_same(tmp_path):
    async with newsroom(tmp_path) as (room, store, story):
        house = room.house
        other = replace(house.finder)
        room.clock.now += WEEKS
        titles = (FIRST_RUN, "Night train from Basel reaches Naples a second time")
        for number, (title, finder) in enumerate(zip(titles, (other, house.finder), strict=True)):
            article = told(room, title, 10 + number, hours=-72 * (1 - number))
            await room.send(article)
            await regroup(
                store, rules=house.config.rules, publication=house.config.publication,
                sources=house.sources, now=room.clock.now, finder=finder,
            )  # fmt: skip
            (member,) = await store.memberships(article.id)
            assert member.story_id == story.id
        told_of = next(one.detail for one in member.evidence if one.kind == "chain")
    assert told_of.startswith("4 articles")
