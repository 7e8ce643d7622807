"""The one HTML allow list, and what is mended before it is applied.

Addresses become absolute, because no reader honours a base; lazy pictures get their real
address; spy pixels go. Kept: what carries meaning in ten languages, `lang`, `dir`, ruby included.
Gone: scripts, styles, forms, frames, event handlers, classes, ids and every scheme but http,
https and mailto.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from urllib.parse import urlsplit

import nh3
from lxml import etree
from lxml import html as lxml_html

from swifeeds.errors import ExtractError
from swifeeds.markup.hosts import is_public_host
from swifeeds.markup.html import parse_html
from swifeeds.markup.lazy import real_source
from swifeeds.markup.text import escape
from swifeeds.markup.urls import absolute_url

_TAGS = frozenset({
    "a", "abbr", "article", "aside", "audio", "b", "bdi", "bdo", "blockquote",
    "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "dfn",
    "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li",
    "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby",
    "s", "samp", "section", "small", "source", "span", "strong", "sub", "sup",
    "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u",
    "ul", "var", "video", "wbr",
})  # fmt: skip
_ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "audio": {"src", "controls"},
    "video": {"src", "controls", "poster", "width", "height"},
    "source": {"src", "type"},
    "blockquote": {"cite"},
    "q": {"cite"},
    "time": {"datetime"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "col": {"span"},
    "colgroup": {"span"},
    "ol": {"start", "reversed", "type"},
    "del": {"cite", "datetime"},
    "ins": {"cite", "datetime"},
}
_SCHEMES = {"http", "https", "mailto"}
_DROPPED_WITH_CONTENT = {
    "script", "style", "iframe", "object", "embed", "form", "svg", "math",
    "noscript", "template", "head", "select", "textarea", "button",
}  # fmt: skip
_ADDRESSES = ("href", "cite", "src", "poster")
_LOADED = frozenset({"src", "poster"})
"""Attributes whose address a reader's machine asks without being told to."""

_ROUNDS = 4
"""Two parsers read tags that are not closed in two ways, and what one makes of the other's reading
may be empty: cleaned until nothing changes, twice as a rule."""

_PIXEL = 2
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
    found: str | None = html
    for _ in range(_ROUNDS):
        before, found = found, _cleaned(found or "", base_url)
        if found is None or found == before:
            break
    return found


def _cleaned(html: str, base_url: str) -> str | None:
    try:
        root = parse_html(f"<div>{html}</div>")
    except ExtractError:
        return None
    for image in list(root.iter("img")):
        _mend_image(image, base_url)
    for name in _ADDRESSES:
        for element in root.xpath(f"//*[@{name}]"):
            _make_absolute(element, name, base_url)
    cleaned = _cleaner(_host_of(base_url)).clean(_inner_html(root))
    return _without_empties(cleaned).strip() or None


@lru_cache(maxsize=256)
def _cleaner(home: str | None) -> nh3.Cleaner:
    """The allow list for documents of one host; making it costs twice what using it does."""
    return nh3.Cleaner(
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        attribute_filter=partial(_guard, home),
        url_schemes=_SCHEMES,
        clean_content_tags=_DROPPED_WITH_CONTENT,
        link_rel=None,
        strip_comments=True,
    )


def _guard(home: str | None, _tag: str, name: str, value: str) -> str | None:
    """What the cleaner's own parser sees as an address is judged again: parsers differ, and
    between two readings hide most ways past a cleaner."""
    if name not in _ADDRESSES or value.lower().startswith("mailto:"):
        return value
    absolute = absolute_url(value, "")
    if absolute is None or (name in _LOADED and not _may_load(absolute, home)):
        return None
    return absolute


def _make_absolute(element: etree._Element, name: str, base_url: str) -> None:
    value = element.get(name, "").strip()
    if value.lower().startswith("mailto:"):
        element.set(name, value)
    elif absolute := absolute_url(value, base_url):
        element.set(name, absolute)
    else:
        del element.attrib[name]


def loadable_url(address: str, base_url: str) -> str | None:
    """The absolute address of a picture, sound or film that any reader's machine may ask.

    None for one that only the source's own network reaches, unless the document came from that
    very host: then whoever reads it is inside as well.
    """
    absolute = absolute_url(address, base_url) if address.strip() else None
    if absolute is None:
        return None
    return absolute if _may_load(absolute, _host_of(base_url)) else None


def _may_load(absolute: str, home: str | None) -> bool:
    host = _host_of(absolute)
    return host is not None and (host == home or is_public_host(host))


def _host_of(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _inner_html(root: etree._Element) -> str:
    """What stands inside the one div that we put around the fragment, else the whole body."""
    body = root.find("body")
    holder = root if body is None else body
    if len(holder) == 1 and holder[0].tag == "div" and not (holder.text or "").strip():
        holder = holder[0]
    parts = [lxml_html.tostring(child, encoding="unicode") for child in holder]
    return escape(holder.text or "") + "".join(parts)


def _mend_image(image: etree._Element, base_url: str) -> None:
    source = loadable_url(real_source(image) or "", base_url)
    sizes = (image.get(name, "").removesuffix("px") for name in ("width", "height"))
    is_pixel = any(size.isdecimal() and int(size[:6]) <= _PIXEL for size in sizes)
    if source is None or is_pixel:
        image.drop_tree()  # type: ignore[attr-defined]
    else:
        image.set("src", source)


def _without_empties(html: str) -> str:
    """Elements that held only what was dropped. Again and again: emptiness is inherited."""
    while (shorter := _EMPTY.sub("", html)) != html:
        html = shorter
    return html
