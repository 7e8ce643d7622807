"""How large a document may be before a parser sees it.

Parsers make a tree of what comes: of a small document with a million tags one of hundreds of
megabytes. Counting signs costs a thousandth of parsing, so what no newsroom ever sent is refused
before. The figures leave a tenfold room above the largest feeds and pages that were met.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from sys import getsizeof

from swifeeds.errors import ExtractError
from swifeeds.markup.attributes import check_attributes, has_few_attributes

MAX_BYTES = 8_000_000
"""Of any document, before it is read as text."""

MAX_JSON = 5_000_000
"""Characters of JSON: a hundred posts of WordPress with all that hangs on them have four million
at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a document of one sort may be: `characters`; `memory` in bytes that its text takes,
    in which one rare letter makes each take four; and `tags`."""

    characters: int
    memory: int
    tags: int


PAGE = Size(characters=1_600_000, memory=3_400_000, tags=60_000)
"""A page, or HTML inside something else: the largest of news that was met has half a million
characters and five thousand tags."""

FEED = Size(characters=5_400_000, memory=10_800_000, tags=250_000)
"""A document of many items: eight times the largest that was met."""

WIRE = Size(characters=2_400_000, memory=8_500_000, tags=60_000)
"""A portion of what agencies send: it is cut to two million, unless a single item has more."""

LIST = Size(characters=5_400_000, memory=10_800_000, tags=100_000)
"""A list of subscriptions."""

MAX_VALUES = 100_000
"""Objects and lists in JSON, and the third part of what stands in them."""

MAX_TEXT = 500_000
"""Characters of one field. The longest article has a fifth of it, and what follows is left out."""

RARE_LETTER = re.compile(rb"[\xf0-\xf4][\x80-\xbf]{3}")
"""In UTF-8, a letter beyond the first 65,536."""

_DATA_ADDRESS = re.compile(r"data:[^\s\"'<>]{1000,}+")
"""A picture that stands in its own address; none is ever shown."""


def check_page(html: str, url: str = "") -> None:
    """Refuse a page, or HTML inside something else, that costs more than any article is worth.

    Args:
        html: the page.
        url: names it in errors.

    Raises:
        ExtractError: too long, too many tags, or too many attributes.
    """
    _check_length(html, url, PAGE)
    _check_tags(html, url, PAGE)
    check_attributes(html, url)


def check_utf8(page: bytes, skimmed: bytes, url: str = "") -> None:
    """The same for a page in UTF-8; it becomes text only where its bytes might be too many.

    Args:
        page: as it came.
        skimmed: what of it is parsed.
        url: names it in errors.

    Raises:
        ExtractError: too long, too many tags, or too many attributes.
    """
    # Text has no more letters than bytes, and each takes four bytes of memory at most.
    is_small = len(page) <= PAGE.memory // 5 and skimmed.count(b"<") <= PAGE.tags
    if not is_small or not has_few_attributes(skimmed):
        check_page(page.decode("utf-8", "replace"), url)


def check_xml(xml: str, url: str = "", size: Size = FEED) -> None:
    """Refuse XML that no feed, sitemap or archive needs to be.

    Raises:
        ExtractError: too long, too many tags, or too many attributes.
    """
    _check_length(xml, url, size)
    _check_tags(xml, url, size)
    check_attributes(xml, url, is_xml=True)


def check_json(text: str, url: str = "") -> None:
    """Refuse JSON that no feed or answer needs to be.

    Raises:
        ExtractError: too long, or too many objects, lists and members.
    """
    _check_length(text, url, replace(FEED, characters=MAX_JSON))
    if text.count("{") + text.count("[") + (text.count(":") + text.count(",")) // 3 > MAX_VALUES:
        raise ExtractError(f"has more than {MAX_VALUES} objects and lists", url=url)


def check_plain(text: str, url: str = "") -> None:
    """Refuse a portion of plain text that no wire ever sent.

    Raises:
        ExtractError: too long.
    """
    _check_length(text, url, WIRE)


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
    if len(body) > FEED.memory // 4 and RARE_LETTER.search(body):
        message = f"has {len(body)} bytes and rare letters, with which {FEED.memory // 4} are read"
        raise ExtractError(message, url=url)


def _check_length(text: str, url: str, size: Size) -> None:
    if len(text) > size.characters:
        raise ExtractError(f"has {len(text)} characters, {size.characters} are read", url=url)
    if len(text) * 4 > size.memory and (taken := getsizeof(text)) > size.memory:
        message = f"takes {taken} bytes of memory with its rare letters, {size.memory} are given"
        raise ExtractError(message, url=url)


def _check_tags(markup: str, url: str, size: Size) -> None:
    if markup.count("<") > size.tags:
        raise ExtractError(f"has more than {size.tags} tags, which no article needs", url=url)
