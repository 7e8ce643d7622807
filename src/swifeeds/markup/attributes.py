"""How many attributes a tag may have, looked at before any parser does.

Parsers compare each attribute with all before it: 200,000 take libxml2 a minute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from swifeeds.errors import ExtractError

MAX_ATTRIBUTES = 8_000
"""Of one tag. The busiest ones of news have thirty; but `a<b` in a long script looks like a tag of
some thousands, and these cost a parser half a second at most."""

_MOST_WORDS = 20_000
"""Behind a `<` that is probably meant as such; a parser takes half a second for so many."""

_LONG_TAG = 2 * MAX_ATTRIBUTES
_TAG = re.compile(r"(?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+")
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_BETWEEN = re.compile(r"[\s/]+")


def check_attributes(text: str, url: str = "") -> None:
    """Look through HTML or XML.

    Raises:
        ExtractError: a tag has more attributes than any document needs.
    """
    if len(text) > _LONG_TAG and any(map(_has_too_many, _long_parts(text))):
        raise ExtractError(f"has a tag with more than {MAX_ATTRIBUTES} attributes", url=url)


def _long_parts(text: str) -> Iterator[str]:
    """What stands between one `<` and the next, where that is long; before the first stands no tag.

    Each stretch is looked at from its far end, so that an ordinary page costs forty looks and not
    a thousand.
    """
    start = text.find("<") + 1 or len(text)
    while start + _LONG_TAG < len(text):
        last = text.rfind("<", start, start + _LONG_TAG + 1)
        if last >= 0:
            start = last + 1
            continue
        end = text.find("<", start + _LONG_TAG)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end + 1


def _has_too_many(part: str) -> bool:
    """Long values (`data:`) are one attribute.

    Where a quote is never closed, each parser has its own idea of where the tag ends: the latest
    counts.
    """
    whole = _TAG.match(part)
    tag = whole[0] if whole else ""
    if part[len(tag) : len(tag) + 1] != ">":
        tag = part.rpartition(">")[0] or part
    if len(tag) <= _LONG_TAG:
        return False
    # `5 < 6` begins no tag; but the sign may stand inside a value, where the tag goes on.
    most = MAX_ATTRIBUTES if part[0].isalpha() else _MOST_WORDS
    return len(_BETWEEN.split(_QUOTED.sub(" ", tag), most + 1)) > most
