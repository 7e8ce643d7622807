"""What is kept of articles: new, revised, sighted, put aside; and how it is found again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.contract.making import (
    MINUTE,
    NOW,
    address_of,
    duplicate,
    keep,
    lease_of,
    linking,
    make_article,
    new,
    one,
    put_aside,
    revised,
    seen,
)

from swifeeds.errors import LeaseLost
from swifeeds.model import (
    Contributions,
    Credit,
    Dating,
    Media,
    Notice,
    Origin,
    Person,
    Precision,
    Provenance,
    Signal,
    SourceId,
    Status,
    TrustEvidence,
    Validators,
)

WIRE = SourceId("wire")


async def known(store, *, urls=(), guids=(), source="wire"):
    return await store.known(SourceId(source), url_keys=urls, guids=guids)


def prints(known):
    return {article: shown[-1].fingerprint for article, shown in known.sightings.items()}


async def test_an_article_comes_back_as_it_was_kept(store):
    full = linking(
        "full",
        translations=[("de", "voll")],
        members=["first", "second"],
        language="zh-Hant",
        title="第一篇 «كلمة» \U0001f600",
        summary="A lead",
        dating=Dating(read_from="phrase", precision=Precision.DAY, zone="Europe/Zurich"),
        authors=(Person(name="A. Author", email="a@example.org"),),
        credit=Credit(code="with-agencies", agencies=("AFP",)),
        section="world",
        keywords=("one", "two"),
        media=(Media(url=address_of("p.jpg"), width=1, length=2),),
        provenance=Provenance.LEGACY_IMPORT,
        trust=(TrustEvidence(scheme="jti", text="certified"),),
        contributions=Contributions.CLOSED,
        origin=Origin(id="tag:x,2026:feed", title="X", url=address_of("rss"), is_feed=True),
        embargoed_until=NOW - MINUTE,
        version="4",
        signal=Signal.CORRECTION,
        published=NOW.replace(year=1601, microsecond=999999),
    )
    await keep(store, full)
    assert await one(store, "full") == full


async def test_no_authors_and_unknown_authors_are_not_the_same(store):
    await keep(store, make_article("unknown", authors=None), make_article("none", authors=()))
    assert (await one(store, "unknown")).authors is None
    assert (await one(store, "none")).authors == ()


async def test_what_is_acknowledged_is_seen_by_another_process(store, other):
    await keep(store, make_article("a"))
    assert (await one(other, "a")).title == "Title of a"


async def test_the_same_new_twice_is_kept_once(store):
    lease = await lease_of(store)
    article = make_article("a")
    await store.keep(lease, [new(article)], {})
    await store.keep(lease, [new(article)], {})
    counts = await store.counts()
    assert (counts["articles"], counts["sightings"]) == (1, 1)


async def test_a_new_that_another_source_stored_meanwhile_is_only_sighted(store):
    await keep(store, make_article("first"))
    late = make_article("late", url="http://www.news.example/first/?utm_source=x")
    await keep(store, replace(late, source_id=SourceId("agency")), source="agency")
    counts = await store.counts()
    assert (counts["articles"], counts["sightings"]) == (1, 2)
    found = await known(store, guids=["guid late"], source="agency")
    assert found.by_guid["guid late"].id == "first"


async def test_one_guid_in_two_sources_is_two_articles(store):
    await keep(store, make_article("a"))
    lease = await lease_of(store, "agency")
    b = make_article("b", source_id=SourceId("agency"))
    await store.keep(lease, [new(b, guid="guid a")], {})
    assert (await store.counts())["articles"] == 2


async def test_two_articles_without_an_address_are_two(store):
    await keep(store, make_article("a", url=None), make_article("b", url=None))
    assert (await store.counts())["articles"] == 2


async def test_known_finds_by_address_over_sources_and_by_guid_in_one(store):
    a = make_article("a")
    await keep(store, a)
    found = await known(store, urls=["news.example/a", "news.example/b"], guids=["guid a"])
    assert found.by_url == {"news.example/a": a}
    assert found.by_guid == {"guid a": a}
    assert prints(found) == {"a": "1:a"}
    elsewhere = await known(store, urls=["news.example/a"], guids=["guid a"], source="agency")
    assert elsewhere.by_url == {"news.example/a": a}
    assert (elsewhere.by_guid, elsewhere.sightings) == ({}, {})


async def test_alike_are_a_sources_articles_of_one_text_or_one_moment(store):
    a, b = make_article("a"), make_article("b", published=NOW - MINUTE)
    await keep(store, a, b, make_article("c", published=NOW - 2 * MINUTE))
    found = await store.alike(WIRE, fingerprints=["1:a"], moments=[b.published])
    assert [article for article, _ in found] == [a, b]
    assert [shown[0].guid for _, shown in found] == ["guid a", "guid b"]
    asked = {"fingerprints": ["1:a"], "moments": [NOW]}
    assert await store.alike(SourceId("agency"), **asked) == ()
    assert await store.alike(WIRE, fingerprints=[], moments=[]) == ()


async def test_a_new_guid_takes_the_place_of_the_old_and_leaves_no_rows_behind(store):
    linked, alone = make_article("a"), make_article("b", url=None)
    await keep(store, linked, alone)
    lease = await lease_of(store)
    for poll in range(3):
        again = [duplicate(one, guid=f"{one.id} {poll}") for one in (linked, alone)]
        await store.keep(lease, again, {})
    assert (await store.counts())["sightings"] == 2
    assert (await known(store, guids=["a 2", "b 2", "a 1", "guid a"])).by_guid.keys() == {
        "a 2",
        "b 2",
    }


async def test_the_address_that_a_page_claimed_stays_known_after_it_claims_another(store):
    page = address_of("page")
    first = make_article("a")
    lease = await lease_of(store)
    await store.keep(lease, [new(first, url=page)], {})
    assert (await known(store, urls=["news.example/page"])).by_url == {"news.example/page": first}
    moved = revised(first, "url", url=address_of("later"))
    await store.keep(lease, [replace(moved, sighting=seen(moved.article, url=page))], {})
    keys = {"news.example/a", "news.example/page", "news.example/later"}
    assert (await known(store, urls=keys)).by_url.keys() == keys


async def test_known_of_nothing_is_empty(store):
    found = await known(store)
    assert (found.by_url, found.by_guid, found.sightings) == ({}, {}, {})


async def test_a_withdrawn_articles_address_stays_known(store):
    await keep(store, make_article("a"))
    await store.set_status("a", Status.WITHDRAWN, reason="error", now=NOW)
    found = await known(store, urls=["news.example/a"])
    assert found.by_url["news.example/a"].status is Status.WITHDRAWN


async def test_a_correction_keeps_the_id_and_replaces_the_text(store):
    a = make_article("a")
    lease = await lease_of(store)
    await store.keep(lease, [new(a)], {})
    correction = revised(a, title="Corrected")
    await store.keep(lease, [correction], {})
    assert await one(store, "a") == correction.article
    assert (await store.counts())["articles"] == 1


async def test_updated_never_falls(store):
    a = make_article("a", updated=NOW + 10 * MINUTE)
    lease = await lease_of(store)
    await store.keep(lease, [new(a)], {})
    await store.keep(lease, [revised(a, title="Corrected", updated=NOW)], {})
    assert (await one(store, "a")).updated == NOW + 10 * MINUTE


async def test_the_same_revision_twice_changes_and_marks_nothing(store):
    a = make_article("a")
    lease = await lease_of(store)
    correction = revised(a, title="Corrected")
    await store.keep(lease, [new(a), correction], {})
    await store.keep(lease, [correction], {})
    assert (await one(store, "a")).revision == 2


async def test_what_the_desk_withdrew_is_not_brought_back_by_a_poll_under_way(store):
    a = make_article("a")
    lease = await lease_of(store)
    await store.keep(lease, [new(a)], {})
    await store.set_status("a", Status.WITHDRAWN, reason="error", now=NOW)
    await store.keep(lease, [revised(a, title="Corrected")], {})
    assert (await one(store, "a")).status is Status.WITHDRAWN


async def test_an_article_that_moves_is_found_under_both_addresses(store):
    a = make_article("a")
    lease = await lease_of(store)
    await store.keep(lease, [new(a), revised(a, url=address_of("moved"))], {})
    found = await known(store, urls=["news.example/a", "news.example/moved"])
    assert {key: article.id for key, article in found.by_url.items()} == {
        "news.example/a": "a",
        "news.example/moved": "a",
    }


async def test_an_article_cannot_take_the_address_of_another(store):
    a, b = make_article("a"), make_article("b")
    lease = await lease_of(store)
    await store.keep(lease, [new(a), new(b)], {})
    await store.keep(lease, [revised(b, url=a.url, title="Corrected")], {})
    assert (await one(store, "b")).title == "Corrected"
    assert (await store.article(a.url)).id == "a"
    assert (await store.article(address_of("b"))).id == "b"


async def test_a_duplicate_is_sighted_and_changes_nothing_else(store):
    a = make_article("a")
    lease = await lease_of(store)
    await store.keep(lease, [new(a)], {})
    again = duplicate(a, fingerprint="1:other", last_seen=NOW + MINUTE)
    await store.keep(lease, [again], {})
    assert await one(store, "a") == a
    found = await known(store, urls=["news.example/a"])
    assert prints(found) == {"a": "1:other"}
    assert (await store.counts())["sightings"] == 1


@pytest.mark.parametrize(
    ("guid", "url"),
    [
        pytest.param("guid a", address_of("a"), id="as before"),
        pytest.param("guid a", None, id="the guid alone"),
        pytest.param(None, address_of("a"), id="the address alone"),
        pytest.param("other guid", address_of("a"), id="a new guid"),
    ],
)
async def test_the_same_copy_is_one_sighting(store, guid, url):
    a = make_article("a")
    lease = await lease_of(store)
    await store.keep(lease, [new(a), duplicate(a, guid=guid, url=url)], {})
    assert (await store.counts())["sightings"] == 1


async def test_a_copy_that_gets_its_address_later_is_one_sighting(store):
    a = make_article("a", url=None)
    lease = await lease_of(store)
    await store.keep(lease, [new(a), duplicate(a, url=address_of("a"))], {})
    assert (await store.counts())["sightings"] == 1
    assert "news.example/a" in (await known(store, urls=["news.example/a"])).by_url


async def test_a_copy_without_name_or_address_is_one_sighting_however_often(store):
    a = make_article("a", url=None)
    lease = await lease_of(store)
    await store.keep(lease, [new(a, guid=None), duplicate(a, guid=None)], {})
    assert (await store.counts())["sightings"] == 1


async def test_a_held_revision_leaves_the_good_article_in_its_place(store):
    a = make_article("a")
    lease = await lease_of(store)
    damaged = put_aside(a, content="<p>403</p>")
    await store.keep(lease, [new(a), damaged], {})
    assert await one(store, "a") == a
    assert await store.held_revision("a") == damaged.article


@pytest.mark.parametrize("intent", [duplicate, lambda a: revised(a, title="Corrected")])
async def test_a_good_copy_drops_the_held_revision(store, intent):
    a = make_article("a")
    lease = await lease_of(store)
    await store.keep(lease, [new(a), put_aside(a, content="<p>403</p>")], {})
    await store.keep(lease, [intent(a)], {})
    assert await store.held_revision("a") is None


async def test_a_batch_under_a_lost_lease_leaves_no_trace(store):
    stale = await lease_of(store)
    await store.claim(owner="b", now=NOW + 2 * MINUTE, until=NOW + 3 * MINUTE, limit=1, only=[WIRE])
    told = Notice(kind="k", subject="s", message="m", at=NOW)
    with pytest.raises(LeaseLost, match="wire"):
        await store.keep(stale, [new(make_article("a"))], {"u": Validators(etag="e")}, [told])
    assert await store.articles(["a"]) == ()
    assert (await store.validators(["u"]), await store.notices()) == ({}, ())


async def test_a_batch_after_the_lease_was_given_back_is_refused(store):
    lease = await lease_of(store)
    await store.release(lease)
    with pytest.raises(LeaseLost):
        await store.keep(lease, [new(make_article("a"))], {})


async def test_a_bad_guid_or_an_endless_address_costs_no_batch(store):
    a = make_article("a", url=address_of("x" * 9000), title="\x00 \ud800 title")
    lease = await lease_of(store)
    await store.keep(lease, [new(a, guid="bad \x00\ud800" + "é" * 9000)], {})
    await store.keep(lease, [new(a, guid="bad \x00\ud800" + "é" * 9000)], {})
    assert (await store.counts())["articles"] == 1
    assert (await store.article(a.url)).id == "a"


async def test_validators_are_kept_verbatim_and_the_last_ones_win(store):
    lease = await lease_of(store)
    first = Validators(etag='W/"1"', last_modified="Sun, 06 Nov 1994 08:49:37 GMT")
    await store.keep(lease, [], {"https://x/1": first, "https://x/2": Validators(etag="old")})
    await store.keep(lease, [], {"https://x/2": Validators(last_modified="yesterday")})
    assert await store.validators(["https://x/1", "https://x/2", "https://x/3"]) == {
        "https://x/1": first,
        "https://x/2": Validators(last_modified="yesterday"),
    }


async def test_validators_of_a_source_are_its_own(store):
    await store.keep(await lease_of(store), [], {"/drop/a": Validators(etag="1")})
    await store.keep(await lease_of(store, "agency"), [], {"/else/b": Validators(etag="2")})
    assert await store.validators_of(WIRE) == {"/drop/a": Validators(etag="1")}


async def test_addresses_are_of_usable_articles_the_newest_first(store):
    await keep(
        store,
        make_article("old", published=NOW - MINUTE),
        make_article("young"),
        make_article("gone", published=NOW + MINUTE),
        make_article("nowhere", url=None),
    )
    await store.set_status("gone", Status.WITHDRAWN, reason=None, now=NOW)
    await keep(store, make_article("other", source_id=SourceId("agency")), source="agency")
    assert await store.addresses(WIRE, limit=9) == (address_of("young"), address_of("old"))
    assert await store.addresses(WIRE, limit=1) == (address_of("young"),)


@pytest.mark.parametrize(
    "reference",
    [
        "a",
        "tag:feeds.example.org,2026:article/a",
        "https://news.example/a",
        "http://www.news.example/a/#part",
        "https://feeds.example.org/en/articles/a/",
    ],
)
async def test_an_article_is_found_by_id_tag_and_address(store, reference):
    await keep(store, make_article("a"), make_article("b"))
    assert (await store.article(reference)).id == "a"


async def test_an_unknown_reference_finds_nothing(store):
    await keep(store, make_article("a"))
    assert await store.article("https://news.example/unknown") is None


async def test_articles_come_in_the_order_they_were_first_seen(store):
    await keep(
        store,
        make_article("b"),
        make_article("a"),
        make_article("c", first_seen=NOW - MINUTE),
    )
    found = await store.articles(["a", "b", "c", "missing"])
    assert [article.id for article in found] == ["c", "a", "b"]


async def test_more_ids_than_one_statement_takes_are_all_found(store):
    await keep(store, *(make_article(f"a{n}") for n in range(3)))
    ids = [f"missing{n}" for n in range(40_000)]
    assert len(await store.articles([*ids, "a0", "a1", "a2"])) == 3


async def test_a_sighting_of_another_source_does_not_move_the_article(store):
    a = make_article("a")
    await keep(store, a)
    lease = await lease_of(store, "agency")
    copy = seen(a, source_id=SourceId("agency"), guid="x", url=address_of("copy"))
    await store.keep(lease, [duplicate(a, source_id=SourceId("agency"), url=copy.url)], {})
    assert (await one(store, "a")).source_id == "wire"
    assert (await store.counts())["sightings"] == 2
