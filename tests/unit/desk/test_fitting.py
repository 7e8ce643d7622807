"""What the archive gives to fit on: what is certain, from a real store, and nothing written."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.contract.making import NOW, grouping, lease_of, make_article, make_story, member, new

from swifeeds import desk
from swifeeds.errors import UsageError
from swifeeds.group.fitting import STRANGER, read_label_lines
from swifeeds.model import Rung


async def filled(store) -> None:
    """Two articles of a story today, one seven weeks ago; beside each one that nobody placed."""
    days = {"a": 0, "b": 1, "old": 50, "alone": 0, "old-alone": 51, "between": 25}
    articles = [make_article(one, published=NOW - timedelta(days=day)) for one, day in days.items()]
    await store.keep(await lease_of(store), [new(one) for one in articles], {})
    members = [member("talks", one) for one in ("a", "b", "old")]
    members.append(member("votes", "alone", rung=Rung.AUTOMATIC))
    stories = [make_story("talks"), make_story("votes")]
    await store.keep_grouping(grouping(*members, stories=stories), marked=(), stale=())


async def labels(store, limit: int = 100):
    rows = await desk.labelled_archive(store, NOW, limit=limit)
    return {one.headline.id: one.label for one in rows}


async def test_the_weeks_around_certain_articles_are_read_and_labelled(store):
    await filled(store)
    found = await labels(store)
    assert set(found) == {"a", "b", "old", "alone", "old-alone"}
    assert found["a"].event == found["b"].event != found["old"].event
    assert found["alone"] == found["old-alone"] == STRANGER


async def test_the_newest_weeks_come_first_where_there_are_too_many(store):
    await filled(store)
    assert set(await labels(store, limit=4)) <= {"a", "b", "alone"}


async def test_an_archive_without_stories_gives_nothing(store):
    assert await labels(store) == {}


async def test_a_file_labels_articles_by_id_or_address(store):
    await filled(store)
    text = ('{"id": "a", "cluster": "x"}', '{"id": "https://news.example/b", "cluster": null}')
    rows = await desk.labelled_by_file(store, [*read_label_lines(text, "f")], "f")
    assert {one.headline.id: one.label.story if one.label else None for one in rows} == {
        "a": "x",
        "b": None,
    }


@pytest.mark.parametrize("with_store", [True, False])
async def test_an_article_that_is_not_there_is_named(store, with_store):
    lines = [*read_label_lines(['{"id": "nobody", "cluster": "x"}'], "f")]
    with pytest.raises(UsageError, match="f labels nobody, and no article has that id or address"):
        await desk.labelled_by_file(store if with_store else None, lines, "f")
