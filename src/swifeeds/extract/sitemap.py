"""Reading sitemaps: which pages a site has, when they changed, and what it says of them.

The protocol of sitemaps.org with its index files, text files and feeds, the extensions of news,
pictures and films, translations by `hreflang`, and the `Sitemap:` lines of a robots.txt. A sitemap
yields links, the newest first; what it says of an article goes along as the link's draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from swifeeds.errors import ExtractError
from swifeeds.extract.feed import read_feed
from swifeeds.extract.names import local_name
from swifeeds.extract.page_in_place import describe_page
from swifeeds.extract.sitemap_choice import choose_articles, choose_sitemaps, newest_sitemaps
from swifeeds.extract.sitemap_entry import child_text, read_entry
from swifeeds.extract.sitemap_portions import MAX_ENTRIES, portions
from swifeeds.markup import absolute_url, canonical_url, decode, parse_xml
from swifeeds.markup.xml import Element
from swifeeds.model import Document, Extraction, Link, Reject, Source

_FEEDS = frozenset({"rss", "rdf", "feed"})
_ROBOTS = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)


def read_sitemap(document: Document, source: Source) -> Extraction:
    """The links of a sitemap in any form: to articles, or to further sitemaps (`Link.is_index`).

    Raises:
        ExtractError: it is none, or it is refused as unsafe.
    """
    parts = (replace(document, body=part) for part in portions(document.body))
    read = [_read(part, source) for part in parts]
    return read[0] if len(read) == 1 else _together(read, document, source)


def _together(read: Sequence[Extraction], document: Document, source: Source) -> Extraction:
    links = [link for portion in read for link in portion.links]
    articles = choose_articles((link for link in links if not link.is_index), document, source)
    sitemaps = newest_sitemaps((link for link in links if link.is_index), document)
    rejects = dict.fromkeys(reject for portion in read for reject in portion.rejects)
    return Extraction(links=(*articles, *sitemaps), rejects=tuple(rejects))


def _read(document: Document, source: Source) -> Extraction:
    text = decode(document.body, document.charset).lstrip("\ufeff \t\r\n")
    if text[:1] == "<":
        return _xml(document, source, text)
    if named := _ROBOTS.findall(text):
        return Extraction(links=choose_sitemaps(((url, None) for url in named), document, source))
    return _lines(document, source, text)


def _xml(document: Document, source: Source, text: str) -> Extraction:
    root, rejects = _tree(document)
    name = local_name(str(root.tag))
    if name == "html" or text[:14].lower() == "<!doctype html":
        raise ExtractError(_page(text, document.final_url), url=document.url)
    if name in _FEEDS:
        return _feed(document, source)
    parts = root.findall(".//{*}sitemap")
    named = ((child_text(one, "loc"), child_text(one, "lastmod")) for one in parts)
    entries = _entries(root, document, source)
    if not (parts or entries) and name not in {"urlset", "sitemapindex"}:
        what = f"is XML of another kind (<{name[:40]}>), not a sitemap; check the address"
        raise ExtractError(what, url=document.url)
    sitemaps = choose_sitemaps(named, document, source)
    articles = choose_articles(entries, document, source)
    return Extraction(links=(*articles, *sitemaps), rejects=rejects)


def _page(text: str, url: str) -> str:
    return describe_page(text, url).replace("not a feed", "not a sitemap", 1)


def _tree(document: Document) -> tuple[Element, tuple[Reject, ...]]:
    url = document.final_url
    try:
        return parse_xml(document.body, charset=document.charset, url=url), ()
    except ExtractError as error:
        root = parse_xml(document.body, charset=document.charset, recover=True, url=url)
        reason = f"{error.message}; what could be read of it was taken"
        return root, (Reject(subject=url, reason=reason),)


def _entries(root: Element, document: Document, source: Source) -> list[Link]:
    links: list[Link] = []
    for element in root.iter("{*}url"):
        if len(links) >= MAX_ENTRIES:
            break
        if link := read_entry(element, document, source):
            links.append(link)
    return links


def _feed(document: Document, source: Source) -> Extraction:
    """A feed does for a sitemap, says the protocol: its items are entries."""
    read = read_feed(document, source)
    links: Iterable[Link] = (
        Link(url=draft.url, draft=draft, dated=draft.published)
        for draft in read.drafts
        if draft.url
    )
    chosen = choose_articles(links, document, source)
    return Extraction(links=chosen, rejects=read.rejects, noted=read.noted)


def _lines(document: Document, source: Source, text: str) -> Extraction:
    """A text file: an address a line."""
    found = (absolute_url(line.strip(), "") for line in text.splitlines()[:MAX_ENTRIES])
    links = [Link(url=canonical_url(url)) for url in found if url]
    if not links:
        raise ExtractError("names no sitemap and no page; check the address", url=document.url)
    return Extraction(links=choose_articles(links, document, source))
