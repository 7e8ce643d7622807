"""HTML inside feeds: markup in plain text, sound markup, what readers remove for safety."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterable, Iterator
from html.entities import name2codepoint

from swifeeds.check.hypertext_words import ACCEPTED, ALL_TAGS
from swifeeds.check.nesting import Nesting
from swifeeds.check.references import reference_faults
from swifeeds.check.styles import dangers
from swifeeds.check.tags import Fault, Tag, tokens

_END_TAG = re.compile(r"</(\w+)>")
_REFERENCE = re.compile(r"&(#?\w+)")
_TAG_LIKE = re.compile(r"&#[x0-9]|<[/a-zA-Z]")
_SCHEME = re.compile(r"\w+:")
_ADDRESSES = {"a": "href", "img": "src"}
_NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


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


def judge_html(html: str) -> Iterator[tuple[str, str]]:
    """(rule, what was found) for everything that is wrong with a piece of HTML, each once."""
    yield from dict.fromkeys(_faults(html))


def _faults(html: str) -> Iterator[tuple[str, str]]:
    if _NO_CHARACTERS.search(html):
        yield "not-html", "it holds a control character"
    if "<?import " in html.lower():
        yield "security-risk", "?import"
    yield from (("not-html", reason) for reason in reference_faults(html))
    nesting = Nesting()
    for token in tokens(html):
        if isinstance(token, Fault):
            yield "not-html", token.reason
            continue
        if not token.is_end and not nesting.is_drawing:
            yield from _harms(token)
        yield from (("not-html", reason) for reason in nesting.take(token))
    yield from (("not-html", reason) for reason in nesting.left_open())


def _harms(tag: Tag) -> Iterator[tuple[str, str]]:
    if tag.name in {"svg", "math"}:
        return
    if tag.name not in ALL_TAGS:
        yield "not-html", f"there is no element {tag.name}"
    elif tag.name not in ACCEPTED:
        yield "security-risk", tag.name
    else:
        yield from judge_attributes(tag.attributes)


def relative_references(html: str) -> Iterator[str]:
    """Addresses of links and pictures that a reader cannot resolve."""
    for token in tokens(html):
        if isinstance(token, Tag) and not token.is_end and token.name in _ADDRESSES:
            for name, value in token.attributes:
                address = entities.unescape(value).strip()
                if name == _ADDRESSES[token.name] and not _SCHEME.match(address):
                    yield address


def judge_attributes(attributes: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """(rule, what was found) for attributes that run scripts or style in unsafe ways."""
    for name, value in attributes:
        if name.lower() == "style":
            yield from (("dangerous-style-attr", style) for style in dangers(value))
        elif name.lower().startswith("on"):
            yield "security-risk-attr", name
