"""A dry run walks the journey of each kind, shows where each field was read, and stores nothing."""

from __future__ import annotations

import pytest
from tests.unit.egress.scripted import scripted_server
from tests.unit.extract.page_documents import TEXT, article
from tests.unit.pipeline.polls import SITE
from tests.unit.pipeline.press import Press
from tests.unit.pipeline.sites import Site
from tests.unit.service.houses import configure

from swifeeds.errors import BadStatus, UsageError
from swifeeds.model import SourceKind
from swifeeds.service import visit_house
from swifeeds.service.dry_run import dry_run

KEYS = """kind = "{kind}"
url = "{url}"
own = true
"""
FEED = (
    "<rss version='2.0'><channel><title>Harbour</title><item><title>Boats run again</title>"
    "<guid>7</guid><pubDate>Fri, 27 Feb 2026 08:00:00 GMT</pubDate></item></channel></rss>"
)


@pytest.fixture
async def server():
    async with scripted_server() as server:
        yield server


@pytest.fixture
def site(server):
    return Site(server)


async def tried(folder, name: str, limit: int = 2, url="https://news.example/", kind="page"):
    config = configure(folder, SITE + KEYS.format(url=url, kind=kind))
    async with visit_house(config) as house:
        found = await dry_run(house, name, limit)
    assert not (folder / "house.db").exists()
    return found


def fields(article) -> dict[str, tuple[str, str]]:
    return {one.name: (one.value, one.read_from) for one in article.fields}


async def test_a_feed_at_an_unknown_address_is_known_for_what_it_is(tmp_path, server, site):
    url = site.put("/feed", FEED, "application/rss+xml")
    found = await tried(tmp_path, url)
    assert (found.guess.kind, found.guess.why) == (SourceKind.FEED, "it is RSS")
    shown = fields(found.drafts[0])
    assert shown["published"] == ("2026-02-27 08:00:00Z", "feed, to the second")
    assert shown["guid"] == ("7", "feed")


@pytest.mark.parametrize("subscribe", [True, False])
async def test_the_hub_of_a_feed_is_named_and_not_asked(tmp_path, server, site, subscribe):
    hub = "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='hub' href='/hub'/><item>"
    url = site.put("/feed", FEED.replace("<item>", hub, 1), "application/rss+xml")
    text = SITE.replace("[site]", f"[websub]\nsubscribe = {str(subscribe).lower()}\n[site]", 1)
    async with visit_house(configure(tmp_path, text + KEYS.format(url=url, kind="feed"))) as house:
        found = await dry_run(house, url, 2)
    assert (found.hub, found.is_heard) == (server.url("/hub"), subscribe)
    assert "/hub" not in {request.path for request in server.asked}


async def test_a_page_names_what_would_be_better(tmp_path, server, site):
    head = (
        '<link rel="alternate" type="application/rss+xml" title="Harbour" href="/feed">'
        '<link rel="alternate" type="application/rss+xml" href="/comments/feed">'
        '<link rel="https://api.w.org/" href="/wp-json/">'
    )
    found = await tried(tmp_path, site.put("/n/boats-run-again", article(TEXT, head=head)))
    assert [(one.kind, one.url) for one in found.guess.better] == [
        (SourceKind.FEED, server.url("/feed")),
        (SourceKind.WORDPRESS, server.url("/wp-json/")),
    ]
    (shown,) = found.drafts
    assert fields(shown)["published"] == ("", "not found")
    assert fields(shown)["text"][0].startswith("253 characters: The crews")


async def test_a_sitemap_is_walked_as_far_as_is_shown(tmp_path, server, site):
    for n in range(4):
        site.article(f"/n/boats-of-pier-{n}", f"Boats of pier {n}")
    entries = [(f"/n/boats-of-pier-{n}", f"2026-11-1{n}T08:00:00Z") for n in range(4)]
    site.sitemap("/s/1.xml", *entries)
    found = await tried(tmp_path, site.index("/sitemap.xml", ("/s/1.xml", None)))
    assert found.guess.kind is SourceKind.SITEMAP
    assert [one.draft.title for one in found.drafts] == ["Boats of pier 3", "Boats of pier 2"]
    assert found.links == 4


async def test_wordpress_is_read_as_far_as_is_shown_and_tells_its_dates(tmp_path, server):
    press = Press(server)
    for number in range(1, 6):
        press.publish(number, after=number)
    found = await tried(tmp_path, server.url("/wp-json/"))
    assert found.guess.kind is SourceKind.WORDPRESS
    assert [one.draft.title for one in found.drafts] == ["Boats of pier 5", "Boats of pier 4"]
    assert found.taxonomies == ("category", "series")
    shown = fields(found.drafts[0])
    assert shown["published"] == ("2026-11-01 13:00:00Z", "rest, to the second")
    assert shown["address"][1] == "rest"


