"""What search engines are told: sitemaps of our own pages, robots.txt, trust.txt.

Made with every publication from what is on the shelf then; like all else, only published when
bytes differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from swifeeds.emit import (
    NewsPage,
    SitemapPage,
    article_path,
    has_page,
    language_of,
    news_sitemap_path,
    render_news_sitemap,
    render_robots,
    render_sitemaps,
    render_trust,
    title_in,
)
from swifeeds.model import Article, Representation, ShelfItem, SourceId
from swifeeds.pipeline.listing import Site

_PAGE = "text/html"
_SHEET = re.compile(r"/[^/]+/[^/]+/[^/]+/(?:[^/]+/)*\d+/")
"""Further sheets of a list and sheets of an archive, `/de/stories/talks/…/2/`: each language has
its own there. A story may well be called 2026."""


def render_for_engines(
    site: Site, items: Iterable[ShelfItem], news: Sequence[Article], now: datetime
) -> Iterator[Representation]:
    """All of it.

    Args:
        site: names, languages, sources.
        items: the pages that stand, or will when this publication is done; others are passed over.
        news: public articles of the last days, of any source.
        now: the end of the news window (UTC).
    """
    standing = tuple(items)
    yield from render_sitemaps(site.publication, _pages(site, standing))
    languages = _news_languages(site, standing)
    articles = tuple(_news(site, news))
    for language in languages:
        name = title_in(site.publication.titles, language, site.publication) or ""
        own = [article for tag, article in articles if tag == language]
        yield render_news_sitemap(site.publication, language, name, own, now)
    yield render_robots(site.publication, languages)
    yield from render_trust(site.publication)


def _pages(site: Site, items: Iterable[ShelfItem]) -> Iterator[SitemapPage]:
    """A catalogue changes with every publication: its date would be noise."""
    for item in items:
        if item.language is None or not item.media_type.startswith(_PAGE):
            continue
        if not _speaks_for_others(site, item.path):
            is_catalogue = item.path == f"/{item.language}/"
            modified = None if is_catalogue else item.last_modified
            yield SitemapPage(
                path=item.path,
                language=item.language,
                modified=modified,
                alone=_SHEET.fullmatch(item.path) is not None,
            )


def _speaks_for_others(site: Site, path: str) -> bool:
    """The page of a source that is not ours gathers somebody else's articles."""
    parts = path.split("/")
    if len(parts) < len(("", "de", "sources", "id")) or parts[2] != "sources":
        return False
    source = site.sources.get(SourceId(parts[3]))
    return source is None or not source.own


def _news_languages(site: Site, items: Iterable[ShelfItem]) -> tuple[str, ...]:
    """Languages with articles on pages of ours, and those that have a news sitemap already."""
    paths = tuple(item.path for item in items)
    return tuple(
        language
        for language in site.publication.languages
        if any(
            path.startswith(f"/{language}/articles/") or path == news_sitemap_path(language)
            for path in paths
        )
    )


def _news(site: Site, articles: Iterable[Article]) -> Iterator[tuple[str, NewsPage]]:
    for article in articles:
        source = site.sources.get(article.source_id)
        language = language_of(article, site.publication)
        if language and source and source.owns(article) and has_page(article, source):
            yield (
                language,
                NewsPage(
                    path=article_path(language, article.id),
                    language=article.language,
                    title=article.title,
                    published=article.published,
                ),
            )
