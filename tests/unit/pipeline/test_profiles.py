"""A profile that fits no longer is told once it misses several pages, and settled when it fits."""

from __future__ import annotations

from dataclasses import replace

from tests.contract.making import NOW, make_source

from swifeeds.model import Remark, RemarkKind, Rules
from swifeeds.pipeline import PollReport
from swifeeds.pipeline.polling import watch_for_silence
from swifeeds.pipeline.profiles import tell_of_profile

PROFILED = replace(make_source(), rules=Rules(title="h1", content=".story", alone=True))


def report(missed: int, **values) -> PollReport:
    remark = Remark(kind=RemarkKind.PROFILE_MISSED, subject="/1", message="found no text")
    return PollReport(source_id=PROFILED.id, remarks=[remark] * missed, **values)


async def told(store) -> list[str]:
    return [one.message for one in await store.notices()]


async def test_one_odd_page_is_not_told(store):
    await tell_of_profile(store, PROFILED, report(1), NOW)
    assert await told(store) == []


async def test_several_are_told_with_what_to_do(store):
    await tell_of_profile(store, PROFILED, report(3, new=3), NOW)
    (message,) = await told(store)
    assert message == (
        "the profile of source wire did not fit 3 pages of its last poll, which were read without "
        "it; run `swifeeds source learn wire`"
    )


async def test_a_poll_that_fits_settles_it_and_one_without_pages_does_not(store):
    await tell_of_profile(store, PROFILED, report(3, new=3), NOW)
    await tell_of_profile(store, PROFILED, report(0), NOW)
    assert await told(store)
    await tell_of_profile(store, PROFILED, report(0, new=1), NOW)
    assert await told(store) == []


async def test_without_its_profile_a_source_is_told_of_no_more(store):
    await tell_of_profile(store, PROFILED, report(3, new=3), NOW)
    await watch_for_silence(store, {PROFILED.id: replace(PROFILED, rules=Rules())}, lambda: NOW)
    assert await told(store) == []
