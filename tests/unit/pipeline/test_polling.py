from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.contract.making import NOW, lease_of, make_source

from swifeeds.model import Notice, SourceId, SourceState
from swifeeds.pipeline.polling import watch_for_silence

HOUR = timedelta(hours=1)
WIRE = replace(make_source(), expect_new_within=HOUR)
SOURCES = {WIRE.id: WIRE}


async def polled(store, **values) -> None:
    """The store after a poll of the source with this outcome."""
    lease = await lease_of(store)
    state = SourceState(source_id=WIRE.id, next_at=NOW, last_poll=NOW, last_success=NOW, **values)
    await store.complete(lease, state)


async def subjects(store) -> list[tuple[str, str]]:
    return [(one.kind, one.subject) for one in await store.notices()]


async def test_silence_is_told_once_and_keeps_its_beginning(store, caplog):
    await polled(store, last_new=NOW)
    await watch_for_silence(store, SOURCES, lambda: NOW + 2 * HOUR)
    await watch_for_silence(store, SOURCES, lambda: NOW + 3 * HOUR)
    (told,) = await store.notices()
    assert (told.kind, told.at) == ("source-silent", NOW + 2 * HOUR)
    assert sum("source-silent" in message for message in caplog.messages) == 1


async def test_a_new_article_ends_the_silence(store):
    await polled(store, last_new=NOW)
    await watch_for_silence(store, SOURCES, lambda: NOW + 2 * HOUR)
    await polled(store, last_new=NOW + 2 * HOUR)
    await watch_for_silence(store, SOURCES, lambda: NOW + 2 * HOUR)
    assert await subjects(store) == []


async def test_what_is_told_of_a_source_ends_when_the_file_names_it_no_more(store):
    await polled(store, last_new=NOW)
    await watch_for_silence(store, SOURCES, lambda: NOW + 2 * HOUR)
    await watch_for_silence(store, {}, lambda: NOW + 2 * HOUR)
    assert await subjects(store) == []


async def test_a_failing_source_stays_told_while_silence_is_watched(store):
    await polled(store, last_new=NOW)
    failing = Notice(kind="source-failing", subject="wire", message="no connection", at=NOW)
    held = Notice(kind="article-held", subject="gone", message="held", at=NOW)
    await store.tell([failing, held])
    await watch_for_silence(store, SOURCES, lambda: NOW)
    assert await subjects(store) == [("source-failing", "wire"), ("article-held", "gone")]


async def test_a_source_that_was_never_polled_is_not_silent(store):
    await store.register([WIRE], (), NOW)
    await watch_for_silence(store, {SourceId("wire"): WIRE}, lambda: NOW + 100 * HOUR)
    assert await subjects(store) == []
