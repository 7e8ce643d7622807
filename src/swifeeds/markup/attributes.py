"""How many attributes a tag and a document may have, looked at before any parser does.

Parsers compare each attribute with all before it: 200,000 of one tag take libxml2 a minute. And
each takes half a kilobyte of a tree, several times what it takes to send.
"""

from __future__ import annotations

import re

from swifeeds.errors import ExtractError
from swifeeds.markup.skimming import stretches

MAX_ATTRIBUTES = 8_000
"""Of one tag. The busiest ones of news have thirty; but `a<b` in a long script looks like a tag of
some thousands, and these cost a parser half a second at most."""

MAX_ALTOGETHER = 30_000
"""Of all tags of a page. A large one of news has five thousand."""

MAX_IN_XML = 50_000
"""Of all tags of a document of many items; each costs a parser of XML less."""

_MOST_WORDS = 20_000
"""Behind a `<` that is probably meant as such; a parser takes half a second for so many."""

_LONG_TAG = 2 * MAX_ATTRIBUTES
_TAG = re.compile(r"(?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+")
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_BETWEEN = re.compile(r"[\s/]+")


_VALUE = re.compile(r"=\s*+(?:\"[^\"]*+\"|'[^']*+')")
_TAG_TEXT = re.compile(r"<[A-Za-z_](?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+")
_XML_TAG_TEXT = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)|" + _TAG_TEXT.pattern, re.DOTALL
)
"""A tag, or what hides tags. Quotes count behind an equals sign alone, as parsers have it."""

_BEFORE_ATTRIBUTES = b" \t\n\x0b\x0c\r/="
"""Before each attribute stands one of these, or else the value of the one before it does."""


def has_few_attributes(utf8: bytes) -> bool:
    """True for a page in UTF-8 that `check_attributes` lets pass for certain."""
    if next(stretches(utf8, b"<", _LONG_TAG), None):
        return False
    return (
        len(utf8) <= 3 * MAX_ALTOGETHER
        or _may_be_before_one(utf8) <= MAX_ALTOGETHER
        or _words_or_signs(utf8) <= MAX_ALTOGETHER
    )


def check_attributes(text: str, url: str = "", *, is_xml: bool = False) -> None:
    """Look through HTML or XML.

    Args:
        text: the document.
        url: names it in errors.
        is_xml: what stands in CDATA sections and comments is no tag.

    Raises:
        ExtractError: a tag, or all together, have more attributes than any document needs.
    """
    if len(text) > _LONG_TAG and any(
        _has_too_many(text[start:end]) for start, end in stretches(text, "<", _LONG_TAG)
    ):
        raise ExtractError(f"has a tag with more than {MAX_ATTRIBUTES} attributes", url=url)
    # Most attributes have a name and a value; three characters are the least.
    most = MAX_IN_XML if is_xml else MAX_ALTOGETHER
    if len(text) <= 3 * most:
        return
    # Most pages have fewer even of what may stand before one, and counting that is quicker.
    if not is_xml and _may_be_before_one(text.encode("utf-8", "replace")) <= most:
        return
    if _altogether(text, most, is_xml=is_xml) > most:
        raise ExtractError(f"has more than {most} attributes", url=url)


def _altogether(text: str, most: int, *, is_xml: bool) -> int:
    """Attributes of all tags; where that is quicker, a number that is too high yet low enough."""
    if is_xml and text.count("=") <= most:
        return 0
    tags: list[str] = (_XML_TAG_TEXT if is_xml else _TAG_TEXT).findall(text)
    whole = " ".join(tag for tag in tags if tag[1] != "!")
    bound = len(whole.split()) + whole.count("/") + whole.count("=")
    if bound <= most:
        return bound
    return sum(_named_in(tag) for tag in tags if tag[1] not in "!?")


def _may_be_before_one(utf8: bytes) -> int:
    return len(utf8) - len(utf8.translate(None, _BEFORE_ATTRIBUTES))


def _words_or_signs(utf8: bytes) -> int:
    """The same with the spaces between two words counted once: templates indent."""
    return len(utf8.split()) + utf8.count(b"/") + utf8.count(b"=")


def _named_in(tag: str) -> int:
    return len(_VALUE.sub("= ", tag).replace("/", " ").split()) - 1


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
