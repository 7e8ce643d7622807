"""From bytes to text: BOM, then the transport's word, then the document's own, then UTF-8, then
what the bytes look like.

What is in none of these, and does not look like the encoding of another script either, is read as
windows-1252, the superset of what such pages almost always are; every byte has a meaning there, so
reading never fails. Two labels lie so often that the bytes are asked first: one of an encoding of a
byte a letter ("latin-1", "windows-1251") on what is UTF-8, and "utf-16" written in ASCII.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FIRST_LETTERS = (
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
"""How `<` looks in the wide encodings (XML 1.0, appendix F): a document without a BOM shows it."""

_DECLARED = re.compile(
    rb"<(?:\?xml[^>]*?encoding\s*=\s*[\"']\s*([A-Za-z0-9._:-]+)"
    rb"|meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]+))",
    re.IGNORECASE,
)
_LOOK_FOR_DECLARATION = 4096
_LOOK_FOR_SCRIPT = 100_000
_OTHER_SCRIPTS = frozenset({
    "big5", "big5hkscs", "cp932", "cp949", "euc_jp", "euc_jis_2004", "euc_jisx0213", "euc_kr",
    "gb18030", "gb2312", "gbk", "shift_jis", "shift_jis_2004", "shift_jisx0213", "cp1251",
    "iso8859_5", "koi8_r", "koi8_u", "cp1253", "iso8859_7", "cp1255", "iso8859_8", "cp1256",
    "iso8859_6", "cp874", "tis_620",
})  # fmt: skip
"""Python's names of encodings that cannot be mistaken for Latin text."""

_LABEL = re.compile(r"[A-Za-z0-9._:-]{2,40}")
_NOT_FOR_DOCUMENTS = ("unicode_escape", "raw_unicode", "idna", "punycode", "undefined", "utf_7")
"""Python codecs that are no encodings of documents, or that hide markup from every check."""

_LAST_RESORT = "windows-1252"
_BYTE_A_LETTER = ("windows_1252", "cp125", "cp86", "cp874", "iso8859", "koi8", "mac_", "tis_620")
"""How Python's names of such encodings begin. Every byte means something in them."""

_WEB_NAMES = {"iso-8859-1": _LAST_RESORT, "latin-1": _LAST_RESORT, "latin1": _LAST_RESORT,
              "ascii": _LAST_RESORT, "us-ascii": _LAST_RESORT, "cp1252": _LAST_RESORT,
              "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "x-sjis": "cp932",
              "sjis": "cp932", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
              "iso-8859-9": "cp1254", "tis-620": "cp874"}  # fmt: skip
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
    return _decoded(body, charset)[0]


def as_utf8(body: bytes, charset: str | None = None) -> bytes:
    """A document in UTF-8: the body itself where it is so encoded."""
    text, encoding = _decoded(body, charset)
    return body if encoding == "utf-8" else text.encode("utf-8", "replace")


def is_said_to_be_utf8(body: bytes, charset: str | None = None) -> bool:
    """True where nothing speaks for any other encoding; whether the bytes are so is not asked."""
    has_mark = any(body.startswith(mark) for mark, _ in _BOMS)
    return not has_mark and set(_candidates(body, charset)) == {"utf-8"}


def _decoded(body: bytes, charset: str | None) -> tuple[str, str | None]:
    """The text, and the encoding in which it is the whole body letter for letter."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace"), None
    candidates = _candidates(body, charset)
    for encoding in candidates:
        try:
            return body.decode(encoding), encoding
        except UnicodeError:
            continue
    return _salvage(body, candidates[0]), None


def _candidates(body: bytes, charset: str | None) -> list[str]:
    """Encodings to try, the most believable first; all are known to Python."""
    for letters, name in _FIRST_LETTERS:
        if body.startswith(letters):
            return [name]
    said = list(filter(None, map(_known, (charset, _declared(body)))))
    # Text that is not UTF-8 is next to never valid UTF-8, while UTF-8 is always valid there.
    is_doubtful = bool(said) and said[0].replace("-", "_").startswith(_BYTE_A_LETTER)
    return ["utf-8", *said] if is_doubtful else [*said, "utf-8"]


@lru_cache(maxsize=256)
def _known(label: str | None) -> str | None:
    """The Python name of an ASCII-compatible encoding, or None.

    The wide ones are ruled out: had the body been in one, its first letters would have shown it.
    """
    if label is None or not _LABEL.fullmatch(label):
        return None
    try:
        name = codecs.lookup(_WEB_NAMES.get(label.lower(), label)).name
        is_ascii_compatible = b"<".decode(name) == "<"
    except (LookupError, UnicodeError):
        return None
    if not is_ascii_compatible or name.replace("-", "_").startswith(_NOT_FOR_DOCUMENTS):
        return None
    return _LAST_RESORT if name == "cp1252" else name


def _declared(body: bytes) -> str | None:
    """The encoding that the document's own head names."""
    match = _DECLARED.search(body[:_LOOK_FOR_DECLARATION])
    return (match[1] or match[2]).decode("ascii") if match else None


def _salvage(body: bytes, name: str) -> str:
    """A few stray bytes are replaced; a text full of them was never in that encoding."""
    for best in dict.fromkeys((name, "utf-8")):
        text = body.decode(best, "replace")
        stray = text.count("\ufffd")
        if stray * 50 < len(text) and (best != "utf-8" or stray < _letters_beyond_ascii(text)):
            return text
    return body.decode(_detected(body) or _LAST_RESORT, "replace")


def _letters_beyond_ascii(text: str) -> int:
    """Those that were read: without them nothing speaks for UTF-8."""
    return len(text) - len(text.encode("ascii", "ignore")) - text.count("\ufffd")


def _detected(body: bytes) -> str | None:
    """The encoding of another script than Latin that the bytes look like.

    Among those of Latin script the guess is no better than a coin: windows-1252 stands for all.
    Imported here: it costs a twentieth of a second, and one feed in a hundred needs it.
    """
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(body[:_LOOK_FOR_SCRIPT]).best()
    return best.encoding if best is not None and best.encoding in _OTHER_SCRIPTS else None
