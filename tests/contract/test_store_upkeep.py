"""Notices, memories, figures, checks, copies; and what a database in a bad state says."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from tests.contract.databases import make_store, migrated_database, run_sql
from tests.contract.making import (
    MINUTE,
    NOW,
    grouping,
    keep,
    lease_of,
    make_article,
    make_story,
    member,
    new,
    put_aside,
    shelf_item,
)

from swifeeds.errors import StoreBusy, StoreError, StoreMissing
from swifeeds.model import FeedKey, Notice, Scope, Status


def notice(subject="wire", **others) -> Notice:
    values = {"kind": "source-failing", "message": f"{subject} fails", "at": NOW}
    return Notice(subject=subject, **(values | others))


async def test_one_notice_is_open_per_matter_and_the_newest_message_wins(store):
    await store.tell([notice(), notice("agency", at=NOW - MINUTE)])
    await store.tell([notice(message="wire fails again", at=NOW + MINUTE)])
    assert await store.notices() == (
        notice("agency", at=NOW - MINUTE),
        notice(message="wire fails again"),
    )


async def test_two_messages_of_one_matter_at_once_are_one_notice(store):
    await store.tell([notice(), notice(message="last")])
    assert [one.message for one in await store.notices()] == ["last"]


async def test_a_settled_matter_is_no_longer_told(store):
    await store.tell([notice(), notice("agency")])
    await store.settle("source-failing", "wire")
    await store.settle("source-failing", "nobody")
    assert [one.subject for one in await store.notices()] == ["agency"]
    assert [one.subject for _, one in await store.undelivered(9)] == ["agency"]


async def test_a_delivered_notice_is_delivered_once_though_its_message_changes(store):
    await store.tell([notice(), notice("agency")])
    waiting = await store.undelivered(9)
    assert [one.subject for _, one in waiting] == ["wire", "agency"]
    assert await store.undelivered(1) == waiting[:1]
    await store.delivered([waiting[0][0]], NOW)
    await store.tell([notice(message="again")])
    assert await store.undelivered(9) == waiting[1:]


async def test_a_matter_that_comes_back_is_told_anew_under_a_new_number(store):
    await store.tell([notice()])
    ((before, _),) = await store.undelivered(9)
    await store.settle("source-failing", "wire")
    await store.tell([notice()])
    ((after, _),) = await store.undelivered(9)
    assert after != before


async def test_notices_of_a_batch_are_kept_with_it(store):
    await store.keep(await lease_of(store), [new(make_article("a"))], {}, [notice()])
    assert await store.notices() == (notice(),)


async def test_a_memory_is_kept_and_replaced(store, other):
    assert await store.recall("running-configuration") is None
    await store.remember("running-configuration", "{}")
    await store.remember("running-configuration", "{1}")
    assert await other.recall("running-configuration") == "{1}"


async def test_counts_tell_what_is_there(store):
    a = make_article("a")
    lease = await lease_of(store)
    articles = [a, make_article("b"), make_article("c")]
    await store.keep(lease, [*map(new, articles), put_aside(a, content="<p>x</p>")], {})
    await store.set_status("b", Status.HELD, reason=None, now=NOW)
    await store.set_status("c", Status.WITHDRAWN, reason=None, now=NOW)
    decided = grouping(member("talks", "a"), stories=[make_story("talks")])
    await store.keep_grouping(decided, marked=(), stale=[FeedKey(scope=Scope.ALL)])
    await store.publish([shelf_item("/a"), shelf_item("/b")])
    assert await store.counts() == {
        "articles": 3,
        "held": 2,
        "withdrawn": 1,
        "sightings": 3,
        "stories": 1,
        "memberships": 1,
        "marked": 3,
        "stale": 1,
        "shelf": 2,
        "subscriptions": 0,
        "outbox": 0,
        "outbox_failing": 0,
    }


async def test_a_sound_database_has_no_problems(store):
    await keep(store, make_article("a"))
    assert await store.check() == ()


async def test_an_article_that_cannot_be_read_is_found_and_named(store, address):
    await keep(store, make_article("good"), make_article("bad"))
    spoil = "update article set body = '{\"keywords\": 7}' where id = 'bad'"
    if address.startswith("sqlite"):
        with closing(sqlite3.connect(address.removeprefix("sqlite:///"))) as connection:
            connection.execute(spoil)
            connection.commit()
    else:
        await run_sql(address, spoil)
    (problem,) = await store.check()
    assert "bad" in problem
    with pytest.raises(StoreError, match="article bad"):
        await store.articles(["bad"])


async def test_a_backup_is_a_whole_database(store, address, tmp_path):
    await keep(store, make_article("a"))
    target = tmp_path / "copy.db"
    if not address.startswith("sqlite"):
        with pytest.raises(StoreError, match="pg_dump"):
            await store.backup(str(target))
        return
    await store.backup(str(target))
    copy = make_store(f"sqlite:///{target}")
    await copy.open()
    assert (await copy.article("a")) == make_article("a")
    assert await copy.check() == ()
    await copy.close()


@pytest.fixture
def sqlite_address(tmp_path):
    return migrated_database("sqlite", tmp_path)


@pytest.fixture
def postgres_address(tmp_path):
    return migrated_database("postgresql", tmp_path)


@pytest.fixture
async def sqlite_store(sqlite_address):
    store = make_store(sqlite_address, busy_timeout=0.05)
    yield store
    await store.close()


async def test_a_backup_never_overwrites(sqlite_store, tmp_path):
    target = tmp_path / "copy.db"
    target.write_text("precious")
    with pytest.raises(StoreError, match="exists"):
        await sqlite_store.backup(str(target))
    assert target.read_text() == "precious"


async def test_a_backup_that_fails_leaves_nothing(sqlite_store, tmp_path):
    with pytest.raises(StoreError, match="could not be written"):
        await sqlite_store.backup(str(tmp_path / "nowhere" / "copy.db"))
    assert {path.suffix for path in tmp_path.iterdir()} <= {".db", ".db-wal", ".db-shm"}


async def test_a_locked_file_is_busy_and_readers_go_on(sqlite_store, tmp_path):
    await sqlite_store.open()
    with closing(sqlite3.connect(tmp_path / "store.db", isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy, match=r"store\.db is locked .* 0\.05 s"):
            await sqlite_store.tell([notice()])
        assert await sqlite_store.notices() == ()
        holder.execute("ROLLBACK")
    await sqlite_store.tell([notice()])
    assert len(await sqlite_store.notices()) == 1


@pytest.mark.postgres
async def test_a_held_lock_is_busy_on_postgresql_too(postgres_address):
    import asyncpg

    store = make_store(postgres_address, busy_timeout=0.05)
    holder = await asyncpg.connect(postgres_address)
    try:
        async with holder.transaction():
            await holder.execute("lock table notice in exclusive mode")
            with pytest.raises(StoreBusy, match="locked"):
                await store.tell([notice()])
    finally:
        await holder.close()
        await store.close()


async def test_a_file_that_is_no_database_says_what_to_do(tmp_path):
    (tmp_path / "store.db").write_bytes(b"this is no database" * 100)
    store = make_store(f"sqlite:///{tmp_path}/store.db")
    with pytest.raises(StoreError, match="restore a backup"):
        await store.open()
    await store.close()


async def test_a_damaged_file_is_found_by_the_check(sqlite_store, tmp_path):
    await sqlite_store.open()
    await keep(sqlite_store, *(make_article(f"a{n}", content="x" * 3000) for n in range(20)))
    await sqlite_store.close()
    file = tmp_path / "store.db"
    damaged = bytearray(file.read_bytes())
    damaged[-20_000:-8_000] = b"\xff" * 12_000
    file.write_bytes(damaged)
    try:
        problems = await sqlite_store.check()
    except StoreError as error:
        problems = (str(error),)
    assert "restore a backup" in " ".join(problems)


async def test_a_database_that_vanishes_is_missing_and_not_made_anew(tmp_path):
    store = make_store(f"sqlite:///{tmp_path}/nowhere.db")
    with pytest.raises(StoreMissing, match="swifeeds db migrate"):
        await store.counts()
    assert not (tmp_path / "nowhere.db").exists()


async def test_closing_twice_is_safe(store):
    await store.close()
    await store.close()


async def test_the_engine_names_itself_and_its_size(store, address):
    found = await store.engine()
    is_sqlite = address.startswith("sqlite")
    assert found.engine.startswith("SQLite 3." if is_sqlite else "PostgreSQL ")
    assert found.size > 10_000
    assert found.journal == ("wal" if is_sqlite else None)


async def test_a_sound_database_is_looked_over_quickly(store):
    await keep(store, make_article("a"))
    assert await store.look_over(60) == ()


async def test_a_look_over_ends_when_its_time_is_up(sqlite_store, tmp_path):
    fill_up(tmp_path / "store.db")
    assert await sqlite_store.look_over(0) is None


async def test_a_look_over_finds_damage(sqlite_store, tmp_path):
    file = tmp_path / "store.db"
    fill_up(file)
    damaged = bytearray(file.read_bytes())
    damaged[-20_000:-8_000] = b"\xff" * 12_000
    file.write_bytes(damaged)
    problems = await sqlite_store.look_over(60)
    assert problems
    assert all("damaged" in one and "restore a backup" in one for one in problems)


async def test_what_is_no_database_is_damage_and_not_written(sqlite_store, tmp_path):
    file = tmp_path / "store.db"
    file.write_bytes(b"rubbish " * 4000)
    (problem,) = await sqlite_store.look_over(60)
    assert "not a database" in problem
    assert file.read_bytes() == b"rubbish " * 4000


def fill_up(file) -> None:
    """Some thousand steps of work for who looks the file over, all of it in the main file."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE filler (a INTEGER PRIMARY KEY, b TEXT NOT NULL)")
        connection.executemany("INSERT INTO filler (b) VALUES (?)", [("x" * 40,)] * 5000)
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
