"""Sources that misbehave with guids, addresses and dates make no doubles and no floods."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.acceptance.misbehaving import START, Told, misbehaving, text_of

HOUR = timedelta(hours=1)
SITE = "https://news.example"


def items(count: int = 6, **fields) -> list[Told]:
    return [
        Told(number=at, guid=f"g{at}", link=f"{SITE}/a/{at}", at=START - at * HOUR, **fields)
        for at in range(count)
    ]


def with_guids(told: list[Told], pattern: str) -> list[Told]:
    return [replace(one, guid=pattern.format(one.number)) for one in told]


def without_links(told: list[Told]) -> list[Told]:
    return [replace(one, link=None) for one in told]


async def test_the_same_feed_again_in_any_order_changes_nothing(tmp_path):
    async with misbehaving(tmp_path) as room:
        assert (await room.tells(*items())).new == 6
        for order in (items(), items()[::-1], items()[3:] + items()[:3]):
            report = await room.tells(*order)
            assert (report.changed, room.changed_feeds) == (0, 0)
        assert len(await room.articles()) == 6
        assert await room.told() == set()


@pytest.mark.parametrize("link", [True, False], ids=["linked", "without links"])
async def test_guids_that_count_up_at_every_poll_make_no_second_article(tmp_path, link):
    told = items() if link else without_links(items())
    async with misbehaving(tmp_path) as room:
        await room.tells(*with_guids(told, "https://news.example/a/{}#0"))
        for poll in (1, 2, 3):
            report = await room.tells(*with_guids(told, "https://news.example/a/{}#" + str(poll)))
            assert (report.changed, room.changed_feeds) == (0, 0)
            assert await room.told() == {"identity-guids-change"}
        await room.tells(*with_guids(told, "https://news.example/a/{}#3")[::-1])
        assert await room.told() == set()
        assert len(await room.articles()) == 6
        assert (await room.house.store.counts())["sightings"] == 6


@pytest.mark.parametrize("first", [1, 6], ids=["known from one", "from the beginning"])
async def test_one_guid_for_all_items_costs_none_of_them(tmp_path, first):
    told = with_guids(items(), "the-guid")
    async with misbehaving(tmp_path) as room:
        await room.tells(*told[:first])
        await room.tells(*told)
        assert len(await room.articles()) == 6
        assert await room.told() == {"identity-guids-shared"}
        report = await room.tells(*told[::-1])
        assert (report.changed, room.changed_feeds) == (0, 0)
        await room.tells(*items())
        assert "identity-guids-shared" not in await room.told()
        assert len(await room.articles()) == 6


async def test_one_link_for_all_items_is_no_articles_own(tmp_path):
    told = [replace(one, link=f"{SITE}/news") for one in items()]
    async with misbehaving(tmp_path) as room:
        await room.tells(*told)
        articles = await room.articles()
        assert len(articles) == 6
        assert {article.url for article in articles} == {None}
        assert await room.told() == {"identity-links-shared"}
        later = Told(number=9, guid="g9", link=f"{SITE}/news", at=START)
        assert (await room.tells(later)).new == 1
        report = await room.tells(later, *told)
        assert (report.changed, room.changed_feeds) == (0, 0)
        assert len(await room.articles()) == 7


async def test_new_dates_on_unchanged_texts_move_nothing_and_are_told_once(tmp_path):
    async with misbehaving(tmp_path) as room:
        await room.tells(*items(20))
        before = {one.id: (one.published, one.updated) for one in await room.articles()}
        for poll in (1, 2):
            late = START + poll * timedelta(minutes=50)
            report = await room.tells(*[replace(one, at=late) for one in items(20)])
            assert (report.changed, room.changed_feeds) == (0, 0)
            assert await room.told() == {"identity-redated"}
        assert {one.id: (one.published, one.updated) for one in await room.articles()} == before
        await room.tells(*items(20))
        assert await room.told() == set()


async def test_a_site_that_moves_keeps_its_articles_and_links_them_anew(tmp_path):
    told = items(8)
    new = "https://www.new-name.example"
    moved = [
        replace(one, guid=f"{new}/?p={one.number}", link=f"{new}/2026/{one.number}") for one in told
    ]
    async with misbehaving(tmp_path) as room:
        await room.tells(*told)
        before = {one.id: (one.published, one.updated) for one in await room.articles()}
        report = await room.tells(Told(number=99, guid="new", link=f"{new}/2026/99"), *moved)
        assert (report.new, report.revised) == (1, 8)
        assert "identity-moved" in await room.told()
        after = {one.id: one for one in await room.articles()}
        assert len(after) == 9
        assert {one: (after[one].published, after[one].updated) for one in before} == before
        assert all(after[one].url.startswith(new) for one in before)
        await room.tells(*moved)
        assert (await room.told(), room.changed_feeds) == (set(), 0)


async def test_marks_of_sessions_in_addresses_change_nothing(tmp_path):
    def visited(session: int) -> list[Told]:
        return [replace(one, link=f"{one.link}?session={session}{one.number}") for one in items()]

    async with misbehaving(tmp_path) as room:
        await room.tells(*visited(1))
        for session in (2, 3, 4):
            report = await room.tells(*visited(session))
            assert (report.changed, room.changed_feeds) == (0, 0)
        assert (await room.house.store.counts())["sightings"] == 6


async def test_an_unexplained_future_date_is_set_once_and_stays(tmp_path):
    ahead = Told(number=1, guid="g", link=f"{SITE}/a", at=START + timedelta(hours=5))
    async with misbehaving(tmp_path) as room:
        await room.tells(ahead)
        (article,) = await room.articles()
        assert article.published == START + HOUR
        for _ in range(6):
            assert (await room.tells(ahead)).changed == 0
        (after,) = await room.articles()
        assert after == article


PAGE = """<html lang="en"><head><title>{title}</title><link rel="canonical" href="{canonical}">
<meta property="article:published_time" content="2026-03-01T08:00:00Z"></head>
<body><article><h1>{title}</h1><p>{text}</p></article></body></html>"""


def print_pages(room, numbers, canonical: str) -> None:
    for number in numbers:
        text = f"{text_of(number, 40)} {text_of(number + 50, 40)}"
        title = f"{text_of(number, 4)[10:]}"
        address = room.server.url(canonical.format(number))
        page = PAGE.format(title=title, text=text, canonical=address)
        room.server.answers(f"/news/{number}", page.encode(), content_type="text/html")
    links = "".join(f'<li><a href="/news/{at}">{text_of(at, 6)}</a></li>' for at in numbers)
    index = f"<html><body><ul>{links}</ul></body></html>"
    room.server.answers("/news/", index.encode(), content_type="text/html")


PAGES = "rules = { links = '/news/\\d+' }"


async def test_pages_that_all_claim_one_address_are_known_by_their_own(tmp_path):
    async with misbehaving(tmp_path, kind="page", more=PAGES) as room:
        print_pages(room, range(5), "/news/all")
        assert (await room.polled()).new == 5
        articles = await room.articles()
        assert {one.url for one in articles} == {room.server.url(f"/news/{at}") for at in range(5)}
        assert await room.told() == {"identity-canonical"}
        print_pages(room, range(6), "/news/all")
        await room.polled()
        assert len(await room.articles()) == 6
        await room.polled()
        assert room.changed_feeds == 0


async def test_pages_that_come_one_by_one_and_claim_one_address_are_found_out(tmp_path):
    async with misbehaving(tmp_path, kind="page", more=PAGES) as room:
        for number in range(1, 4):
            print_pages(room, range(number), "/news/all")
            await room.polled()
        articles = await room.articles()
        assert {one.url for one in articles} == {room.server.url(f"/news/{at}") for at in range(3)}


async def test_a_page_that_rightly_claims_another_address_has_it(tmp_path):
    async with misbehaving(tmp_path, kind="page", more=PAGES) as room:
        print_pages(room, range(3), "/articles/{}")
        assert (await room.polled()).new == 3
        urls = {one.url for one in await room.articles()}
        assert urls == {room.server.url(f"/articles/{at}") for at in range(3)}
        assert await room.told() == set()
        asked = len(room.server.asked)
        await room.polled()
        assert {one.path for one in room.server.asked[asked:]} >= {"/news/0"}
        assert not any(one.path.startswith("/articles") for one in room.server.asked)


async def test_an_article_of_another_language_moves_to_that_languages_feeds(tmp_path):
    title = "Der See steigt und die Brücke bleibt für den Verkehr gesperrt"
    text = "Der See stieg über Nacht um zwei Zentimeter, wie die Behörden am Morgen mitteilten."
    told = Told(number=1, guid="g", link=f"{SITE}/a", at=START, title=title, text=text)
    async with misbehaving(tmp_path) as room:
        await room.tells(told)
        body = f'<rss version="2.0"><channel><language>de</language>{told.xml()}</channel></rss>'
        room.server.answers("/feed", body.encode(), content_type="application/rss+xml")
        await room.polled()
        (article,) = await room.articles()
        assert article.language == "de"
        assert article.id in await room.text("/de/feed.atom")
        assert article.id not in await room.text("/en/feed.atom")
        await room.polled()
        assert room.changed_feeds == 0