async def test_a_page_without_an_article_names_what_would_be_better_all_the_same(tmp_path, server):
    Press(server)
    found = await tried(tmp_path, server.url("/"))
    assert found.drafts == ()
    assert found.guess.better[0].kind is SourceKind.WORDPRESS
    assert "holds neither links to articles" in found.rejects[0].reason


async def test_the_zone_that_was_assumed_is_told(tmp_path, server, site):
    head = '<meta property="article:published_time" content="2026-02-27T09:00">'
    found = await tried(tmp_path, site.put("/n/boats", article(TEXT, head=head)))
    value, where = fields(found.drafts[0])["published"]
    assert value == "2026-02-27 08:00:00Z"
    assert where == "meta, to the minute, in the assumed zone Europe/Zurich"


async def test_what_the_entry_would_hold_and_where_is_told(tmp_path, server, site):
    url = site.put("/n/boats", article(TEXT))
    found = await tried(tmp_path, "harbour", url=url)
    (shown,) = found.drafts
    assert found.guess is None
    assert shown.entry == "title, lead and full text"
    assert "/en/feed.atom" in shown.feeds


async def test_nothing_but_the_main_document_is_asked_for_if_so_wanted(tmp_path, server, site):
    site.article("/n/boats-run-again", "Boats run again")
    url = site.sitemap("/sitemap.xml", ("/n/boats-run-again", None))
    found = await tried(tmp_path, url, limit=0)
    assert (found.drafts, found.links) == ((), 1)
    assert [request.path for request in server.asked] == [
        "/robots.txt",
        "/sitemap.xml",
        "/sitemap.xml",
    ]


async def test_what_a_feed_leaves_to_its_pages_is_read_there(tmp_path, server, site):
    page = site.article("/n/boats-run-again", "Boats run again")
    feed = FEED.replace("<guid>", f"<link>{page}</link><guid>")
    url = site.put("/feed", feed, "application/rss+xml")
    found = await tried(tmp_path, "harbour", url=url, kind="feed")
    (shown,) = found.drafts
    assert fields(shown)["text"][0].startswith("253 characters")
    assert fields(shown)["guid"] == ("7", "feed")


async def test_no_more_pages_are_tried_than_are_to_be_shown(tmp_path, server, site):
    entries = [(f"/n/boats-of-pier-{n}", None) for n in range(9)]
    found = await tried(tmp_path, site.sitemap("/sitemap.xml", *entries))
    assert len(found.rejects) == 2


async def test_what_cannot_be_tried_is_an_error(tmp_path, server):
    with pytest.raises(UsageError, match="no source nobody"):
        await tried(tmp_path, "nobody")
    with pytest.raises(BadStatus, match="404"):
        await tried(tmp_path, server.url("/nothing"))


@pytest.mark.parametrize(
    ("stated", "told"), [("Jane Doe", "© Jane Doe"), ("© Jane Doe", "© Jane Doe"),
                         ("Foto: © dpa", "Foto: © dpa")],
)  # fmt: skip
async def test_the_sign_of_copyright_is_printed_once(tmp_path, server, stated, told):
    picture = (
        '<figure><img src="/i/1.jpg" width="800" height="600" alt="A boat"><figcaption>A boat'
        f' <span class="credit">{stated}</span></figcaption></figure>'
    )
    server.answers("/n/boats", article(picture + TEXT).encode(), Content_Type="text/html")
    found = await tried(tmp_path, server.url("/n/boats"))
    media, _ = fields(found.drafts[0])["media"]
    assert media.endswith(told)
    assert media.count("©") == 1


@pytest.mark.parametrize(("year", "remarks"), [(2020, 0), (3020, 1)])
async def test_an_embargo_that_has_passed_would_hold_nothing(tmp_path, server, year, remarks):
    term = f'<meta name="prism.embargoDate" content="{year}-03-05T10:30:00Z">'
    server.answers("/n/boats", article(TEXT, head=term).encode(), Content_Type="text/html")
    found = await tried(tmp_path, server.url("/n/boats"))
    assert len(found.drafts[0].remarks) == remarks
    assert fields(found.drafts[0]).get("embargo", ("", ""))[0].startswith("2020") is (year == 2020)
