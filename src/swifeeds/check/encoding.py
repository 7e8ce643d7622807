"""From the bytes of an XML document to its text, with what is wrong about the encoding.

The order is that of RFC 7303, 3: a byte order mark, then the transport's word, then the
document's own (XML 1.0, appendix F), then UTF-8. `markup.decode` reads whatever it can for our
own use; here the same bytes are judged.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from swifeeds.check.encoding_names import UTF_16, UTF_32, codec_of, is_common, is_standard
from swifeeds.check.notes import Notes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", ("utf-8",)),
    (codecs.BOM_UTF32_LE, "utf-32-le", UTF_32),
    (codecs.BOM_UTF32_BE, "utf-32-be", UTF_32),
    (codecs.BOM_UTF16_LE, "utf-16-le", UTF_16),
    (codecs.BOM_UTF16_BE, "utf-16-be", UTF_16),
)
_FIRST_LETTERS = (
    (b"<\x00\x00\x00", "utf-32-le", UTF_32),
    (b"\x00\x00\x00<", "utf-32-be", UTF_32),
    (b"<\x00", "utf-16-le", UTF_16),
    (b"\x00<", "utf-16-be", UTF_16),
    ("<?xm".encode("cp037"), "cp037", ("cp037",)),
)
"""How a document without a mark begins in encodings that are no extension of ASCII."""

_HEAD = 1024
_DECLARATION = re.compile(
    r"<\?xml\s+version\s*=\s*(?:\"([^\"<>]{0,40})\"|'([^'<>]{0,40})')"
    r"(?:\s+encoding\s*=\s*(?:\"([^\"<>]{0,60})\"|'([^'<>]{0,60})'))?"
)
_BEFORE = re.compile(r"[\s\ufeff]+(?=<\?xml\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """What the first bytes show: the codec that they need, and those that say the same."""

    mark: int
    codec: str
    family: tuple[str, ...]
    has_mark: bool = False


def decode_document(body: bytes, charset: str | None, notes: Notes) -> str:
    """The text of an XML document, readable whatever is wrong with its encoding.

    Args:
        body: as it came, decompressed.
        charset: the transport's word (HTTP `charset`), None when it said nothing.
        notes: takes what is wrong.

    Returns:
        Text without a byte order mark. What stood before the XML declaration stands behind it,
        so that reading goes on and lines keep their numbers.
    """
    look = _look_at(body)
    head = body[look.mark : look.mark + _HEAD].decode(look.codec, "replace").lstrip("\ufeff")
    declared, place = _declared(head)
    codec = _decide(look, charset, declared, place, notes)
    return _mended(_decoded(body[look.mark :], codec, notes), notes)


def _look_at(body: bytes) -> _Look:
    for mark, codec, family in _BOMS:
        if body.startswith(mark):
            return _Look(mark=len(mark), codec=codec, family=family, has_mark=True)
    for letters, codec, family in _FIRST_LETTERS:
        if body.startswith(letters):
            return _Look(mark=0, codec=codec, family=family)
    return _Look(mark=0, codec="iso8859-1", family=())


def _declared(head: str) -> tuple[str | None, tuple[int, int]]:
    """The encoding that the declaration names, and its line and column."""
    match = _DECLARATION.match(head.lstrip("\ufeff \t\r\n"))
    if match is None:
        return None, (1, 1)
    group = 3 if match[3] is not None else 4
    if match[group] is None:
        return None, (1, 1)
    start = match.start(group)
    return match[group], _place(match.string, start)


def _place(text: str, start: int) -> tuple[int, int]:
    """Line and column from 1; a tab leads to the next column after a multiple of eight, as in
    editors."""
    line_start = text.rfind("\n", 0, start) + 1
    return text.count("\n", 0, start) + 1, len(text[line_start:start].expandtabs(8)) + 1


def _decide(
    look: _Look, charset: str | None, declared: str | None, place: tuple[int, int], notes: Notes
) -> str:
    """The codec to read by; notes what does not fit together."""
    stated = _judged(declared, place, notes)
    if not _fits(look, stated, is_stated=declared is not None):
        _note_at(place, notes, "unicode-error", encoding=declared or "UTF-8")
        stated = None
    own = look.codec.upper() if look.family else declared or "UTF-8"
    said = codec_of(charset)
    if charset and (said is None or not _fits(look, said, is_stated=True)):
        rule = "encoding-mismatch" if said else "unknown-encoding"
        notes.note(rule, value=charset, charset=charset, encoding=own)
        said = None
    elif said and stated and said != stated and said not in look.family:
        notes.note("encoding-mismatch", charset=charset, encoding=own)
    return look.codec if look.family else said or stated or "utf-8"


def _judged(declared: str | None, place: tuple[int, int], notes: Notes) -> str | None:
    """The codec that the declaration names, if it is one; notes whether readers know it."""
    codec = codec_of(declared)
    if declared is not None and codec is None:
        _note_at(place, notes, "unknown-encoding", value=declared or "of no name")
    elif codec is not None and not is_standard(codec):
        rule = "nonstd-encoding" if is_common(codec) else "obscure-encoding"
        _note_at(place, notes, rule, value=declared)
    return codec


def _fits(look: _Look, codec: str | None, *, is_stated: bool) -> bool:
    """Whether the first bytes can be of a codec. Without a word a mark is enough; an encoding
    that is not an extension of ASCII needs a word or a mark, and shows in the first bytes."""
    if codec is None:
        return not look.family or (look.has_mark and not is_stated)
    if look.family:
        return codec in look.family
    return "<?".encode(codec) == b"<?"


def _note_at(place: tuple[int, int], notes: Notes, rule: str, **about: object) -> None:
    notes.note(rule, None, line=place[0], column=place[1], **about)


def _decoded(body: bytes, codec: str, notes: Notes) -> str:
    try:
        return body.decode(codec)
    except UnicodeError as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        line, column = _place(before := body[:start].decode(codec, "replace"), len(before))
        notes.note("unicode-error", line=line, column=column, encoding=codec.upper())
        return body.decode(codec, "replace")


def _mended(text: str, notes: Notes) -> str:
    """The text as a parser can take it: the declaration first."""
    before = _BEFORE.match(text)
    if before:
        notes.note("wp-blank-line", line=1, column=1)
        end = max(text.find("?>", before.end()) + 2, before.end())
        text = text[before.end() : end] + before[0].replace("\ufeff", "") + text[end:]
    match = _DECLARATION.match(text)
    version = (match[1] if match[1] is not None else match[2]) if match else "1.0"
    if version != "1.0":
        notes.note("bad-xml-version", line=1, column=1, value=version)
    return text
