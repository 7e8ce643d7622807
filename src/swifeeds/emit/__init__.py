"""What goes out: articles and a language in, finished bytes out.

`compose` decides and words everything, once for all formats; the writers `rss`, `atom` and
`jsonfeed` stand beside their readers of the same names in `extract`. Pages are representations
like any other. Pure: no clock, no network, no file; templates and catalogs are handed in. Machine
dates are never localised, ids never change, and equal input gives equal bytes.
"""

from __future__ import annotations

from swifeeds.emit import directory, opml
from swifeeds.emit.addresses import (
    SUFFIXES,
    absolute,
    article_path,
    articles_at,
    feed_path,
    first_sheet,
    merged_paths,
    moved_path,
    opml_path,
    page_path,
    story_place,
    tag_uri,
)
from swifeeds.emit.affected import affected_feeds, has_page
from swifeeds.emit.archive import (
    NewPages,
    chain_of,
    has_archive,
    left_out,
    new_pages,
    without_archived_copies,
)
from swifeeds.emit.company import Company
from swifeeds.emit.compose import compose_feed
from swifeeds.emit.entry import compose_entry
from swifeeds.emit.html import (
    Catalogue,
    CatalogueLine,
    Pages,
    make_pages,
    render_article,
    render_catalogue,
    render_list,
)
from swifeeds.emit.html_sheets import last_sheet, sheet_url
from swifeeds.emit.listings import FeedListing
from swifeeds.emit.opml_sources import render_sources
from swifeeds.emit.press import press_all
from swifeeds.emit.render import Earlier, render_and_shelve, render_feed
from swifeeds.emit.section_titles import with_usual_titles
from swifeeds.emit.select import language_of, select_entries
from swifeeds.emit.sitemap import (
    NEWS_AGE,
    NewsPage,
    SitemapPage,
    news_sitemap_path,
    render_news_sitemap,
    render_robots,
    render_sitemaps,
    render_trust,
)
from swifeeds.emit.time_to_live import least_age
from swifeeds.emit.titles import (
    feed_subtitle,
    feed_title,
    foreign,
    name_language,
    scope_name,
    title_in,
    title_language,
)

__all__ = [
    "NEWS_AGE",
    "SUFFIXES",
    "Catalogue",
    "CatalogueLine",
    "Company",
    "Earlier",
    "FeedListing",
    "NewPages",
    "NewsPage",
    "Pages",
    "SitemapPage",
    "absolute",
    "affected_feeds",
    "article_path",
    "articles_at",
    "chain_of",
    "compose_entry",
    "compose_feed",
    "directory",
    "feed_path",
    "feed_subtitle",
    "feed_title",
    "first_sheet",
    "foreign",
    "has_archive",
    "has_page",
    "language_of",
    "last_sheet",
    "least_age",
    "left_out",
    "make_pages",
    "merged_paths",
    "moved_path",
    "name_language",
    "new_pages",
    "news_sitemap_path",
    "opml",
    "opml_path",
    "page_path",
    "press_all",
    "render_and_shelve",
    "render_article",
    "render_catalogue",
    "render_feed",
    "render_list",
    "render_news_sitemap",
    "render_robots",
    "render_sitemaps",
    "render_sources",
    "render_trust",
    "scope_name",
    "select_entries",
    "sheet_url",
    "story_place",
    "tag_uri",
    "title_in",
    "title_language",
    "with_usual_titles",
    "without_archived_copies",
]
