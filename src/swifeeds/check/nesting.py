"""How tags of HTML follow each other: what is open, what ends what, what may stand where."""

from __future__ import annotations

from collections.abc import Iterator

from swifeeds.check.hypertext_words import VOID
from swifeeds.check.tags import Tag
from swifeeds.check.words import words

_ENDS_ITSELF = words(
    "p li dt dd option optgroup rp rt rb rtc tbody thead tfoot tr td th colgroup caption"
)
"""End tags that may be left out."""

_ENDS_PARAGRAPH = words(
    """address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext
    pre section summary table ul"""
)
_ENDS_SIBLING = {
    "li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "option": {"option"},
    "optgroup": {"option", "optgroup"}, "tr": {"td", "th", "tr"}, "td": {"td", "th"},
    "th": {"td", "th"}, "tbody": {"td", "th", "tr", "tbody", "thead", "colgroup"},
    "tfoot": {"td", "th", "tr", "tbody", "thead"}, "rp": {"rp", "rt"}, "rt": {"rp", "rt"},
}  # fmt: skip
_NOT_IN_ITSELF = words("a form button nobr")
_OF_TABLES = words("caption col colgroup tbody td tfoot th thead tr")
_OF_PAGES = words("body frame frameset head html")
_DRAWINGS = words("svg math")
_NEAR = 50
"""How far up open elements are searched: ten thousand of them are told of, and not searched."""


class Nesting:
    """The elements that are open while tags are taken in order."""

    def __init__(self) -> None:
        self._open: list[str] = []

    @property
    def is_drawing(self) -> bool:
        """Inside SVG or MathML, whose elements HTML says nothing about."""
        return any(name in _DRAWINGS for name in self._open[-_NEAR:])

    def take(self, tag: Tag) -> Iterator[str]:
        """Faults of the next tag."""
        if self.is_drawing and not (tag.is_end and tag.name in _DRAWINGS):
            return
        if tag.is_end:
            yield from self._end(tag.name)
        elif tag.name in _OF_PAGES:
            yield f"<{tag.name}> does not belong into a piece of a page"
        elif tag.name in _OF_TABLES and "table" not in self._open[-_NEAR:]:
            yield f"<{tag.name}> stands outside a table"
        else:
            yield from self._start(tag)

    def _start(self, tag: Tag) -> Iterator[str]:
        name = tag.name
        if tag.fault:
            yield tag.fault
        if len({key for key, _ in tag.attributes}) < len(tag.attributes):
            yield f"<{name}> has an attribute twice"
        self._make_room(name)
        if name in _NOT_IN_ITSELF and name in self._open[-_NEAR:]:
            yield f"<{name}> stands inside <{name}>"
        if tag.closes_itself and name not in VOID and name not in _DRAWINGS:
            yield f"<{name}/> does not end {name} in HTML"
        if name not in VOID and not (tag.closes_itself and name in _DRAWINGS):
            self._open.append(name)

    def _make_room(self, name: str) -> None:
        while self._open and (
            self._open[-1] in _ENDS_SIBLING.get(name, ())
            or (self._open[-1] == "p" and name in _ENDS_PARAGRAPH)
        ):
            self._open.pop()

    def _end(self, name: str) -> Iterator[str]:
        if name in VOID or name not in self._open[-_NEAR:]:
            yield f"</{name}> ends nothing"
            return
        while (last := self._open.pop()) != name:
            if last not in _ENDS_ITSELF:
                yield f"<{last}> is not ended before </{name}>"

    def left_open(self) -> Iterator[str]:
        """Elements that were never ended."""
        for name in dict.fromkeys(self._open):
            if name not in _ENDS_ITSELF:
                yield f"<{name}> is not ended"
