"""A JSON document as a tree that remembers where everything stood, for whoever judges it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

LONG = 60
"""Characters of a member's name that are told."""

_LINE_END = re.compile(r"\r\n?|\n")


class Kind(StrEnum):
    """What a value is, in the words of a sentence."""

    OBJECT = "an object"
    ARRAY = "an array"
    STRING = "a string"
    NUMBER = "a number"
    BOOLEAN = "true or false"
    NULL = "null"


@dataclass(slots=True, eq=False)
class Value:
    """A value, and where it began (characters from 0).

    `key` is its name or number in the object or list `parent`. `text` is a string's own text, and
    of a number and a word what was written. `repeated` are values whose name the same object had
    before; `members` holds the last, as readers do.
    """

    kind: Kind
    start: int
    parent: Value | None = None
    key: str | int = ""
    text: str = ""
    members: dict[str, Value] = field(default_factory=dict)
    items: list[Value] = field(default_factory=list)
    repeated: list[Value] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Its name from the top, like `items[3].id`; empty for the outermost value."""
        names: list[str] = []
        value: Value = self
        while value.parent is not None:
            key = value.key
            names.append(f".{key[:LONG]}" if isinstance(key, str) else f"[{key}]")
            value = value.parent
        return "".join(reversed(names)).removeprefix(".")

    def everything(self) -> Iterator[Value]:
        """This value and all that is in it, in the order of the document but for repetitions."""
        waiting = [self]
        while waiting:
            value = waiting.pop()
            yield value
            waiting.extend(reversed([*value.members.values(), *value.items]))


class Lines:
    """Finds line and column, both from 1, of a place in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def place(self, start: int) -> tuple[int, int]:
        """Line and column of the character at `start`."""
        line = bisect_right(self._starts, start)
        return line, start - self._starts[line - 1] + 1
