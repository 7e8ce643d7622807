"""Polling a sitemap: what is asked for, and what is left alone."""

from __future__ import annotations

import gzip
from datetime import timedelta

import pytest
from tests.unit.egress.scripted import scripted_server
from tests.unit.pipeline.polls import polled
from tests.unit.pipeline.sites import Site

MONDAY, TUESDAY, WEDNESDAY = (f"2026-11-{day}T08:00:00Z" for day in (16, 17, 18))


@pytest.fixture
async def server():
    async with scripted_server() as server:
        yield server


@pytest.fixture
def site(server):
    return Site(server)


def harbour(server, path="/sitemap.xml", **keys) -> str:
    stated = {"url": server.url(path), "kind": "sitemap"} | keys
    return "\n".join(
        f"{name} = {value!r}" if isinstance(value, str) else f"{name} = {value}"
        for name, value in stated.items()
    )


async def test_the_articles_of_a_sitemap_are_read_and_then_left_alone(tmp_path, server, site):
    site.article("/n/boats-run-again", "Boats run again")
    site.article("/n/quay-reopens-today", "Quay reopens today")
    site.sitemap("/sitemap.xml", ("/n/boats-run-again", MONDAY), ("/n/quay-reopens-today", TUESDAY))
    async with polled(tmp_path, server, harbour(server)) as house:
        assert (await house.poll()).new == 2
        assert house.asked == ["/sitemap.xml", "/n/quay-reopens-today", "/n/boats-run-again"]
        report = await house.poll()
        assert (report.failure, report.unchanged) == (None, 3)
        assert house.asked[0] == "/sitemap.xml"


async def test_only_what_a_sitemap_dates_anew_is_asked_for_again(tmp_path, server, site):
    paths = ["/n/boats-run-again", "/n/quay-reopens-today"]
    for path in paths:
        site.article(path, path.rpartition("/")[2].replace("-", " ").capitalize())
    site.sitemap("/sitemap.xml", *((path, MONDAY) for path in paths))
    async with polled(tmp_path, server, harbour(server)) as house:
        await house.poll()
        site.article(paths[0], "Boats run again, says the union")
        site.sitemap("/sitemap.xml", (paths[0], WEDNESDAY), (paths[1], MONDAY))
        report = await house.poll()
        assert house.asked == ["/sitemap.xml", paths[0]]
        assert report.revised == 1
        assert "Boats run again, says the union" in await house.articles()


async def test_a_page_that_did_not_change_after_all_is_asked_for_once(tmp_path, server, site):
    path = "/n/boats-run-again"
    site.article(path, "Boats run again")
    site.sitemap("/sitemap.xml", (path, MONDAY))
    async with polled(tmp_path, server, harbour(server)) as house:
        await house.poll()
        site.sitemap("/sitemap.xml", (path, TUESDAY))
        assert (await house.poll()).unchanged == 1
        site.sitemap("/sitemap.xml", (path, TUESDAY), ("/n/gone-for-now-sorry", None))
        await house.poll()
        assert house.asked == ["/sitemap.xml", "/n/gone-for-now-sorry"]


async def test_an_article_that_vanished_is_looked_at_and_withdrawn(tmp_path, server, site):
    site.article("/n/boats-run-again", "Boats run again")
    site.article("/n/quay-reopens-today", "Quay reopens today")
    both = (("/n/boats-run-again", MONDAY), ("/n/quay-reopens-today", TUESDAY))
    site.sitemap("/sitemap.xml", *both)
    async with polled(tmp_path, server, harbour(server, own="@").replace("'@'", "true")) as house:
        await house.poll()
        server.answers("/n/boats-run-again", status=410)
        site.sitemap("/sitemap.xml", both[1])
        await house.poll()
        assert house.asked == ["/sitemap.xml", "/n/boats-run-again"]
        assert set(await house.articles()) == {"Quay reopens today"}


async def test_of_an_index_only_the_sitemaps_that_changed_are_read(tmp_path, server, site):
    site.article("/n/boats-run-again", "Boats run again")
    site.article("/n/quay-reopens-today", "Quay reopens today")
    site.sitemap("/s/1.xml", ("/n/boats-run-again", MONDAY))
    body = site._list("urlset", "url", (("/n/quay-reopens-today", TUESDAY),)).encode()
    site.put("/s/2.xml.gz", gzip.compress(body), "application/gzip")
    site.index("/sitemap.xml", ("/s/1.xml", MONDAY), ("/s/2.xml.gz", TUESDAY))
    async with polled(tmp_path, server, harbour(server)) as house:
        assert (await house.poll()).new == 2
        assert house.asked[:3] == ["/sitemap.xml", "/s/2.xml.gz", "/s/1.xml"]
        site.article("/n/night-boats-are-back", "Night boats are back")
        site.sitemap(
            "/s/1.xml", ("/n/boats-run-again", MONDAY), ("/n/night-boats-are-back", WEDNESDAY)
        )
        site.index("/sitemap.xml", ("/s/1.xml", WEDNESDAY), ("/s/2.xml.gz", TUESDAY))
        assert (await house.poll()).new == 1
        assert house.asked[:3] == ["/sitemap.xml", "/s/1.xml", "/n/night-boats-are-back"]
        assert "/n/boats-run-again" not in house.asked


