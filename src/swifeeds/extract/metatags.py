"""`<meta>` and microdata: what a page's head and attributes state, by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from lxml.html import HtmlElement

from swifeeds.extract.selectors import elements_at
from swifeeds.markup import plain_text, text_of

Microdata: TypeAlias = Mapping[str, tuple[HtmlElement, ...]]

_NAMES = ("property", "name", "itemprop", "http-equiv")
_LONGEST = 5000
_MICRODATA = (
    "//*[@itemprop][not(self::meta)]"
    "[not(ancestor::*[@itemprop='comment' or @itemprop='review' or @itemprop='mentions'])]"
)


def read_meta(root: HtmlElement) -> Mapping[str, tuple[str, ...]]:
    """The contents of all `<meta>`, by lower-case name, in page order; empty ones are left out."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        stated = dict(element.items())
        content = plain_text(stated.get("content", "")[:_LONGEST])
        if content is None:
            continue
        for name in {stated[name].lower() for name in _NAMES if name in stated}:
            # parsely and some CMS write several names into one attribute.
            for single in name.split():
                if content not in (contents := found.setdefault(single, [])):
                    contents.append(content)
    return {name: tuple(contents) for name, contents in found.items()}


def first(meta: Mapping[str, tuple[str, ...]], *names: str) -> str | None:
    """The first content of the first name that the page has."""
    return next((meta[name][0] for name in names if meta.get(name)), None)


def read_microdata(root: HtmlElement) -> Microdata:
    """The visible elements with an `itemprop` that do not belong to a comment or a teaser, by each
    name that it has."""
    found: dict[str, list[HtmlElement]] = {}
    for element in elements_at(root, _MICRODATA):
        for name in dict.fromkeys(element.get("itemprop").split(" ")):
            found.setdefault(name, []).append(element)
    return {name: tuple(elements) for name, elements in found.items()}


def value_of(element: HtmlElement) -> str | None:
    """The value of a microdata element: its machine-readable attribute before its text."""
    for name in ("content", "datetime"):
        if value := plain_text(element.get(name) or ""):
            return value
    return text_of(element)
