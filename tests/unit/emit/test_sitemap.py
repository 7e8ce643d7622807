"""Sitemaps hold our own pages, in the shape that search engines read, and news while it is news."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.unit.emit.newsroom import BASE, PUBLICATION

from swifeeds.emit import (
    NewsPage,
    SitemapPage,
    render_news_sitemap,
    render_robots,
    render_sitemaps,
    render_trust,
)
from swifeeds.emit.sitemap import MOST, NEWS, SITEMAP
from swifeeds.markup import parse_xml

S, N, X = f"{{{SITEMAP}}}", f"{{{NEWS}}}", "{http://www.w3.org/1999/xhtml}"
NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def page(language, rest="stories/talks/", **more):
    return SitemapPage(path=f"/{language}/{rest}", language=language, modified=NOW, **more)


def news(number, age=timedelta(0), language="en", title="A & B"):
    return NewsPage(
        path=f"/en/articles/{number}/", language=language, title=title, published=NOW - age
    )


def only(representations):
    (one,) = representations
    return parse_xml(one.body)


def test_every_page_stands_there_once_with_an_absolute_address_and_its_date():
    root = only(render_sitemaps(PUBLICATION, [page("de"), page("en"), page("en", "x/")]))
    assert root.tag == f"{S}urlset"
    assert [one.findtext(f"{S}loc") for one in root] == [
        f"{BASE}/de/stories/talks/", f"{BASE}/en/stories/talks/", f"{BASE}/en/x/",
    ]  # fmt: skip
    assert {one.findtext(f"{S}lastmod") for one in root} == {"2026-05-04T12:00:00Z"}


def test_the_versions_of_a_page_name_each_other_and_themselves():
    root = only(render_sitemaps(PUBLICATION, [page("de"), page("en"), page("en", "x/")]))
    named = [[link.get("hreflang") for link in one.findall(f"{X}link")] for one in root]
    assert named == [["de", "en"], ["de", "en"], []]
    assert {link.get("rel") for link in root.iter(f"{X}link")} == {"alternate"}


def test_a_sheet_of_a_list_has_no_versions():
    sheets = [
        page("de", "stories/talks/2/", alone=True),
        page("en", "stories/talks/2/", alone=True),
    ]
    root = only(render_sitemaps(PUBLICATION, sheets))
    assert len(root) == 2
    assert not list(root.iter(f"{X}link"))


def test_the_address_comes_first_and_links_last_as_the_schema_wants():
    (url, *_) = only(render_sitemaps(PUBLICATION, [page("de"), page("en")]))
    assert [child.tag for child in url] == [f"{S}loc", f"{S}lastmod", f"{X}link", f"{X}link"]


def test_more_pages_than_a_file_may_hold_are_parted_and_indexed():
    pages = [page("en", f"articles/{number}/") for number in range(5)]
    index, *parts = render_sitemaps(PUBLICATION, pages, most=2)
    root = parse_xml(index.body)
    assert index.path == "/sitemap.xml"
    assert root.tag == f"{S}sitemapindex"
    assert [one.findtext(f"{S}loc") for one in root] == [f"{BASE}{part.path}" for part in parts]
    assert [len(parse_xml(part.body)) for part in parts] == [2, 2, 1]


def test_a_full_sitemap_in_ten_languages_stays_under_fifty_megabytes():
    pages = [page(tag, f"stories/{'a' * 80}/") for tag in PUBLICATION.languages]
    (one,) = render_sitemaps(PUBLICATION, pages)
    assert len(one.body) / len(pages) * MOST < 50_000_000


def test_a_site_without_pages_has_an_empty_sitemap():
    assert len(only(render_sitemaps(PUBLICATION, []))) == 0


def test_equal_pages_in_any_order_give_equal_bytes():
    pages = [page("de"), page("en"), page("ar")]
    assert render_sitemaps(PUBLICATION, pages) == render_sitemaps(PUBLICATION, pages[::-1])


def news_of(*articles):
    made = render_news_sitemap(PUBLICATION, "en", "World news", articles, NOW)
    assert made.path == "/en/news-sitemap.xml"
    return parse_xml(made.body)


def test_news_is_what_came_within_two_days_newest_first():
    root = news_of(
        news(1, timedelta(days=2, seconds=1)),
        news(2, timedelta(days=2)),
        news(3),
        news(4, -timedelta(seconds=1)),
    )
    assert [one.findtext(f"{S}loc") for one in root] == [
        f"{BASE}/en/articles/3/",
        f"{BASE}/en/articles/2/",
    ]


def test_an_article_of_the_news_has_all_that_is_asked():
    (url,) = news_of(news(1, timedelta(hours=1), title="Control \x0b & <b>"))
    assert url.findtext(f"{N}news/{N}publication/{N}name") == "World news"
    assert url.findtext(f"{N}news/{N}publication/{N}language") == "en"
    assert url.findtext(f"{N}news/{N}publication_date") == "2026-05-04T11:00:00Z"
    assert url.findtext(f"{N}news/{N}title") == "Control  & <b>"


def test_chinese_is_named_by_its_script_as_news_search_wants():
    tags = ["zh", "zh-Hans", "zh-Hant", "zh-TW", "pt-BR"]
    root = news_of(*(news(number, language=tag) for number, tag in enumerate(tags)))
    named = {
        one.findtext(f"{S}loc"): one.findtext(f"{N}news/{N}publication/{N}language") for one in root
    }
    assert list(named.values())[::-1] == ["zh-cn", "zh-cn", "zh-tw", "zh-tw", "pt"]


def test_at_most_a_thousand_articles_are_news():
    assert (
        len(news_of(*(news(number, timedelta(seconds=number)) for number in range(1001)))) == 1000
    )


def test_robots_allow_everything_and_name_the_sitemaps():
    assert render_robots(PUBLICATION, ["de"]).body.decode() == (
        "User-agent: *\nAllow: /\n\n"
        f"Sitemap: {BASE}/sitemap.xml\nSitemap: {BASE}/de/news-sitemap.xml\n"
    )


def test_the_operators_robots_are_kept_and_get_sitemaps_only_where_they_name_none():
    theirs = replace(PUBLICATION, robots="User-agent: x\nDisallow: /\n")
    assert render_robots(theirs, []).body.startswith(b"User-agent: x\nDisallow: /\n\nSitemap: ")
    whole = replace(PUBLICATION, robots="User-agent: *\nSitemap: https://a.example/s.xml\n")
    assert render_robots(whole, ["de"]).body == whole.robots.encode()


def test_trust_txt_stands_at_both_its_addresses_and_only_where_supplied():
    assert render_trust(PUBLICATION) == ()
    made = render_trust(replace(PUBLICATION, trust_txt="member=https://a.example/\n"))
    assert [one.path for one in made] == ["/trust.txt", "/.well-known/trust.txt"]
    assert {one.body for one in made} == {b"member=https://a.example/\n"}
