"""What stands around an article: navigation, asides, forms, and what is named like them."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from swifeeds.extract.nearest import Nearest
from swifeeds.markup import text_of

_NAMED = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|share|sharing|social|related|recommend\w*|newsletter|promo\w*|callout\w*|copyrights?|login|advert\w*|ads?"
    r"|sponsor\w*|affiliate\w*|comments?|tags?|breadcrumbs?|byline|author\w*|toolbar|teaser|teasers|sidebar|widget|cta"
    r"|signup|cookie\w*|no-?print\w*|hidden-print|more-?on|rating|rate|vote|footer|caption|dida|credit|bio)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NAMED_LOOSELY = re.compile(
    r"(?:^|[\s_-])(?:read-?more|paywall|subscribe|print|overlay|meta|topics?)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Names of furniture that templates also give to what holds the rest of the text."""

_NOTE = re.compile(
    r"(?:^|[\s_-])(?:captions?|dida|didascalia|affiliate\w*|cta|newsletter|no-?print\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Names of what is written beside or between the text, and never holds it."""

_TAGS = frozenset({"nav", "aside", "footer", "form", "menu", "header"})
_WITHIN = frozenset({"body", "html", "article", "main"})
_PARAGRAPHS, _LETTERS = 3, 80
"""So many paragraphs of so many letters are text, whatever is written on them."""


def surroundings() -> Nearest[bool]:
    """For one page: what stands inside navigation, asides, footers, forms, and what is named like
    them."""
    return Nearest(_is_outside, otherwise=False)


def is_outside(element: HtmlElement) -> bool:
    """The same for a single element."""
    return surroundings().around(element)


def _is_outside(element: HtmlElement) -> bool | None:
    if element.tag in _WITHIN:
        return False
    return True if element.tag in _TAGS or _is_named_so(element) else None


def remove_notes(root: HtmlElement) -> None:
    """Take captions, invitations and notices out of a tree that somebody else is to read."""
    for element in root.xpath("//body//*[@class and (self::div or self::p or self::section)]"):
        if _NOTE.search(element.get("class")) and not _holds_text(element):
            element.drop_tree()


def _is_named_so(element: HtmlElement) -> bool:
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if _NAMED.search(named):
        return True
    return _NAMED_LOOSELY.search(named) is not None and not _holds_text(element)


def _holds_text(element: HtmlElement) -> bool:
    found = 0
    for paragraph in element.iter("p"):
        found += len(text_of(paragraph) or "") >= _LETTERS and paragraph.find(".//a") is None
        if found >= _PARAGRAPHS:
            return True
    return False
