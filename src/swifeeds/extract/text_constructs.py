"""Text constructs of XML feeds: an element's text, its HTML, its base address, its language."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from swifeeds.extract.names import local_name, name_of
from swifeeds.markup import absolute_url, escape, plain_text
from swifeeds.markup.xml import Element

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_KEPT_ATTRIBUTES = frozenset({"xml:lang"})


def raw_text(element: Element) -> str | None:
    """All text inside, without white space around it; None when there is none."""
    if not len(element):
        return (element.text or "").strip() or None
    return "".join(str(part) for part in element.itertext()).strip() or None


def first_text(elements: Iterable[Element]) -> str | None:
    """The text of the first element that has some."""
    return next(filter(None, map(raw_text, elements)), None)


def first_plain(elements: Iterable[Element]) -> str | None:
    """The plain text of the first element that has some."""
    return next(filter(None, (plain_text(inner_html(element)) for element in elements)), None)


def inner_html(element: Element) -> str:
    """What an element holds, as HTML: escaped markup is its text, inline markup its children."""
    if not len(element):
        return (element.text or "").strip()
    copy = deepcopy(element)
    for node in copy.iter("{*}*"):
        _undress(node)
    etree.cleanup_namespaces(copy)
    children = (
        etree.tostring(child, encoding="unicode", method="html", with_tail=True) for child in copy
    )
    return (escape(copy.text or "") + "".join(children)).strip()


def _undress(node: Element) -> None:
    """HTML knows no prefixes: `xhtml:p` is `p`, `xml:lang` is `lang`."""
    node.tag = local_name(str(node.tag)) or "span"
    for name, value in list(node.attrib.items()):
        if ":" in name or "{" in name:
            del node.attrib[name]
        if name_of(str(name)) in _KEPT_ATTRIBUTES:
            node.set("lang", value)


def base_of(element: Element, document_url: str) -> str:
    """What relative addresses inside are relative to (XML Base, 4.2)."""
    stated = element.base
    return (absolute_url(stated, document_url) if stated else None) or document_url


def language_of(*elements: Element) -> str | None:
    """The `xml:lang` of the first of these elements that has one itself."""
    return next(filter(None, (element.get(XML_LANG, "").strip() for element in elements)), None)
