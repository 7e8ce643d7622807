"""The one HTML allow list, and what is mended before it is applied.

Addresses become absolute, because no reader honours a base; lazy pictures get their real
address; spy pixels go. Kept: what carries meaning in ten languages, `lang`, `dir`, ruby included.
Gone: scripts, styles, forms, frames, event handlers, classes, ids and every scheme but http,
https and mailto.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import nh3
from lxml import etree
from lxml import html as lxml_html

from swifeeds.errors import ExtractError
from swifeeds.markup.hosts import is_public_host
from swifeeds.markup.html import parse_html
from swifeeds.markup.urls import absolute_url

_TAGS = frozenset({
    "a", "abbr", "article", "aside", "audio", "b", "bdi", "bdo", "blockquote",
    "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "dfn",
    "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li",
    "mark", "ol", "p", "picture", "pre", "q", "rp", "rt", "ruby",
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
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-url", "data-srcset", "srcset")
_ADDRESSES = {"href": "a", "src": None, "poster": "video", "cite": None}
_PIXEL = 2
_EMPTY = re.compile(
    r"<(p|div|span|figure|section|li|ul|ol|h[1-6]|strong|em|b|i)(?:\s[^>]*)?>(?:\s|\xa0|&nbsp;|<br>)*</\1>"
)


def clean_html(html: str, base_url: str) -> str | None:
    """HTML that is safe to publish, with absolute addresses; None when nothing is left.

    Args:
        html: a fragment from outside.
        base_url: the address of the document it stood in.

    Guarantees: the result is stable under a second cleaning, holds no script, style, class, id,
    event handler or relative address, and no picture from a private host.
    """
    try:
        root = parse_html(f"<div>{html}</div>")
    except ExtractError:
        return None
    for element in list(root.iter(etree.Element)):
        _mend(element, base_url)
    body = root.find("body")
    inner = _inner_html(body if body is not None else root)
    cleaned = nh3.clean(
        inner,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        clean_content_tags=_DROPPED_WITH_CONTENT,
        link_rel=None,
        strip_comments=True,
    )
    return _without_empties(cleaned).strip() or None


def _inner_html(body: etree._Element) -> str:
    """What stands inside the one div that we put around the fragment, else the whole body."""
    children = list(body)
    whole = len(children) == 1 and children[0].tag == "div" and not (body.text or "").strip()
    holder = children[0] if whole else body
    parts = [lxml_html.tostring(child, encoding="unicode") for child in holder]
    return (_escaped(holder.text) + "".join(parts)) if parts or holder.text else ""


def _escaped(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _mend(element: etree._Element, base_url: str) -> None:
    if element.tag == "img":
        _show_lazy(element)
    for name in _ADDRESSES:
        if (address := element.get(name)) is not None:
            _mend_address(element, name, address, base_url)
    if element.tag == "img" and _is_worthless(element, base_url):
        element.drop_tree()  # type: ignore[attr-defined]


def _show_lazy(element: etree._Element) -> None:
    """A picture that a script would load gets the address that the script would use."""
    source = element.get("src")
    if source and not source.startswith("data:"):
        return
    for name in _LAZY:
        if candidate := (element.get(name) or "").strip():
            best = candidate.split(",")[-1].split()[0] if "srcset" in name else candidate
            element.set("src", best)
            return


def _mend_address(
    element: etree._Element,
    name: str,
    address: str,
    base_url: str,
) -> None:
    if address.strip().lower().startswith("mailto:"):
        return
    absolute = absolute_url(address, base_url)
    if absolute is None:
        del element.attrib[name]
    else:
        element.set(name, absolute)


def _is_worthless(image: etree._Element, base_url: str) -> bool:
    """No address, a private host other than the document's own, or a spy pixel.

    A picture on the document's own host is as reachable as the document, which we were allowed
    to collect; one on another private host would make every reader's browser knock there.
    """
    source = image.get("src")
    host = urlsplit(source).hostname if source else None
    if host is None or not (host == urlsplit(base_url).hostname or is_public_host(host)):
        return True
    sizes = [image.get(name, "") for name in ("width", "height")]
    return any(size.isdigit() and int(size) <= _PIXEL for size in sizes)


def _without_empties(html: str) -> str:
    """Elements that held only what was dropped. Again and again: emptiness is inherited."""
    while (shorter := _EMPTY.sub("", html)) != html:
        html = shorter
    return html