async def test_an_index_without_dates_is_gone_through_each_time(tmp_path, server, site):
    site.article("/n/boats-run-again", "Boats run again")
    site.sitemap("/s/1.xml", ("/n/boats-run-again", None))
    site.index("/sitemap.xml", ("/s/1.xml", None))
    async with polled(tmp_path, server, harbour(server)) as house:
        await house.poll()
        site.article("/n/quay-reopens-today", "Quay reopens today")
        site.sitemap("/s/1.xml", ("/n/boats-run-again", None), ("/n/quay-reopens-today", None))
        assert (await house.poll()).new == 1


async def test_the_newest_are_read_first_and_old_ones_not_at_all(tmp_path, server, site):
    days = [f"2026-10-{day:02}T08:00:00Z" for day in range(1, 29)]
    paths = [f"/n/boats-of-day-{day:02}" for day in range(1, 29)]
    for path in paths:
        site.article(path, path[3:].replace("-", " ").capitalize())
    site.sitemap("/s/old.xml", *zip(paths[:14], days[:14], strict=True))
    site.sitemap("/s/new.xml", *zip(paths[14:], days[14:], strict=True))
    site.index("/sitemap.xml", ("/s/old.xml", days[13]), ("/s/new.xml", days[27]))
    async with polled(tmp_path, server, harbour(server, max_articles=3)) as house:
        await house.poll()
        assert house.asked == ["/sitemap.xml", "/s/new.xml", *reversed(paths[25:])]
        newer = [("/n/boats-are-late-now", "2026-11-02T08:00:00Z")]
        site.article(newer[0][0], "Boats are late now")
        site.sitemap("/s/new.xml", *zip(paths[14:], days[14:], strict=True), *newer)
        site.index("/sitemap.xml", ("/s/old.xml", days[13]), ("/s/new.xml", newer[0][1]))
        report = await house.poll()
        assert house.asked == ["/sitemap.xml", "/s/new.xml", newer[0][0]]
        assert report.new == 1


async def test_more_news_than_one_poll_takes_waits_for_the_next(tmp_path, server, site):
    site.article("/n/boats-run-again", "Boats run again")
    first = ("/n/boats-run-again", MONDAY)
    site.sitemap("/sitemap.xml", first)
    async with polled(tmp_path, server, harbour(server, max_articles=2)) as house:
        await house.poll()
        burst = [(f"/n/boats-of-pier-{n}", f"2026-11-18T0{n}:00:00Z") for n in range(5)]
        for path, _ in burst:
            site.article(path, path[3:].replace("-", " ").capitalize())
        site.sitemap("/sitemap.xml", first, *burst)
        assert [(await house.poll()).new for _ in range(4)] == [2, 2, 1, 0]


def days(server, site, number: int, changed: str = MONDAY) -> list[str]:
    """An index of as many sitemaps, each with one article."""
    paths = [f"/n/boats-of-pier-{n}" for n in range(number)]
    for n, path in enumerate(paths):
        site.article(path, path[3:].replace("-", " ").capitalize())
        site.sitemap(f"/s/{n}.xml", (path, changed))
    site.index("/sitemap.xml", *((f"/s/{n}.xml", changed) for n in range(number)))
    return paths


async def test_more_sitemaps_than_one_poll_reads_wait_for_the_next(tmp_path, server, site):
    days(server, site, 60)
    async with polled(tmp_path, server, harbour(server)) as house:
        assert [(await house.poll()).new for _ in range(3)] == [50, 10, 0]
        assert "/s/59.xml" not in house.asked
        days(server, site, 60, TUESDAY)
        for _ in range(2):
            await house.poll()
        assert len([path for path in house.asked if path.startswith("/s/")]) == 10


async def test_another_configuration_is_read_with_whatever_the_dates_say(tmp_path, server, site):
    days(server, site, 3)
    piers = [f"/n/boats-of-pier-{n}" for n in range(3)]
    async with polled(tmp_path, server, harbour(server)) as house:
        assert (await house.poll()).new == 3
    async with polled(tmp_path, server, harbour(server, title="The harbour")) as house:
        await house.poll()
        assert sorted(house.asked) == sorted(
            ["/sitemap.xml", *(f"/s/{n}.xml" for n in range(3)), *piers]
        )


