"""The one factory of XML parsers.

A document whose DTD declares entities is refused: nothing we read needs it, and bombs and
XXE do. The names of HTML entities (`&nbsp;`), which feeds use without declaring them, come from
our own table. No network, no DTD loading, no huge trees.
"""

from __future__ import annotations

import re
import sys
from html.entities import name2codepoint
from typing import TypeAlias

from lxml import etree

from swifeeds.errors import ExtractError
from swifeeds.markup.charset import decode
from swifeeds.markup.text import strip_control

Element: TypeAlias = etree._Element  # noqa: SLF001 - the only name that lxml's elements have

_DECLARATION = re.compile(r"<\?xml[^>]*\?>")
_ENTITY_DECLARATION = re.compile(r"<!ENTITY", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"<(?![!?])[A-Za-z_]")
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#[xX][0-9A-Fa-f]+);)(\w+;)?")
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_NUMERIC = re.compile(r"&#(?:(\d+)|[xX]([0-9A-Fa-f]+));")


def parse_xml(
    body: bytes, *, charset: str | None = None, recover: bool = False, url: str = ""
) -> Element:
    """The root element.

    Args:
        body: as it came; text before the root (a PHP warning, blank lines) is dropped.
        charset: the transport's word.
        recover: take as much as can be had of a broken document.
        url: names the document in errors.

    Raises:
        ExtractError: not well-formed (unless `recover`), no element at all, or declared entities.
    """
    text = _prepared(decode(body, charset), url)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise ExtractError(f"is not well-formed XML: {error.msg}", url=url) from error
    except ValueError as error:
        raise ExtractError(f"cannot be read as XML: {error}", url=url) from error
    if root is None:
        raise ExtractError("holds no XML element", url=url)
    return root


def _prepared(text: str, url: str) -> str:
    """From the root on, without declaration and DTD, with entities that XML itself knows."""
    declaration = _DECLARATION.search(text)
    text = text[declaration.end() :] if declaration else text
    match = _ROOT.search(text)
    if match is None:
        raise ExtractError("holds no XML element", url=url)
    prologue = text[: match.start()]
    if _ENTITY_DECLARATION.search(prologue):
        raise ExtractError("declares entities of its own, which is refused as unsafe", url=url)
    # With a DTD's internal subset the first "element" may stand inside it.
    if "<!DOCTYPE" in prologue.upper():
        whole = _DOCTYPE.sub("", text, count=1)
        match = _ROOT.search(whole)
        if match is None or _ENTITY_DECLARATION.search(whole[: match.start()]):
            raise ExtractError("declares entities of its own, which is refused as unsafe", url=url)
        text = whole
    return "".join(
        part if part.startswith("<![CDATA[") else _references(part)
        for part in _CDATA.split(strip_control(text[match.start() :]))
    )


def _references(text: str) -> str:
    """`&nbsp;` becomes its letter, a bare `&` an `&amp;`, `&#11;` nothing."""
    return _NUMERIC.sub(_legal_number, _REFERENCE.sub(_named, text)) if "&" in text else text


def _named(match: re.Match[str]) -> str:
    name = (match[1] or "").rstrip(";")
    point = name2codepoint.get(name)
    return chr(point) if point else f"&amp;{match[1] or ''}"


def _legal_number(match: re.Match[str]) -> str:
    number = int(match[1]) if match[1] else int(match[2], 16)
    legal = number <= sys.maxunicode and strip_control(chr(number)) if number else ""
    return match[0] if legal else ""
