"""By what the entries of a feed are known again: kept with the sighting, and only where reading
the same entry once more could bring nothing."""

from __future__ import annotations

from tests.contract.making import (
    MINUTE,
    NOW,
    duplicate,
    keep,
    lease_of,
    make_article,
    new,
    put_aside,
    revised,
    seen,
)

from swifeeds.model import Duplicate, Seen, SourceId

WIRE = SourceId("wire")


async def digests(store, source=WIRE, limit=100):
    return await store.digests(source, limit=limit)


async def test_the_digest_of_the_last_sighting_is_remembered(store):
    lease = await lease_of(store)
    a, b = make_article("a"), make_article("b")
    await store.keep(lease, [new(a, digest="1"), new(b)], {})
    assert await digests(store) == {"1"}
    await store.keep(lease, [Duplicate(sighting=seen(a, digest="2"))], {})
    assert await digests(store) == {"2"}
    await store.keep(lease, [duplicate(a)], {})
    assert await digests(store) == frozenset()


async def test_digests_are_those_of_one_source(store):
    lease = await lease_of(store)
    await store.keep(lease, [new(make_article("a"), digest="1")], {})
    assert await digests(store, SourceId("other")) == frozenset()


async def test_what_is_held_is_looked_at_again(store):
    lease = await lease_of(store)
    a = make_article("a")
    await store.keep(lease, [new(a, digest="1")], {})
    held = put_aside(a, title="404")
    await store.keep(lease, [type(held)(article=held.article, reason=held.reason,
                                        sighting=seen(a, digest="2"))], {})  # fmt: skip
    assert await digests(store) == frozenset()


async def test_who_lost_the_race_to_store_an_article_reads_it_again(store):
    await keep(store, make_article("a"))
    lease = await lease_of(store)
    late = make_article("a", title="Another text")
    await store.keep(lease, [new(late, guid="guid a", digest="1")], {})
    assert await digests(store) == frozenset()


async def test_what_is_seen_again_was_seen_later_and_is_otherwise_as_it_was(store):
    lease = await lease_of(store)
    a, b = make_article("a"), make_article("b")
    await store.keep(lease, [new(a, digest="1"), new(b, digest="2")], {})
    later = Seen(digests=frozenset({"1", "unknown"}), at=NOW + MINUTE)
    await store.keep(lease, [], {}, seen=later)
    assert await digests(store, limit=1) == {"1"}
    assert await digests(store) == {"1", "2"}
    assert (await store.counts())["sightings"] == 2


async def test_a_revision_is_known_by_its_own_digest(store):
    lease = await lease_of(store)
    a = make_article("a")
    await store.keep(lease, [new(a, digest="1")], {})
    correction = revised(a, title="Corrected")
    sighting = seen(correction.article, digest="2")
    await store.keep(
        lease,
        [type(correction)(article=correction.article, changed=("title",), sighting=sighting)],
        {},
    )
    assert await digests(store) == {"2"}
