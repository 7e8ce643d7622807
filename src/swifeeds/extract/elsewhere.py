"""Parts of a page that speak of something else than its article."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_TAGS = frozenset({"aside", "footer", "nav"})


def is_elsewhere(element: HtmlElement, named: re.Pattern[str]) -> bool:
    """True inside asides, footers, menus, and what is named so (comments, teasers …).

    Args:
        element: where something was found.
        named: what classes and ids of such parts hold; those of `<body>` speak of the layout.
    """
    for around in (element, *element.iterancestors()):
        if around.tag in {"body", "html"}:
            return False
        if around.tag in _TAGS:
            return True
        if named.search(f"{around.get('class') or ''} {around.get('id') or ''}"):
            return True
    return False
