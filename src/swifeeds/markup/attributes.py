"""How many attributes a tag may have, looked at before any parser does.

Parsers compare each attribute with all before it: 200,000 take libxml2 a minute.
"""

from __future__ import annotations

import re

from swifeeds.errors import ExtractError

MAX_ATTRIBUTES = 8_000
"""Of one tag. The busiest ones of news have thirty; but `a < b` in a long script looks like a tag of
some thousands, and these cost a parser half a second at most."""

_LONG_TAG = 2 * MAX_ATTRIBUTES
_TAG = re.compile(r"(?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+")
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_BETWEEN = re.compile(r"[\s/]+")


def check_attributes(text: str, url: str = "") -> None:
    """Look through HTML or XML.

    Raises:
        ExtractError: a tag has more attributes than any document needs.
    """
    if len(text) > _LONG_TAG and any(map(_has_too_many, text.split("<"))):
        raise ExtractError(f"has a tag with more than {MAX_ATTRIBUTES} attributes", url=url)


def _has_too_many(part: str) -> bool:
    """Of what stands between one `<` and the next. Long values (`data:`) are one attribute.

    Where a quote is never closed, each parser has its own idea of where the tag ends: the latest
    counts.
    """
    if len(part) <= _LONG_TAG or not part[0].isalpha():
        return False
    whole = _TAG.match(part)
    tag = whole[0] if whole else ""
    if part[len(tag) : len(tag) + 1] != ">":
        tag = part.rpartition(">")[0] or part
    if len(tag) <= _LONG_TAG:
        return False
    return len(_BETWEEN.split(_QUOTED.sub(" ", tag), MAX_ATTRIBUTES + 1)) > MAX_ATTRIBUTES
