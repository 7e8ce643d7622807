"""Texts with placeholders, matched and filled without a regular expression of anybody's.

Matching takes one look from left to right at each literal part, whatever the text: a request
cannot make it slow.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from swifeeds.model import PLACEHOLDER

_NO_SEGMENTS = frozenset({".", ".."})
"""They would lead elsewhere in the path that they are filled into."""


@dataclass(frozen=True, slots=True)
class Template:
    """`literals` stand around and between the `names`, so there is one more of them."""

    literals: tuple[str, ...]
    names: tuple[str, ...]

    def match(self, text: str) -> Mapping[str, str] | None:
        """What each placeholder stands for, at least one character each; None for another text.

        A placeholder ends at the next place where the literal behind it is found.
        """
        first, last = self.literals[0], self.literals[-1]
        if not self.names:
            return {} if text == first else None
        start, end = len(first), len(text) - len(last)
        if not (text.startswith(first) and text.endswith(last) and start < end):
            return None
        values: list[str] = []
        for literal in self.literals[1:-1]:
            found = text.find(literal, start + 1, end)
            if found < 0:
                return None
            values.append(text[start:found])
            start = found + len(literal)
        values.append(text[start:end])
        if start >= end or not _NO_SEGMENTS.isdisjoint(values):
            return None
        return dict(zip(self.names, values, strict=True))


def read_template(text: str) -> Template:
    """The parts of a text such as `{lang}-{story}.xml`, its percent-encoding undone."""
    parts = PLACEHOLDER.split(text)
    return Template(tuple(map(decoded, parts[::2])), tuple(parts[1::2]))


def decoded(text: str) -> str:
    """Percent-encoding undone; bytes that are no UTF-8 survive, so that old addresses do too."""
    return unquote(text, errors="surrogateescape")


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its placeholders filled: values are encoded, so none of them can end a path,
    begin a query or name a host."""
    return PLACEHOLDER.sub(
        lambda found: quote(values[found[1]], safe="", errors="surrogateescape"), text
    )
