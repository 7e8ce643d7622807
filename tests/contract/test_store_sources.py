"""Sources, their leases, and the named leases of singleton jobs."""

from __future__ import annotations

import asyncio

import pytest
from tests.contract.databases import make_store
from tests.contract.making import (
    MINUTE,
    NOW,
    grouping,
    keep,
    lease_of,
    make_article,
    make_source,
    new,
)

from swifeeds.errors import LeaseLost
from swifeeds.model import (
    Completion,
    Crowd,
    Match,
    Notice,
    SourceId,
    SourceState,
    StoryRule,
    StoryState,
    Validators,
)

WIRE = SourceId("wire")


def make_rule(name: str, **others) -> StoryRule:
    values = {"slug": name, "titles": (("en", name.title()),)}
    return StoryRule(id=name, **(values | others))


async def register(store, *names, rules=(), **others):
    await store.register([make_source(name) for name in names], rules, NOW, **others)


async def claim(store, *, owner="a", now=NOW, limit=10, **others):
    return await store.claim(owner=owner, now=now, until=now + MINUTE, limit=limit, **others)


async def states_of_stories(store):
    return {count.story.id: count.story.state for count in await store.stories()}


async def test_a_new_source_is_due_at_once(store):
    await register(store, "wire")
    assert await store.source_states() == {WIRE: SourceState(source_id=WIRE, next_at=NOW)}
    (lease,) = await claim(store)
    assert (lease.source_id, lease.owner, lease.until) == ("wire", "a", NOW + MINUTE)


async def test_registering_again_keeps_what_is_remembered(store):
    await register(store, "wire")
    (lease,) = await claim(store)
    state = SourceState(
        source_id=WIRE, next_at=NOW + MINUTE, failures=3, reason="timeout",
        last_poll=NOW, last_success=NOW - MINUTE, last_new=NOW, silent_told=True,
        why="every 15m", slow=True, rhythm=3 * MINUTE, ttl=MINUTE, throttled_until=NOW,
        moved_from="https://a/", moved_to="https://b/", moved_times=3,
    )  # fmt: skip
    await store.complete(lease, state)
    await register(store, "wire", "agency")
    assert (await store.source_states())[WIRE] == state


async def test_a_source_no_longer_named_is_never_claimed_and_keeps_its_articles(store):
    await keep(store, make_article("a"))
    await register(store, "agency")
    assert [lease.source_id for lease in await claim(store)] == ["agency"]
    assert await claim(store, owner="b", only=[WIRE]) == ()
    assert (await store.counts())["articles"] == 1


async def test_a_source_named_again_is_claimed_again(store):
    await register(store, "wire")
    await register(store)
    await register(store, "wire")
    assert len(await claim(store)) == 1


async def test_the_longest_overdue_are_claimed_first(store):
    for minutes, name in enumerate(["first", "second", "third"]):
        source = make_source(name)
        named = [make_source(one) for one in await store.source_states()]
        await store.register([*named, source], (), NOW + minutes * MINUTE)
    leases = await claim(store, now=NOW + 9 * MINUTE, limit=2)
    assert [lease.source_id for lease in leases] == ["first", "second"]


async def test_what_is_not_due_or_paused_or_leased_is_not_claimed(store):
    await register(store, "later", "paused", "leased", "free")
    (lease,) = await claim(store, only=["later"])
    await store.complete(lease, SourceState(source_id="later", next_at=NOW + MINUTE))
    await store.set_paused(SourceId("paused"), paused=True)
    await claim(store, only=["leased"])
    assert [lease.source_id for lease in await claim(store, owner="b")] == ["free"]


async def test_a_person_may_poll_what_is_not_due_or_paused(store):
    await register(store, "wire")
    await store.set_paused(WIRE, paused=True)
    assert len(await claim(store, now=NOW - MINUTE, only=[WIRE])) == 1


async def test_a_live_lease_is_respected_even_when_a_person_asks(store):
    await register(store, "wire")
    await claim(store)
    assert await claim(store, owner="person", only=[WIRE]) == ()


async def test_an_expired_lease_is_taken_over_and_its_owner_is_fenced_off(store):
    await register(store, "wire")
    (frozen,) = await claim(store)
    (fresh,) = await claim(store, owner="b", now=NOW + MINUTE)
    assert fresh.fence > frozen.fence
    state = SourceState(source_id=WIRE, next_at=NOW + 9 * MINUTE)
    for write in (
        store.complete(frozen, state),
        store.renew(frozen, NOW + 9 * MINUTE),
        store.keep(frozen, [new(make_article("a"))], {}),
    ):
        with pytest.raises(LeaseLost, match="wire"):
            await write
    await store.release(frozen)
    assert await claim(store, owner="c", now=NOW + MINUTE) == ()
    await store.complete(fresh, state)
    assert (await store.source_states())[WIRE] == state


