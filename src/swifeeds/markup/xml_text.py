"""The text of an XML document before a parser sees it: from the root on, with references that XML
itself knows, and nothing that declares entities.

Most documents need no mending at all. Looking whether one does costs a tenth of doing it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5

from swifeeds.errors import ExtractError
from swifeeds.markup.text import escape, strip_control

_DECLARATION = re.compile(r"<\?xml\s[^<>]*\?>")
_PROLOGUE = re.compile(
    r"(?:[^<]++|<\?(?:(?!\?>).)*+\?>|<!--(?:(?!-->).)*+-->|(<!DOCTYPE"
    r"(?:[^\[>\"']++|\"[^\"]*+\"|'[^']*+')*+"
    r"(?:\[(?:[^\]\"'<]++|\"[^\"]*+\"|'[^']*+'|<!--(?:(?!-->).)*+-->|<)*+\]\s*+)?+>))*+",
    re.DOTALL | re.IGNORECASE,
)
"""All that may stand before the root. Possessive throughout: no input makes it backtrack."""

_ENTITY_DECLARATION = re.compile(r"<!ENTITY", re.IGNORECASE)
_ROOT = re.compile(r"<[A-Za-z_]")
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(#\d+;|#[xX][0-9A-Fa-f]+;|\w+;)?")
_CDATA = "<![CDATA["
_LONGEST_REFERENCE = 36


_ODD_LETTER = re.compile(rb"\x7f|\xc2[\x80-\x84\x86-\x9f]|\xef\xb7[\x90-\xaf]")
"""In UTF-8, what XML 1.0 allows and no feed should hold: C1 controls, noncharacters."""

_ODD_REFERENCE = re.compile(
    rb"&#(?:0|1(?:2[7-9]|[345]\d);|649[7-9]\d;|650[0-3]\d;|[xX](?:0|7[fF];|[89][0-9a-fA-F];"
    rb"|[fF][dD][dDeE][0-9a-fA-F];))"
)
"""Numbers of those, and those that pages of windows-1252 write (`&#146;`)."""


def from_root_on(text: str, url: str) -> str:
    """The text without declaration, DTD and whatever stands before the root.

    Raises:
        ExtractError: no element, a DTD that declares entities, or a tag of absurd length.
    """
    text = _after_junk(text)
    prologue = _PROLOGUE.match(text)
    start = prologue.end() if prologue else 0
    doctype = (prologue[1] if prologue else None) or ""
    # What the prologue could not get past is looked through as well: a bomb in a broken DTD.
    root = _ROOT.search(text, start)
    before_root = text[start : root.start()] if root else text[start:]
    if _ENTITY_DECLARATION.search(doctype + before_root):
        raise ExtractError("declares entities of its own, which is refused as unsafe", url=url)
    if root is None:
        raise ExtractError("holds no XML element", url=url)
    return text[root.start() :]


def as_it_is(text: str) -> bytes | None:
    """The document in UTF-8 where `mended` could only change what a strict parser refuses anyway;
    None where a strict parser would read something else than it should."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return None
    is_odd = _has_odd_letter(data) or (b"&#" in data and _ODD_REFERENCE.search(data))
    return None if is_odd else data


def _has_odd_letter(data: bytes) -> bool:
    # A byte that does not occur is found missing at the speed of memory.
    seen = b"\x7f" in data or b"\xc2" in data or b"\xef\xb7" in data
    return seen and _ODD_LETTER.search(data) is not None


def mended(text: str) -> bytes:
    """The document without what XML cannot carry, its references those that XML itself knows."""
    parts = _parts(strip_control(text))
    return "".join(
        part if part.startswith(_CDATA) else _REFERENCE.sub(_legal, part) for part in parts
    ).encode()


def _parts(text: str) -> Iterator[str]:
    """CDATA sections, and what stands between them. One that is never closed is none: looking for
    its end is done once."""
    place = 0
    while (start := text.find(_CDATA, place)) >= 0 and (end := text.find("]]>", start)) >= 0:
        yield text[place:start]
        yield text[start : end + 3]
        place = end + 3
    yield text[place:]


def _after_junk(text: str) -> str:
    """From the XML declaration on when something stands before it that is no XML (a PHP warning).

    A declaration further inside, in a code sample say, is not taken for one.
    """
    declaration = _DECLARATION.search(text)
    if declaration is None or "<![CDATA[" in text[: declaration.start()]:
        return text
    rest = text[declaration.end() :]
    return rest if _ROOT.search(rest) else text


def _legal(match: re.Match[str]) -> str:
    """`&nbsp;` and `&#146;` become their letter, a bare `&` an `&amp;`, `&#11;` nothing."""
    reference = match[1] or ""
    if reference.startswith("#"):
        known = len(reference) <= _LONGEST_REFERENCE
        return escape(html.unescape(match[0])) if known else ""
    return escape(html5[reference]) if reference in html5 else f"&amp;{reference}"
