"""A database comes to the newest schema, once, whole, and never backwards."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from tests.contract.databases import make_store, run_sql
from tests.contract.making import NOW, make_source

from swifeeds.errors import StoreError, StoreMissing, StoreNewer
from swifeeds.model import ArticleId, FeedKey, Scope, SourceId, Status, StoryId
from swifeeds.store import SchemaStatus
from swifeeds.store.sql import migrating
from swifeeds.store.sql.schema import REVISION, metadata

UP_TO_DATE = SchemaStatus(current=REVISION, newest=REVISION)


async def run_anywhere(address, statement):
    if not address.startswith("sqlite"):
        await run_sql(address, statement)
        return
    with closing(sqlite3.connect(address.removeprefix("sqlite:///"))) as connection:
        connection.execute(statement)
        connection.commit()


async def ask(store, question):
    """What a function says of the database's own, synchronous connection."""
    async with store._engine.begin() as connection:
        return await connection.run_sync(question)


def names_of_tables(connection):
    return set(inspect(connection).get_table_names())


def test_the_stated_revision_is_the_newest_migration():
    assert migrating._scripts().get_heads() == [REVISION]
    assert isinstance(migrating._scripts(), ScriptDirectory)


async def test_a_fresh_database_lacks_every_migration(store):
    assert await store.schema() == SchemaStatus(
        current=None, newest=REVISION, pending=migrating.pending(None)
    )
    assert REVISION in migrating.pending(None)


async def test_asking_a_missing_file_does_not_make_it(tmp_path):
    store = make_store(f"sqlite:///{tmp_path}/nowhere.db")
    await store.schema()
    assert list(tmp_path.iterdir()) == []


async def test_a_fresh_database_is_migrated_and_works(store):
    assert await store.migrate() == UP_TO_DATE
    assert await store.schema() == UP_TO_DATE
    await store.open()
    await store.register([make_source()], (), NOW)
    assert await store.check() == ()


async def test_migrating_makes_the_folder_of_the_file(tmp_path):
    store = make_store(f"sqlite:///{tmp_path}/var/deep/store.db")
    await store.migrate()
    await store.close()
    assert (tmp_path / "var" / "deep" / "store.db").exists()


async def test_migrating_again_changes_nothing(store):
    await store.migrate()
    await store.register([make_source()], (), NOW)
    assert await store.migrate() == UP_TO_DATE
    assert "wire" in await store.source_states()


async def test_the_migrations_end_at_the_tables_of_the_code(store):
    await store.migrate()

    def differences(connection):
        return compare_metadata(MigrationContext.configure(connection), metadata)

    assert await ask(store, differences) == []


async def test_three_that_start_at_once_migrate_once(address):
    stores = [make_store(address) for _ in range(3)]
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(store.migrate()) for store in stores]
        assert [task.result() for task in tasks] == [UP_TO_DATE] * 3
        for store in stores:
            await store.open()
        assert len(await stores[0].source_states()) == 0
    finally:
        for store in stores:
            await store.close()


async def test_a_new_file_that_somebody_else_writes_to_is_waited_for(tmp_path):
    file = tmp_path / "store.db"
    store = make_store(f"sqlite:///{file}")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("begin immediate")
        migration = asyncio.create_task(store.migrate())
        asyncio.get_running_loop().call_later(0.2, other.execute, "commit")
        assert await migration == UP_TO_DATE
    await store.close()


async def test_a_migration_that_fails_leaves_nothing_behind(store, address):
    await run_anywhere(address, "create table story (mine integer)")
    with pytest.raises(StoreError, match="story"):
        await store.migrate()
    assert await ask(store, names_of_tables) == {"story"}
    assert (await store.schema()).current is None


async def test_a_newer_schema_is_refused_and_left_alone(store, address):
    await store.migrate()
    await run_anywhere(address, "update alembic_version set version_num = '9999'")
    for attempt in (store.open, store.migrate, store.schema):
        with pytest.raises(StoreNewer, match="9999"):
            await attempt()

    def revision(connection):
        return MigrationContext.configure(connection).get_current_revision()

    assert await ask(store, revision) == "9999"


