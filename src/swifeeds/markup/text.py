"""Plain text: what a title is by the time it reaches a feed.

A title that still holds markup or entities is shown differently by every reader (measured:
research on output, text hygiene), and one control character makes some readers refuse a whole
feed. So text is decoded, stripped and cleaned when it comes in, and cleaned again when it goes out.
"""

from __future__ import annotations

import html
import re
import unicodedata

from lxml.html import defs

from swifeeds.localise.bidi import balanced
from swifeeds.markup.size import shortened

_ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""XML 1.0 production 2, the discouraged C1 controls, and what no encoder takes."""

# What is opened and never closed runs to the end: a million openings cost one pass, not a million.
_INVISIBLE = re.compile(
    r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL | re.IGNORECASE
)
_ELEMENT = re.compile(
    r"<(?:!\[CDATA\[|/?[a-zA-Z][a-zA-Z0-9:-]*+(?:\s[^<>]*+)?/?>|[!?][^<>]*+>)|\]\]>"
)
_ELEMENTS = defs.tags | {
    "bdi", "data", "dialog", "frame", "g", "main", "noframes", "picture", "search", "slot",
    "template",
}  # fmt: skip
_NAME_ALONE = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)>")
"""What may be somebody's word for a thing: `C++ <vector>`."""

_BLOCK = re.compile(
    r"<(?:br|/?(?:p|div|li|ul|ol|h[1-6]|tr|td|th|table|blockquote|figure|figcaption|section))\b[^<>]*+>",
    re.IGNORECASE,
)
_LOOKS_LIKE_MARKUP = re.compile(r"<(?=[a-zA-Z/!?])")
_ABSURD_NUMBER = re.compile(r"&#(?:\d{9,}+|[xX][0-9a-fA-F]{8,}+);?")
_LEADING_MARKS = "\u200e\u200f\u200b\ufeff\u2060"


def strip_control(text: str) -> str:
    """The text without what XML 1.0 cannot carry, lone surrogates included."""
    return text if _is_printable(text) else _ILLEGAL.sub("", text)


def _is_printable(text: str) -> bool:
    """Nothing but letters, signs and the spaces and line ends that everybody writes. A few looks of
    C cost a tenth of one of a pattern."""
    return (
        text.isprintable()
        or text.replace("\n", " ").replace("\r", " ").replace("\t", " ").isprintable()
    )


def composed(text: str) -> str:
    """The same text in Unicode's form C, in which every reader's fonts and searches expect it."""
    return unicodedata.normalize("NFC", text)


def escape(text: str) -> str:
    """For HTML and XML, in text and in quoted attributes alike."""
    return html.escape(text if text.isprintable() else strip_control(text), quote=True)


def plain_text(text: str) -> str | None:
    """What a person reads: entities decoded, markup gone, NFC, white space collapsed.

    Entities are decoded twice at most, because feeds escape once too often and never thrice.
    None when nothing is left.

    Guarantees: no control characters, no direction that stays switched at the end (UAX 9), and
    nothing that a reader could take for markup: `A < B` keeps its sign, `<b>` goes, `<vector>`
    stays, and a sign that must stay before a letter gets a space behind it.
    """
    text = shortened(text)
    if is_bare(text):
        return " ".join(text.split()) or None
    words = strip_control(_decode(_strip(_decode(_strip(text)))))
    # After this nothing but white space may go: what stood between `<` and a letter held it off.
    words = _LOOKS_LIKE_MARKUP.sub("< ", balanced(words))
    words = " ".join(unicodedata.normalize("NFC", words).split())
    return words.lstrip(_LEADING_MARKS + " ").rstrip() or None


def is_words(text: str) -> bool:
    """True where a text is the same as HTML and without: no sign of markup, no odd letter."""
    return not any(sign in text for sign in "<&>\r") and _is_printable(text)


def is_bare(text: str) -> bool:
    """True where a text has nothing in it but letters, signs and spaces in their usual form.

    Nine texts in ten are so, and looking costs a twentieth of reading them: what is printable
    holds no control character, no formatting, no lone surrogate and no space but the usual one.
    """
    return (
        "<" not in text
        and "&" not in text
        and _is_printable(text)
        and unicodedata.is_normalized("NFC", text)
    )


def _decode(text: str) -> str:
    # CPython refuses to make a number of thousands of digits, and no such character exists.
    return html.unescape(_ABSURD_NUMBER.sub("", text)) if "&" in text else text


def _strip(text: str) -> str:
    if "<" not in text:
        return text
    return _ELEMENT.sub(_what_stays, _BLOCK.sub(" ", _INVISIBLE.sub(" ", text)))


def _what_stays(tag: re.Match[str]) -> str:
    """Nothing of markup; a bare name that no version of HTML has is the writer's own."""
    named = _NAME_ALONE.fullmatch(tag[0])
    return tag[0] if named and named[1].lower() not in _ELEMENTS else ""
