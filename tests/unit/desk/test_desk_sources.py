from __future__ import annotations

from datetime import timedelta

import pytest
from tests.contract.making import NOW, lease_of, make_source

from swifeeds import desk
from swifeeds.errors import UsageError
from swifeeds.model import Notice, SourceId, SourceState, Validators

WIRE = SourceId("wire")
LATER = NOW + timedelta(hours=1)


async def claimed(store) -> list[str]:
    leases = await store.claim(owner="me", now=LATER, until=LATER + timedelta(minutes=1), limit=9)
    return [lease.source_id for lease in leases]


async def test_a_paused_source_is_not_claimed_until_it_is_resumed(store):
    await store.register([make_source()], (), NOW)
    await desk.pause_source(store, WIRE)
    assert await claimed(store) == []
    await desk.resume_source(store, WIRE)
    assert await claimed(store) == ["wire"]


async def test_a_reset_source_forgets_failures_and_validators_and_is_due_now(store):
    lease = await lease_of(store)
    await store.keep(lease, (), {"https://news.example/wire": Validators(etag='"1"')})
    state = SourceState(source_id=WIRE, next_at=LATER, failures=3, reason="answers 503")
    await store.complete(lease, state)
    failing = Notice(kind="source-failing", subject="wire", message="answers 503", at=NOW)
    await store.tell([failing])
    await desk.reset_source(store, WIRE, now=NOW)
    after = (await store.source_states())[WIRE]
    assert (after.failures, after.reason, after.next_at) == (0, None, NOW)
    assert await store.validators_of(WIRE) == {}
    assert await store.notices() == ()


@pytest.mark.parametrize("act", [desk.pause_source, desk.resume_source])
async def test_an_unknown_source_is_named(store, act):
    with pytest.raises(UsageError, match="there is no source nobody; `swifeeds source list`"):
        await act(store, SourceId("nobody"))


async def test_an_unknown_source_cannot_be_reset(store):
    with pytest.raises(UsageError, match="there is no source nobody"):
        await desk.reset_source(store, SourceId("nobody"), now=NOW)
