"""An import's portions: all of one and how far it has come, or nothing; and articles whole."""

from __future__ import annotations

import asyncio
import random
from dataclasses import replace

import pytest
from sqlalchemy import event
from tests.contract.databases import make_store, migrated_database
from tests.contract.making import (
    MINUTE,
    NOW,
    duplicate,
    keep,
    lease_of,
    linking,
    make_article,
    make_source,
    new,
    put_aside,
    revised,
    seen,
)

from swifeeds.errors import LeaseLost
from swifeeds.model import (
    ArchiveFormat,
    ArticleId,
    ImportRun,
    New,
    Notice,
    Reject,
    SetAside,
    SourceId,
    Tally,
)
from swifeeds.store import IMPORT_HELD

RUN = ImportRun(
    key="0123",
    name="old.xml",
    source_id=SourceId("wire"),
    format=ArchiveFormat.WXR,
    started=NOW,
    seen=NOW,
)
BROKEN = SetAside(offset=7, reject=Reject(subject="item 3", reason="has no title"))


def after(run, offset, **counts):
    return replace(run, offset=offset, seen=NOW + MINUTE, tally=run.tally + Tally(**counts))


def at(name, number):
    return make_article(name, url=f"https://a.example/{number}")


async def begun(store, run=RUN, **options):
    await store.register([make_source()], (), NOW)
    return await store.begin_import(run, **options)


async def test_an_import_that_was_cut_off_goes_on_where_it_stood(store):
    run = await begun(store)
    next_one = after(run, 100, items=1, new=1)
    await store.keep_import(run, next_one, [new(make_article("a"))], set_aside=[BROKEN])
    again = await store.begin_import(replace(RUN, name="moved.xml", seen=NOW + MINUTE))
    assert (again.offset, again.tally, again.name) == (100, Tally(items=1, new=1), "moved.xml")
    assert await store.set_aside(RUN.key) == (BROKEN,)


async def test_a_finished_import_begins_anew_and_so_does_one_that_is_asked_to(store):
    run = await begun(store)
    await store.keep_import(
        run, replace(after(run, 100, new=1), finished=NOW), (), set_aside=[BROKEN]
    )
    anew = await store.begin_import(RUN)
    assert (anew.offset, anew.tally, anew.finished) == (0, Tally(), None)
    assert await store.set_aside(RUN.key) == ()
    await store.keep_import(anew, after(anew, 50, new=1), ())
    assert (await store.begin_import(RUN, anew=True)).offset == 0


async def test_whoever_was_overtaken_writes_nothing(store, other):
    run = await begun(store)
    await other.begin_import(RUN)
    with pytest.raises(LeaseLost, match=r"old\.xml: another process goes on"):
        await store.keep_import(run, after(run, 9, new=1), [new(make_article("a"))])
    assert (await store.counts())["articles"] == 0


async def test_the_same_portion_cannot_come_twice(store):
    run = await begun(store)
    await store.keep_import(run, after(run, 9, new=1), [new(make_article("a"))])
    with pytest.raises(LeaseLost):
        await store.keep_import(run, after(run, 9, new=1), [new(make_article("b"))])


async def test_an_import_and_a_poll_of_the_same_source_do_not_double_an_article(store, other):
    run, lease = await begun(store), await lease_of(other)
    by_import = [new(at(f"i{number}", number), guid=str(number)) for number in range(20)]
    by_poll = [new(at(f"p{number}", number), guid=str(number)) for number in range(20)]
    async with asyncio.TaskGroup() as group:
        group.create_task(store.keep_import(run, after(run, 9), by_import))
        group.create_task(other.keep(lease, by_poll, {}))
    counts = await store.counts()
    assert (counts["articles"], counts["sightings"]) == (20, 20)


async def test_a_source_that_nobody_configured_is_known_and_never_polled(store):
    run = await begun(store)
    await store.keep_import(
        run, after(run, 9), [new(make_article("a", source_id=SourceId("former")))]
    )
    claimed = await store.claim(
        owner="me", now=NOW + MINUTE, until=NOW + 2 * MINUTE, limit=9, only=["former"]
    )
    assert claimed == ()
    (record,) = await store.records(SourceId("former"), None, limit=9)
    assert record.article.source_id == "former"


