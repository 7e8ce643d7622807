"""Inline styles that could cover the page around the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from swifeeds.check.hypertext_words import CSS_KEYWORDS, CSS_PROPERTIES

_HARMLESS = re.compile(
    r"""(?:[:,;#%.\s!]|[a-zA-Z0-9_]+(?:-[a-zA-Z0-9_]+)*+|'[\s\w]+'|"[\s\w]+"|\([\d,\s]+\))*+\Z"""
)
_DECLARATIONS = re.compile(r"(?:\s*[-\w]+\s*:\s*[^:;]*+(?:;|\Z))*+\s*\Z")
_ONE = re.compile(r"([-\w]+)\s*:\s*([^:;]*)")
_MEASURE = re.compile(
    r"(?:#[0-9a-f]+|rgb\(\d+%?,\d*%?,?\d*%?\)?|\d{0,2}\.?\d?\d(?:cm|em|ex|in|mm|pc|pt|px|%|,|\))?)\Z"
)
_SHORTHANDS = ("background", "border", "margin", "padding")


def dangers(style: str) -> Iterator[str]:
    """What readers would take out: properties, values, or the whole when it cannot be read."""
    if not _HARMLESS.match(style) or not _DECLARATIONS.match(style):
        yield style
        return
    seen = set()
    for name, value in _ONE.findall(style.lower()):
        for danger in _in_declaration(name, value):
            if danger not in seen:
                yield danger
            seen.add(danger)


def _in_declaration(name: str, value: str) -> Iterator[str]:
    if name not in CSS_PROPERTIES:
        yield name
    elif name.partition("-")[0] in _SHORTHANDS:
        for word in value.split():
            if word not in CSS_KEYWORDS and not _MEASURE.match(word):
                yield word
