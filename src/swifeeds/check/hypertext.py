"""HTML inside feeds: markup in plain text, sound markup, what readers remove for safety."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from html.entities import name2codepoint

from swifeeds.check.hypertext_order import Order
from swifeeds.check.hypertext_tokens import Tag, Tokens
from swifeeds.check.hypertext_words import ACCEPTED, ALL_TAGS, FRAME, VOID
from swifeeds.check.styles import dangers

_END_TAG = re.compile(r"</(\w+)>")
_REFERENCE = re.compile(r"&(#?\w+)")
_TAG_LIKE = re.compile(r"&#[x0-9]|<[/a-zA-Z]")
_SCHEME = re.compile(r"\w+:")
_NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_DRAWINGS = frozenset({"math", "svg"})
_ADDRESSES = {"a": "href", "img": "src"}


def markup_in(text: str) -> str | None:
    """The first sign of HTML in what should be plain text: an end tag, or a reference."""
    for tag in _END_TAG.findall(text):
        if tag.lower() in ALL_TAGS:
            return f"</{tag}>"
    for name in _REFERENCE.findall(text):
        if name in name2codepoint or name == "apos" or not name.isalpha():
            return f"&{name};"
    return None


def looks_like_markup(text: str) -> bool:
    """True where some readers would take the text for markup, though it is none."""
    return _TAG_LIKE.search(text) is not None


def judge_html(html: str, *, is_page: bool = False) -> Iterator[tuple[str, str]]:
    """(rule, what was found) for everything that is wrong with a piece of HTML, or with a whole
    page; each once."""
    yield from dict.fromkeys(_judgements(html, is_page=is_page))


def _judgements(html: str, *, is_page: bool) -> Iterator[tuple[str, str]]:
    if _NO_CHARACTERS.search(html):
        yield "not-html", "it holds a control character"
    if "<?import " in html.lower():
        yield "security-risk", "?import"
    order = Order()
    tokens = Tokens(html, is_page=is_page)
    for tag in _without_drawings(tokens):
        if is_page and tag.name in FRAME:
            continue
        if tag.ends:
            yield from (("not-html", fault) for fault in order.end(tag.name))
        else:
            yield from _element(tag)
            yield from (("not-html", fault) for fault in _begin(tag, order))
    yield from (("not-html", fault) for fault in tokens.faults)
    yield from (("not-html", fault) for fault in order.left_open())


def _without_drawings(tokens: Tokens) -> Iterator[Tag]:
    """Leave out what is inside SVG and MathML: other vocabularies, which HTML takes in whole."""
    inside = 0
    drawing = ""
    for tag in tokens:
        if not inside and not tag.ends and tag.name in _DRAWINGS:
            yield tag
            drawing, inside = tag.name, 0 if tag.closes else 1
        elif not inside:
            yield tag
        elif tag.name == drawing and not tag.closes:
            inside += -1 if tag.ends else 1
            if not inside:
                yield tag


def _element(tag: Tag) -> Iterator[tuple[str, str]]:
    """Is there such an element, and do readers let it and its attributes through?"""
    if tag.name in _DRAWINGS:
        yield "security-risk", tag.name
    elif tag.name not in ALL_TAGS:
        yield "not-html", f"there is no element {tag.name}"
    elif tag.name not in ACCEPTED:
        yield "security-risk", tag.name
    else:
        yield from judge_attributes((name, unescape(value)) for name, value in tag.attributes)


def _begin(tag: Tag, order: Order) -> Iterator[str]:
    yield from order.begin(tag.name)
    if tag.closes and tag.name not in VOID:
        order.close_empty(tag.name)
        if tag.name in ALL_TAGS:
            yield f"<{tag.name}/> does not end {tag.name} in HTML"


def relative_references(html: str) -> Iterator[str]:
    """Addresses of links and pictures that a reader cannot resolve."""
    for tag in Tokens(html):
        wanted = _ADDRESSES.get(tag.name)
        for name, value in () if tag.ends else tag.attributes:
            address = unescape(value).strip()
            if name == wanted and address and not _SCHEME.match(address):
                yield address


def judge_attributes(attributes: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """(rule, what was found) for attributes that run scripts or style in unsafe ways."""
    for name, value in attributes:
        if name.lower() == "style":
            yield from (("dangerous-style-attr", style) for style in dangers(value))
        elif name.lower().startswith("on"):
            yield "security-risk-attr", name
