"""Styles in attributes: which parts of them readers remove for safety."""

from __future__ import annotations

import re

from swifeeds.check.hypertext_words import CSS_KEYWORDS, CSS_PROPERTIES

_PLAIN = re.compile(r"[\w\s:;,.#%!\-()'\"]*", re.ASCII)
_FUNCTION = re.compile(r"([\w-]*+)\(([^()]*+)\)")
_NUMBERS = re.compile(r"[\d\s,%.]*")
_MEASURE = re.compile(r"#[0-9a-f]{3,8}|-?\d*+\.?+\d*+(?<=\d)(?:cm|em|ex|in|mm|pc|pt|px|%)?,?")
_BOXES = frozenset({"background", "border", "margin", "padding"})


def unsafe_styles(style: str) -> list[str]:
    """The properties and values of a style that readers may remove; the whole where it is odd."""
    if not _PLAIN.fullmatch(style) or _calls_out(style):
        return [style]
    found: dict[str, None] = {}
    for declaration in filter(str.strip, style.lower().split(";")):
        name, colon, value = (part.strip() for part in declaration.partition(":"))
        if not colon or ":" in value:
            return [style]
        if name not in CSS_PROPERTIES:
            found[name] = None
        elif name.partition("-")[0] in _BOXES:
            found |= dict.fromkeys(word for word in value.split() if not _is_harmless(word))
    return list(found)


def _calls_out(style: str) -> bool:
    """Functions may fetch and run things; colours in numbers are the one that does not."""
    for name, inside in _FUNCTION.findall(style):
        if name.lower() not in {"rgb", ""} or not _NUMBERS.fullmatch(inside):
            return True
    rest = _FUNCTION.sub("", style)
    return "(" in rest or ")" in rest


def _is_harmless(word: str) -> bool:
    return word in CSS_KEYWORDS or word.startswith("rgb(") or bool(_MEASURE.fullmatch(word))
