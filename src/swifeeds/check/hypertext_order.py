"""Which elements of HTML are open, and what may begin or end among them.

Browsers close `<p>` before `<div>` and `<li>` before `<li>`; whatever else is left open, ended
twice or put where it cannot stand is a fault (WHATWG HTML 13.2.6). No step looks through the
stack: where the last element of a name stands is kept beside it, so that depth costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from swifeeds.check.hypertext_words import VOID
from swifeeds.check.words import words

_IMPLIED = words("dd dt li optgroup option p rb rp rt rtc")
_MAY_STAY_OPEN = _IMPLIED | words("body html tbody td tfoot th thead tr colgroup")
_ENDS_PARAGRAPH = words(
    """address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext
    pre section summary table ul xmp"""
)
_HEADINGS = words("h1 h2 h3 h4 h5 h6")
_CELLS = words("td th")
_SECTIONS = words("tbody tfoot thead")
_IN_TABLES = words("caption col colgroup tbody td tfoot th thead tr")
_BETWEEN_CELLS = words("table tbody tfoot thead tr")
_OF_PAGES = words("body frame frameset head html")
_BARRIERS = words("applet button caption marquee object table td template th")
"""What hides the elements around it from those inside."""

_ROWS = _CELLS | words("caption colgroup tr")
_CLOSED_BY = {
    **dict.fromkeys(_CELLS, _CELLS | words("caption colgroup")),
    **dict.fromkeys(words("caption colgroup tr"), _ROWS),
    **dict.fromkeys(_SECTIONS, _ROWS | _SECTIONS),
    "col": _CELLS | words("caption tr"),
}
"""What a part of a table ends by beginning."""

_NOT_IN_ITSELF = words("a button form nobr")
_FORMATTING = words("a b big code em font i nobr s small strike strong tt u")
"""What browsers open again after what it is left open in: nothing in it may stay open."""

_PASSED_BY_LISTS = words("address div p")
_SPECIAL = (
    _ENDS_PARAGRAPH | _BARRIERS | _IN_TABLES | words("select iframe body")
) - _PASSED_BY_LISTS


class Order:
    """The stack of open elements; `begin` and `end` give what is wrong with each step."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._places: dict[str, list[int]] = {}
        self._barriers: list[int] = []
        self._special: list[int] = []

    def begin(self, tag: str) -> Iterator[str]:
        """A start tag."""
        if tag in _OF_PAGES:
            yield f"<{tag}> does not belong into a piece of a page"
            return
        yield from self._make_room(tag)
        if tag in _IN_TABLES:
            yield from self._table_part(tag)
        elif self._open and self._open[-1] in _BETWEEN_CELLS:
            yield f"<{tag}> stands in a table and in no cell of it"
        if tag not in VOID:
            self._push(tag)

    def end(self, tag: str) -> Iterator[str]:
        """An end tag."""
        if tag in _OF_PAGES:
            return
        is_hidden = self._is_hidden(tag) and tag not in _IN_TABLES | _BARRIERS
        is_hidden = is_hidden or (tag in _IN_TABLES and self._last(tag) < self._last("table"))
        if tag in VOID or self._last(tag) < 0 or is_hidden:
            yield f"</{tag}> ends nothing"
            return
        if tag in _FORMATTING and (last := self._open[-1]) in _MAY_STAY_OPEN:
            yield f"<{last}> is not ended before </{tag}>"
        yield from self._pop_to(tag, f"</{tag}>")

    def left_open(self) -> Iterator[str]:
        """What was never ended, though it must be."""
        open_ones = (tag for tag in self._open if tag not in _MAY_STAY_OPEN)
        return (f"<{tag}> is not ended" for tag in open_ones)

    def close_empty(self, tag: str) -> None:
        """Forget an element that was begun just now."""
        if self._open and self._open[-1] == tag:
            self._pop()

    def _make_room(self, tag: str) -> Iterator[str]:
        """Close what cannot hold the element that begins."""
        last_special = self._open[self._special[-1]] if self._special else ""
        if (tag == "li" and last_special == "li") or (
            tag in {"dd", "dt"} and last_special in {"dd", "dt"}
        ):
            yield from self._pop_to(last_special, f"<{tag}>")
        if tag in _ENDS_PARAGRAPH and self._last("p") >= 0 and not self._is_hidden("p"):
            yield from self._pop_to("p", f"<{tag}>")
        if tag in _NOT_IN_ITSELF and self._last(tag) >= 0 and not self._is_hidden(tag):
            yield f"<{tag}> stands in <{tag}>"
        if tag in _HEADINGS and self._open and self._open[-1] in _HEADINGS:
            yield f"<{tag}> stands in <{self._pop()}>"
        if tag == "option" and self._open and self._open[-1] == "option":
            self._pop()

    def _table_part(self, tag: str) -> Iterator[str]:
        table = self._last("table")
        if table < 0:
            yield f"<{tag}> stands outside a table"
            return
        ended = [name for name in _CLOSED_BY[tag] if self._last(name) > table]
        for name in sorted(ended, key=self._last, reverse=True):
            yield from self._pop_to(name, f"<{tag}>")
        if tag in _CELLS and self._last("tr") < table:
            yield f"<{tag}> stands outside a row"
        if tag == "tr" and all(self._last(name) < table for name in _SECTIONS):
            self._push("tbody")  # which a row begins unseen

    def _last(self, tag: str) -> int:
        places = self._places.get(tag)
        return places[-1] if places else -1

    def _is_hidden(self, tag: str) -> bool:
        return bool(self._barriers) and self._barriers[-1] > self._last(tag)

    def _push(self, tag: str) -> None:
        place = len(self._open)
        self._open.append(tag)
        self._places.setdefault(tag, []).append(place)
        for kept, names in ((self._barriers, _BARRIERS), (self._special, _SPECIAL)):
            if tag in names:
                kept.append(place)

    def _pop(self) -> str:
        tag = self._open.pop()
        place = len(self._open)
        for kept in chain((self._places[tag],), (self._barriers, self._special)):
            if kept and kept[-1] == place:
                kept.pop()
        return tag

    def _pop_to(self, tag: str, by: str) -> Iterator[str]:
        """Close everything up to an element that is open, and it as well."""
        while (last := self._pop()) != tag:
            if last not in _MAY_STAY_OPEN:
                yield f"<{last}> is not ended before {by}"
