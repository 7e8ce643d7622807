"""A trust mark begins and ends by the day alone: nothing is changed, nobody is asked."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import orjson
import pytest
from tests.clock import Clock
from tests.contract.databases import lay_database
from tests.contract.making import make_article, make_source, new
from tests.unit.service.examining.patients import look, patient_in, sentences
from tests.unit.service.houses import TEXT, configure

from swifeeds.emit.namespaces import ATOM
from swifeeds.markup import parse_xml
from swifeeds.model import Publication, SourceId, TrustMark
from swifeeds.pipeline.vouching import ENDED, ENDING, trust_notice, watch_trust_marks
from swifeeds.service import open_house
from swifeeds.service.examining import Verdict
from swifeeds.service.exporting import export
from swifeeds.service.house import outdated_marks, register
from swifeeds.service.work import Settled, claim_now, settle

CERTIFICATE = "https://trust.example/7"
DESK = f"""
[[sources]]
id = "desk"
kind = "page"
url = "https://desk.example/"
language = "en"
own = true
article_pages = true
trust = {{ scheme = "JTI", certificate = "{CERTIFICATE}", valid_from = 2026-11-25, \
valid_until = 2026-11-30 }}
"""
BEFORE = datetime(2026, 11, 24, 22, 59, 59, tzinfo=UTC)
FIRST = BEFORE + timedelta(seconds=1)
"""Midnight in Zurich, where it is winter."""
LAST = datetime(2026, 11, 30, 22, 59, 59, tzinfo=UTC)
AFTER = LAST + timedelta(seconds=1)
FEEDS = tuple(
    f"{place}/feed.{suffix}"
    for place in ("/en", "/en/sources/desk", "", "/sources/desk")
    for suffix in ("rss", "atom", "json")
)
PAGE = "/en/articles/a/"


async def bring(house, source="desk") -> None:
    source_id = SourceId(source)
    (lease,) = await claim_now(house, "me", (source_id,))
    article = make_article("a" if source == "desk" else source, source_id=source_id)
    await house.store.keep(lease, [new(article, source_id=source_id)], {})
    await house.store.release(lease)
    await settle(house, "me")


async def pass_to(house, clock: Clock, moment: datetime) -> Settled:
    """What a running service does by itself every few seconds."""
    clock.now = moment
    await register(house.config, house.parts)
    return await settle(house, "me")


async def marked(house) -> set[str]:
    shelf = await house.store.shelf()
    return {path for path, item in shelf.items.items() if CERTIFICATE.encode() in item.body}


async def test_feeds_pages_and_exports_gain_and_lose_the_mark_at_midnight_on_the_site(tmp_path):
    lay_database(tmp_path / "house.db")
    clock, folder = Clock(BEFORE), tmp_path / "public"
    async with open_house(configure(tmp_path, TEXT + DESK), now=clock) as house:
        await bring(house)
        assert await marked(house) == set()
        await pass_to(house, clock, FIRST)
        assert await marked(house) == {*FEEDS, PAGE}
        shown = await house.store.shelf()
        await pass_to(house, clock, LAST)
        assert (await house.store.shelf()).generation == shown.generation
        await export(house, folder)
        assert CERTIFICATE in (folder / "en/feed.rss").read_text("utf-8")
        await pass_to(house, clock, AFTER)
        assert await marked(house) == set()
        over = await house.store.shelf()
        assert over.generation > shown.generation
        for path in FEEDS:
            before, after = shown.items[path], over.items[path]
            assert after.etag != before.etag
            assert after.last_modified - before.last_modified >= timedelta(seconds=1)
            assert after.last_modified <= AFTER
        await export(house, folder)
        left = [path for path in folder.rglob("*") if path.is_file()]
        assert not any(CERTIFICATE.encode() in path.read_bytes() for path in left)


async def test_no_date_of_an_article_moves_when_its_mark_ends(tmp_path):
    lay_database(tmp_path / "house.db")
    clock = Clock(LAST)

    async def dates(house):
        items = (await house.store.shelf()).items
        entry = parse_xml(items["/en/feed.atom"].body).find(f"{{{ATOM}}}entry")
        found = [entry.findtext(f"{{{ATOM}}}{name}") for name in ("id", "published", "updated")]
        item = orjson.loads(items["/en/feed.json"].body)["items"][0]
        return [*found, item["id"], item["date_published"], item["date_modified"]]

    async with open_house(configure(tmp_path, TEXT + DESK), now=clock) as house:
        await bring(house)
        shown = await dates(house)
        await pass_to(house, clock, AFTER)
        assert await dates(house) == shown


async def test_a_mark_that_ends_sets_the_articles_of_its_source_to_work_alone(tmp_path):
    lay_database(tmp_path / "house.db")
    clock = Clock(LAST)
    async with open_house(configure(tmp_path, TEXT + DESK), now=clock) as house:
        await bring(house)
        await bring(house, "wire")
        assert (await pass_to(house, clock, LAST)).grouped == 0
        assert (await pass_to(house, clock, AFTER)).grouped == 1
        assert await marked(house) == set()


async def test_a_mark_that_ends_while_nothing_runs_is_gone_after_the_start(tmp_path):
    lay_database(tmp_path / "house.db")
    clock = Clock(LAST)
    async with open_house(configure(tmp_path, TEXT + DESK), now=clock) as house:
        await bring(house)
        assert await marked(house) == {*FEEDS, PAGE}
    clock.now = AFTER + timedelta(days=3)
    async with open_house(configure(tmp_path, TEXT + DESK), now=clock) as house:
        await settle(house, "me")
        assert await marked(house) == set()


async def test_a_command_can_tell_that_marks_are_shown_as_they_were(tmp_path):
    """A shelf that nobody looked after since is exported as it is: whoever exports is told."""
    lay_database(tmp_path / "house.db")
    clock = Clock(LAST)
    async with open_house(configure(tmp_path, TEXT + DESK), now=clock) as house:
        await bring(house)
        assert await outdated_marks(house.config, house.store, LAST) == ()
        assert await outdated_marks(house.config, house.store, AFTER) == ("desk",)
        await pass_to(house, clock, AFTER)
        assert await outdated_marks(house.config, house.store, AFTER) == ()


SITE = Publication(
    base_url="https://feeds.example.org", tag_authority="feeds.example.org,2026",
    titles=(), languages=("en",), time_zone="Europe/Zurich",
)  # fmt: skip


def vouched(until: date):
    mark = TrustMark(scheme="JTI", certificate=CERTIFICATE, valid_until=until)
    return make_source("desk", trust=mark)


@pytest.mark.parametrize(
    ("until", "kind"),
    [
        (date(2026, 12, 31), None),
        (date(2026, 12, 30), ENDING),
        (date(2026, 11, 30), ENDING),
        (date(2026, 11, 29), ENDED),
    ],
)
def test_an_operator_is_told_a_month_before_a_mark_ends_and_when_it_ended(until, kind):
    told = trust_notice(vouched(until), SITE, LAST)
    assert (told and told.kind) == kind
    if told:
        assert "JTI of source desk" in told.message
        assert str(until) in told.message


def test_which_day_it_is_the_site_says():
    assert trust_notice(vouched(date(2026, 11, 30)), SITE, AFTER).kind == ENDED
    elsewhere = Publication(
        base_url=SITE.base_url, tag_authority=SITE.tag_authority, titles=(), languages=("en",),
        time_zone="America/New_York",
    )  # fmt: skip
    assert trust_notice(vouched(date(2026, 11, 30)), elsewhere, AFTER).kind == ENDING


async def test_each_is_told_once_and_settled_when_the_mark_was_renewed(tmp_path, caplog):
    lay_database(tmp_path / "house.db")
    async with open_house(configure(tmp_path), now=Clock(LAST)) as house:

        async def watched(until: date, at: datetime) -> list[str]:
            await watch_trust_marks(house.store, [vouched(until)], SITE, Clock(at))
            return [one.kind for one in await house.store.notices()]

        assert await watched(date(2026, 11, 30), LAST) == [ENDING]
        assert await watched(date(2026, 11, 30), LAST) == [ENDING]
        assert sum(ENDING in message for message in caplog.messages) == 1
        assert await watched(date(2026, 11, 30), AFTER) == [ENDED]
        assert await watched(date(2028, 11, 30), AFTER) == []


@pytest.mark.parametrize(
    ("now", "verdict", "words"),
    [
        (BEFORE, Verdict.WARNING, "ends with 2026-11-30"),
        (BEFORE - timedelta(days=60), Verdict.NOTE, "begins with 2026-11-25"),
        (AFTER, Verdict.WARNING, "is shown no more"),
    ],
)
async def test_the_doctor_tells_how_long_marks_are_valid(tmp_path, now, verdict, words):
    async with patient_in(tmp_path, TEXT + DESK, now=now) as patient:
        found = await look(patient, "trust-marks")
    assert found.verdict is verdict
    assert words in sentences(found)
    assert "desk" in sentences(found)


async def test_the_doctor_is_content_without_marks(tmp_path):
    async with patient_in(tmp_path, TEXT) as patient:
        assert (await look(patient, "trust-marks")).verdict is Verdict.OK
