"""The one factory of XML parsers.

A document whose DTD declares entities is refused: nothing we read needs it, and bombs and
XXE do. The names of HTML entities (`&nbsp;`), which feeds use without declaring them, come from
Python's table. No network, no DTD loading, no huge trees.
"""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from swifeeds.errors import ExtractError
from swifeeds.markup.charset import decode
from swifeeds.markup.size import FEED, Size, check_bytes, check_xml
from swifeeds.markup.xml_text import as_it_is, from_root_on, mended

Element: TypeAlias = etree._Element  # noqa: SLF001 - the only name that lxml's elements have


def parse_xml(
    body: bytes | str,
    *,
    charset: str | None = None,
    recover: bool = False,
    url: str = "",
    size: Size = FEED,
) -> Element:
    """The root element.

    Args:
        body: as it came, or text; what stands before the root (a PHP warning, blank lines) is
            dropped.
        charset: the transport's word for bytes.
        recover: take as much as can be had of a broken document.
        url: names the document in errors.
        size: how large it may be.

    Raises:
        ExtractError: not well-formed (unless `recover`), no element at all, or declared entities.
    """
    root, fault = read_xml(body, charset=charset, url=url, size=size)
    if fault is not None and not recover:
        raise fault
    return root


def read_xml(
    body: bytes | str, *, charset: str | None = None, url: str = "", size: Size = FEED
) -> tuple[Element, ExtractError | None]:
    """The root element of a document, and what was wrong when only a part of it could be read.

    It is parsed as it is, then mended, then with recovery: each step reads what the one before
    could not, and costs more.

    Raises:
        ExtractError: no element at all, declared entities, or far too large.
    """
    if isinstance(body, bytes):
        check_bytes(body, url)
    text = from_root_on(body if isinstance(body, str) else decode(body, charset), url)
    check_xml(text, url, size)
    data = as_it_is(text)
    try:
        if data is not None:
            return _parsed(data, url), None
    except ExtractError:
        # Entities without a declaration, control characters: `mended` knows what is meant.
        pass
    data = mended(text)
    try:
        return _parsed(data, url), None
    except ExtractError as fault:
        return _parsed(data, url, recover=True), fault


def _parsed(data: bytes, url: str, *, recover: bool = False) -> Element:
    parser = etree.XMLParser(
        encoding="utf-8",
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
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ExtractError(f"is not well-formed XML: {error.msg}", url=url) from error
    except ValueError as error:
        raise ExtractError(f"cannot be read as XML: {error}", url=url) from error
    if root is None:
        raise ExtractError("holds no XML element", url=url)
    return root
