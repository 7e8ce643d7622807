"""Which of the many addresses of a sitemap are worth a look, and in which order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from urllib.parse import urlsplit

from swifeeds.extract.index import is_article_address, is_same_site
from swifeeds.extract.patterns import matching
from swifeeds.extract.sitemap_entry import exact_change, read_change
from swifeeds.markup import absolute_url, url_key
from swifeeds.model import Document, Link, Source

_MOST_SITEMAPS = 50_000
_KEPT_SITEMAPS = 500
_LEAST_KEPT = 1000
"""Of a long sitemap so many links are handed on, the newest: more than are followed, so that those
which are known already leave room for others."""

_JUST_NOW = timedelta(minutes=10)
_MANY = 10
_NO_ARTICLES = re.compile(
    r"(?:^|[-_./])(?:post_tag|tags?|categor(?:y|ies)|taxonom(?:y|ies)|authors?|users?|images?|"
    r"videos?|products?|brands?)(?:[-_]?sitemap|[-_.]?\d*\.xml)",
    re.IGNORECASE,
)
"""Lists of lists, as the programs of sites (Yoast, Rank Math, WordPress itself) name theirs."""

_NUMBERS = re.compile(r"(\d+)")


def choose_articles(links: Iterable[Link], document: Document, source: Source) -> tuple[Link, ...]:
    """What may be articles, each once, the newest first; what has no date comes last.

    `rules.links` decides what an article is where there is such a rule; else it is on the source's
    own site, and its address is none of a front page, a file or a list.

    Raises:
        ExtractError: `rules.links` is no regular expression, or takes too long.
    """
    once: dict[str, Link] = {}
    for link in _articles(list(links), document, source):
        once.setdefault(url_key(link.url), link)
    found = _believed(list(once.values()), document.retrieved)
    return _newest_first(found)[: max(_LEAST_KEPT, source.max_articles)]


def choose_sitemaps(
    named: Iterable[tuple[str | None, str | None]], document: Document, source: Source
) -> tuple[Link, ...]:
    """Further sitemaps, the newest first. See `newest_sitemaps`."""
    links: dict[str, Link] = {}
    for address, written in islice(named, _MOST_SITEMAPS):
        url = absolute_url(address or "", document.final_url)
        if url is None or url == document.final_url or _NO_ARTICLES.search(urlsplit(url).path):
            continue
        changed = read_change(written, document, source)
        links[url] = Link(
            url=url,
            is_index=True,
            lastmod=exact_change(changed, document.retrieved),
            dated=changed.at if changed else None,
        )
    return newest_sitemaps(links.values(), document)


def newest_sitemaps(links: Iterable[Link], document: Document) -> tuple[Link, ...]:
    """The newest first, and no more than anybody follows.

    Where none says when it changed, those with the higher numbers come first: programs number their
    files, or name them by month.
    """
    numbered = sorted(links, key=lambda link: _natural(link.url), reverse=True)
    return _newest_first(_believed(numbered, document.retrieved))[:_KEPT_SITEMAPS]


def _newest_first(links: Iterable[Link]) -> tuple[Link, ...]:
    """By date, without one last; what is equal stays in its order."""
    return tuple(sorted(links, key=lambda link: link.recency, reverse=True))


def _articles(links: Sequence[Link], document: Document, source: Source) -> Iterator[Link]:
    rule = source.rules.links
    if rule is None:
        yield from (link for link in links if _looks_like_an_article(link, source))
        return
    fits = matching(rule, [link.url for link in links], url=document.url)
    yield from (link for link, fit in zip(links, fits, strict=True) if fit)


def _looks_like_an_article(link: Link, source: Source) -> bool:
    is_news = link.draft is not None and bool(link.draft.title)
    return is_same_site(link.url, source.url) and (is_news or is_article_address(link.url))


def _believed(links: list[Link], retrieved: datetime) -> list[Link]:
    """Without the changes of a sitemap that writes the time of the request into every entry."""
    dates = [link.lastmod for link in links]
    if len(dates) < _MANY or not all(date and retrieved - date < _JUST_NOW for date in dates):
        return links
    return [replace(link, lastmod=None) for link in links]


def _natural(url: str) -> tuple[tuple[int, str], ...]:
    """`post-sitemap12.xml` after `post-sitemap2.xml`."""
    return tuple(
        (int(part[:18]), "") if part.isdecimal() else (-1, part) for part in _NUMBERS.split(url)
    )