async def test_a_database_that_was_never_migrated_is_not_opened(store, tmp_path):
    with pytest.raises(StoreMissing, match="swifeeds db migrate"):
        await store.open()
    assert [path for path in tmp_path.iterdir() if path.stat().st_size] == []


async def test_an_empty_file_is_migrated_like_a_missing_one(tmp_path):
    (tmp_path / "store.db").touch()
    store = make_store(f"sqlite:///{tmp_path}/store.db")
    with pytest.raises(StoreMissing):
        await store.open()
    assert await store.migrate() == UP_TO_DATE
    await store.close()


async def test_a_start_with_the_newest_schema_does_not_import_alembic(tmp_path):
    address = f"sqlite:///{tmp_path}/store.db"
    store = make_store(address)
    await store.migrate()
    await store.close()
    program = (
        "import asyncio, sys\n"
        "from pathlib import Path\n"
        "from swifeeds.store import StorageSettings\n"
        "from swifeeds.store.sql import SqlStore\n"
        "async def main():\n"
        f"    store = SqlStore(StorageSettings(url={address!r}), Path())\n"
        "    await store.migrate()\n"
        "    await store.open()\n"
        "    await store.close()\n"
        "asyncio.run(main())\n"
        "print('alembic' in sys.modules)\n"
    )
    done = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


async def test_marks_of_the_first_schema_become_marks_of_current_documents(store, address):
    await ask(store, lambda connection: migrating.upgrade(connection, "0001"))
    await run_anywhere(
        address,
        "insert into stale (seq, scope, key, language, taken) values (7, 'story', 'talks', 'de', "
        f"{'0' if address.startswith('sqlite') else 'false'})",
    )
    await store.migrate()
    await store.open()
    assert await store.stale(9) == (FeedKey(scope=Scope.STORY, key="talks", language="de"),)


async def test_stories_of_before_their_names_were_traced_are_kept_and_may_be_named(store, address):
    await ask(store, lambda connection: migrating.upgrade(connection, "0007"))
    is_sqlite = address.startswith("sqlite")
    no, yes = ("0", "1") if is_sqlite else ("false", "true")
    await run_anywhere(
        address,
        "insert into story (id, slug, titles, state, ruled, automatic) values "
        f"""('s1', 'talks', '[["de", "Gespräche"]]', 'active', {no}, {yes})""",
    )
    await store.migrate()
    await store.open()
    (story,) = await store.nameable_stories([StoryId("s1")])
    assert (story.titles, story.named_after) == ((("de", "Gespräche"),), ())
    named = replace(story, named_after=(("de", ArticleId("a")),))
    await store.name_stories([named], stale=())
    assert (await store.story(StoryId("s1"))) == named
    assert await store.learned_version() is None
    assert await store.learned_tables() == ()


async def test_keys_are_made_anew_and_the_first_of_two_articles_keeps_the_one(store, address):
    await ask(store, lambda connection: migrating.upgrade(connection, "0010"))
    no = "0" if address.startswith("sqlite") else "false"
    await run_anywhere(
        address, f"insert into source (id, active, paused, failures, fence, silent_told) "
        f"values ('s', {no}, {no}, 0, 0, {no})",
    )  # fmt: skip
    for name, key in (("a", "example.org/a"), ("b", "m.example.org/a"), ("c", "amp.example.org/c")):
        await run_anywhere(
            address,
            "insert into article (id, source_id, url_key, language, title, published, updated, "
            "status, embargo_lifted, first_seen, fingerprint, revision, body) values "
            f"('{name}', 's', '{key}', 'en', 'T', 0, 0, 'usable', {no}, 0, '1:x', 1, "
            f"""'{{"url": "https://{key}"}}')""",
        )
    await store.migrate()
    await store.open()
    found = await store.known(SourceId("s"), url_keys=["example.org/a", "example.org/c"], guids=())
    assert {key: one.id for key, one in found.by_url.items()} == {
        "example.org/a": "a",
        "example.org/c": "c",
    }
    (loser,) = await store.articles([ArticleId("b")])
    now = datetime(2026, 3, 2, tzinfo=UTC)
    assert await store.set_status(loser.id, Status.WITHDRAWN, reason="a double", now=now)
