"""XML names of everything our feeds say beyond RSS and Atom themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from lxml import etree

from swifeeds.emit.addresses import NAMESPACE
from swifeeds.markup import strip_control

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml gives the type no public name

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
CREATIVE_COMMONS = "http://backend.userland.com/creativeCommonsRssModule"
DC = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
HISTORY = "http://purl.org/syndication/history/1.0"
MEDIA = "http://search.yahoo.com/mrss/"
XHTML = "http://www.w3.org/1999/xhtml"
XML = "http://www.w3.org/XML/1998/namespace"

PREFIXES = {
    "creativeCommons": CREATIVE_COMMONS,
    "dc": DC,
    "dcterms": DCTERMS,
    "fh": HISTORY,
    "media": MEDIA,
    "swi": NAMESPACE,
}
"""Declared on the root of every feed; feedgen declares atom and content itself."""

WORK_TRANSLATION = "http://schema.org/workTranslation"
"""The relation of a translation: never `alternate`, which makes readers open the wrong language
(DESIGN decision 5)."""


def add(
    parent: Element, name: str, text: str | None = None, /, **attributes: str | None
) -> Element:
    """Append an element; attributes that are None are left out, text is made fit for XML.

    Positional, because OPML has attributes that are called `text` and `title`.
    """
    element = etree.SubElement(parent, name)
    for key, value in attributes.items():
        if value is not None:
            element.set(key, strip_control(value))
    if text is not None:
        element.text = strip_control(text)
    return element


def qualified(namespace: str, name: str) -> str:
    """`{namespace}name`, as lxml writes it."""
    return f"{{{namespace}}}{name}"


def put_in_order(parent: Element, names: Sequence[str]) -> None:
    """Sort the children by `names`; what is not named comes last, in the order it came."""
    ranks = {name: rank for rank, name in enumerate(names)}
    parent[:] = sorted(parent, key=lambda child: ranks.get(str(child.tag), len(ranks)))
