from __future__ import annotations

from datetime import timedelta

import pytest
from tests.contract.making import (
    NOW,
    address_of,
    grouping,
    keep,
    lease_of,
    make_article,
    one,
    put_aside,
)

from swifeeds import desk
from swifeeds.errors import UsageError
from swifeeds.model import Notice, Status

LATER = NOW + timedelta(minutes=5)


async def told(store) -> list[str]:
    return [notice.kind for notice in await store.notices()]


async def hold_back(store, *articles, **changes) -> None:
    """Revisions that a poll put aside, and what it told of them."""
    lease = await lease_of(store)
    message = "a revision is held: it lost most of its text"
    notices = [
        Notice(kind="article-held", subject=a.url, message=message, at=NOW) for a in articles
    ]
    await store.keep(lease, [put_aside(a, **changes) for a in articles], {}, notices)
    await store.release(lease)


async def test_a_held_article_carries_the_reason_and_is_marked(store):
    await keep(store, make_article("a"))
    before = await store.marked(10)
    await store.keep_grouping(grouping(), marked=before, stale=())
    held = await desk.hold_article(store, address_of("a"), reason="a complaint", now=LATER)
    assert held.id == "a"
    article = await one(store, "a")
    assert (article.status, article.status_reason) == (Status.HELD, "a complaint")
    assert await store.marked(10) == ("a",)


@pytest.mark.parametrize("reference", ["a", "tag:example.org,2026:article/a", address_of("a")])
async def test_an_article_is_found_by_id_tag_and_address(store, reference):
    await keep(store, make_article("a"))
    await desk.withdraw_article(store, reference, reason="wrong", now=LATER)
    assert (await one(store, "a")).status is Status.WITHDRAWN


async def test_releasing_a_held_article_makes_it_usable(store):
    await keep(store, make_article("a"))
    await desk.hold_article(store, "a", reason="a complaint", now=NOW)
    await desk.release_article(store, "a", now=LATER)
    article = await one(store, "a")
    assert (article.status, article.status_reason) == (Status.USABLE, None)


async def test_releasing_a_held_revision_puts_it_in_place_and_settles_the_notice(store):
    article = make_article("a")
    await keep(store, article)
    await hold_back(store, article, title="A shorter one")
    assert await told(store) == ["article-held"]
    await desk.release_article(store, "a", now=LATER)
    assert (await one(store, "a")).title == "A shorter one"
    assert await store.held_revision(article.id) is None
    assert await told(store) == []


async def test_withdrawing_settles_what_was_held_of_the_article(store):
    article = make_article("a")
    await keep(store, article)
    await hold_back(store, article, title="A shorter one")
    await desk.withdraw_article(store, "a", reason="wrong", now=LATER)
    assert await told(store) == []


async def test_releasing_what_is_not_held_says_so(store):
    await keep(store, make_article("a"))
    with pytest.raises(UsageError, match="nothing of a is held; `swifeeds article show`"):
        await desk.release_article(store, "a", now=LATER)


@pytest.mark.parametrize("act", [desk.hold_article, desk.withdraw_article])
async def test_an_unknown_article_is_named(store, act):
    with pytest.raises(UsageError, match="there is no article nobody; give its id"):
        await act(store, "nobody", reason="why", now=LATER)