async def test_a_worker_that_took_over_from_itself_is_fenced_off_too(store):
    await register(store, "wire")
    (before,) = await claim(store)
    (after,) = await claim(store, now=NOW + MINUTE)
    with pytest.raises(LeaseLost):
        await store.keep(before, [new(make_article("a"))], {})
    await store.keep(after, [new(make_article("a"))], {})


async def test_a_renewed_lease_holds_longer(store):
    await register(store, "wire")
    (lease,) = await claim(store)
    renewed = await store.renew(lease, NOW + 5 * MINUTE)
    assert renewed.until == NOW + 5 * MINUTE
    assert await claim(store, owner="b", now=NOW + 2 * MINUTE) == ()
    await store.complete(renewed, SourceState(source_id=WIRE))


async def test_completing_leaves_the_pause_to_the_operator(store):
    await register(store, "wire")
    (lease,) = await claim(store)
    await store.set_paused(WIRE, paused=True)
    await store.complete(lease, SourceState(source_id=WIRE, next_at=NOW, paused=False))
    assert (await store.source_states())[WIRE].paused


async def test_a_released_source_is_due_as_before(store):
    await register(store, "wire")
    (lease,) = await claim(store)
    await store.release(lease)
    assert len(await claim(store, owner="b")) == 1


async def test_resetting_forgets_failures_and_validators(store):
    lease = await lease_of(store)
    await store.keep(lease, [], {"https://x/": Validators(etag="1")})
    await store.complete(
        lease, SourceState(source_id=WIRE, next_at=NOW + 99 * MINUTE, failures=7, reason="404")
    )
    assert await store.reset_source(WIRE, NOW)
    assert (await store.source_states())[WIRE] == SourceState(source_id=WIRE, next_at=NOW)
    assert await store.validators(["https://x/"]) == {}


async def test_an_unknown_source_cannot_be_paused_or_reset(store):
    assert not await store.set_paused(SourceId("nobody"), paused=True)
    assert not await store.reset_source(SourceId("nobody"), NOW)


async def test_four_claimers_at_once_never_get_the_same_source(address):
    stores = [make_store(address) for _ in range(4)]
    await register(stores[0], *(f"s{number:02}" for number in range(40)))
    taken: list[str] = []

    async def work(number: int) -> None:
        for _ in range(40):
            leases = await claim(stores[number], owner=f"w{number}", limit=3)
            taken.extend(lease.source_id for lease in leases)

    try:
        async with asyncio.TaskGroup() as group:
            for number in range(4):
                group.create_task(work(number))
    finally:
        for store in stores:
            await store.close()
    assert sorted(taken) == [f"s{number:02}" for number in range(40)]


async def test_four_that_read_and_then_write_wait_for_each_other(address):
    stores = [make_store(address) for _ in range(4)]
    names = [f"s{number}" for number in range(4)]
    await register(stores[0], *names)
    leases = {lease.source_id: lease for lease in await claim(stores[0])}

    async def work(store, name: str) -> None:
        for number in range(5):
            mine = make_article(f"{name}-{number}", source_id=name)
            shared = make_article(f"{name}-shared", source_id=name, url="https://news.example/x")
            await store.keep(leases[name], [new(mine), new(shared)], {})

    try:
        async with asyncio.TaskGroup() as group:
            for store, name in zip(stores, names, strict=True):
                group.create_task(work(store, name))
        assert (await stores[0].counts())["articles"] == 4 * 5 + 1
    finally:
        for store in stores:
            await store.close()


async def test_a_rule_makes_its_story_and_its_end_closes_it(store):
    await register(store, rules=[make_rule("talks", parent="east"), make_rule("east")])
    story = await store.story("talks")
    assert (story.slug, story.title("en"), story.parent) == ("talks", "Talks", "east")
    await register(store, rules=[make_rule("east")])
    assert await states_of_stories(store) == {
        "talks": StoryState.CLOSED,
        "east": StoryState.ACTIVE,
    }
    await register(store, rules=[make_rule("talks")])
    assert (await store.story("talks")).state is StoryState.ACTIVE


async def test_two_rules_may_swap_their_slugs(store):
    await register(store, rules=[make_rule("a", slug="one"), make_rule("b", slug="two")])
    await register(store, rules=[make_rule("a", slug="two"), make_rule("b", slug="one")])
    assert ((await store.story("a")).slug, (await store.story("b")).slug) == ("two", "one")


