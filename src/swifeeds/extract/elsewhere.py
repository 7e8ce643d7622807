"""Parts of a page that speak of something else than its article."""

from __future__ import annotations

import re
from functools import partial

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
    return Nearest(partial(_is_elsewhere, named), otherwise=False)


def _is_elsewhere(named: re.Pattern[str], element: HtmlElement) -> bool | None:
    if element.tag in _WHOLE:
        return False
    if element.tag in _TAGS:
        return True
    if element.tag == "footer":
        return next(element.iterancestors("article"), None) is None or None
    names = _LAYOUT.sub("", f"{element.get('class') or ''} {element.get('id') or ''}")
    is_such = named.search(names) is not None and element.find(".//h1") is None
    return True if is_such else None
