"""A story that editors fill with another event: the machine and they come to rest."""

from __future__ import annotations

from tests.series.house import OTHERS
from tests.series.test_automatic_stories import FERRY, automatic, newsroom, settled, told

from swifeeds import desk
from swifeeds.model import StoryState

CHOIR = (OTHERS[1], "Soglio's village choir sings for its bells", "Choir of Soglio sings for bells")

THIEVES = ("Thieves empty the museum of Delft", "Thieves empty the museum of Delft again")


async def test_pins_that_outnumber_the_machines_articles_drive_none_of_them_out(tmp_path):
    async with newsroom(tmp_path) as (room, store):
        first = [told(title, number, hours=9 * number) for number, title in enumerate(FERRY[:2])]
        await room.send(*first)
        await settled(room)
        (story,) = [one.story for one in await automatic(store)]
        second = [told(title, 9 + number, hours=9 * number) for number, title in enumerate(CHOIR)]
        await room.send(*second)
        await settled(room)
        editor = desk.Editor(store=store, by="an editor", at=room.clock.now)
        for one in second:
            await desk.pin_article(editor, story.id, one.id)
        await settled(room)
        await room.correct(first[0], summary="All are safe.")
        await settled(room)
        assert (await store.story(story.id)).state is StoryState.ACTIVE
        homes = {m.story_id for one in first for m in await store.memberships(one.id)}
        assert homes == {story.id}


async def test_articles_that_come_together_again_do_not_take_the_story_that_went_on(tmp_path):
    async with newsroom(tmp_path) as (room, store):
        articles = [told(title, number, hours=9 * number) for number, title in enumerate(FERRY[:2])]
        await room.send(*articles)
        await settled(room)
        (story,) = [one.story for one in await automatic(store)]
        later = [told(FERRY[2], 3, hours=20), told(f"{FERRY[2]}, at last", 4, hours=21)]
        await room.send(*later)
        await settled(room)
        for one, title in zip(
            articles, ("Nobody wants the old lighthouse", *THIEVES), strict=False
        ):
            await room.correct(one, title=title)
            await settled(room)
        await room.correct(articles[0], title=THIEVES[1])
        await settled(room)
        stories = [one.story.id for one in await automatic(store)]
        members = {one: {m.article_id for m in await store.members(one)} for one in stories}
        assert members.pop(story.id) == {one.id for one in later}
        assert list(members.values()) == [{one.id for one in articles}]
