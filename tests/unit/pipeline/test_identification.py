"""Generated feeds against a real store: replays, changing guids, articles that are different."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.pipeline.polled import HOUR, MONDAY, WIRE, changed, item, polled

from swifeeds.identify import fingerprint
from swifeeds.model import Dating, Draft, Identity, New, Precision

FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])

LINKS = (
    "https://wire.example/a/{n}", "https://m.wire.example/a/{n}/", "https://wire.example/shared",
    "https://wire.example/", "https://wire.example/a/{n}?utm_source=rss",
    "https://wire.example/view?id={n}",
)  # fmt: skip
GUIDS = ("guid-{n}", "https://wire.example/a/{n}#0", "all the same", "{n}", "shared-{half}")


def named(pattern: str | None, number: int) -> str | None:
    return None if pattern is None else pattern.format(n=number, half=number // 2)


@st.composite
def feeds(draw: st.DrawFn) -> list[Draft]:
    """Items of a feed that is as bad as may be; each has a link or a guid."""
    drafts = []
    for number in range(draw(st.integers(1, 7))):
        link = draw(st.one_of(st.none(), st.sampled_from(LINKS)))
        guid = draw(st.sampled_from(GUIDS if link is None else (None, *GUIDS)))
        fields = {"url": named(link, number), "guid": named(guid, number)}
        if draw(st.booleans()):
            fields |= {"content": "<p>No jams.</p>", "title": "Traffic report"}
        if draw(st.booleans()):
            fields |= {"published": None, "dating": None}
        drafts.append(item(number, **fields))
    return drafts


@FEW
@given(feeds(), st.lists(st.randoms(use_true_random=False), min_size=1, max_size=3))
def test_a_batch_again_in_any_order_changes_nothing_after_the_first_time(drafts, orders):
    async def run():
        async with polled() as source:
            await source.poll(drafts)
            before = await source.articles()
            for order in orders:
                again = list(drafts)
                order.shuffle(again)
                assert changed(await source.poll(again)) == []
            assert await source.articles() == before

    asyncio.run(run())


async def test_of_one_text_that_is_listed_with_and_without_a_link_the_linked_one_is_kept():
    text = {"guid": "shared-0", "content": "<p>No jams.</p>", "published": None, "dating": None}
    bare, linked = (item(0, url=url, title="Traffic", **text) for url in (None, LINKS[2]))
    async with polled() as source:
        await source.poll([bare, linked])
        assert changed(await source.poll([linked, bare])) == []
        assert [one.url for one in await source.articles()] == [LINKS[2]]


CHURN = {
    "counts up": lambda one, poll: f"{one.url or one.title}#{poll}",
    "is new at every poll": lambda one, poll: f"{one.title[::-1]}-{poll}",
    "is made of the headline": lambda one, _: one.title.lower().replace(" ", "-"),
    "is the time of the poll": lambda one, poll: f"{MONDAY + poll * HOUR} {one.title[:8]}",
    "is one for all": lambda _, poll: f"poll {poll}",
    "goes away": lambda one, poll: one.guid if poll % 2 else None,
}


@pytest.mark.parametrize("kind", CHURN)
@pytest.mark.parametrize("has_link", [True, False], ids=["linked", "without links"])
@settings(FEW, max_examples=3)
@given(st.sets(st.integers(0, 50), min_size=1, max_size=6), st.data())
def test_guids_that_change_in_any_way_make_no_second_article(kind, has_link, numbers, data):
    """An item without a link has a long text, or a time to the minute."""
    chosen = []
    for number in sorted(numbers):
        is_short = not has_link and data.draw(st.booleans())
        text = {"content": f"<p>Jam {number}.</p>"} if is_short else {}
        chosen.append(item(number, **text, **({} if has_link else {"url": None})))

    async def run():
        async with polled() as source:
            for poll in range(4):
                guids = [CHURN[kind](one, poll) for one in chosen]
                came = [replace(one, guid=guid) for one, guid in zip(chosen, guids, strict=True)]
                kept = [one for one in came if one.guid or one.url]
                assert len(kept) == 0 or await source.poll(kept) is not None
            assert len(await source.articles()) == len(chosen)

    asyncio.run(run())


@FEW
@given(
    st.lists(st.sampled_from(["the-guid", "other", "{n}", "{n}#1"]), min_size=2, max_size=6),
    st.booleans(),
    st.integers(1, 6),
    st.sampled_from([Identity.AUTO, Identity.FINGERPRINT, Identity.URL]),
)
def test_articles_that_are_different_never_merge(guids, has_link, per_poll, policy):
    drafts = [
        item(at, guid=named(guid, at), **({} if has_link else {"url": None}))
        for at, guid in enumerate(guids)
    ]

    async def run():
        async with polled(replace(WIRE, identity=policy)) as source:
            for first in range(0, len(drafts), per_poll):
                await source.poll(drafts[first : first + per_poll])
            prints = {one.fingerprint for one in await source.articles()}
            assert prints == {fingerprint(draft) for draft in drafts}

    asyncio.run(run())


async def test_with_the_policy_guid_one_address_may_have_two_articles():
    both = [item(1, url="https://wire.example/live", title="One"),
            item(2, url="https://wire.example/live", title="Two")]  # fmt: skip
    async with polled(replace(WIRE, identity=Identity.GUID)) as source:
        for one in both:
            await source.poll([one])
        assert {one.title for one in await source.articles()} == {"One", "Two"}
        assert changed(await source.poll(both)) == []


@pytest.mark.parametrize("form", ["{}/amp/", "{}?amp=1", "{}.amp", "{}?outputType=amp"])
async def test_the_amp_form_of_a_page_is_no_second_article_and_never_the_one_published(form):
    plain = item(1)
    amp = replace(plain, guid=None, url=form.format(plain.url), title="Title, as AMP has it")
    for polls in ([plain, amp, plain], [amp, plain, amp]):
        async with polled() as source:
            for one in polls:
                await source.poll([one])
            (kept,) = await source.articles()
            assert kept.url == plain.url


async def test_with_the_policy_url_a_new_address_is_a_new_article():
    async with polled(replace(WIRE, identity=Identity.URL)) as source:
        await source.poll([item(1)])
        await source.poll([item(1, url="https://wire.example/b/1")])
        assert len(await source.articles()) == 2


async def test_one_moved_article_needs_the_same_path_or_company():
    async with polled() as source:
        await source.poll([item(1), item(2)])
        moved = item(1, guid="n1", url="https://new.example/a/1")
        copied = item(2, guid="n2", url="https://wire.example/again/2")
        await source.poll([moved, copied])
        assert len(await source.articles()) == 3


async def test_headlines_and_times_tell_a_move_where_the_texts_are_cut_otherwise():
    async with polled() as source:
        await source.poll([item(at) for at in range(5)])
        cut = [
            item(at, guid=f"n{at}", url=f"https://new.example/2026/{at}", content=None,
                 summary="In short.")
            for at in range(5)
        ]  # fmt: skip
        await source.poll(cut)
        assert len(await source.articles()) == 5
        told = {one.kind: one.message for one in source.oddities}
        assert told["identity-moved"].endswith("are linked there")


async def test_where_only_a_session_is_new_the_links_stay_and_that_is_said():
    async with polled() as source:
        await source.poll([item(at, url=f"https://wire.example/a?id={at}") for at in range(4)])
        before = {one.id: one.url for one in await source.articles()}
        await source.poll(
            [item(at, url=f"https://wire.example/a?id={at}&sid=f00") for at in range(4)]
        )
        assert {one.id: one.url for one in await source.articles()} == before
        told = {one.kind: one.message for one in source.oddities}
        assert told["identity-moved"].endswith(
            "“https://wire.example/a?id=0&sid=f00”; only what follows the question mark is new; "
            "their links stay as they are"
        )


async def test_a_daily_text_of_another_day_is_no_move():
    async with polled() as source:
        await source.poll([item(at) for at in range(4)])
        tomorrow = [
            item(at, guid=f"n{at}", url=f"https://wire.example/b/{at}",
                 published=MONDAY + timedelta(days=2, hours=at))
            for at in range(4)
        ]  # fmt: skip
        source.now += timedelta(days=3)
        intents = await source.poll(tomorrow)
        assert all(isinstance(intent, New) for intent in intents)


async def test_a_day_is_no_time_by_which_a_short_text_could_be_known():
    day = Dating(read_from="feed", precision=Precision.DAY)
    short = {"url": None, "content": "<p>No jams.</p>", "title": "Traffic report", "dating": day}
    async with polled() as source:
        await source.poll([item(1, **short, guid="x")])
        await source.poll([item(1, **short, guid="y")])
        assert len(await source.articles()) == 2


async def test_another_sources_equal_text_is_another_article():
    other = replace(WIRE, id="other", url="https://other.example/feed")  # type: ignore[arg-type]
    async with polled() as source:
        await source.store.register([WIRE, other], (), MONDAY)
        await source.poll([item(1, url=None)])
        source.source = other
        await source.poll([replace(item(1, url=None, guid="q"), source_id=other.id)])
        assert len(await source.articles()) == 2


async def test_an_address_at_an_alias_gives_way_to_the_sites_own_and_not_back():
    site = replace(WIRE, aliases=("old.example",))
    old, new = item(1, url="https://old.example/a/1", guid="x"), item(1, guid="y")
    async with polled(site) as source:
        await source.poll([old])
        await source.poll([new])
        assert changed(await source.poll([old])) == []
        (article,) = await source.articles()
        assert article.url == new.url


SHORT = {"url": None, "content": "<p>No jams.</p>", "title": "Traffic report"}
UNDATED = {"published": None, "dating": None}


async def count_after(*polls, source=WIRE) -> int:
    async with polled(source) as room:
        for drafts in polls:
            await room.poll(drafts)
        return len(await room.articles())


async def test_a_short_text_without_a_link_is_another_article_under_another_guid():
    polls = ([item(1, **SHORT, **UNDATED, guid="x")], [item(1, **SHORT, **UNDATED, guid="y")])
    assert await count_after(*polls) == 2
    policy = replace(WIRE, identity=Identity.FINGERPRINT)
    assert await count_after(*polls, source=policy) == 1


async def test_a_short_text_is_known_by_its_time_under_any_guid():
    again, later = item(1, **SHORT, guid="y"), item(2, **SHORT, guid="z")
    assert await count_after([item(1, **SHORT, guid="x")], [again]) == 1
    assert await count_after([item(1, **SHORT, guid="x")], [later]) == 2


async def test_a_guid_that_is_used_again_for_another_article_overwrites_nothing():
    async with polled() as source:
        for number in (3, 2, 1):
            assert len(changed(await source.poll([item(number, guid="latest")]))) == 1
        assert len({one.title for one in await source.articles()}) == 3
        assert [one.kind for one in source.oddities] == ["identity-guids-shared"]


async def test_a_guid_made_of_the_headline_changes_with_it_and_the_article_does_not():
    async with polled() as source:
        await source.poll([item(1), item(2)])
        corrected = item(1, guid="title-corrected", title="Quite another headline")
        (revised,) = changed(await source.poll([corrected, item(2)]))
        assert revised.changed == ("title",)
        assert len(await source.articles()) == 2


async def test_an_item_that_stands_twice_with_two_headlines_does_not_take_turns():
    old = [item(1), item(2)]
    new = item(1, guid="update", title=f"{item(1).title}, updated", published=MONDAY)
    async with polled() as source:
        await source.poll(old)
        assert len(changed(await source.poll([new, *old]))) == 1
        for order in ([new, *old], [*old, new]):
            assert changed(await source.poll(order)) == []
