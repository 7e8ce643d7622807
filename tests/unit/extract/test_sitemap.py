"""Sitemaps: which pages, in which order, with what they say of an article."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.unit.extract.page_documents import RETRIEVED, make_document, make_source

from swifeeds.errors import ExtractError
from swifeeds.extract import extract
from swifeeds.model import Precision, Rules, SourceKind

SITE = "https://harbour.example"
MAP = f"{SITE}/sitemap.xml"
PLAIN = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
VIDEO = "http://www.google.com/schemas/sitemap-video/1.1"


def urlset(*entries: str) -> str:
    return (
        f'<?xml version="1.0"?><urlset xmlns="{PLAIN}" xmlns:news="{NEWS}" '
        f'xmlns:image="{IMAGE}" xmlns:video="{VIDEO}" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
        f"{''.join(entries)}</urlset>"
    )


def entry(path: str, inside: str = "", *, lastmod: str | None = None) -> str:
    changed = f"<lastmod>{lastmod}</lastmod>" if lastmod else ""
    return f"<url><loc>{SITE}{path}</loc>{changed}{inside}</url>"


def index(*parts: tuple[str, str | None]) -> str:
    listed = "".join(
        f"<sitemap><loc>{SITE}{path}</loc>"
        + (f"<lastmod>{lastmod}</lastmod>" if lastmod else "")
        + "</sitemap>"
        for path, lastmod in parts
    )
    return f'<sitemapindex xmlns="{PLAIN}">{listed}</sitemapindex>'


def read(body: str | bytes, **changes):
    source = make_source(**({"kind": SourceKind.SITEMAP, "url": MAP} | changes))
    return extract(make_document(body, url=MAP, final_url=MAP, media_type=None), source)


def paths(extraction) -> list[str]:
    return [link.url.removeprefix(SITE) for link in extraction.links]


def test_the_newest_come_first_and_what_has_no_date_last():
    found = read(
        urlset(
            entry("/2026/boats-run-again", lastmod="2026-02-01T10:00:00Z"),
            entry("/2026/no-date-at-all"),
            entry("/2026/quay-reopens-today", lastmod="2026-02-28T10:00:00+01:00"),
        )
    )
    assert paths(found) == [
        "/2026/quay-reopens-today",
        "/2026/boats-run-again",
        "/2026/no-date-at-all",
    ]
    assert found.links[0].lastmod == datetime(2026, 2, 28, 9, tzinfo=UTC)


def test_news_says_title_date_language_and_keywords():
    news = (
        "<news:news><news:publication><news:name>Hafen</news:name><news:language>de"
        "</news:language></news:publication><news:publication_date>2026-02-27T09:00:00+01:00"
        "</news:publication_date><news:title>Boote &amp; Kais</news:title>"
        "<news:keywords>Boote, Kai،Hafen</news:keywords></news:news>"
    )
    (link,) = read(urlset(entry("/7", news))).links
    draft = link.draft
    assert (draft.title, draft.language, draft.keywords) == (
        "Boote & Kais", "de", ("Boote", "Kai", "Hafen"),
    )  # fmt: skip
    assert draft.published == link.dated == datetime(2026, 2, 27, 8, tzinfo=UTC)
    assert (draft.dating.read_from, draft.dating.precision) == ("sitemap", Precision.SECOND)
    assert dict(draft.provenances)["published"] == "sitemap"


def test_a_page_without_extensions_has_nothing_to_say():
    assert read(urlset(entry("/2026/boats-run-again"))).links[0].draft is None


def test_pictures_and_films_go_along():
    inside = (
        "<image:image><image:loc>/i/1.jpg</image:loc><image:caption>The quay</image:caption>"
        "<image:title>Quay at noon</image:title></image:image>"
        "<video:video><video:content_loc>https://harbour.example/v/1.mp4</video:content_loc>"
        "<video:title>Boats</video:title></video:video>"
    )
    (link,) = read(urlset(entry("/2026/boats-run-again", inside))).links
    assert [(one.url, one.medium, one.caption, one.alt) for one in link.draft.media] == [
        (f"{SITE}/i/1.jpg", "image", "The quay", "Quay at noon"),
        (f"{SITE}/v/1.mp4", "video", "Boats", None),
    ]


def test_alternates_are_translations_and_the_own_one_tells_the_language():
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href="{SITE}/{path}"/>'
        for tag, path in (
            ("en", "en/boats-run-again"),
            ("de", "de/boote-fahren-wieder"),
            ("x-default", "en/boats-run-again"),
            ("en-GB", "gb/boats-run-again"),
            ("zh-Hant", "zh/boats"),
        )
    )
    (link,) = read(urlset(entry("/de/boote-fahren-wieder", alternates))).links
    assert link.draft.language == "de"
    named = [(one.language, one.url, one.evidence) for one in link.draft.translations]
    assert named == [
        ("en", f"{SITE}/en/boats-run-again", "hreflang"),
        ("en-GB", f"{SITE}/gb/boats-run-again", "hreflang"),
        ("zh-Hant", f"{SITE}/zh/boats", "hreflang"),
    ]


def test_an_index_names_sitemaps_the_newest_first_and_no_lists_of_lists():
    found = read(
        index(
            ("/post-sitemap1.xml", "2026-01-01T00:00:00Z"),
            ("/post-sitemap2.xml", "2026-02-01T00:00:00Z"),
            ("/author-sitemap.xml", "2026-02-02T00:00:00Z"),
            ("/wp-sitemap-taxonomies-category-1.xml", "2026-02-02T00:00:00Z"),
        )
    )
    assert paths(found) == ["/post-sitemap2.xml", "/post-sitemap1.xml"]
    assert all(link.is_index for link in found.links)


def test_sitemaps_without_a_date_come_by_their_numbers():
    found = read(index(("/s/2025-12.xml.gz", None), ("/s/2026-2.xml.gz", None),
                       ("/s/2026-10.xml.gz", None)))  # fmt: skip
    assert paths(found) == ["/s/2026-10.xml.gz", "/s/2026-2.xml.gz", "/s/2025-12.xml.gz"]


def test_a_day_of_today_tells_no_later_change():
    today, before = f"{RETRIEVED:%Y-%m-%d}", "2026-02-01"
    found = read(urlset(entry("/2026/boats-run-again", lastmod=today),
                        entry("/2026/quay-reopens-today", lastmod=before)))  # fmt: skip
    assert [(link.lastmod is None, link.dated is None) for link in found.links] == [
        (True, False),
        (False, False),
    ]


def test_a_sitemap_that_dates_every_entry_with_the_request_is_not_believed():
    now = RETRIEVED.isoformat()
    many = [entry(f"/2026/boats-run-again-{n}", lastmod=now) for n in range(12)]
    assert {link.lastmod for link in read(urlset(*many)).links} == {None}


@pytest.mark.parametrize(
    "lastmod", ["soon", "0000-00-00", "2031-01-01", "1970-01-01T00:00:00Z", "", "12"]
)
def test_a_date_that_says_nothing_costs_the_date_alone(lastmod):
    (link,) = read(urlset(entry("/2026/boats-run-again", lastmod=lastmod))).links
    assert (link.lastmod, link.dated) == (None, None)


def test_front_pages_lists_files_and_other_sites_are_no_articles():
    others = "".join(
        f"<url><loc>{url}</loc></url>"
        for url in (
            f"{SITE}/", f"{SITE}/tag/boats", f"{SITE}/guide.pdf", "https://other.test/2026/boats-go",
            "javascript:alert(1)", "",
        )
    )  # fmt: skip
    assert paths(read(urlset(others, entry("/2026/boats-run-again")))) == ["/2026/boats-run-again"]


def test_the_sources_rule_decides_what_an_article_is():
    body = urlset(entry("/tag/boats"), entry("/2026/boats-run-again"))
    assert paths(read(body, rules=Rules(links=r"/tag/"))) == ["/tag/boats"]
    with pytest.raises(ExtractError, match="no regular expression"):
        read(body, rules=Rules(links="("))
    endless = urlset(entry(f"/{'a' * 60}!"))
    with pytest.raises(ExtractError, match="takes longer than"):
        read(endless, rules=Rules(links="(a|aa)+$"))


def test_a_text_file_and_a_feed_do_for_a_sitemap():
    text = (
        f"\ufeff{SITE}/2026/boats-run-again\r\n\r\nno address\r\n{SITE}/2026/quay-reopens-today\r\n"
    )
    assert paths(read(text)) == ["/2026/boats-run-again", "/2026/quay-reopens-today"]
    feed = (
        "<rss version='2.0'><channel><title>Harbour</title><item><title>Boats</title>"
        f"<link>{SITE}/2026/boats-run-again</link><pubDate>Fri, 27 Feb 2026 08:00:00 GMT</pubDate>"
        "</item></channel></rss>"
    )
    (link,) = read(feed).links
    assert (link.draft.title, link.dated) == ("Boats", datetime(2026, 2, 27, 8, tzinfo=UTC))


def test_a_robots_file_names_sitemaps():
    robots = "User-agent: *\nDisallow: /x\n\nSITEMAP : https://harbour.example/news.xml\n"
    (link,) = read(robots).links
    assert (link.url, link.is_index) == (f"{SITE}/news.xml", True)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<html><head><title>Harbour</title></head></html>", "is an HTML page .*, not a sitemap"),
        ("<opml><body/></opml>", "is XML of another kind"),
        ("", "names no sitemap and no page"),
        ("User-agent: *\nDisallow:", "names no sitemap and no page"),
        ('<!DOCTYPE u [<!ENTITY a "b">]><urlset>&a;</urlset>', "declares entities"),
    ],
)
def test_what_is_no_sitemap_says_so(body, told):
    with pytest.raises(ExtractError, match=told):
        read(body)


def test_an_empty_sitemap_is_one():
    assert read(urlset()).links == ()


def test_a_broken_one_gives_what_it_has_and_says_so():
    found = read(urlset(entry("/2026/boats-run-again"))[:-9] + "<url><loc>https://harb")
    assert paths(found) == ["/2026/boats-run-again"]
    assert "not well-formed" in found.rejects[0].reason


def test_more_entries_than_anybody_reads_are_cut_off():
    clock = [f"{n // 60:02}:{n % 60:02}" for n in range(1200)]
    many = [entry(f"/2026/boats-run-{n}", lastmod=f"2026-01-01T{n}Z") for n in clock]
    assert len(read(urlset(*many), max_articles=5).links) == 1000


def dated(number: int) -> str:
    day = f"{1990 + number // 336:04}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    return entry(f"/2020/a-long-name-of-an-article-{number}", lastmod=f"{day}T08:00:00+00:00")


@pytest.mark.parametrize("newest", ["first", "last"])
def test_fifty_thousand_entries_are_read_wherever_the_newest_stands(newest):
    numbers = range(6_500, 0, -1) if newest == "first" else range(1, 6_501)
    fillers = [entry(f"/2020/undated-article-number-{n}" + "-x" * 60) for n in range(43_000)]
    told = [dated(number) for number in numbers]
    found = read(urlset(*((told + fillers) if newest == "first" else (fillers + told))))
    assert found.rejects == ()
    assert len(found.links) == 1000
    assert paths(found)[0] == "/2020/a-long-name-of-an-article-6500"
    assert paths(found)[-1] == "/2020/a-long-name-of-an-article-5501"


def test_a_long_sitemap_that_breaks_off_gives_what_came():
    whole = urlset(*map(dated, range(1, 12_001)))
    found = read(whole[: whole.index("article-11999<")])
    assert paths(found)[0] == "/2020/a-long-name-of-an-article-11998"
    assert [reject.subject for reject in found.rejects] == [MAP]


def test_a_long_index_gives_its_newest_sitemaps():
    parts = [(f"/news-sitemap-{number}{'-x' * 40}.xml", None) for number in range(12_000)]
    found = read(index(*parts))
    assert len(found.links) == 500
    assert paths(found)[0].startswith("/news-sitemap-11999-")
    assert all(link.is_index for link in found.links)


def test_entries_beyond_what_the_protocol_allows_are_left_out():
    found = read(urlset(*(entry(f"/2020/article-{n}-on-a-harbour") for n in range(70_000))))
    assert len(found.links) == 1000
