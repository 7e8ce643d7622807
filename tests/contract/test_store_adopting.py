"""Ids from a former feed: one article each, found by them, and settled once for all."""

from __future__ import annotations

import asyncio

import pytest
from tests.contract.making import NOW, lease_of, make_article, new, put_aside, revised

from swifeeds.model import ArticleId

GUID = "https://old.example/?p=17"


async def kept(store, *intents):
    lease = await lease_of(store)
    await store.keep(lease, intents, {})
    await store.release(lease)


async def adopted(store, name):
    (found,) = await store.articles([ArticleId(name)])
    return found.adopted_id


async def test_an_article_is_found_by_the_id_it_brought(store):
    one = make_article("one", adopted_id=GUID)
    await kept(store, new(one))
    assert await store.article(GUID) == one
    assert await store.article("one") == one


async def test_a_second_article_does_not_get_the_same_id_and_it_is_told(store):
    await kept(store, new(make_article("one", adopted_id=GUID)))
    await kept(store, new(make_article("two", adopted_id=GUID), guid="other"))
    assert await adopted(store, "one") == GUID
    assert await adopted(store, "two") is None
    (notice,) = await store.notices()
    assert (notice.kind, notice.subject) == ("id-not-adopted", GUID)
    assert "article one has this id already" in notice.message


@pytest.mark.parametrize("second", ["tag:feeds.example.org,2026:article/one", GUID + "x" * 900])
async def test_neither_our_own_tag_of_another_article_nor_a_long_guid_comes_twice(store, second):
    long = second.startswith(GUID)
    await kept(store, new(make_article("one", adopted_id=second if long else None)))
    await kept(store, new(make_article("two", adopted_id=second), guid="other"))
    assert await adopted(store, "two") is None
    assert len(await store.notices()) == 1


async def test_long_guids_that_differ_at_their_end_are_two(store):
    await kept(store, new(make_article("one", adopted_id=GUID + "x" * 900)))
    await kept(store, new(make_article("two", adopted_id=GUID + "x" * 901), guid="other"))
    assert await adopted(store, "two") == GUID + "x" * 901


async def test_the_tag_of_an_article_that_is_not_here_may_be_adopted(store):
    guid = "tag:feeds.example.org,2020:article/k7q2m9x4b8n3d5f6"
    await kept(store, new(make_article("one", adopted_id=guid)))
    assert await adopted(store, "one") == guid


async def test_two_processes_at_a_time_give_an_id_once(store, other):
    one, two = await lease_of(store, "wire"), await lease_of(store, "agency")
    first = make_article("one", adopted_id=GUID)
    second = make_article("two", adopted_id=GUID, source_id="agency")
    async with asyncio.TaskGroup() as group:
        group.create_task(store.keep(one, [new(first)], {}))
        group.create_task(other.keep(two, [new(second)], {}))
    assert {await adopted(store, "one"), await adopted(store, "two")} == {GUID, None}


@pytest.mark.parametrize("brought", [GUID, None])
async def test_no_revision_changes_the_id(store, brought):
    one = make_article("one", adopted_id=brought)
    await kept(store, new(one))
    await kept(store, revised(one, title="Later", adopted_id="another"))
    assert await adopted(store, "one") == brought
    assert await store.article("another") is None


async def test_the_same_article_twice_keeps_its_id_and_tells_nothing(store):
    one = make_article("one", adopted_id=GUID)
    await kept(store, new(one), new(one))
    assert await adopted(store, "one") == GUID
    assert await store.notices() == ()


async def test_what_was_put_aside_gets_in_place_under_the_id_that_the_article_has(store):
    one = make_article("one", adopted_id=GUID)
    await kept(store, new(one))
    await kept(store, put_aside(one, title="Odd", adopted_id=None))
    assert await store.release_revision(one.id, NOW)
    assert await adopted(store, "one") == GUID
