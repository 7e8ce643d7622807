"""The archive page by page, backwards in time."""

from __future__ import annotations

from datetime import timedelta

from tests.contract.making import MINUTE, NOW, keep, make_article

from swifeeds.model import Status


async def pages(store, *, limit, place=None):
    found = []
    while page := await store.articles_before(place, NOW, limit=limit):
        assert len(page) <= limit
        found += [one.id for one in page]
        place = (page[-1].published, page[-1].id)
    return found


async def test_every_public_article_is_on_one_page_even_where_many_have_the_same_time(store):
    same = [make_article(f"s{number}") for number in range(5)]
    older = [make_article(f"o{day}", published=NOW - timedelta(days=day)) for day in range(1, 4)]
    hidden = make_article("held", status=Status.HELD)
    waiting = make_article("waiting", embargoed_until=NOW + MINUTE)
    await keep(store, *same, *older, hidden, waiting)
    expected = ["s4", "s3", "s2", "s1", "s0", "o1", "o2", "o3"]
    for limit in (1, 2, 3, 100):
        assert await pages(store, limit=limit) == expected


async def test_a_page_begins_before_a_place(store):
    await keep(store, *(make_article(f"o{day}", published=NOW - timedelta(days=day))
                        for day in range(4)))  # fmt: skip
    assert await pages(store, limit=2, place=(NOW - timedelta(days=1), "")) == ["o2", "o3"]
