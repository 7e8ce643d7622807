"""Works of several languages to learn from, and the tables that are kept."""

from __future__ import annotations

from datetime import timedelta

from tests.contract.making import NOW, grouping, keep, make_article

from swifeeds.model import LearnedTable, Status


def table(source: str, target: str, body: str = "{}", digest: str = "a"):
    return LearnedTable(
        source=source, target=target, pairs=7, digest=digest, trained=NOW, body=body
    )


async def test_works_of_several_languages_are_named_newest_first(store):
    old, day = NOW - timedelta(days=400), timedelta(days=1)
    await keep(
        store,
        make_article("a", published=old),
        make_article("b", language="de", published=old),
        make_article("c"),
        make_article("d", language="fr", published=NOW - day),
        make_article("e", language="it", published=NOW - day),
        make_article("alone", language="ja"),
    )
    works = {"a": "a", "b": "a", "c": "c", "d": "c", "e": "c", "alone": "alone"}
    await store.keep_grouping(grouping(works=works), marked=(), stale=())
    assert await store.works_in_languages(NOW, limit=9) == (("c", "d", "e"), ("a", "b"))
    assert await store.works_in_languages(NOW, limit=1) == (("c", "d", "e"),)


async def test_what_is_not_public_is_in_no_work(store):
    await keep(
        store,
        make_article("a"),
        make_article("b", language="de"),
        make_article("c", language="fr", embargoed_until=NOW + timedelta(hours=1)),
    )
    works = dict.fromkeys("abc", "a")
    await store.keep_grouping(grouping(works=works), marked=(), stale=())
    assert await store.works_in_languages(NOW, limit=9) == (("a", "b"),)
    await store.set_status("b", Status.WITHDRAWN, reason=None, now=NOW)
    assert await store.works_in_languages(NOW, limit=9) == ()


async def test_tables_come_back_as_they_were_kept(store, other):
    assert await store.learned_tables() == ()
    tables = (table("de", "fr", body='{"größe": "taille 冰"}'), table("fr", "de"))
    await store.keep_learned(tables, only=[("de", "fr"), ("fr", "de")])
    assert await other.learned_tables() == tables


async def test_a_table_takes_the_place_of_the_one_before_and_others_go(store):
    await store.keep_learned([table("de", "fr"), table("fr", "de"), table("de", "it")],
                             only=[("de", "fr"), ("fr", "de"), ("de", "it")])  # fmt: skip
    await store.keep_learned([table("de", "fr", body="[]")], only=[("de", "fr"), ("fr", "de")])
    assert await store.learned_tables() == (table("de", "fr", body="[]"), table("fr", "de"))
    await store.keep_learned([], only=[])
    assert await store.learned_tables() == ()


async def test_the_version_changes_with_the_tables_alone(store):
    assert await store.learned_version() is None
    await store.keep_learned([table("de", "fr")], only=[("de", "fr")])
    first = await store.learned_version()
    await store.keep_learned([], only=[("de", "fr")])
    assert await store.learned_version() == first
    await store.keep_learned([table("de", "fr", digest="b")], only=[("de", "fr")])
    assert await store.learned_version() not in {None, first}
