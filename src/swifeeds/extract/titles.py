"""The headline: which of the things that a page calls its title, and without the site's name.

Pages repeat the headline in several places with the site's name glued to it, shortened for a
search engine, or reworded for a social network. What a reader sees as the headline is the
heading, so a heading that the declared titles confirm wins over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from functools import lru_cache

from lxml.html import HtmlElement

from swifeeds.extract.declared import Declared, Said
from swifeeds.extract.metatags import read_microdata
from swifeeds.extract.page import Page
from swifeeds.extract.site_names import (
    fold_title,
    is_site,
    site_names,
    stands_before_site,
    without_site,
)
from swifeeds.markup import plain_text, text_of

_LONGEST = 400
_CONFIRMED = 0.5
_HEADLINE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:headline|hl|titel|title|titre|titolo|titulo|heading|header1|entry-title)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ASIDES = ("nav", "aside", "footer", "form")
_NAMED_HEADINGS = ("div", "p", "span", "td", "h3")
_MOST_WITHIN = 3
"""Elements within what is only named a headline; more are a box that holds one."""


def choose_title(
    page: Page, declared: Declared, hint: str | None, *, texts: Sequence[str]
) -> Said | None:
    """The headline, with the place it was read from; None when the page has none.

    Args:
        page: the page.
        declared: what it declares.
        hint: the linking document's title.
        texts: what the page's blocks say; a line that a title begins or ends with is the headline.
    """
    names = site_names(page, declared)
    head = [
        Said(text=stripped, origin=said.origin)
        for said in (*declared.titles, *_document_title(page))
        if (stripped := without_site(said.text, names))
    ]
    heading = _heading(page, [said.text for said in head], names)
    if heading is not None:
        return _without_kicker(heading, declared)
    found = _lone_heading(page, head, names) or _shown(head, texts, names)
    if found is not None:
        return found
    offered = (*head, *((Said(text=hint, origin="feed"),) if hint else ()))
    usable = (said for said in offered if not is_site(said.text, names))
    return next(usable, None) or _first_heading(page, names)


def _document_title(page: Page) -> tuple[Said, ...]:
    title = next((plain_text(element.text or "") for element in page.root.iter("title")), None)
    return (Said(text=title, origin="title"),) if title else ()


def _heading(page: Page, head: Sequence[str], names: frozenset[str]) -> Said | None:
    """The heading that the head's titles confirm most; of equals the first."""
    texts = [
        text
        for element in _headings(page.root)
        if (text := _base_text(element)) and len(text) < _LONGEST and not is_site(text, names)
    ]
    best = max(texts, key=lambda text: _agreement(text, head), default=None)
    if best is None or _agreement(best, head) < _CONFIRMED:
        return None
    return Said(text=best, origin="heading")


def _lone_heading(page: Page, head: Sequence[Said], names: frozenset[str]) -> Said | None:
    """The page's only `<h1>`, unless it is the smaller part of a title: that is the site's name."""
    texts = [
        text
        for element in page.root.iter("h1")
        if not _is_aside(element) and (text := _base_text(element))
    ]
    if len(texts) != 1 or len(texts[0]) >= _LONGEST:
        return None
    line = fold_title(texts[0])
    titles = [(said.text, fold_title(said.text)) for said in head]
    is_name = any(
        (title.startswith(line) or title.endswith(line))
        and len(line) * 2 < len(title)
        and not stands_before_site(line, written, names)
        for written, title in titles
    )
    return None if is_name or is_site(texts[0], names) else Said(text=texts[0], origin="heading")


def _first_heading(page: Page, names: frozenset[str]) -> Said | None:
    """Of a page whose title is the site's name alone."""
    if not _document_title(page):
        return None
    texts = (_base_text(element) for element in _headings(page.root))
    shown = (text for text in texts if text and len(text) < _LONGEST and not is_site(text, names))
    return next((Said(text=text, origin="heading") for text in shown), None)


def _shown(head: Sequence[Said], texts: Sequence[str], names: frozenset[str]) -> Said | None:
    """The longest line of the page that a title begins or ends with: the rest names the site."""
    for said in head:
        title = fold_title(said.text)
        printed = [
            text
            for text in texts
            if (line := fold_title(text)) and line not in names and len(line) * 2 > len(title)
            and (title.startswith(line) or title.endswith(line))
        ]  # fmt: skip
        if printed:
            return Said(text=max(printed, key=len), origin=said.origin)
    return None


def _without_kicker(heading: Said, declared: Declared) -> Said:
    """A heading that ends in the declared headline has only a kicker before it."""
    for said in declared.titles:
        if said.origin != "meta" and heading.text.endswith(said.text):
            return said
    return heading


def _base_text(element: HtmlElement) -> str | None:
    """The text without the reading aids that ruby sets beside it."""
    if next(element.iter("rt", "rp"), None) is None:
        return text_of(element)
    copy = deepcopy(element)
    for aid in copy.xpath(".//rt | .//rp"):
        aid.drop_tree()
    return text_of(copy)


def _headings(root: HtmlElement) -> Iterable[HtmlElement]:
    yield from read_microdata(root).get("headline", ())
    for kinds in (("h1",), ("h2",), _NAMED_HEADINGS):
        for element in root.iter(*kinds):
            if kinds is _NAMED_HEADINGS and not _is_named_headline(element):
                continue
            if not _is_aside(element):
                yield element


def _is_aside(element: HtmlElement) -> bool:
    return next(element.iterancestors(*_ASIDES), None) is not None


def _is_named_headline(element: HtmlElement) -> bool:
    classes = element.get("class")
    return bool(classes) and _is_headline_class(classes) and len(element) <= _MOST_WITHIN


@lru_cache(maxsize=4096)
def _is_headline_class(classes: str) -> bool:
    """Asked before where it stands: few elements are named so, and a site's have the same names."""
    return _HEADLINE_CLASS.search(classes) is not None


def _agreement(text: str, head: Sequence[str]) -> float:
    """How much of the heading's words the best of the declared titles shares (Dice, 0 to 1)."""
    return max((_likeness(text, title) for title in head), default=0.0)


def _likeness(text: str, title: str) -> float:
    one, other = fold_title(text), fold_title(title)
    # Without spaces between words, pairs of letters are what two texts can share.
    if " " not in one.strip():
        return _dice(_pairs(one), _pairs(other))
    return _dice(frozenset(one.split()), frozenset(other.split()))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[index : index + 2] for index in range(len(text) - 1))
