"""Names of encodings: which are one, and which of them readers know."""

from __future__ import annotations

import codecs
import re

UTF_16 = ("utf-16", "utf-16-le", "utf-16-be")
UTF_32 = ("utf-32", "utf-32-le", "utf-32-be")
_STANDARD = frozenset({"utf-8", *UTF_16})
_COMMON = frozenset({
    "ascii", "cp1250", "cp1251", "cp1252", "cp1254", "cp1255", "cp1256", "euc_jp", "gb18030",
    "iso8859-1", "iso8859-15", "iso8859-2", "iso8859-7", "koi8-r", "shift_jis",
})  # fmt: skip
_NOT_FOR_DOCUMENTS = ("unicode_escape", "raw_unicode", "idna", "punycode", "undefined", "utf_7")
_WIDE_NAMES = {"ucs-2": "utf-16", "iso-10646-ucs-2": "utf-16", "csunicode": "utf-16",
               "ucs-4": "utf-32", "iso-10646-ucs-4": "utf-32", "csucs4": "utf-32",
               "ibm038": "cp037", "ebcdic-int": "cp037"}  # fmt: skip
"""Names of the registry that Python does not know."""

_LABEL = re.compile(r"[A-Za-z][A-Za-z0-9._:-]{0,39}")


def codec_of(label: str | None) -> str | None:
    """Python's name of an encoding; None for what is none, or none of documents."""
    if label is None or not _LABEL.fullmatch(label):
        return None
    try:
        name = codecs.lookup(_WIDE_NAMES.get(label.lower(), label)).name
        "<".encode(name)
    except (LookupError, UnicodeError):
        return None
    return None if name.replace("-", "_").startswith(_NOT_FOR_DOCUMENTS) else name


def is_standard(codec: str) -> bool:
    """True for what every XML parser must read (XML 1.0, 4.3.3)."""
    return codec in _STANDARD


def is_common(codec: str) -> bool:
    """True for what feeds are often written in, and most readers read."""
    return codec in _COMMON
