"""What a preview foresees is what grouping then does, and nothing is changed by asking."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.series.house import OTHERS, START, about, configuration, open_newsroom

from swifeeds import desk
from swifeeds.desk.previewing import PAGE
from swifeeds.group import Outcome
from swifeeds.model import Match, Rung, StoryId, StoryRule, Translation
from swifeeds.service.work import settle


def rule_on(*words, topic="talks", **others):
    return StoryRule(
        id=StoryId(topic), slug=topic, titles=(("en", topic),),
        match=Match(any=(("en", words),)), **others,
    )  # fmt: skip


@pytest.fixture
async def room(tmp_path):
    async with open_newsroom(tmp_path, configuration(["talks", "coal"])) as found:
        await found.send(*(about("talks", number) for number in range(3)))
        await found.send(*(about("coal", number) for number in range(3)))
        await settle(found.house, "test")
        yield found


async def foreseen(room, rule, *, limit=50):
    house = room.house
    return await desk.preview_rule(
        house.store, rule, rules=house.config.rules, now=room.clock.now, limit=limit
    )


def ids(found, outcome):
    return [one.article.id for one in found.articles[outcome]]


async def stated(room, rule):
    """The rule takes effect."""
    others = (one for one in room.house.config.rules if one.id != rule.id)
    rules = (*others, rule)
    store, config = room.house.store, room.house.config
    await store.register(config.sources, rules, room.clock.now)
    room.house = replace(room.house, config=replace(config, rules=rules))
    await settle(room.house, "test")


async def members(room, story="talks"):
    return {one.article_id for one in await room.house.store.members(StoryId(story))}


async def test_the_rule_in_force_changes_nothing(room):
    found = await foreseen(room, room.house.config.rules[0])
    assert set(ids(found, Outcome.STAYS)) == await members(room)
    assert [found.count(one) for one in Outcome] == [0, 0, 0, 3, 0, 0]


async def test_what_comes_and_leaves_is_told_newest_first_and_comes_true(room):
    before = await members(room)
    wider = rule_on("coal")
    found = await foreseen(room, wider)
    assert ids(found, Outcome.NEW) == ["coal-en2", "coal-en1", "coal-en0"]
    assert ids(found, Outcome.LEAVES) == ["talks-en2", "talks-en1", "talks-en0"]
    assert found.articles[Outcome.NEW][0].evidence[0].detail == "coal"
    assert found.articles[Outcome.LEAVES][0].evidence[0].detail == "talks"
    assert await members(room) == before
    await stated(room, wider)
    assert await members(room) == set(ids(found, Outcome.NEW))


async def test_exclusions_of_file_and_editor_are_told_with_who_it_was(room):
    editor = desk.Editor(store=room.house.store, by="anna", at=room.clock.now)
    await desk.exclude_article(editor, "talks", "coal-en0")
    rule = rule_on("coal", "talks", exclude=(about("coal", 1).url, about("talks", 2).url))
    found = await foreseen(room, rule)
    assert ids(found, Outcome.NEW) == ["coal-en2"]
    by_id = {one.article.id: one.evidence[-1] for one in found.articles[Outcome.EXCLUDED]}
    assert by_id["coal-en1"].detail == about("coal", 1).url
    assert by_id["coal-en0"].detail.startswith("exclude by anna, ")
    (leaving,) = found.articles[Outcome.LEAVES]
    assert [one.kind for one in leaving.evidence] == ["word", "exclude"]
    await stated(room, rule)
    assert await members(room) == {"talks-en0", "talks-en1", "coal-en2"}


async def test_include_and_pins_hold_an_article_that_the_rule_lets_go(room):
    editor = desk.Editor(store=room.house.store, by="anna", at=room.clock.now)
    await desk.pin_article(editor, "talks", "talks-en1")
    rule = rule_on("nothing", include=(about("talks", 2).url,))
    found = await foreseen(room, rule)
    assert ids(found, Outcome.STAYS) == ["talks-en2", "talks-en1"]
    assert {one.rung for one in found.articles[Outcome.STAYS]} == {Rung.EDITOR}
    assert ids(found, Outcome.LEAVES) == ["talks-en0"]


async def test_a_translation_of_what_matches_comes_along(room):
    german = about("kohle", 9, "de", translations=(
        Translation(language="en", url=about("coal", 2).url, evidence="hreflang"),
    ))  # fmt: skip
    await room.send(german)
    await settle(room.house, "test")
    rule = rule_on("coal", topic="energy")
    found = await foreseen(room, rule)
    assert set(ids(found, Outcome.NEW)) == {"coal-en0", "coal-en1", "coal-en2", german.id}
    assert found.counts[Outcome.NEW] == {"de": 1, "en": 3}
    await stated(room, rule)
    assert await members(room, "energy") == set(ids(found, Outcome.NEW))


async def test_days_bound_what_is_read_and_members_outside_them_leave(room):
    since = about("talks", 1).published
    until = since + timedelta(hours=1)
    rule = rule_on("talks")
    rule = replace(rule, match=replace(rule.match, since=since, until=until))
    found = await foreseen(room, rule)
    assert ids(found, Outcome.STAYS) == ["talks-en1"]
    assert ids(found, Outcome.LEAVES) == ["talks-en2", "talks-en0"]
    assert found.read < 6


FERRY = (
    "Night ferry runs aground off Visby harbour",
    "Ferry aground off Visby harbour, all passengers safe",
    "Tugs free the ferry that ran aground off Visby harbour",
)


async def ferry_news(room):
    """One event of three headlines among other news, of which a rule on tugs takes one."""
    for topic, titles in (("other", OTHERS), ("ferry", FERRY)):
        for number, title in enumerate(titles, 90):
            bare = about(topic, number, title=title, summary=None, content=None)
            hour = bare.published.replace(day=1) + timedelta(hours=9 * number)
            await room.send(replace(bare, published=hour, updated=hour))
    await settle(room.house, "test")


async def test_what_the_machine_may_bring_along_is_told_apart(room):
    await ferry_news(room)
    tugs = rule_on("Tugs", topic="tugs")
    found = await foreseen(room, tugs)
    assert ids(found, Outcome.NEW) == ["ferry-en92"]
    assert ids(found, Outcome.MAY_COME) == ["ferry-en91", "ferry-en90"]
    assert {one.rung for one in found.articles[Outcome.MAY_COME]} == {Rung.AUTOMATIC}
    await stated(room, tugs)
    assert await members(room, "tugs") == {"ferry-en90", "ferry-en91", "ferry-en92"}


async def test_what_the_file_excludes_the_machine_will_not_bring_along(room):
    await ferry_news(room)
    tugs = rule_on("Tugs", topic="tugs", exclude=(about("ferry", 90).url,))
    found = await foreseen(room, tugs)
    assert ids(found, Outcome.MAY_COME) == ["ferry-en91"]


async def test_what_the_machine_brought_may_leave_with_what_it_came_with(room):
    await ferry_news(room)
    await stated(room, rule_on("Tugs", topic="tugs"))
    narrow = rule_on("nothing", topic="tugs")
    found = await foreseen(room, narrow)
    assert ids(found, Outcome.LEAVES) == ["ferry-en92"]
    assert ids(found, Outcome.MAY_LEAVE) == ["ferry-en91", "ferry-en90"]
    assert ids(found, Outcome.STAYS) == []
    same = await foreseen(room, rule_on("Tugs", topic="tugs"))
    assert ids(same, Outcome.STAYS) == ["ferry-en92", "ferry-en91", "ferry-en90"]


async def test_a_closed_story_that_the_file_states_again_takes_articles(room):
    store, config = room.house.store, room.house.config
    rule = config.rules[0]
    await store.register(config.sources, config.rules[1:], room.clock.now)
    found = await foreseen(room, replace(rule, match=Match(any=(("en", ("coal",)),))))
    assert len(ids(found, Outcome.NEW)) == 3


async def test_an_archive_of_many_pages_is_counted_whole_and_listed_in_part(room):
    many = [
        about("coal", 10 + number, published=START - timedelta(minutes=number % 7))
        for number in range(PAGE + 100)
    ]
    await room.send(*many)
    found = await foreseen(room, rule_on("coal", topic="energy"), limit=2)
    assert found.count(Outcome.NEW) == PAGE + 103
    assert found.read == PAGE + 106
    newest = sorted(many, key=lambda one: (one.published, one.id), reverse=True)[:2]
    assert ids(found, Outcome.NEW) == [one.id for one in newest]
    assert all(one.article.content is None for one in found.articles[Outcome.NEW])
