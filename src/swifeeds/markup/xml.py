"""The one factory of XML parsers.

A document whose DTD declares entities is refused: nothing we read needs it, and bombs and
XXE do. The names of HTML entities (`&nbsp;`), which feeds use without declaring them, come from
Python's table. No network, no DTD loading, no huge trees.
"""

from __future__ import annotations

import html
import re
from html.entities import html5
from typing import TypeAlias

from lxml import etree

from swifeeds.errors import ExtractError
from swifeeds.markup.charset import decode
from swifeeds.markup.text import escape, strip_control

Element: TypeAlias = etree._Element  # noqa: SLF001 - the only name that lxml's elements have

_DECLARATION = re.compile(r"<\?xml\s[^>]*\?>")
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
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_LONGEST_REFERENCE = 36


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
    return "".join(
        part if part.startswith("<![CDATA[") else _REFERENCE.sub(_legal, part)
        for part in _CDATA.split(strip_control(text[root.start() :]))
    )


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
