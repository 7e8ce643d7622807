"""What a page says of itself in so many words: JSON-LD, microdata, OpenGraph, Dublin Core.

Nothing is decided here but the order of belief; every statement keeps the name of its place.
JSON-LD comes first because it is written for machines and for this article alone; meta tags
are often the template's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from swifeeds.extract import jsonld
from swifeeds.extract.canonical import canonical_link
from swifeeds.extract.declared_people import declared_authors
from swifeeds.extract.jsonld import Node
from swifeeds.extract.metatags import Microdata, first, read_meta, read_microdata, value_of
from swifeeds.extract.page import Page
from swifeeds.markup import url_key
from swifeeds.model import Person

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "dcterms.created",
    "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date", "dc.date.created",
    "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date",
    "publication_date", "publish-date", "publish_date", "pubdate", "published_time", "publishdate",
    "og:published_time", "article.published", "cxenseparse:recs:publishtime", "rnews:datepublished",
    "bt:pubdate", "article_date_original", "originalpublicationdate", "dc.created", "created",
    "date", "article:post_date", "sdate", "lastpubdate", "vr:published_time", "ptime",
    "iso-8601-publish-date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified",
    "dc.date.modified", "modified_time",
)  # fmt: skip
_SUMMARIES = ("og:description", "description", "dc.description", "dcterms.abstract",
              "twitter:description")  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title",
           "parsely-title", "citation_title")  # fmt: skip
_KEYWORDS = ("article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags")
_SECTIONS = ("article:section", "og:article:section", "section", "parsely-section")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement and the place it was read from (`json-ld`, `microdata`, `meta`)."""

    text: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """Statements per field, most believed first.

    `article` is the JSON-LD object that speaks of this page, `nodes` all of them.
    """

    article: Node | None
    nodes: tuple[Node, ...]
    meta: Mapping[str, tuple[str, ...]]
    titles: tuple[Said, ...]
    summaries: tuple[Said, ...]
    published: tuple[Said, ...]
    updated: tuple[Said, ...]
    authors: tuple[tuple[Person, ...], ...]
    languages: tuple[str, ...]
    site_names: tuple[str, ...]
    section: str | None
    keywords: tuple[str, ...]

    @property
    def is_article(self) -> bool:
        """True where the page calls itself an article."""
        kind = (first(self.meta, "og:type") or "").lower()
        return self.article is not None or kind in {"article", "news", "newsarticle"}


def read_declared(page: Page) -> Declared:
    """All that the page declares."""
    nodes, meta = jsonld.read_nodes(page.root), read_meta(page.root)
    marked = read_microdata(page.root)
    article = _article(nodes, page)
    about = [article] if article else []
    weaker = jsonld.pages(nodes)
    return Declared(
        article=article,
        nodes=nodes,
        meta=meta,
        titles=(
            *_json(about, "headline", "name"),
            *_micro(marked, "headline"),
            *_meta(meta, _TITLES),
        ),
        summaries=(*_json(about, "description", "abstract"), *_meta(meta, _SUMMARIES)),
        published=(
            *_json(about, "datePublished", "dateCreated"),
            *_meta(meta, _PUBLISHED[:3]),
            *_micro(marked, "datePublished"),
            *_json(weaker, "datePublished", "uploadDate"),
            *_meta(meta, _PUBLISHED[3:]),
        ),
        updated=(
            *_json(about, "dateModified"),
            *_meta(meta, _UPDATED),
            *_micro(marked, "dateModified"),
            *_json(weaker, "dateModified"),
        ),
        authors=tuple(declared_authors(page, about, nodes, meta, marked)),
        languages=tuple(_languages(page, about, meta)),
        site_names=tuple(_site_names(nodes, meta)),
        section=_section(about, meta),
        keywords=_keywords(about, meta),
    )


def _article(nodes: Sequence[Node], page: Page) -> Node | None:
    """Of several, the one whose address is the page's own; lists of teasers come later anyway."""
    found = jsonld.articles(nodes)
    if not found:
        return None
    own = {
        url_key(address)
        for address in (page.url, page.document.url, canonical_link(page))
        if address
    }
    for node in found:
        if any(url_key(address) in own for address in _addresses(node, page)):
            return node
    return None if _is_a_list(found) else found[0]


def _is_a_list(found: Sequence[Node]) -> bool:
    """Four objects or more that all have addresses of their own: an index, not an article."""
    return len([node for node in found if isinstance(node.get("url"), str)]) > 3  # noqa: PLR2004


def _addresses(node: Node, page: Page) -> Iterator[str]:
    for name in ("url", "mainEntityOfPage", "@id"):
        value = node.get(name)
        value = (value.get("@id") or value.get("url")) if isinstance(value, dict) else value
        if isinstance(value, str) and (absolute := page.absolute(value)):
            yield absolute


def _json(nodes: Iterable[Node], *names: str) -> Iterator[Said]:
    for node in nodes:
        for name in names:
            if found := jsonld.text(node.get(name)):
                yield Said(text=found, origin="json-ld")


def _meta(meta: Mapping[str, tuple[str, ...]], names: Sequence[str]) -> Iterator[Said]:
    for name in names:
        for content in meta.get(name, ())[:1]:
            yield Said(text=content, origin="meta")


def _micro(marked: Microdata, name: str) -> Iterator[Said]:
    for element in marked.get(name, ())[:3]:
        if value := value_of(element):
            yield Said(text=value, origin="microdata")


def _languages(
    page: Page, about: Sequence[Node], meta: Mapping[str, tuple[str, ...]]
) -> Iterator[str]:
    for node in about:
        yield from jsonld.texts(node.get("inLanguage"))
    root = page.root.getroottree().getroot()
    for name in ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang"):
        if stated := root.get(name):
            yield stated
    for name in ("content-language", "dc.language", "dcterms.language", "language", "og:locale"):
        yield from meta.get(name, ())


def _site_names(nodes: Sequence[Node], meta: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for name in ("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher",
                 "dc.publisher", "twitter:app:name:iphone"):  # fmt: skip
        yield from meta.get(name, ())
    for node in nodes:
        if {"WebSite", "NewsMediaOrganization"} & set(jsonld.types(node)):
            yield from jsonld.texts(node.get("name"))
        yield from jsonld.texts(node.get("publisher"))


def _section(about: Sequence[Node], meta: Mapping[str, tuple[str, ...]]) -> str | None:
    stated = (found for node in about if (found := jsonld.text(node.get("articleSection"))))
    return next(stated, None) or first(meta, *_SECTIONS)


def _keywords(about: Sequence[Node], meta: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    stated = [word for node in about for word in jsonld.texts(node.get("keywords"))]
    for name in _KEYWORDS:
        stated = stated or list(meta.get(name, ()))
    words = [word.strip() for text in stated for word in text.replace(";", ",").split(",")]
    return tuple(dict.fromkeys(word for word in words if word))[:30]
