"""Articles of a stretch of time, the middle of it first."""

from __future__ import annotations

from datetime import timedelta

from tests.contract.making import NOW, keep, make_article


async def test_a_stretch_of_time_has_its_public_articles_and_no_others(store):
    days = {f"a{day}": NOW - timedelta(days=day) for day in range(6)}
    await keep(store, *(make_article(name, published=at) for name, at in days.items()))
    first, last = NOW - timedelta(days=4), NOW - timedelta(days=2)
    found = await store.articles_between(first, last, NOW, limit=100)
    assert {one.id for one in found} == {"a2", "a3", "a4"}
    middle = await store.articles_between(NOW - timedelta(days=5), NOW, NOW, limit=2)
    assert {one.id for one in middle} == {"a2", "a3"}
