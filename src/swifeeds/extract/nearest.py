"""What an element inherits from those around it: the nearest that says something counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from lxml.html import HtmlElement

Answer = TypeVar("Answer")


class Nearest(Generic[Answer]):
    """Asks an element and those around it, from the inside; remembers each answer, for one page.

    Args:
        asked: what one element says; None leaves it to those around it.
        otherwise: the answer where none says anything.
    """

    def __init__(self, asked: Callable[[HtmlElement], Answer | None], *, otherwise: Answer) -> None:
        self._asked = asked
        self._otherwise = otherwise
        self._known: dict[HtmlElement, Answer] = {}

    def around(self, element: HtmlElement) -> Answer:
        """The answer for an element."""
        known = self._known
        path: list[HtmlElement] = []
        answer = None
        one = element
        while one is not None and (answer := known.get(one)) is None:
            path.append(one)
            if (answer := self._asked(one)) is not None:
                break
            one = one.getparent()
        found = self._otherwise if answer is None else answer
        for one in path:
            known[one] = found
        return found
