"""Articles that nothing declares come together by what they say; editors have the last word."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

from tests.series.house import OTHERS, START, about, configuration, open_newsroom

from swifeeds import desk
from swifeeds.model import FeedKey, Rung, Scope, StoryState
from swifeeds.service.work import settle

FERRY = (
    "Night ferry runs aground off Visby harbour",
    "Ferry aground off Visby harbour, all passengers safe",
    "Tugs free the ferry that ran aground off Visby harbour",
)


def told(title: str, number: int, *, hours: float = 0.0):
    article = about("nothing", number)
    at = START - timedelta(days=3) + timedelta(hours=hours)
    return replace(article, title=title, summary=None, content=None, published=at, updated=at)


@asynccontextmanager
async def newsroom(folder):
    """Other news beside tells which words are rare."""
    async with open_newsroom(folder, configuration(["talks"])) as room:
        await room.send(*(told(title, number) for number, title in enumerate(OTHERS, 90)))
        yield room, room.house.store


async def settled(room) -> None:
    await settle(room.house, "test")
    room.clock.tick()


async def automatic(store):
    return [one for one in await store.stories() if one.story.automatic]


async def test_headlines_of_one_event_become_a_story_once_there_are_three(tmp_path):
    async with newsroom(tmp_path) as (room, store):
        await room.send(told(FERRY[0], 1), told(FERRY[1], 2, hours=5))
        await settled(room)
        (emerging,) = await automatic(store)
        assert emerging.story.state is StoryState.EMERGING
        assert not [path for path in (await store.shelf()).items if "ferry" in path]
        await room.send(told(FERRY[2], 3, hours=20))
        await settled(room)
        (active,) = await automatic(store)
        assert active.story.id == emerging.story.id
        assert active.story.state is StoryState.ACTIVE
        shelf = await store.shelf()
    feed = shelf.items[f"/en/stories/{active.story.slug}/feed.atom"].body.decode()
    assert all(title in feed for title in FERRY)
    assert not any(title in feed for title in OTHERS)


async def test_a_member_says_by_which_words_it_came_in(tmp_path):
    async with newsroom(tmp_path) as (room, store):
        articles = [told(title, number, hours=9 * number) for number, title in enumerate(FERRY)]
        await room.send(*articles)
        await settled(room)
        (membership,) = await store.memberships(articles[1].id)
    assert membership.rung is Rung.AUTOMATIC
    assert 0.36 <= membership.score <= 1
    kinds = {one.kind for one in membership.evidence}
    terms = {one.detail for one in membership.evidence if one.kind == "term"}
    assert {"term", "gap"} <= kinds
    assert "visby" in terms


async def test_what_an_editor_excluded_the_machine_never_puts_back(tmp_path):
    async with newsroom(tmp_path) as (room, store):
        articles = [told(title, number, hours=9 * number) for number, title in enumerate(FERRY)]
        await room.send(*articles)
        await settled(room)
        (found,) = await automatic(store)
        editor = desk.Editor(store=store, by="an editor", at=room.clock.now)
        await desk.exclude_article(editor, found.story.id, articles[1].id)
        await settled(room)
        await room.correct(articles[1], title=f"{FERRY[1]}!")
        await settled(room)
        assert await store.memberships(articles[1].id) == ()


async def test_a_rule_has_what_it_takes_and_its_story_the_rest_of_the_event(tmp_path):
    async with newsroom(tmp_path) as (room, store):
        by_rule = told("Geneva talks on fishing rights end without a word", 1)
        like_it = told("Geneva: no word as fishing rights round ends", 2, hours=3)
        await room.send(by_rule, like_it)
        await settled(room)
        places = [(await store.memberships(one.id))[0] for one in (by_rule, like_it)]
    assert [one.rung for one in places] == [Rung.RULE, Rung.AUTOMATIC]
    assert {one.story_id for one in places} == {"talks"}


async def test_switched_off_the_machine_groups_nothing(tmp_path):
    text = configuration(["talks"]) + "[grouping]\nautomatic = false\n"
    async with open_newsroom(tmp_path, text) as room:
        await room.send(*(told(title, number) for number, title in enumerate(FERRY)))
        await settled(room)
        assert await automatic(room.house.store) == []


async def test_an_archive_is_grouped_in_its_own_time(tmp_path):
    async with newsroom(tmp_path) as (room, store):
        old = [
            replace(told(title, number), published=START - timedelta(days=6000, hours=-9 * number))
            for number, title in enumerate((*FERRY, *OTHERS))
        ]
        await room.send(*old, told(FERRY[0], 99))
        await settled(room)
        (found,) = await automatic(store)
        members = await store.dossiers(
            FeedKey(scope=Scope.STORY, key=found.story.id, language="en"),
            languages=("en",), limit=9, now=room.clock.now,
        )  # fmt: skip
    assert {one.article.id for one in members} == {one.id for one in old[:3]}


async def test_a_long_stretch_is_looked_at_in_parts_and_nothing_of_it_is_missed(tmp_path):
    """Seven events a week apart, three headlines each, and room for nine in one go."""
    text = configuration(["talks"]) + "[grouping]\nwindow = 9\n"
    async with open_newsroom(tmp_path, text) as room:
        events = [
            replace(
                told(f"{title} on lake {week * 7919 % 613}", 100 * week + number),
                published=START - timedelta(days=4000 - 7 * week, hours=-3 * number),
            )
            for week in range(7)
            for number, title in enumerate(FERRY)
        ]
        await room.send(*events)
        await settled(room)
        stories = await automatic(room.house.store)
    assert [sum(one.languages.values()) for one in stories] == [3] * 7


async def test_after_a_start_the_last_days_are_read_back_in_parts(tmp_path, monkeypatch):
    monkeypatch.setattr("swifeeds.pipeline.live._PORTION", 2)
    async with newsroom(tmp_path) as (room, store):
        await room.send(told(FERRY[0], 1, hours=1), told(FERRY[1], 2, hours=5))
        await settled(room)
        room.house.finder.live.forget()
        await room.send(told(FERRY[2], 3, hours=20))
        await settled(room)
        (found,) = await automatic(store)
        assert sum(found.languages.values()) == 3


async def titles(store):
    ((found,),) = [await automatic(store)]
    return dict(found.story.titles)


async def test_a_story_is_named_when_readers_first_see_it_and_keeps_the_name(tmp_path):
    async with newsroom(tmp_path) as (room, store):
        await room.send(
            *(told(title, number, hours=9 * number) for number, title in enumerate(FERRY))
        )
        await settled(room)
        first = await titles(store)
        assert first["en"] in FERRY
        more = ("Ferry off Visby harbour towed", "Visby harbour: ferry off the ground")
        await room.send(*(told(title, 30 + n, hours=25 + n) for n, title in enumerate(more)))
        await settled(room)
        assert await titles(store) == first


async def test_a_story_loses_its_name_with_the_article_that_gave_it(tmp_path):
    async with newsroom(tmp_path) as (room, store):
        articles = [told(title, number, hours=9 * number) for number, title in enumerate(FERRY)]
        fourth = told("Ferry off Visby harbour towed, tugs free all passengers", 9, hours=30)
        await room.send(*articles, fourth)
        await settled(room)
        (found,) = await automatic(store)
        named = next(one for one in (*articles, fourth) if one.title == found.story.title("en"))
        await room.withdraw(named)
        await settled(room)
        after = (await titles(store))["en"]
        assert after != named.title
        shelf = await store.shelf()
    feed = shelf.items[f"/en/stories/{found.story.slug}/feed.atom"].body.decode()
    assert f"<title>{after}</title>" in feed
