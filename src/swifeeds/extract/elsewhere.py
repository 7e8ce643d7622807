"""Parts of a page that speak of something else than its article."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_TAGS = frozenset({"aside", "nav"})
_LAYOUT = re.compile(
    r"\b(?:has|with|no|without|hide|show)[-_](?:[a-z]+[-_])?sidebar\w*", re.IGNORECASE
)
"""What a template calls a page that has a sidebar, or has none."""


class Elsewhere:
    """Tells what stands in asides, footers, menus, and in what is named so (comments, teasers …).

    What holds the page's `<h1>` is none of them, whatever it is named, nor is the footer of an
    `<article>`, where its author and date belong. Remembers what it was asked, for one page.
    """

    def __init__(self, named: re.Pattern[str]) -> None:
        """`named` is what classes and ids of such parts hold; those of `<body>` do not count."""
        self._named = named
        self._known: dict[HtmlElement, bool] = {}

    def holds(self, element: HtmlElement) -> bool:
        """True for an element in such a part."""
        path: list[HtmlElement] = []
        answer = False
        for around in (element, *element.iterancestors()):
            if around in self._known:
                answer = self._known[around]
                break
            path.append(around)
            if around.tag in {"body", "html"}:
                break
            if self._is_such(around):
                answer = True
                break
        self._known.update(dict.fromkeys(path, answer))
        return answer

    def _is_such(self, element: HtmlElement) -> bool:
        if element.tag in _TAGS:
            return True
        if element.tag == "footer":
            return next(element.iterancestors("article"), None) is None
        named = _LAYOUT.sub("", f"{element.get('class') or ''} {element.get('id') or ''}")
        return self._named.search(named) is not None and element.find(".//h1") is None