async def test_forgetting_an_import_closes_its_notice_and_keeps_its_articles(store):
    run = await begun(store)
    told = Notice(kind=IMPORT_HELD, subject=RUN.key, message="3 are held", at=NOW)
    await store.keep_import(
        run, after(run, 9), [new(make_article("a"))], set_aside=[BROKEN], notices=[told]
    )
    assert await store.notices() == (told,)
    assert await store.forget_import(RUN.key)
    assert not await store.forget_import(RUN.key)
    assert (await store.imports(), await store.notices()) == ((), ())
    assert (await store.counts())["articles"] == 1


async def test_records_come_by_id_page_by_page_with_every_copy(store):
    articles = [make_article(name) for name in "dacb"]
    await keep(store, *articles)
    lease = await lease_of(store, "other")
    copy = seen(articles[0], source_id=SourceId("other"), guid=None)
    await store.keep(lease, [duplicate(articles[0], source_id=SourceId("other"), guid=None)], {})
    first = await store.records(None, None, limit=3)
    rest = await store.records(None, first[-1].article.id, limit=3)
    assert [record.article.id for record in (*first, *rest)] == ["a", "b", "c", "d"]
    assert rest[0].sightings == (seen(articles[0]), copy)
    assert await store.records(SourceId("other"), None, limit=3) == ()


async def contents(store):
    """All that a batch may change."""
    records = await store.records(None, None, limit=1000)
    held = [await store.held_revision(one.article.id) for one in records]
    marked = await store.marked(1000, news_since=None)
    return records, held, sorted(marked)


def batch(chance: random.Random, number: int):
    """Intents as an import meets them: most plain, some that touch each other."""
    intents = []
    for place in range(chance.randint(4, 12)):
        name = f"{number}-{chance.randint(0, 8)}" if chance.random() < 0.4 else f"{number}-x{place}"
        kind = chance.random()
        old = make_article(f"{max(number - 1, 0)}-{chance.randint(0, 8)}")
        if kind < 0.6:
            url = None if chance.random() < 0.2 else f"https://a.example/{chance.randint(0, 60)}"
            guid = None if url and chance.random() < 0.3 else f"g{chance.randint(0, 60)}"
            article = linking(name, members=["m"]) if chance.random() < 0.3 else make_article(name)
            intents.append(new(replace(article, url=url), guid=guid))
        elif kind < 0.85:
            intents.append(duplicate(old, last_seen=NOW + number * MINUTE))
        elif kind < 0.93:
            intents.append(revised(old, title=f"Revised in {number}"))
        else:
            intents.append(put_aside(old, title="Damage"))
    return intents


@pytest.mark.parametrize("seed", range(12))
async def test_a_batch_comes_to_the_same_together_and_one_by_one(tmp_path, seed):
    """Together: plain ones in bulk. One by one: batches too small for that."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    stores = [make_store(migrated_database("sqlite", tmp_path / name)) for name in "ab"]
    for store in stores:
        await store.open()
        await store.register([make_source()], (), NOW)
    together, single = stores
    chance = random.Random(seed)
    try:
        for number in range(6):
            lease = await lease_of(together), await lease_of(single)
            known = {one.article.id for one in await single.records(None, None, limit=1000)}
            intents = [
                one
                for one in batch(chance, number)
                if isinstance(one, New) or one.sighting.article_id in known
            ]
            await together.keep(lease[0], intents, {})
            # Plain New first: that is the order in which a bulk is carried out.
            for intent in intents:
                await single.keep(lease[1], [intent], {})
            for store, one in zip(stores, lease, strict=True):
                await store.release(one)
            assert await contents(together) == await contents(single)
    finally:
        for store in stores:
            await store.close()


async def test_long_batches_take_few_statements(store):
    """What an archive brings is not written article by article."""
    await store.register([make_source()], (), NOW)
    articles = [make_article(f"a{number}") for number in range(150)]
    sent = []
    event.listen(
        store._engine.sync_engine,
        "before_cursor_execute",
        lambda *arguments: sent.append(arguments),
    )
    lease = await lease_of(store)
    sent.clear()
    await store.keep(lease, [new(one) for one in articles], {})
    fresh = len(sent)
    await store.keep(lease, [duplicate(one) for one in articles], {})
    assert fresh < 15
    assert len(sent) - fresh < 10
    assert await store.articles([ArticleId("a7")]) == (articles[7],)
