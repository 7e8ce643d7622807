"""Parts of a page that speak of something else than its article."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial

from lxml.html import HtmlElement

from swifeeds.extract.nearest import Nearest

_TAGS = frozenset({"aside", "nav"})
_WHOLE = frozenset({"body", "html"})
_LAYOUT = re.compile(
    r"\b(?:has|with|no|without|hide|show)[-_](?:[a-z]+[-_])?sidebar\w*", re.IGNORECASE
)
"""What a template calls a page that has a sidebar, or has none."""


def elsewhere(named: re.Pattern[str]) -> Nearest[bool]:
    """For one page: what stands in asides, footers, menus, and in what is named so (comments,
    teasers …).

    What holds the page's `<h1>` is none of them, whatever it is named, nor is the footer of an
    `<article>`, where its author and date belong.

    Args:
        named: what classes and ids of such parts hold; those of `<body>` do not count.
    """
    return Nearest(partial(_is_elsewhere, _naming(named)), otherwise=False)


def _is_elsewhere(is_named_so: Callable[[str], bool], element: HtmlElement) -> bool | None:
    if element.tag in _WHOLE:
        return False
    if element.tag in _TAGS:
        return True
    if element.tag == "footer":
        return next(element.iterancestors("article"), None) is None or None
    classes, identifier = element.get("class"), element.get("id")
    if not (classes or identifier):
        return None
    is_such = is_named_so(f"{classes or ''} {identifier or ''}") and element.find(".//h1") is None
    return True if is_such else None


@lru_cache(maxsize=16)
def _naming(named: re.Pattern[str]) -> Callable[[str], bool]:
    """Whether names hold one of these; those of a site are on all its pages."""

    def is_named_so(names: str) -> bool:
        return named.search(_LAYOUT.sub("", names)) is not None

    return lru_cache(maxsize=4096)(is_named_so)
