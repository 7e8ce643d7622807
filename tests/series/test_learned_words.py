"""What a newsroom's own translations teach: learned by night, kept, gone by and shown."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import copy

import pytest
from tests.acceptance.journey import run_here
from tests.series.house import START, Newsroom, about, configuration, open_newsroom
from tests.unit.group import tables

from swifeeds import desk
from swifeeds.errors import StoreError, UsageError
from swifeeds.model import Article, Rung, Translation
from swifeeds.pipeline import last_lesson
from swifeeds.service.lessons import learn_at_night
from swifeeds.service.work import learn, settle

TEXT = configuration(["talks"])


def translated(count: int = 540) -> list[Article]:
    """Old articles in English that each declare their German translation, and these."""
    found = []
    for number, (german, english) in enumerate(tables.headlines(count)):
        one, other = about("old", number, "de"), about("old", number, "en")
        link = Translation(language="de", url=one.url, evidence="hreflang")
        found += [
            replace(one, title=german, summary=None),
            replace(other, title=english, summary=None, translations=(link,)),
        ]
    return found


def today(name: str, language: str, title: str, *, hours: float = 0.0) -> Article:
    at = START - timedelta(hours=30 - hours)
    one = about(name, 1, language)
    return replace(one, title=title, summary=None, content=None, published=at, updated=at)


ENGLISH = [
    today(f"news{number}", "en", f"{tables.french(1, 2, 3)} {word}", hours=9 * number)
    for number, word in enumerate(("harbour", "glacier", "pianist"))
]
GERMAN = today("nachricht", "de", tables.german(1, 2, 3), hours=12)


async def fill(folder: Path, *, taught: bool, count: int = 540) -> Path:
    """The old articles, grouped by what they declare alone."""
    async with open_newsroom(folder, TEXT) as room:
        await room.send(*translated(count))
        await room.group()
        if taught:
            await learn(room.house, "test")
    return folder


@pytest.fixture(scope="module")
def archive(tmp_path_factory) -> Path:
    return asyncio.run(fill(tmp_path_factory.mktemp("archive"), taught=False))


@pytest.fixture(scope="module")
def taught(tmp_path_factory) -> Path:
    return asyncio.run(fill(tmp_path_factory.mktemp("taught"), taught=True))


def take(folder: Path, to: Path) -> None:
    for file in folder.iterdir():
        copy(file, to)


@asynccontextmanager
async def copied(folder: Path, to: Path, text: str = TEXT) -> AsyncIterator[Newsroom]:
    """The newsroom that was filled there, to go on with here."""
    take(folder, to)
    async with open_newsroom(to, text) as room:
        yield room


async def suggested(room, article: Article = GERMAN):
    members = (await room.house.store.neighbourhood([article.id])).memberships
    return [one for one in members if one.article_id == article.id]


async def test_what_was_learned_joins_headlines_that_share_nothing(archive, tmp_path):
    async with copied(archive, tmp_path) as room:
        await room.send(*ENGLISH, GERMAN)
        await settle(room.house, "test")
        assert await suggested(room) == []
        (lesson,) = await learn(room.house, "test")
        assert (lesson.languages, lesson.pairs, lesson.is_new) == (("de", "en"), 540, True)
        await room.correct(GERMAN, keywords=("wording",))
        await settle(room.house, "test")
        (member,) = await suggested(room)
    assert member.rung is Rung.SUGGESTION
    terms = {one.detail: one.weight for one in member.evidence if one.kind == "table"}
    assert terms
    assert all(one.split(" ~ ")[0] in tables.GERMAN + tables.FRENCH for one in terms)


async def test_a_newsroom_that_does_not_want_it_goes_by_nothing_learned(taught, tmp_path):
    async with copied(taught, tmp_path, TEXT + "[grouping]\nlearn = false\n") as room:
        await room.send(*ENGLISH, GERMAN)
        await settle(room.house, "test")
        assert await suggested(room) == []


async def test_an_archive_that_comes_later_is_linked_by_what_was_learned(taught, tmp_path):
    async with copied(taught, tmp_path) as room:
        years = timedelta(days=2000)
        await room.send(*(replace(one, published=one.published - years)
                          for one in (*ENGLISH, GERMAN)))  # fmt: skip
        await settle(room.house, "test")
        (member,) = await suggested(room)
    assert member.rung is Rung.SUGGESTION


async def test_a_lesson_is_learned_anew_only_when_its_texts_changed(taught, tmp_path):
    async with copied(taught, tmp_path) as room:
        version = await room.house.store.learned_version()
        room.clock.now += timedelta(days=1)
        (again,) = await learn(room.house, "test")
        assert not again.is_new
        assert await room.house.store.learned_version() == version
        await room.correct(translated(1)[0], title="Ein anderer Titel")
        (changed,) = await learn(room.house, "test")
        assert changed.is_new
        assert await room.house.store.learned_version() != version


async def test_two_processes_hold_one_lesson(tmp_path):
    async with open_newsroom(tmp_path, TEXT) as room:
        store, now = room.house.store, room.clock.now
        assert await store.hold("learn", owner="other", now=now, until=now + timedelta(minutes=1))
        assert await learn(room.house, "test") is None
        assert await last_lesson(store) is None
        await store.drop_hold("learn", owner="other")
        assert await learn(room.house, "test") == ()


async def test_the_lesson_is_held_at_three_in_the_morning_and_once_a_night(tmp_path):
    async with open_newsroom(tmp_path, TEXT) as room:
        store, started = room.house.store, room.clock.now
        await learn_at_night(room.house, "test")
        assert await last_lesson(store) is None
        room.clock.now = (started + timedelta(days=1)).replace(hour=1, minute=1)
        await learn_at_night(room.house, "test")
        assert await last_lesson(store) == room.clock.now
        first = room.clock.now
        room.clock.now += timedelta(hours=20)
        await learn_at_night(room.house, "test")
        assert await last_lesson(store) == first


async def test_a_service_that_rests_at_night_holds_its_first_lesson_at_the_next_start(tmp_path):
    async with open_newsroom(tmp_path, TEXT) as room:
        await learn_at_night(room.house, "test")
        room.clock.now += timedelta(days=1)
        await learn_at_night(room.house, "test")
        assert await last_lesson(room.house.store) == room.clock.now


async def test_a_lesson_of_a_clock_that_was_far_ahead_holds_up_no_night(tmp_path):
    async with open_newsroom(tmp_path, TEXT) as room:
        store, started = room.house.store, room.clock.now
        room.clock.now += timedelta(days=3650)
        assert await learn(room.house, "test") == ()
        room.clock.now = started
        await learn_at_night(room.house, "test")
        assert await last_lesson(store) == started


async def test_an_accepted_suggestion_teaches_and_an_excluded_one_does_not(taught, tmp_path):
    async with copied(taught, tmp_path) as room:
        await room.send(*ENGLISH, GERMAN)
        await settle(room.house, "test")
        (member,) = await suggested(room)
        editor = desk.Editor(store=room.house.store, by="an editor", at=room.clock.now)
        await desk.review_suggestions(editor, member.story_id, [GERMAN.id], accepted=True)
        await settle(room.house, "test")
        (lesson,) = await learn(room.house, "test")
        assert lesson.pairs == 541
        later = room.clock.now + timedelta(days=2)
        await room.correct(GERMAN, embargoed_until=later)
        (lesson,) = await learn(room.house, "test")
        assert lesson.pairs == 540
        room.clock.now = later
        (lesson,) = await learn(room.house, "test")
        assert lesson.pairs == 541
        one, other = translated(1)
        await desk.pin_article(editor, member.story_id, one.id)
        await desk.exclude_article(editor, member.story_id, other.id)
        await settle(room.house, "test")
        (lesson,) = await learn(room.house, "test")
        assert lesson.pairs == 540


async def test_tables_that_cannot_be_read_are_told_and_grouping_goes_on(taught, tmp_path, caplog):
    async with copied(taught, tmp_path) as room:
        store = room.house.store
        broken = [
            replace(one, body='{"form": 9}', digest="x") for one in await store.learned_tables()
        ]
        await store.keep_learned(broken, only=[(one.source, one.target) for one in broken])
        await room.send(*ENGLISH, GERMAN)
        await settle(room.house, "test")
        assert await suggested(room) == []
        told = [one.message for one in caplog.records if "word tables not used" in one.message]
        assert len(told) == 1
        assert "swifeeds story learn" in told[0]
        (lesson,) = await learn(room.house, "test")
        assert lesson.is_new
        assert len(await desk.read_words(store, "quarkak", language="de", limit=3)) == 1


@pytest.mark.parametrize("body", ["", "[]", '{"form": 1, "method": "ibm-1", "counts": 7}'])
async def test_a_broken_table_is_learned_anew_though_its_texts_are_the_same(taught, tmp_path, body):
    async with copied(taught, tmp_path) as room:
        store = room.house.store
        whole = await store.learned_tables()
        ways = [(one.source, one.target) for one in whole]
        await store.keep_learned([replace(whole[1], body=body)], only=ways)
        with pytest.raises(StoreError, match=r"from en to de cannot be read.*story learn"):
            await desk.read_words(store, None, language="de", limit=3)
        (lesson,) = await learn(room.house, "test")
        assert lesson.is_new
        assert [one.body for one in await store.learned_tables()] == [one.body for one in whole]


def test_the_commands_learn_and_show_what_was_learned(archive, tmp_path):
    take(archive, tmp_path)

    def ask(*arguments, expect=0):
        return run_here("story", *arguments, "--config", tmp_path / "swifeeds.toml", expect=expect)

    before = ask("words", "quarkak", "--language", "de", expect=2)
    assert "swifeeds story learn" in before.stderr
    assert "1 learned" in ask("learn").stdout
    assert "as it was" in ask("learn").stdout
    said = ask("words", tables.GERMAN[5], "--language", "de").stdout
    assert "de to en: association of 540 pairs" in said
    assert re.search(rf"{tables.GERMAN[5]} \(in \d+\): {tables.FRENCH[5]} 0\.", said)
    (found,) = json.loads(
        ask("words", "--language", "en", "--to", "de", "-n", "40", "--json").stdout
    )
    assert found["trusted"] is True
    assert found["words"][tables.FRENCH[7]][0]["word"] == tables.GERMAN[7]
    assert "nothing goes with it in en" in ask("words", "Einhorn", "--language", "de").stdout
    assert "no words were learned of ja" in ask("words", "冰川", "-l", "ja", expect=2).stderr


def test_where_no_word_is_sure_yet_the_command_says_so(tmp_path):
    asyncio.run(fill(tmp_path, taught=True, count=1))
    config = tmp_path / "swifeeds.toml"
    said = run_here("story", "words", "--language", "de", "--config", config).stdout
    assert said == "no word is sure enough to be shown in en: too few articles were learned from\n"


async def test_a_word_without_letters_is_refused(tmp_path):
    async with open_newsroom(tmp_path, TEXT) as room:
        with pytest.raises(UsageError, match="no word"):
            await desk.read_words(room.house.store, "2026", language="de", limit=3)