async def test_other_rules_mark_every_article_and_the_same_rules_none(store):
    await keep(store, make_article("a"), make_article("b"))
    await _answer_marks(store)
    rule = make_rule("talks", match=Match(sections=("world",)))
    await register(store, "wire", rules=[rule])
    assert sorted(await store.marked(9)) == ["a", "b"]
    await _answer_marks(store)
    await register(store, "wire", "agency", rules=[rule])
    assert await store.marked(9) == ()


async def test_another_appearance_marks_every_article(store):
    await register(store, "wire", appearance="old")
    await keep(store, make_article("a"))
    await register(store, "wire", appearance="old")
    await _answer_marks(store)
    await register(store, "wire", appearance="old")
    assert await store.marked(9) == ()
    await register(store, "wire", appearance="new")
    assert await store.marked(9) == ("a",)


async def test_where_some_sources_read_differently_their_articles_alone_are_marked(store):
    await keep(store, make_article("a"))
    await keep(store, make_article("b", source_id="agency"), source="agency")
    await register(store, "wire", "agency", appearance="old")
    await _answer_marks(store)
    await register(store, "wire", "agency", appearance="old", reworded=["agency"])
    assert await store.marked(9) == ("b",)


async def _answer_marks(store):
    marked = await store.marked(99)
    await store.keep_grouping(grouping(articles=marked), marked=marked, stale=())


async def test_a_hold_is_one_owners_until_it_ends(store, other):
    end = NOW + MINUTE
    assert await store.hold("settle", owner="a", now=NOW, until=end)
    assert not await other.hold("settle", owner="b", now=NOW, until=end)
    assert await other.hold("publish", owner="b", now=NOW, until=end)
    assert await store.hold("settle", owner="a", now=NOW, until=end + MINUTE)
    assert not await other.hold("settle", owner="b", now=end, until=end + MINUTE)
    assert await other.hold("settle", owner="b", now=end + MINUTE, until=end + 2 * MINUTE)


async def test_a_dropped_hold_is_free_and_only_its_owner_drops_it(store, other):
    await store.hold("settle", owner="a", now=NOW, until=NOW + MINUTE)
    await other.drop_hold("settle", owner="b")
    assert not await other.hold("settle", owner="b", now=NOW, until=NOW + MINUTE)
    await store.drop_hold("settle", owner="a")
    assert await other.hold("settle", owner="b", now=NOW, until=NOW + MINUTE)


async def test_what_a_dead_owner_held_is_free_at_once(store, other):
    await register(store, "wire", "agency")
    (lease, *_) = await claim(store, owner="dead", limit=1)
    await store.hold("settle", owner="dead", now=NOW, until=NOW + MINUTE)
    assert await other.owners() == ("dead",)
    await other.disown("dead")
    assert await other.owners() == ()
    assert await other.hold("settle", owner="b", now=NOW, until=NOW + MINUTE)
    assert {one.source_id for one in await claim(other, owner="b")} == {"wire", "agency"}
    with pytest.raises(LeaseLost):
        await store.keep(lease, [new(make_article("a"))], {})


async def test_disowning_one_leaves_the_others(store):
    await register(store, "wire", "agency")
    await claim(store, owner="dead", limit=1)
    await claim(store, owner="alive", limit=1)
    await store.disown("dead")
    assert await store.owners() == ("alive",)


async def complete_slowly(store, *names) -> None:
    """These kept us waiting last time and are due before `NOW`, in this order."""
    leases = await claim(store, only=[SourceId(name) for name in names])
    for lease in leases:
        since = (len(names) - names.index(lease.source_id)) * MINUTE
        state = SourceState(source_id=lease.source_id, next_at=NOW - since, slow=True)
        await store.complete(lease, state)


async def test_the_slow_and_the_others_take_no_places_of_each_other(store):
    await register(store, "a", "b", "c", "d", "e")
    await complete_slowly(store, "a", "b", "c")
    *slow, other = await store.claim(owner="x", now=NOW, until=NOW + MINUTE, limit=1, slow=2)
    assert [lease.source_id for lease in slow] == ["a", "b"]
    (last,) = await store.claim(owner="x", now=NOW, until=NOW + MINUTE, limit=5, slow=0)
    assert {other.source_id, last.source_id} == {"d", "e"}
    taken = await store.claim(owner="x", now=NOW, until=NOW + MINUTE, limit=0, slow=9)
    assert [lease.source_id for lease in taken] == ["c"]


async def test_without_a_number_for_the_slow_all_share_the_places(store):
    await register(store, "a", "b", "c")
    await complete_slowly(store, "a", "b")
    assert [lease.source_id for lease in await claim(store, limit=2)] == ["a", "b"]


