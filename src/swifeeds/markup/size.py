"""How large a document may be before a parser sees it.

Parsers make a tree of what comes: of a small document with a million tags one of hundreds of
megabytes. Counting signs costs a thousandth of parsing, so what no newsroom ever sent is refused
before. The figures leave a tenfold room above the largest feeds and pages that were met.
"""

from __future__ import annotations

import re
from sys import getsizeof

from swifeeds.errors import ExtractError
from swifeeds.markup.attributes import check_attributes

MAX_BYTES = 8_000_000
"""Of any document, before it is read as text."""

MAX_CHARACTERS = 2_500_000
"""Of a page. One of news has 0.5 million at most; what is five times that is no article."""

MAX_FEED = 6_000_000
"""Characters of a document of many items, in XML or JSON: nine times the largest that was met."""

_WIDE_PAGE = 4_000_000
_WIDE_FEED = 12_000_000
"""Bytes that a text takes in memory. One letter beyond the usual ones makes each take four."""

MAX_TAGS = 60_000
"""Of a page: a large one has five thousand."""

MAX_MARKS = 250_000
"""Tags of a document of many items."""

MAX_VALUES = 100_000
"""Objects and lists in JSON, and the third part of what stands in them."""

MAX_LIST = 100_000
"""Tags of a list of subscriptions."""

MAX_TEXT = 500_000
"""Characters of one field. The longest article has a fifth of it, and what follows is left out."""

_RARE_LETTER = re.compile(rb"[\xf0-\xf4][\x80-\xbf]{3}")
"""In UTF-8, a letter beyond the first 65,536."""

_DATA_ADDRESS = re.compile(r"data:[^\s\"'<>]{1000,}+")
"""A picture that stands in its own address; none is ever shown."""


def check_page(html: str, url: str = "") -> None:
    """Refuse a page, or HTML inside something else, that costs more than any article is worth.

    Raises:
        ExtractError: too long, too many tags, or too many attributes.
    """
    _check_length(html, url, characters=MAX_CHARACTERS, memory=_WIDE_PAGE)
    _check_tags(html, url, MAX_TAGS)
    check_attributes(html, url)


def check_feed(xml: str, url: str = "", *, tags: int = MAX_MARKS) -> None:
    """Refuse XML that no feed, sitemap or archive needs to be.

    Raises:
        ExtractError: too long, too many tags, or too many attributes.
    """
    _check_length(xml, url, characters=MAX_FEED, memory=_WIDE_FEED)
    _check_tags(xml, url, tags)
    check_attributes(xml, url, is_xml=True)


def check_json(text: str, url: str = "") -> None:
    """Refuse JSON that no feed or answer needs to be.

    Raises:
        ExtractError: too long, or too many objects, lists and members.
    """
    _check_length(text, url, characters=MAX_FEED, memory=_WIDE_FEED)
    if text.count("{") + text.count("[") + (text.count(":") + text.count(",")) // 3 > MAX_VALUES:
        raise ExtractError(f"has more than {MAX_VALUES} objects and lists", url=url)


def check_plain(text: str, url: str = "") -> None:
    """Refuse a portion of plain text that no wire ever sent.

    Raises:
        ExtractError: too long.
    """
    _check_length(text, url, characters=MAX_CHARACTERS, memory=_WIDE_FEED)


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
    if len(body) > MAX_BYTES:
        raise ExtractError(f"has {len(body)} bytes, {MAX_BYTES} are read", url=url)
    if len(body) > _WIDE_FEED // 4 and _RARE_LETTER.search(body):
        message = f"has {len(body)} bytes and rare letters, with which {_WIDE_FEED // 4} are read"
        raise ExtractError(message, url=url)


def _check_length(text: str, url: str, *, characters: int, memory: int) -> None:
    if len(text) > characters:
        raise ExtractError(f"has {len(text)} characters, {characters} are read", url=url)
    if len(text) * 4 > memory and (taken := getsizeof(text)) > memory:
        message = f"takes {taken} bytes of memory with its rare letters, {memory} are given"
        raise ExtractError(message, url=url)


def _check_tags(markup: str, url: str, tags: int) -> None:
    if markup.count("<") > tags:
        raise ExtractError(f"has more than {tags} tags, which no article needs", url=url)
