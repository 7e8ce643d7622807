"""Files of two bytes a letter, as UTF-8: all that is looked for in a file is one byte there."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import chain

_SIGNS = {
    codecs.BOM_UTF16_LE: "utf-16-le", b"<\x00": "utf-16-le", b"{\x00": "utf-16-le",
    b"[\x00": "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be", b"\x00<": "utf-16-be",
    b"\x00{": "utf-16-be", b"\x00[": "utf-16-be",
}  # fmt: skip
_DECLARED = re.compile(r"""(\A\s*<\?xml\b[^>]*?\bencoding\s*=\s*)("[^"]*"|'[^']*')""")
_BEGINNING = 1024


def narrowed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces as they are; those of UTF-16 as UTF-8, which their XML then declares."""
    rest, beginning = iter(pieces), b""
    for piece in rest:
        beginning += piece
        if len(beginning) > 1:
            break
    encoding = _SIGNS.get(beginning[:2])
    whole = chain((beginning,), rest)
    return whole if encoding is None else _as_utf8(whole, encoding)


def _as_utf8(pieces: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    beginning = ""
    for piece in pieces:
        beginning += decoder.decode(piece)
        if len(beginning) >= _BEGINNING:
            break
    yield _DECLARED.sub(r'\1"utf-8"', beginning.removeprefix("\ufeff"), count=1).encode()
    for piece in pieces:
        yield decoder.decode(piece).encode()
    yield decoder.decode(b"", final=True).encode()
