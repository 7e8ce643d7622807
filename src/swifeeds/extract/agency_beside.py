"""The agency that stands in an element of its own beside the byline.

`<span class="byline">Jane Doe</span> <span class="agency">Reuters</span>`: neither the line of the
author nor the end of the text names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from swifeeds.extract.author_names import LONGEST
from swifeeds.extract.bylines import bylines_in
from swifeeds.extract.credits import read_credit
from swifeeds.extract.elsewhere import elsewhere
from swifeeds.extract.page import Page
from swifeeds.extract.selectors import elements_at
from swifeeds.markup import text_of
from swifeeds.model import Credit

_NAMED = re.compile(
    r"(?<![^\s_-])(?:news-?|press-?)?(?:agenc(?:y|ies|e|es|ia|ias)|agência|agentur(?:en)?|agenzi[ae]"
    r"|wires?|source|sourceOrganization|provider|quelle|fonte|fuente|laiyuan|haishin|agentstvo)"
    r"(?![^\s_-])",
    re.IGNORECASE,
)
_STEMS = (
    "agen",
    "agên",
    "wire",
    "source",
    "provider",
    "quelle",
    "fonte",
    "fuente",
    "laiyuan",
    "haishin",
)
"""Each of these names holds one of them."""

_NAMES = etree.XPath("//@class | //@itemprop | //@id", smart_strings=False)
_ELSEWHERE = re.compile(
    r"comment|related|teaser|sidebar|widget|recommend|most-?read|latest|ticker|\bcards?\b|caption"
    r"|photo|picture|image|gallery|video|figure|footer",
    re.IGNORECASE,
)
_MARKS = "//body//*[@class or @itemprop or @id]"
_NEAR = 3
"""Elements beside a byline, on either side."""


def read_agency_beside(page: Page) -> Credit | None:
    """The credit that an element states alone: one that is named so, or stands by the byline."""
    apart = elsewhere(_ELSEWHERE)
    for element in _candidates(page):
        text = text_of(element) if len(element) <= _NEAR else None
        if text is None or len(text) > LONGEST or _is_in_figure(element):
            continue
        if (credit := read_credit(text)) is not None and not apart.around(element):
            return credit
    return None


def _candidates(page: Page) -> Iterator[HtmlElement]:
    for byline in bylines_in(page):
        yield from _beside(byline)
    if not _may_be_named(page.root):
        return
    for element in elements_at(page.root, _MARKS):
        stated = element.attrib
        named = f"{stated.get('class')} {stated.get('itemprop')} {stated.get('id')}"
        if _NAMED.search(named):
            yield element


def _may_be_named(root: HtmlElement) -> bool:
    """A glance at all names at once. Few pages name such an element, and asking each of a thousand
    elements costs thirty times as much."""
    found = _NAMES(root)
    names = "\n".join(map(str, found)).casefold() if isinstance(found, list) else ""
    return any(stem in names for stem in _STEMS)


def _beside(byline: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that follow and precede it, where nothing but they are in their parent."""
    for is_before in (False, True):
        for count, element in enumerate(byline.itersiblings(preceding=is_before)):
            if count == _NEAR:
                break
            if isinstance(element.tag, str):
                yield element


def _is_in_figure(element: HtmlElement) -> bool:
    figures = {"figure", "figcaption"}
    return element.tag in figures or next(element.iterancestors(*figures), None) is not None
