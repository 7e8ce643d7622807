"""The one HTML allow list, and what is mended before it is applied.

Addresses become absolute, because no reader honours a base; lazy pictures get their real
address; spy pixels go. Kept: what carries meaning in ten languages, `lang`, `dir`, ruby included.
Gone: scripts, styles, forms, frames, event handlers, classes, ids and every scheme but http,
https and mailto.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial

import nh3
from lxml import etree
from lxml import html as lxml_html

from swifeeds.errors import ExtractError
from swifeeds.markup.addressing import mended
from swifeeds.markup.allow_list import (
    ADDRESSES,
    ATTRIBUTES,
    DROPPED_WITH_CONTENT,
    SCHEMES,
    TAGS,
)
from swifeeds.markup.html import parse_html
from swifeeds.markup.loading import LOADED, host_of, may_load
from swifeeds.markup.size import check_page, shortened
from swifeeds.markup.text import escape, is_words, strip_control
from swifeeds.markup.urls import absolute_url

_FEW_TAGS = 4000
"""The cleaner's time grows with the square of how deeply tags nest: so many take 50 ms at worst."""

_MOST_REFERENCES = 100_000
"""`&` in a fragment: the cleaner takes 4 µs for each. A long article has a thousand."""

_ROUNDS = 4
"""Two parsers read tags that are not closed in two ways, and what one makes of the other's reading
may be empty: cleaned until nothing changes, twice as a rule."""

_EMPTY = re.compile(
    r"<(p|div|span|a|figure|figcaption|section|li|ul|ol|h[1-6]|strong|em|b|i|audio|video)"
    r"(?:\s[^>]*+)?>(?:\s|\xa0|&nbsp;|<br>)*+</\1>|<(?:img|source)(?![^>]*\ssrc=)[^>]*+>"
)


def clean_html(html: str, base_url: str) -> str | None:
    """HTML that is safe to publish, with absolute addresses; None when nothing is left.

    Args:
        html: a fragment from outside.
        base_url: the address of the document it stood in.

    Guarantees: the result is stable under a second cleaning, holds no script, style, class, id,
    event handler or relative address, and no picture from a private host, unless the document
    itself came from there.
    """
    html = shortened(html)
    if is_words(html):
        return html.strip() or None
    try:
        whole = _levelled(strip_control(html))
    except ExtractError:
        return None
    found = mended(whole, base_url)
    # Without attributes there is nothing to mend, and both cleaners do the same.
    if found == whole and '="' not in whole and _trimmed(whole) == whole:
        return whole or None
    for _ in range(_ROUNDS):
        before, found = found, _cleaned(found, base_url)
        if found == before:
            break
    return found or None


def _cleaned(html: str, base_url: str) -> str:
    return _trimmed(_cleaner(host_of(base_url)).clean(html))


@lru_cache(maxsize=256)
def _cleaner(home: str | None) -> nh3.Cleaner:
    """The allow list for documents of one host; making it costs twice what using it does."""
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        attribute_filter=partial(_guard, home),
        url_schemes=SCHEMES,
        clean_content_tags=DROPPED_WITH_CONTENT,
        link_rel=None,
        strip_comments=True,
    )


def _guard(home: str | None, _tag: str, name: str, value: str) -> str | None:
    """What the cleaner's own parser sees as an address is judged again: parsers differ, and
    between two readings hide most ways past a cleaner."""
    if name not in ADDRESSES or value.lower().startswith("mailto:"):
        return value
    absolute = absolute_url(value, "")
    if absolute is None or (name in LOADED and not may_load(absolute, home)):
        return None
    return absolute


def _levelled(html: str) -> str:
    """The fragment, nested no deeper than its tags are few or lxml allows (256)."""
    check_page(html)
    if html.count("&") > _MOST_REFERENCES:
        raise ExtractError(f"has more than {_MOST_REFERENCES} references to letters", url="")
    return html if html.count("<") <= _FEW_TAGS else _inner_html(parse_html(f"<div>{html}</div>"))


def _inner_html(root: etree._Element) -> str:
    """What stands inside the one div that we put around the fragment, else the whole body."""
    body = root.find("body")
    holder = root if body is None else body
    if len(holder) == 1 and holder[0].tag == "div" and not (holder.text or "").strip():
        holder = holder[0]
    parts = [lxml_html.tostring(child, encoding="unicode") for child in holder]
    return escape(holder.text or "") + "".join(parts)


def _trimmed(html: str) -> str:
    """Without elements that held only what was dropped. Again and again: emptiness is inherited."""
    while (shorter := _EMPTY.sub("", html)) != html:
        html = shorter
    return html.strip()
