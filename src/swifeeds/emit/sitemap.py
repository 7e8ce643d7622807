"""Sitemaps: our own pages for search engines (sitemaps.org 0.9), and the news of two days.

Only pages of ours stand in them: a sitemap speaks for its own host alone. Pure: what is on the
shelf and the moment are handed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from lxml import etree

from swifeeds.emit.addresses import absolute
from swifeeds.emit.namespaces import XHTML, Element, add, qualified
from swifeeds.emit.rfc3339 import rfc3339
from swifeeds.model import Publication, Representation

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"

MOST = 20_000
"""Addresses in one file; more are parted and indexed. sitemaps.org allows 50,000 and 50 MB, and a
page in ten languages, each naming the others, takes 2 kB."""

NEWS_AGE = timedelta(days=2)
NEWS_MOST = 1000
"""What Google News reads of a news sitemap: two days, a thousand articles."""

_TYPE = "application/xml; charset=utf-8"
_INDEX = "/sitemap.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapPage:
    """A page of ours. `modified` is when its bytes last changed, None where that is no news.

    `alone`: pages of equal address in other languages are not its versions, as for the further
    sheets of a list, which each language fills with its own articles.
    """

    path: str
    language: str
    modified: datetime | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsPage:
    """An own article that has a page of ours. `language` is the article's own tag."""

    path: str
    language: str
    title: str
    published: datetime


def render_sitemaps(
    publication: Publication, pages: Iterable[SitemapPage], most: int = MOST
) -> tuple[Representation, ...]:
    """`/sitemap.xml`; where there are more than `most` pages an index of `/sitemaps/{n}.xml`."""
    ordered = sorted(pages, key=lambda page: page.path)
    editions = _editions(ordered)
    parts = [ordered[start : start + most] for start in range(0, len(ordered), most)]
    if len(parts) <= 1:
        return (_urlset(_INDEX, parts[0] if parts else (), editions, publication),)
    paths = [f"/sitemaps/{number}.xml" for number in range(1, len(parts) + 1)]
    root = _root("sitemapindex")
    for path in paths:
        add(add(root, _own("sitemap")), _own("loc"), absolute(publication, path))
    return (
        _represent(_INDEX, root),
        *(
            _urlset(path, part, editions, publication)
            for path, part in zip(paths, parts, strict=True)
        ),
    )


def render_news_sitemap(
    publication: Publication,
    language: str,
    name: str,
    articles: Iterable[NewsPage],
    now: datetime,
) -> Representation:
    """`/{lang}/news-sitemap.xml` with the articles that are news at `now` (UTC), newest first.

    `name` is what the publication is called in that language.
    """
    fresh = [one for one in articles if now - NEWS_AGE <= one.published <= now]
    fresh.sort(key=lambda one: (one.published, one.path), reverse=True)
    root = _root("urlset", news=NEWS)
    for article in fresh[:NEWS_MOST]:
        url = add(root, _own("url"))
        add(url, _own("loc"), absolute(publication, article.path))
        news = add(url, qualified(NEWS, "news"))
        paper = add(news, qualified(NEWS, "publication"))
        add(paper, qualified(NEWS, "name"), name)
        add(paper, qualified(NEWS, "language"), _news_language(article.language))
        add(news, qualified(NEWS, "publication_date"), rfc3339(article.published))
        add(news, qualified(NEWS, "title"), article.title)
    return _represent(news_sitemap_path(language), root, language)


def news_sitemap_path(language: str) -> str:
    """Where a language's news sitemap stands."""
    return f"/{language}/news-sitemap.xml"


def render_robots(publication: Publication, news_languages: Sequence[str]) -> Representation:
    """`/robots.txt`: the operator's own, else everything is allowed; then where the sitemaps are.

    The operator's file is left as it is when it names sitemaps itself.
    """
    text = publication.robots or "User-agent: *\nAllow: /\n"
    if "sitemap:" not in text.lower():
        paths = (_INDEX, *(news_sitemap_path(language) for language in news_languages))
        lines = "".join(f"Sitemap: {absolute(publication, path)}\n" for path in paths)
        text = f"{text.rstrip()}\n\n{lines}"
    return _plain("/robots.txt", text)


def render_trust(publication: Publication) -> tuple[Representation, ...]:
    """`/trust.txt` and its well-known twin (journallist.net), where the operator supplies it."""
    if publication.trust_txt is None:
        return ()
    paths = ("/trust.txt", "/.well-known/trust.txt")
    return tuple(_plain(path, publication.trust_txt) for path in paths)


def _plain(path: str, text: str) -> Representation:
    return Representation(path=path, media_type="text/plain; charset=utf-8", body=text.encode())


def _urlset(
    path: str,
    pages: Iterable[SitemapPage],
    editions: Mapping[str, Sequence[SitemapPage]],
    publication: Publication,
) -> Representation:
    root = _root("urlset", xhtml=XHTML)
    for page in pages:
        url = add(root, _own("url"))
        add(url, _own("loc"), absolute(publication, page.path))
        if page.modified is not None:
            add(url, _own("lastmod"), rfc3339(page.modified))
        for other in _alternates(page, editions):
            add(
                url, qualified(XHTML, "link"), rel="alternate", hreflang=other.language,
                href=absolute(publication, other.path),
            )  # fmt: skip
    return _represent(path, root)


def _editions(pages: Iterable[SitemapPage]) -> Mapping[str, list[SitemapPage]]:
    """The language versions of a page by its path without the language."""
    found: dict[str, list[SitemapPage]] = {}
    for page in pages:
        if not page.alone:
            found.setdefault(_place(page), []).append(page)
    return found


def _alternates(
    page: SitemapPage, editions: Mapping[str, Sequence[SitemapPage]]
) -> Iterator[SitemapPage]:
    """All versions, the page's own among them, as search engines want it; none for a lone page."""
    versions = () if page.alone else editions[_place(page)]
    if len(versions) > 1:
        yield from versions


def _place(page: SitemapPage) -> str:
    return page.path.removeprefix(f"/{page.language}")


def _news_language(tag: str) -> str:
    """ISO 639 code, but for the two scripts of Chinese, which have names of their own there."""
    lowered = tag.lower()
    if lowered.startswith("zh"):
        traditional = any(part in lowered for part in ("hant", "-tw", "-hk", "-mo"))
        return "zh-tw" if traditional else "zh-cn"
    return lowered.partition("-")[0]


def _root(name: str, **prefixes: str) -> Element:
    declared: dict[str | None, str] = {None: SITEMAP}
    declared.update(prefixes)
    return etree.Element(_own(name), nsmap=declared)  # type: ignore[arg-type]  # the stubs forget None


def _own(name: str) -> str:
    return qualified(SITEMAP, name)


def _represent(path: str, root: Element, language: str | None = None) -> Representation:
    body = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return Representation(path=path, media_type=_TYPE, body=body, language=language)
