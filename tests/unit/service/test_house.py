from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from tests.contract.making import make_article, new
from tests.unit.isolate.work import crash
from tests.unit.service.houses import TEXT, configure

from swifeeds.errors import ConfigError, StoreMissing
from swifeeds.isolate import IsolateSettings, Isolation
from swifeeds.localise import translated
from swifeeds.model import SourceId
from swifeeds.service import open_house, visit_house
from swifeeds.service.house import make_locales
from swifeeds.service.owners import new_owner
from swifeeds.service.packaged import read_catalogs
from swifeeds.service.work import claim_now, settle


@pytest.fixture
async def house(tmp_path):
    async with open_house(configure(tmp_path)) as house:
        yield house


async def bring(house, name: str, source: str) -> None:
    """An article that this source brought."""
    source_id = SourceId(source)
    (lease,) = await claim_now(house, "me", (source_id,))
    article = make_article(name, source_id=source_id)
    await house.store.keep(lease, [new(article, source_id=source_id)], {})
    await house.store.release(lease)


class Crashing(Isolation):
    """Children that really crash over some subjects."""

    def __init__(self, subject: str) -> None:
        super().__init__(IsolateSettings(workers=1))
        self._subject = subject

    async def run(self, function, *arguments, subject, limit=None):
        if self._subject in subject:
            return await super().run(crash, subject=subject)
        return await super().run(function, *arguments, subject=subject, limit=limit)


async def test_settling_groups_and_publishes_and_then_has_nothing_to_do(house):
    await bring(house, "a", "wire")
    first = await settle(house, new_owner())
    assert first.grouped == 1
    assert first.published == first.rendered > 3
    again = await settle(house, new_owner())
    assert (again.grouped, again.rendered, again.published) == (0, 0, 0)


@pytest.mark.parametrize(
    ("choice", "written"),
    [
        ('style = "en-GB"', b"23 November 2026, 13:00"),
        ("hours = 24", b"November 23, 2026, 13:00"),
        ('spaces = "plain"', b"November 23, 2026, 1:00 PM"),
        ('zone = "city"', b"November 23, 2026, 1:00\xc2\xa0PM (Zurich)"),
    ],
)
async def test_feeds_are_written_anew_when_the_desk_chooses_another_way(tmp_path, choice, written):
    async with open_house(configure(tmp_path)) as house:
        await bring(house, "a", "wire")
        await settle(house, new_owner())
        before = (await house.store.shelf()).items["/en/feed.atom"]
    async with open_house(configure(tmp_path, f"{TEXT}\n[languages.en]\n{choice}\n")) as house:
        assert (await settle(house, new_owner())).published > 3
        after = (await house.store.shelf()).items["/en/feed.atom"]
    assert written in after.body
    assert written not in before.body


def test_a_house_speaks_with_the_words_of_the_region_that_the_desk_chose(tmp_path):
    many = TEXT.replace('languages = ["en"]', 'languages = ["en", "pt", "pt-AO", "zh-TW", "nl"]')
    regional = configure(tmp_path, f'{many}\n[languages.pt]\nstyle = "pt-PT"\n')
    plain = configure(tmp_path, many)
    said = {
        "regional": make_locales(regional, read_catalogs()),
        "plain": make_locales(plain, read_catalogs()),
    }
    words = {
        (name, tag): locale.text("Sections")
        for name, locales in said.items()
        for tag, locale in locales.items()
    }
    assert words["plain", "pt"] == "Seções"
    assert words["regional", "pt"] == words["plain", "pt-ao"] == "Secções"
    assert words["plain", "zh-tw"] == "分類"
    assert translated(said["plain"]["nl"].text("Sections")) is None


async def test_nobody_settles_while_another_process_does(house):
    await bring(house, "a", "wire")
    now = house.now()
    await house.store.hold("settle", owner="other", now=now, until=now + timedelta(minutes=1))
    assert (await settle(house, new_owner())).grouped == 0
    await house.store.drop_hold("settle", owner="other")
    assert (await settle(house, new_owner())).grouped == 1


async def test_a_feed_that_cannot_be_rendered_stays_as_it_was_and_stale(house, caplog):
    await bring(house, "a", "wire")
    await settle(house, new_owner())
    before = await house.store.shelf()
    await bring(house, "b", "wire")
    async with Crashing(":source/") as isolation:
        renderer = dataclasses.replace(house.publish.renderer, isolation=isolation)
        ailing = dataclasses.replace(
            house, publish=dataclasses.replace(house.publish, renderer=renderer)
        )
        await settle(ailing, new_owner())
    between = await house.store.shelf()
    wire, everything = "/en/sources/wire/feed.atom", "/en/feed.atom"
    assert between.items[wire].etag == before.items[wire].etag
    assert between.items[everything].etag != before.items[everything].etag
    assert {key.key for key in await house.store.stale(100)} == {"wire"}
    assert any("the earlier one stays" in message for message in caplog.messages)
    await settle(house, new_owner())
    after = await house.store.shelf()
    assert after.items[wire].etag != before.items[wire].etag
    assert await house.store.stale(100) == ()


async def test_a_visit_makes_no_database_and_says_so_when_one_is_asked_for(tmp_path):
    async with visit_house(configure(tmp_path)) as house:
        assert house.sources.keys() == {"wire", "other"}
        with pytest.raises(StoreMissing, match=r"house\.db"):
            await house.publish.listings()
    assert not (tmp_path / "house.db").exists()


async def test_a_secret_that_cannot_be_read_is_a_fault_of_the_configuration(tmp_path):
    tell = '[tell]\nwebhook = "http://127.0.0.1:9/"\nwebhook_secret_file = "key"\n'
    with pytest.raises(ConfigError, match=f"{tmp_path}/key: tell.webhook_secret_file"):
        async with open_house(configure(tmp_path, TEXT + tell)):
            pass


async def test_a_secret_is_read_without_its_line_end(tmp_path):
    (tmp_path / "key").write_bytes(b"s3cret\n")
    tell = '[tell]\nwebhook = "http://127.0.0.1:9/"\nwebhook_secret_file = "key"\n'
    async with visit_house(configure(tmp_path, TEXT + tell)) as house:
        assert house.webhook.secret == b"s3cret"