async def test_addresses_that_a_new_rule_allows_are_found_in_unchanged_sitemaps(
    tmp_path, server, site
):
    days(server, site, 3)
    rules = '\n[sources.rules]\nlinks = "{}"'
    async with polled(tmp_path, server, harbour(server) + rules.format("pier-1")) as house:
        assert (await house.poll()).new == 1
    async with polled(tmp_path, server, harbour(server) + rules.format("pier-[12]")) as house:
        assert (await house.poll()).new == 1
        assert (await house.poll()).new == 0


async def test_a_date_that_never_changes_is_believed_for_a_week(tmp_path, server, site):
    days(server, site, 1)
    async with polled(tmp_path, server, harbour(server)) as house:
        await house.poll()
        site.article("/n/night-boats-are-back", "Night boats are back")
        site.sitemap("/s/0.xml", ("/n/boats-of-pier-0", MONDAY), ("/n/night-boats-are-back", None))
        assert (await house.poll()).new == 0
        house.clock.now += timedelta(days=8)
        assert (await house.poll()).new == 1


async def test_a_site_names_its_sitemaps_in_robots_txt(tmp_path, server, site):
    site.article("/n/boats-run-again", "Boats run again")
    site.sitemap("/news/map.xml", ("/n/boats-run-again", MONDAY))
    site.put("/robots.txt", f"Sitemap: {server.url('/news/map.xml')}\n", "text/plain")
    async with polled(tmp_path, server, harbour(server, "/")) as house:
        assert (await house.poll()).new == 1
        assert house.asked[:2] == ["/robots.txt", "/news/map.xml"]


async def test_without_a_word_in_robots_txt_the_usual_address_is_tried(tmp_path, server, site):
    site.article("/n/boats-run-again", "Boats run again")
    site.sitemap("/sitemap.xml", ("/n/boats-run-again", MONDAY))
    async with polled(tmp_path, server, harbour(server, "/")) as house:
        assert (await house.poll()).new == 1


async def test_one_broken_sitemap_costs_none_of_the_others(tmp_path, server, site):
    site.article("/n/boats-run-again", "Boats run again")
    site.sitemap("/s/1.xml", ("/n/boats-run-again", MONDAY))
    server.answers("/s/2.xml", status=503)
    site.index("/sitemap.xml", ("/s/1.xml", MONDAY), ("/s/2.xml", TUESDAY))
    async with polled(tmp_path, server, harbour(server)) as house:
        report = await house.poll()
        assert (report.new, report.failure) == (1, None)
        assert report.rejects[0].reason == "answered 503"
        site.article("/n/quay-reopens-today", "Quay reopens today")
        site.sitemap("/s/2.xml", ("/n/quay-reopens-today", TUESDAY))
        assert (await house.poll()).new == 1


async def test_when_no_sitemap_can_be_had_the_source_fails(tmp_path, server, site):
    site.index("/sitemap.xml", ("/s/1.xml", MONDAY), ("/s/2.xml", TUESDAY))
    async with polled(tmp_path, server, harbour(server)) as house:
        assert "answers 404" in (await house.poll()).failure
        server.answers("/sitemap.xml", status=410)
        assert "410 Gone" in (await house.poll()).failure


async def test_a_sitemap_whose_parts_are_gone_is_not_gone_itself(tmp_path, server, site):
    site.index("/sitemap.xml", ("/s/1.xml", MONDAY))
    server.answers("/s/1.xml", status=410)
    async with polled(tmp_path, server, harbour(server)) as house:
        assert "/s/1.xml answers 410 Gone" in (await house.poll()).failure
        state = (await house.house.store.source_states())["harbour"]
        assert (state.paused, state.failures) == (False, 1)


async def test_a_host_that_is_asked_too_much_is_asked_for_no_more_in_this_poll(
    tmp_path, server, site
):
    paths = [f"/n/boats-run-again-{number}" for number in range(5)]
    for path in paths:
        server.answers(path, status=429, Retry_After="7200")
    site.sitemap("/sitemap.xml", *((path, MONDAY) for path in paths))
    async with polled(tmp_path, server, harbour(server)) as house:
        await house.poll()
        assert len(house.asked) == 2
        state = (await house.house.store.source_states())["harbour"]
        assert state.next_at >= house.clock.now + timedelta(hours=2)
        for path in paths:
            site.article(path, path.rpartition("/")[2].replace("-", " ").capitalize())
        assert (await house.poll()).new == 5


async def test_sitemaps_that_name_each_other_come_to_an_end(tmp_path, server, site):
    site.index("/sitemap.xml", ("/s/1.xml", None))
    for n in range(1, 9):
        site.index(f"/s/{n}.xml", (f"/s/{n + 1}.xml", None), ("/sitemap.xml", None))
    async with polled(tmp_path, server, harbour(server)) as house:
        assert (await house.poll()).failure is None
        assert house.asked == ["/sitemap.xml", "/s/1.xml", "/s/2.xml"]
