"""Reading on after a fault of XML, so that one forgotten `&amp;` does not hide all else.

What stands in the way is taken out letter for letter, or the tag that is lacking is put in; the
document is then read again, at most a few times. Places stay those of the document as it came.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from swifeeds.markup.outline import Fault, Node, Outline, read_outline

MOST_MENDED = 12
"""Faults after which a document is given up: each costs another reading."""

_SIDE_BY_SIDE = 3

UNDECLARED = "urn:undeclared:"
"""Begins the namespace that stands in for a prefix which nobody declared and few know."""

_END_TAG = re.compile(r"</\s*([^\s<>]*)\s*>?")
_TAG = re.compile(r"<[^\s/<>]+")
_PREFIX = re.compile(r"(?<=[<\s])([A-Za-z_][\w.-]*):[A-Za-z_]")
_ATTRIBUTE = re.compile(r"[^\s=<>]+(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s<>\"']*))?")
_NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]*")
_LINE_END = re.compile(r"\r\n?|\n")
_NOTHING_LEFT = frozenset({"no element found", "unclosed token", "unclosed CDATA section"})


@dataclass(slots=True)
class Mended:
    """What was read, and every fault that was met on the way."""

    outline: Outline
    faults: list[Fault] = field(default_factory=list)


def read_on(text: str, usual: Mapping[str, str]) -> Mended:
    """Read a document past its faults.

    Args:
        text: the document.
        usual: namespaces by the prefixes that they usually have, for those that are not declared.

    Returns:
        The tree as far as it could be read, and the faults in their order. A fault that cannot be
        mended is the last.
    """
    mending = _Mending(text, usual)
    outline = read_outline(text)
    faults: list[Fault] = []
    while (fault := outline.fault) is not None:
        faults.append(mending.where(fault))
        if _goes_on_and_on(faults) or not mending.mend(outline, fault):
            break
        outline = read_outline(mending.text)
    mending.put_places_right(outline)
    return Mended(outline, faults)


def _goes_on_and_on(faults: list[Fault]) -> bool:
    """Too many faults, or three side by side: what follows is no markup at all."""
    places = [one.place for one in faults[-_SIDE_BY_SIDE:]]
    is_row = len(places) == _SIDE_BY_SIDE and places[-1] - places[0] < _SIDE_BY_SIDE
    return is_row or len(faults) > MOST_MENDED


class _Mending:
    """A text on its way to be well-formed. `_added`: (line, column, letters) of what was put in."""

    def __init__(self, text: str, usual: Mapping[str, str]) -> None:
        self.text = text
        self._usual = usual
        self._added: list[tuple[int, int, int]] = []
        # Nothing that is put in or taken out holds a line's end, so lines begin where they began,
        # but for what was put in before them.
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def mend(self, outline: Outline, fault: Fault) -> bool:
        """Take a fault away; False when that is beyond us."""
        before = self.text
        at = len(before.encode("utf-8", "replace")[: fault.place].decode("utf-8", "replace"))
        if fault.message == "mismatched tag":
            self._end(outline, at)
        elif fault.message == "unbound prefix":
            self._declare(outline, at)
        elif fault.kind in {"entity", "syntax"} and fault.message not in _NOTHING_LEFT:
            self._take_out(at)
        return self.text != before

    def _take_out(self, at: int) -> None:
        """A sign that should have been escaped stands here or just before, or an attribute is
        written wrongly."""
        text = self.text
        start = max(text.rfind("&", 0, at + 1), text.rfind("<", 0, at))
        if text[at : at + 1] not in {"<", "&"} and (attribute := _attribute_at(text, at)):
            first, last = attribute
        elif start >= 0 and not re.search(r"[\s;>]", text[start + 1 : at]):
            first, last = start, start + 1
        else:
            first, last = at, _end_of_no_characters(text, at + 1)
        if not text[first:last].isspace():
            self.text = text[:first] + " " * len(text[first:last]) + text[last:]

    def _end(self, outline: Outline, at: int) -> None:
        """End what is still open inside, or take out an end of what was never begun."""
        found = _END_TAG.match(self.text, at)
        if found is None:
            return
        lacking: list[str] = []
        for node in _open_ones(outline):
            name = self._written(node)
            if name == found[1]:
                self._add(at, "".join(f"</{one}>" for one in lacking))
                return
            lacking.append(name)
        self.text = self.text[:at] + " " * len(found[0]) + self.text[found.end() :]

    def _declare(self, outline: Outline, at: int) -> None:
        """Declare the prefixes of a tag on the outermost element, for the whole document."""
        tag = self.text[at : self.text.find(">", at) + 1]
        known = {prefix for node in _open_ones(outline) for prefix in node.prefixes}
        lacking = dict.fromkeys(_PREFIX.findall(tag))
        declarations = "".join(
            f' xmlns:{prefix}="{self._usual.get(prefix, UNDECLARED + prefix)}"'
            for prefix in lacking
            if prefix not in known | {"xml", "xmlns"} and f"xmlns:{prefix}=" not in tag
        )
        root = self._index(outline.root) if outline.root else at
        if name := _TAG.match(self.text, root):
            self._add(name.end(), declarations)

    def _written(self, node: Node) -> str:
        name = _TAG.match(self.text, self._index(node))
        return name[0][1:] if name else node.name[1]

    def _add(self, at: int, piece: str) -> None:
        line, column = self._place(at)
        self.text = self.text[:at] + piece + self.text[at:]
        self._added.append((line, column, len(piece)))
        moved = (start + len(piece) for start in self._starts[line:])
        self._starts[line:] = moved

    def _index(self, node: Node) -> int:
        return self._starts[node.line - 1] + node.column - 1

    def _place(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1

    def where(self, fault: Fault) -> Fault:
        """The fault at its place in the document as it came."""
        column = self._column(fault.line, fault.column)
        return Fault(kind=fault.kind, message=fault.message, line=fault.line, column=column,
                     place=fault.place)  # fmt: skip

    def _column(self, line: int, column: int) -> int:
        for added, start, length in reversed(self._added):
            if added == line and column > start:
                column -= min(length, column - start)
        return column

    def put_places_right(self, outline: Outline) -> None:
        """Give every element its column in the document as it came."""
        lines = {line for line, _, _ in self._added}
        waiting = [outline.root] if outline.root and lines else []
        while waiting:
            node = waiting.pop()
            if node.line in lines:
                node.column = self._column(node.line, node.column)
            waiting += node.children


def _attribute_at(text: str, at: int) -> tuple[int, int] | None:
    """Where the attribute begins and ends that a fault is in, None when it is in no tag."""
    tag = text.rfind("<", 0, at)
    if tag < text.rfind(">", 0, at) or not _TAG.match(text, tag):
        return None
    start = at
    while start > tag and not text[start - 1].isspace() and text[start - 1] not in "\"'":
        start -= 1
    found = _ATTRIBUTE.match(text, start)
    return found.span() if found and start > tag and found.end() >= at else None


def _open_ones(outline: Outline) -> Iterator[Node]:
    """What was open where reading ended, the innermost first."""
    found: list[Node] = []
    node = outline.root
    while node is not None and not node.closed:
        found.append(node)
        last = next((one for one in reversed(node.content) if isinstance(one, Node)), None)
        node = last
    return reversed(found)


def _end_of_no_characters(text: str, at: int) -> int:
    found = _NO_CHARACTERS.match(text, at)
    return found.end() if found else at
