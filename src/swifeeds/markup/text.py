"""Plain text: what a title is by the time it reaches a feed.

A title that still holds markup or entities is shown differently by every reader (measured:
research on output, text hygiene), and one control character makes some readers refuse a whole
feed. So text is decoded, stripped and cleaned when it comes in, and cleaned again when it goes out.
"""

from __future__ import annotations

import html
import re
import unicodedata

_ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""XML 1.0 production 2, the discouraged C1 controls, and what no encoder takes."""

_ELEMENT = re.compile(
    r"<(?:!--.*?-->|!\[CDATA\[|/?[a-zA-Z][a-zA-Z0-9:-]*(?:\s[^<>]*)?/?>|[!?][^<>]*>)", re.DOTALL
)
_INVISIBLE = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_BLOCK = re.compile(
    r"<(?:br|/?(?:p|div|li|ul|ol|h[1-6]|tr|td|th|table|blockquote|figure|figcaption|section))\b[^<>]*>",
    re.IGNORECASE,
)
_LEADING_MARKS = "\u200e\u200f\u200b\ufeff\u2060"


def strip_control(text: str) -> str:
    """The text without what XML 1.0 cannot carry, lone surrogates included."""
    return _ILLEGAL.sub("", text)


def escape(text: str) -> str:
    """For HTML and XML, in text and in quoted attributes alike."""
    return html.escape(strip_control(text), quote=True)


def plain_text(text: str) -> str | None:
    """What a person reads: entities decoded, markup gone, NFC, white space collapsed.

    Entities are decoded twice at most, because feeds escape once too often and never thrice.
    `A < B` keeps its sign; `<b>` does not. None when nothing is left.
    """
    words = _strip(text)
    if "&" in words:
        words = _strip(html.unescape(words))
    words = html.unescape(words) if "&" in words else words
    words = " ".join(unicodedata.normalize("NFC", strip_control(words)).split())
    return words.lstrip(_LEADING_MARKS).strip() or None


def _strip(text: str) -> str:
    if "<" not in text:
        return text
    visible = _INVISIBLE.sub(" ", text)
    return _ELEMENT.sub("", _BLOCK.sub(" ", visible).replace("]]>", ""))
