"""How large a document may be before a parser sees it.

Parsers make a tree of what comes: of a small document with a million tags one of hundreds of
megabytes. Counting signs costs a thousandth of parsing, so what no newsroom ever sent is refused
before. The figures leave a tenfold room above the largest feeds and pages that were met.
"""

from __future__ import annotations

import re

from swifeeds.errors import ExtractError
from swifeeds.markup.attributes import check_attributes

MAX_CHARACTERS = 2_500_000
"""Of a page. One of news has 0.5 million at most; what is five times that is no article."""

MAX_FEED = 12_000_000
"""Characters of a document of many items, in XML or JSON."""

MAX_TAGS = 100_000
"""Of a page: a large one has ten thousand."""

MAX_MARKS = 250_000
"""Tags of a document of many items, or brackets and names in JSON."""

MAX_TEXT = 1_000_000
"""Characters of one field. The longest article has a tenth of it, and what follows is left out."""

_DATA_ADDRESS = re.compile(r"data:[^\s\"'<>]{1000,}+")
"""A picture that stands in its own address; none is ever shown."""


def check_page(html: str, url: str = "") -> None:
    """Refuse a page, or HTML inside something else, that costs more than any article is worth.

    Raises:
        ExtractError: too long, too many tags, or a tag with too many attributes.
    """
    _check(html, url, characters=MAX_CHARACTERS, tags=MAX_TAGS)


def check_feed(xml: str, url: str = "") -> None:
    """Refuse XML that no feed, sitemap or archive needs to be.

    Raises:
        ExtractError: too long, too many tags, or a tag with too many attributes.
    """
    _check(xml, url, characters=MAX_FEED, tags=MAX_MARKS)


def check_json(text: str, url: str = "") -> None:
    """Refuse JSON that no feed or answer needs to be.

    Raises:
        ExtractError: too long, or too many objects, lists and members.
    """
    if len(text) > MAX_FEED:
        raise ExtractError(f"has {len(text)} characters, {MAX_FEED} are read", url=url)
    if text.count("{") + text.count("[") + text.count(":") // 4 > MAX_MARKS:
        raise ExtractError(f"has more than {MAX_MARKS} objects and lists", url=url)


def shortened(text: str) -> str:
    """A field as long as a field may be, without pictures that stand in their own addresses."""
    return text if len(text) <= MAX_TEXT else without_data_addresses(text)[:MAX_TEXT]


def without_data_addresses(markup: str) -> str:
    """Markup without pictures that stand in their own addresses, where it is long."""
    return markup if len(markup) <= MAX_TEXT else _DATA_ADDRESS.sub("", markup)


def check_bytes(body: bytes, url: str = "") -> None:
    """Refuse what is so long that reading it as text is too much already.

    Raises:
        ExtractError: too long.
    """
    if len(body) > MAX_FEED:
        raise ExtractError(f"has {len(body)} bytes, {MAX_FEED} are read", url=url)


def _check(markup: str, url: str, *, characters: int, tags: int) -> None:
    if len(markup) > characters:
        raise ExtractError(f"has {len(markup)} characters, {characters} are read", url=url)
    if markup.count("<") > tags:
        raise ExtractError(f"has more than {tags} tags, which no article needs", url=url)
    check_attributes(markup, url)
