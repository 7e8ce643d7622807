"""The letters of an archive that does not say how it is encoded."""

from __future__ import annotations

import re

from swifeeds.markup import check_plain, decode

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}\bencoding\s*=", re.IGNORECASE)
_OLD = "latin-1"
"""What decoding reads as windows-1252, whose every byte means something."""


def charset_of(body: bytes) -> str | None:
    """`latin-1` for bytes that declare nothing and are mostly no UTF-8; None leaves it open.

    A stray byte in a long text of UTF-8 must not turn all its letters; a text of an older
    machine has no valid sequences at all.
    """
    if _DECLARED.search(body[:4096]):
        return None
    text = body.decode("utf-8", "replace")
    strays = text.count("\ufffd")
    if not strays:
        return None
    whole = sum(letter > "\x7f" for letter in text) - strays
    return None if whole > strays else _OLD


def text_of(body: bytes) -> str:
    """The text of a portion of plain text.

    Raises:
        ExtractError: it is far too large.
    """
    text = decode(body, charset_of(body))
    check_plain(text)
    return text
