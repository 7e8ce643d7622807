"""What an address seems to be: a feed, a sitemap, WordPress, or a page that names one of them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from swifeeds.errors import ExtractError
from swifeeds.extract.hostile_json import read_json, table
from swifeeds.extract.names import local_name
from swifeeds.extract.wordpress import posts_in
from swifeeds.markup import absolute_url, decode, parse_html, parse_xml
from swifeeds.model import Document, Guess, SourceKind, Suggestion

_FEEDS = {
    "application/rss+xml": "RSS",
    "application/atom+xml": "Atom",
    "application/feed+json": "JSON Feed",
}
_ROOTS = {
    "rss": (SourceKind.FEED, "it is RSS"),
    "rdf": (SourceKind.FEED, "it is RSS 1.0"),
    "feed": (SourceKind.FEED, "it is Atom"),
    "urlset": (SourceKind.SITEMAP, "it is a sitemap"),
    "sitemapindex": (SourceKind.SITEMAP, "it is an index of sitemaps"),
}
_MOST = 5
_WORDPRESS = "https://api.w.org/"


def guess_kind(document: Document) -> Guess:
    """How a document is best read. What nobody knows is read as a page."""
    text = decode(document.body, document.charset).lstrip("\ufeff \t\r\n")
    if text[:1] in ("{", "["):
        return _of_json(document)
    if text[:1] != "<":
        return _of_text(document, text)
    return _of_xml(document) or _of_page(document)


def _of_json(document: Document) -> Guess:
    try:
        data = read_json(document.body, charset=document.charset, url=document.url)
    except ExtractError:
        return Guess(kind=SourceKind.FEED, why="it looks like JSON, and is broken")
    stated = table(data)
    if "namespaces" in stated or "routes" in stated or posts_in(data):
        return Guess(kind=SourceKind.WORDPRESS, why="it is WordPress's REST interface")
    if isinstance(stated.get("items"), list):
        return Guess(kind=SourceKind.FEED, why="it is JSON Feed")
    return Guess(kind=SourceKind.FEED, why="it is JSON of a kind that is not known")


def _of_text(document: Document, text: str) -> Guess:
    lines = [line.strip().lower() for line in text.splitlines()]
    if any(line.startswith("sitemap:") for line in lines):
        return Guess(kind=SourceKind.SITEMAP, why="it is a robots.txt that names sitemaps")
    if any(line.startswith(("http://", "https://")) for line in lines):
        return Guess(kind=SourceKind.SITEMAP, why="it is a list of addresses")
    said = document.media_type or "what came"
    return Guess(kind=SourceKind.PAGE, why=f"nothing else is known of {said[:40]}")


def _of_xml(document: Document) -> Guess | None:
    try:
        root = parse_xml(
            document.body, charset=document.charset, recover=True, url=document.final_url
        )
    except ExtractError:
        return None
    found = _ROOTS.get(local_name(str(root.tag)))
    return Guess(kind=found[0], why=found[1]) if found else None


def _of_page(document: Document) -> Guess:
    try:
        root = parse_html(document.body, charset=document.charset, url=document.url)
    except ExtractError:
        return Guess(kind=SourceKind.PAGE, why="it cannot be read as anything else")
    better = tuple(dict.fromkeys([*_feeds(root, document), *_interface(root, document)]))
    return Guess(kind=SourceKind.PAGE, why="it is a page", better=better[:_MOST])


def _feeds(root: HtmlElement, document: Document) -> Iterator[Suggestion]:
    """Feeds of comments are no news."""
    for link in root.iter("link"):
        name = _FEEDS.get((link.get("type") or "").partition(";")[0].strip().lower())
        url = absolute_url(link.get("href") or "", document.final_url)
        is_alternate = "alternate" in (link.get("rel") or "").lower().split()
        if name and url and is_alternate and "/comments/" not in url:
            title = _titled(link.get("title"))
            yield Suggestion(
                kind=SourceKind.FEED, url=url, why=f"the page names it as {name}{title}"
            )


def _titled(title: str | None) -> str:
    """A title in brackets behind a name."""
    words = " ".join((title or "").split())[:80]
    return f" (“{words}”)" if words else ""


def _interface(root: HtmlElement, document: Document) -> Iterator[Suggestion]:
    named = dict(document.relations).get(_WORDPRESS)
    for link in root.iter("link"):
        if (link.get("rel") or "").strip() == _WORDPRESS:
            named = named or absolute_url(link.get("href") or "", document.final_url)
    if named:
        why = "the site is made with WordPress, whose interface tells more than its feed"
        yield Suggestion(kind=SourceKind.WORDPRESS, url=named, why=why)
