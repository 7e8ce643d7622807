"""What the desk and the clock do to articles."""

from __future__ import annotations

from tests.contract.making import (
    MINUTE,
    NOW,
    grouping,
    keep,
    lease_of,
    make_article,
    new,
    one,
    put_aside,
    revised,
)

from swifeeds.model import Status


async def answer_marks(store):
    marked = await store.marked(99)
    await store.keep_grouping(grouping(articles=marked), marked=marked, stale=())


async def test_a_status_is_kept_with_its_reason_and_marks_the_article(store):
    await keep(store, make_article("a"))
    await answer_marks(store)
    assert await store.set_status("a", Status.WITHDRAWN, reason="a mistake", now=NOW)
    found = await one(store, "a")
    assert (found.status, found.status_reason) == (Status.WITHDRAWN, "a mistake")
    assert await store.marked(9) == ("a",)


async def test_an_unknown_article_has_no_status(store):
    assert not await store.set_status("nobody", Status.HELD, reason=None, now=NOW)


async def test_a_released_revision_takes_the_articles_place(store):
    a = make_article("a")
    lease = await lease_of(store)
    shorter = put_aside(a, content="<p>Rightly short</p>", updated=NOW + MINUTE)
    await store.keep(lease, [new(a), shorter], {})
    await answer_marks(store)
    assert await store.release_revision("a", NOW)
    found = await one(store, "a")
    assert (found.content, found.updated) == ("<p>Rightly short</p>", NOW + MINUTE)
    assert (found.id, found.revision, found.status) == ("a", 2, Status.USABLE)
    assert await store.held_revision("a") is None
    assert await store.marked(9) == ("a",)
    assert not await store.release_revision("a", NOW)


async def test_withdrawing_forgets_the_held_revision(store):
    a = make_article("a")
    await store.keep(await lease_of(store), [new(a), put_aside(a, content="<p>x</p>")], {})
    await store.set_status("a", Status.WITHDRAWN, reason=None, now=NOW)
    assert not await store.release_revision("a", NOW)


async def test_an_embargo_that_passed_marks_its_article_once(store):
    await keep(
        store,
        make_article("waiting", embargoed_until=NOW),
        make_article("later", embargoed_until=NOW + MINUTE),
        make_article("free"),
    )
    await answer_marks(store)
    assert await store.lift_embargoes(NOW - MINUTE) == 0
    assert await store.lift_embargoes(NOW) == 1
    assert await store.marked(9) == ("waiting",)
    assert await store.lift_embargoes(NOW) == 0


async def test_an_embargo_that_was_moved_is_lifted_again(store):
    a = make_article("a", embargoed_until=NOW)
    lease = await lease_of(store)
    await store.keep(lease, [new(a)], {})
    await store.lift_embargoes(NOW)
    await store.keep(lease, [revised(a, embargoed_until=NOW + MINUTE)], {})
    await answer_marks(store)
    assert await store.lift_embargoes(NOW + MINUTE) == 1


async def withdraw(store, name, now=NOW):
    await store.set_status(name, Status.WITHDRAWN, reason=None, now=now)
    return await one(store, name)


async def test_what_was_public_leaves_a_notice_that_is_newer_than_the_text(store):
    await keep(store, make_article("a"), make_article("young", updated=NOW + MINUTE))
    later = NOW + MINUTE
    gone = await withdraw(store, "a", later)
    assert (gone.leaves_notice, gone.unpublished, gone.updated) == (True, later, later)
    assert (await withdraw(store, "young")).updated > NOW + MINUTE
    assert (await withdraw(store, "a", later + MINUTE)).updated == later
    await store.set_status("a", Status.USABLE, reason=None, now=later)
    back = await one(store, "a")
    assert (back.leaves_notice, back.unpublished) == (False, None)
    assert back.updated > later


async def test_what_was_never_public_leaves_no_notice(store):
    await keep(
        store,
        make_article("held", status=Status.HELD),
        make_article("waiting", embargoed_until=NOW + MINUTE),
        make_article("shown"),
    )
    for name in ("held", "waiting"):
        gone = await withdraw(store, name)
        assert (gone.leaves_notice, gone.updated) == (False, NOW)
    await store.set_status("shown", Status.HELD, reason=None, now=NOW)
    assert (await withdraw(store, "shown", NOW + MINUTE)).unpublished == NOW


async def test_a_source_that_withdraws_its_article_leaves_a_notice_too(store):
    a = make_article("a")
    lease = await lease_of(store)
    await store.keep(lease, [new(a)], {})
    gone = revised(a, "status", status=Status.WITHDRAWN, updated=NOW, revision=1)
    await store.keep(lease, [gone], {})
    found = await one(store, "a")
    assert found.leaves_notice
    assert found.updated > NOW
    await store.keep(lease, [gone], {})
    assert await one(store, "a") == found
