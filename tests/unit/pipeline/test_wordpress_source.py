"""Polling a site that runs WordPress."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.unit.egress.scripted import scripted_server
from tests.unit.pipeline.polls import polled
from tests.unit.pipeline.press import Press

from swifeeds.model import Rung
from swifeeds.service.work import settle


@pytest.fixture
async def server():
    async with scripted_server() as server:
        yield server


@pytest.fixture
def press(server):
    return Press(server)


def harbour(server, path="/", keys="") -> str:
    return f'url = "{server.url(path)}"\nkind = "wordpress"\nown = true\n{keys}'


def whole(house) -> list[list[int]]:
    """The numbers that were asked for whole, request by request."""
    questions = [parse_qs(urlsplit(path).query) for path in house.asked]
    return [
        [int(number) for number in one["include"][0].split(",")]
        for one in questions
        if "_embed" in one
    ]


async def test_the_posts_of_a_site_become_articles_with_what_is_embedded(tmp_path, server, press):
    term = {"taxonomy": "category", "slug": "region", "name": "Region &amp; See"}
    tag = {"taxonomy": "post_tag", "slug": "boats", "name": "Boats"}
    picture = {
        "source_url": server.url("/i/1.jpg"), "alt_text": "A boat", "mime_type": "image/jpeg",
        "caption": {"rendered": "<p>At the quay</p>"},
        "media_details": {"width": 1200, "height": 800, "filesize": 9000},
    }  # fmt: skip
    embedded = {
        "author": [{"name": "Ada Meier", "link": server.url("/ada/")}],
        "wp:term": [[term], [tag]],
        "wp:featuredmedia": [picture],
    }
    press.publish(7, "Boats &amp; quays", embedded=embedded, lang="de")
    async with polled(tmp_path, server, harbour(server)) as house:
        report = await house.poll()
        assert (report.new, report.failure, report.rejects) == (1, None, [])
        (article,) = (await house.articles()).values()
    assert (article.title, article.language) == ("Boats & quays", "de")
    assert article.summary == "Boats go. They are on time."
    assert [person.name for person in article.authors] == ["Ada Meier"]
    assert article.keywords == ("Region & See", "Boats")  # no section of this site is called so
    (medium,) = article.media
    assert (medium.alt, medium.caption, medium.width) == ("A boat", "At the quay", 1200)
    assert article.published == datetime(2026, 11, 1, 8, tzinfo=UTC)
    assert article.dating.read_from == "rest"


async def test_only_what_changed_is_asked_for_whole(tmp_path, server, press):
    for number in range(1, 6):
        press.publish(number, after=number)
    async with polled(tmp_path, server, harbour(server)) as house:
        await house.poll()
        assert whole(house) == [[5, 4, 3, 2, 1]]
        await house.poll()
        assert whole(house) == []
        press.publish(2, "Boats of pier 2 are late", after=30)
        press.publish(9, after=31)
        report = await house.poll()
        assert whole(house) == [[9, 2]]
        assert (report.new, report.revised) == (1, 1)


async def test_a_second_post_of_the_same_second_is_not_missed(tmp_path, server, press):
    press.publish(1, after=1)
    async with polled(tmp_path, server, harbour(server)) as house:
        house.clock.now = press.posts[1].modified
        await house.poll()
        press.publish(2, after=1)
        assert (await house.poll()).new == 1


async def test_the_backlog_is_walked_on_poll_by_poll_to_its_end(tmp_path, server, press):
    for number in range(1, 31):
        press.publish(number, after=number)
    async with polled(tmp_path, server, harbour(server, keys="max_articles = 8")) as house:
        await house.poll()
        assert whole(house) == [[30, 29, 28, 27, 26, 25, 24, 23]]
        press.publish(31, after=40)
        for _ in range(5):
            await house.poll()
        assert len(await house.articles()) == 31
        await house.poll()
        assert len(house.asked) == 3  # the site, what changed, what is still there


async def test_a_deletion_behind_the_walker_loses_nothing(tmp_path, server, press):
    for number in range(1, 21):
        press.publish(number, after=number)
    async with polled(tmp_path, server, harbour(server, keys="max_articles = 5")) as house:
        await house.poll()
        for number in (20, 19, 18):
            press.trash(number)
        for _ in range(5):
            await house.poll()
        assert {f"Boats of pier {number}" for number in range(1, 18)} <= set(await house.articles())


async def test_more_changes_than_one_poll_takes_come_by_and_by(tmp_path, server, press):
    press.publish(1, after=1)
    async with polled(tmp_path, server, harbour(server, keys="max_articles = 4")) as house:
        await house.poll()
        for number in range(2, 12):
            press.publish(number, after=50)
        await house.poll()
        assert len(await house.articles()) == 5
        for _ in range(5):
            await house.poll()
        assert len(await house.articles()) == 11


async def test_long_lists_are_taken_page_by_page(tmp_path, server, press):
    press.publish(1, after=1)
    async with polled(tmp_path, server, harbour(server, keys="max_articles = 250")) as house:
        await house.poll()
        for number in range(2, 202):
            press.publish(number, after=number)
        assert (await house.poll()).new == 200
        lists = [path for path in house.asked if "orderby=modified" in path]
        assert len(lists) == 3


async def test_what_was_deleted_there_is_withdrawn_here(tmp_path, server, press):
    press.publish(1, after=1)
    press.publish(2, after=2)
    async with polled(tmp_path, server, harbour(server)) as house:
        await house.poll()
        press.trash(1)
        await house.poll()
        assert set(await house.articles()) == {"Boats of pier 2"}


async def test_an_entry_that_is_only_hidden_from_the_list_stays(tmp_path, server, press):
    press.publish(1, after=1)
    async with polled(tmp_path, server, harbour(server)) as house:
        await house.poll()
        press.posts[1].status = "other"
        await house.poll()
        assert set(await house.articles()) == {"Boats of pier 1"}


async def test_what_needs_a_password_is_left_out(tmp_path, server, press):
    press.publish(1, "Protected: minutes", content={"rendered": "", "protected": True})
    press.publish(2)
    async with polled(tmp_path, server, harbour(server)) as house:
        report = await house.poll()
        assert (report.new, len(report.rejects)) == (1, 1)
        assert "not for everybody" in report.rejects[0].reason


async def test_translations_by_number_are_found_wherever_they_are(tmp_path, server, press):
    press.publish(1, "Boats run again", after=1, lang="en", translations={"en": 1, "de": 2})
    async with polled(tmp_path, server, harbour(server)) as house:
        await house.poll()
        press.publish(
            2, "Boote fahren wieder", after=50, lang="de", translations={"en": 1, "de": 2}
        )
        await house.poll()
        article = (await house.articles())["Boote fahren wieder"]
        named = [(one.language, one.evidence) for one in article.translations]
        assert named == [("en", "rest")]
        assert article.translations[0].url == server.url("/1-boats/")


async def test_the_terms_of_one_taxonomy_are_stories(tmp_path, server, press):
    term = {"taxonomy": "series", "slug": "lake", "name": "Lake", "link": server.url("/series/1/")}
    filed = {"wp:term": [[term]]}
    press.publish(1, after=1, embedded=filed)
    async with polled(tmp_path, server, harbour(server, keys='story_taxonomy = "series"')) as house:
        for number in (2, 3):
            await house.poll()
            await settle(house.house, "me")
            press.publish(number, after=40 * number, embedded=filed, lang="de")
        await house.poll()
        await settle(house.house, "me")
        found = await house.articles()
        for article in found.values():
            (story,) = article.stories
            assert (story.title, story.url) == ("Lake", server.url("/series/1/"))
            assert article.keywords == ()
        placed = [await house.house.store.memberships(one.id) for one in found.values()]
    assert len(placed) == 3
    assert len({one.story_id for some in placed for one in some}) == 1
    assert {one.rung for some in placed for one in some} == {Rung.DECLARED}


async def test_under_another_configuration_all_of_it_is_walked_through_once_more(
    tmp_path, server, press
):
    term = {"taxonomy": "series", "slug": "lake", "name": "Lake", "link": server.url("/series/1/")}
    for number in range(1, 6):
        press.publish(number, after=number, embedded={"wp:term": [[term]]})
    async with polled(tmp_path, server, harbour(server)) as house:
        await house.poll()
    keys = 'story_taxonomy = "series"\nmax_articles = 3'
    async with polled(tmp_path, server, harbour(server, keys=keys)) as house:
        for _ in range(2):
            await house.poll()
        assert all(article.stories for article in (await house.articles()).values())
        await house.poll()
        assert whole(house) == []


@pytest.mark.parametrize("path", ["/wp-json/", "/wp-json/wp/v2/posts", "/?rest_route=/"])
async def test_the_interface_may_be_named_itself(tmp_path, server, press, path):
    press.publish(1)
    async with polled(tmp_path, server, harbour(server, path)) as house:
        assert (await house.poll()).new == 1


async def test_a_site_without_permalinks_is_found_by_what_its_pages_name(tmp_path, server, press):
    press.pretty = False
    press.publish(1)
    async with polled(tmp_path, server, harbour(server)) as house:
        assert (await house.poll()).new == 1
        assert "/?rest_route=/wp/v2/posts" in house.asked[3]


async def test_a_closed_interface_says_what_to_do(tmp_path, server, press):
    press.closed = True
    async with polled(tmp_path, server, harbour(server)) as house:
        failure = (await house.poll()).failure
        assert "answers 401: its REST interface is closed" in failure
        assert f'url = "{server.url("/feed/")}"' in failure


async def test_what_is_no_wordpress_says_so(tmp_path, server):
    server.answers("/", b"<html><head></head><body>A page</body></html>")
    async with polled(tmp_path, server, harbour(server)) as house:
        assert "WordPress" in (await house.poll()).failure


async def test_a_post_on_which_the_site_breaks_down_costs_itself_alone(tmp_path, server, press):
    for number in range(1, 4):
        press.publish(number, after=number)
    press.breaks_on = 2
    async with polled(tmp_path, server, harbour(server)) as house:
        report = await house.poll()
        assert (report.new, report.failure) == (2, None)
        assert "500" in report.rejects[0].reason
        await house.poll()
        assert whole(house) == []


async def test_a_site_in_trouble_is_asked_again_for_the_same(tmp_path, server, press):
    press.publish(1, after=1)
    async with polled(tmp_path, server, harbour(server)) as house:
        await house.poll()
        press.publish(2, after=2)
        posts = server.scripts["/wp-json/wp/v2/posts"]
        server.answers("/wp-json/wp/v2/posts", status=503, Retry_After="120")
        report = await house.poll()
        assert ("503" in report.failure, report.retry_after) == (True, "120")
        server.scripts["/wp-json/wp/v2/posts"] = posts
        assert (await house.poll()).new == 1
