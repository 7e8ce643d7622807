"""From bytes to text: BOM, then the transport's word, then the document's own, then UTF-8.

What is not UTF-8 and says nothing is read as windows-1252, the superset of what such pages almost
always are; every byte has a meaning there, so reading never fails.
"""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_XML_DECLARATION = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]+)", re.IGNORECASE)
_LOOK_FOR_META = 4096
_LAST_RESORT = "windows-1252"
_WEB_NAMES = {"iso-8859-1": _LAST_RESORT, "latin-1": _LAST_RESORT, "ascii": _LAST_RESORT,
              "us-ascii": _LAST_RESORT, "gb2312": "gb18030", "gbk": "gb18030",
              "shift_jis": "cp932", "x-sjis": "cp932", "ks_c_5601-1987": "cp949",
              "euc-kr": "cp949"}  # fmt: skip
"""What browsers read under these names (WHATWG Encoding): pages rely on it."""


def decode(body: bytes, charset: str | None = None) -> str:
    """The text of a document, by the most trustworthy of what is said about it.

    Args:
        body: as it came.
        charset: the transport's word (HTTP `charset`), None when it said nothing.

    Returns:
        Text for certain: bytes that the best encoding refuses are read as windows-1252 when
        hardly anything fits, else replaced one by one.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    candidates = [name for name in (charset, _declared(body), "utf-8") if name]
    for name in candidates:
        try:
            return body.decode(_WEB_NAMES.get(name.lower(), name))
        except (LookupError, UnicodeDecodeError):
            continue
    return _salvage(body, candidates[0])


def _declared(body: bytes) -> str | None:
    """The encoding that the document's own head names; it is ASCII-compatible if we can read it."""
    head = body[:_LOOK_FOR_META]
    match = _XML_DECLARATION.search(head) or _META.search(head)
    return match[1].decode("ascii") if match else None


def _salvage(body: bytes, name: str) -> str:
    """A few stray bytes are replaced; a text full of them was never in that encoding."""
    for best in (name, "utf-8"):
        try:
            text = body.decode(_WEB_NAMES.get(best.lower(), best), "replace")
        except LookupError:
            continue
        if text.count("\ufffd") * 50 < len(text):
            return text
    return body.decode(_LAST_RESORT, "replace")