async def test_of_a_crowd_so_many_are_taken_as_there_is_room_for(store, other):
    await register(store, "a", "b", "c", "d", "e")
    crowd = Crowd(members=frozenset(map(SourceId, "abc")), room=1)
    taken = {one.source_id for one in await claim(store, limit=3, crowds=[crowd])}
    assert len(taken & crowd.members) == 1
    assert taken - crowd.members == {"d", "e"}
    left = {one.source_id for one in await claim(other, owner="b")}
    assert left == crowd.members - taken


async def test_a_crowd_without_room_is_passed_over_and_stays_due(store):
    await register(store, "a", "b", "c")
    crowd = Crowd(members=frozenset(map(SourceId, "ab")), room=0)
    assert [one.source_id for one in await claim(store, limit=2, crowds=[crowd])] == ["c"]
    states = await store.source_states(crowd.members)
    assert {state.next_at for state in states.values()} == {NOW}
    assert {one.fence for one in await claim(store)} == {1}


async def test_the_room_of_a_crowd_goes_to_who_is_longest_overdue(store):
    await register(store, "a", "b", "c", "d")
    await complete_slowly(store, "c", "a")
    crowd = Crowd(members=frozenset(map(SourceId, "abc")), room=1)
    taken = await store.claim(
        owner="x", now=NOW, until=NOW + MINUTE, limit=4, slow=4, crowds=[crowd]
    )
    assert [one.source_id for one in taken] == ["c", "d"]


async def test_places_that_a_crowd_leaves_are_filled_in_either_lane(store):
    await register(store, "a", "b", "c", "d", "e", "f")
    await complete_slowly(store, "a", "b", "c")
    crowd = Crowd(members=frozenset(map(SourceId, "abde")), room=1)
    taken = await store.claim(
        owner="x", now=NOW, until=NOW + MINUTE, limit=1, slow=2, crowds=[crowd]
    )
    assert [one.source_id for one in taken] == ["a", "c", "f"]


async def test_a_lease_brings_the_state_along(store):
    await register(store, "wire")
    (lease,) = await claim(store)
    assert lease.state == SourceState(source_id=WIRE, next_at=NOW)


async def test_many_polls_are_completed_at_once_and_lost_ones_leave_nothing(store):
    await register(store, "wire", "agency", "lost")
    leases = {lease.source_id: lease for lease in await claim(store)}
    await claim(store, owner="b", now=NOW + 2 * MINUTE, only=[SourceId("lost")])
    await store.tell([Notice(kind="source-failing", subject="agency", message="x", at=NOW)])
    gone = Notice(kind="source-gone", subject="wire", message="gone", at=NOW)
    lost = await store.complete_all([
        Completion(lease=leases["wire"], state=SourceState(source_id=WIRE), notices=(gone,),
                   pause=True),
        Completion(lease=leases["agency"], state=SourceState(source_id="agency", why="every 1m"),
                   settled=("source-failing", "source-gone")),
        Completion(lease=leases["lost"], state=SourceState(source_id="lost", failures=7),
                   notices=(Notice(kind="source-failing", subject="lost", message="x", at=NOW),),
                   pause=True),
    ])  # fmt: skip
    assert lost == {"lost"}
    states = await store.source_states()
    assert states[WIRE] == SourceState(source_id=WIRE, paused=True)
    assert states["agency"] == SourceState(source_id="agency", why="every 1m")
    assert states["lost"] == SourceState(source_id="lost", next_at=NOW)
    assert await store.notices() == (gone,)
    assert await store.complete_all([]) == set()


async def test_an_outcome_is_written_once(store):
    await register(store, "wire")
    (lease,) = await claim(store)
    once = Completion(lease=lease, state=SourceState(source_id=WIRE))
    assert await store.complete_all([once]) == set()
    assert await store.complete_all([once]) == {"wire"}


async def test_the_states_of_some_are_asked_for(store):
    await register(store, "wire", "agency")
    assert (await store.source_states([WIRE])).keys() == {WIRE}
    assert await store.source_states([]) == {}


async def test_sources_are_put_off_but_never_sooner_and_not_while_they_are_polled(store):
    await register(store, "wire", "later", "polled")
    leases = {lease.source_id: lease for lease in await claim(store)}
    await store.complete(leases["wire"], SourceState(source_id=WIRE, next_at=NOW))
    later = SourceState(source_id="later", next_at=NOW + 9 * MINUTE)
    await store.complete(leases["later"], later)
    await store.put_off([WIRE, "later", "polled"], NOW + MINUTE, "the host rests")
    states = await store.source_states()
    assert states[WIRE] == SourceState(source_id=WIRE, next_at=NOW + MINUTE, why="the host rests")
    assert states["later"] == later
    assert states["polled"].next_at == NOW
