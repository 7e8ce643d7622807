"""The elements of a page by their names: what a selector of the learner picks, without a search.

Thousands of selectors are tried on a page. They are made of names that the page itself has, so one
walk over its tree answers them all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from lxml.html import HtmlElement

from swifeeds.extract.cutting import outermost
from swifeeds.extract.learn.selectors import selectors_of

_PART = re.compile(r"[.#]?[\w-]+|\[[^\]]*\]")


class Names:
    """The elements of one tree. Keeps them alive, so that each stays one and the same object."""

    def __init__(self, root: HtmlElement) -> None:
        self._by_name: dict[str, list[HtmlElement]] = defaultdict(list)
        self._picked: dict[str, tuple[HtmlElement, ...]] = {}
        self._selectors: dict[HtmlElement, dict[str, float]] = {}
        for element in root.iter():
            if isinstance(element.tag, str):
                for name in set(_names(element)):
                    self._by_name[name].append(element)

    def pick(self, selector: str) -> tuple[HtmlElement, ...]:
        """What a selector of `selectors_of` selects, in page order, outermost elements alone."""
        if selector not in self._picked:
            self._picked[selector] = outermost(tuple(self._found(selector)))
        return self._picked[selector]

    def selectors(self, element: HtmlElement) -> dict[str, float]:
        """The selectors that may stand for an element, with their prices; made once."""
        if element not in self._selectors:
            self._selectors[element] = selectors_of(element)
        return self._selectors[element]

    def _found(self, selector: str) -> Iterable[HtmlElement]:
        *outer, inner = selector.replace(" > ", " >").split(" ")
        found = self._named(inner.removeprefix(">"))
        if not outer:
            return found
        around = set(self._named(outer[0]))
        if inner.startswith(">"):
            return [one for one in found if one.getparent() in around]
        return [one for one in found if not around.isdisjoint(one.iterancestors())]

    def _named(self, compound: str) -> list[HtmlElement]:
        first, *others = _PART.findall(compound)
        found = self._by_name.get(first, [])
        for name in others:
            having = set(self._by_name.get(name, ()))
            found = [one for one in found if one in having]
        return found


def _names(element: HtmlElement) -> Iterable[str]:
    yield str(element.tag)
    for name, value in element.items():
        if name == "class":
            yield from (f".{one}" for one in value.split())
        elif name == "id":
            yield f"#{value}"
        else:
            yield f"[{name}='{value}']"
            yield from (f"[{name}~='{one}']" for one in value.split())
