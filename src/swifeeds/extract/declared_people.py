"""The people whom a page declares as authors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml.html import HtmlElement

from swifeeds.extract import jsonld
from swifeeds.extract.jsonld import Node
from swifeeds.extract.metatags import Microdata, value_of
from swifeeds.extract.page import Page
from swifeeds.model import Person

_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
            "sailthru.author", "og:author", "article:author_name", "citation_author", "byl",
            "cxenseparse:author", "creator", "dc.contributor")  # fmt: skip


def declared_authors(
    page: Page,
    about: Sequence[Node],
    nodes: Sequence[Node],
    meta: Mapping[str, tuple[str, ...]],
    marked: Microdata,
) -> Iterator[tuple[Person, ...]]:
    """One tuple for each place that names authors."""
    for node in about:
        for name in ("author", "creator"):
            if people := tuple(_people(node.get(name), nodes, page)):
                yield people
    names = [
        _author_name(element) for element in marked.get("author", ()) if not _of_a_picture(element)
    ]
    if people := tuple(Person(name=name) for name in names if name):
        yield people
    for key in _AUTHORS:
        if people := tuple(Person(name=name) for name in meta.get(key, ())):
            yield people


def _people(value: object, nodes: Sequence[Node], page: Page) -> Iterator[Person]:
    for name in jsonld.texts([one for one in _listed(value) if isinstance(one, str)]):
        yield Person(name=name)
    for node in jsonld.follow(value, nodes):
        for name in jsonld.texts(node.get("name")):
            url = node.get("url")
            yield Person(name=name, url=page.absolute(url) if isinstance(url, str) else None)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _author_name(element: HtmlElement) -> str | None:
    inner = element.xpath(".//*[@itemprop='name']")
    return value_of(inner[0] if inner else element)


def _of_a_picture(element: HtmlElement) -> bool:
    return any(
        around.tag == "figure" or "ImageObject" in (around.get("itemtype") or "")
        for around in element.iterancestors()
    )
