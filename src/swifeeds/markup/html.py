"""The one factory of HTML parsers."""

from __future__ import annotations

from lxml import etree
from lxml import html as lxml_html

from swifeeds.errors import ExtractError
from swifeeds.markup.charset import decode
from swifeeds.markup.text import plain_text, strip_control

MAX_CHARACTERS = 6_000_000
"""A page of news has 0.2 million at most; what is thirty times that is no article."""

MAX_TAGS = 400_000
"""A large page has ten thousand; a tree of millions is a bomb made of tags."""


def parse_html(
    body: bytes | str, *, charset: str | None = None, url: str = ""
) -> lxml_html.HtmlElement:
    """The root of a page, however broken.

    Args:
        body: bytes as they came, or text.
        charset: the transport's word for bytes.
        url: names the page in errors.

    Raises:
        ExtractError: empty, or far too large.
    """
    text = strip_control(body if isinstance(body, str) else decode(body, charset))
    if len(text) > MAX_CHARACTERS:
        raise ExtractError(f"has {len(text)} characters, {MAX_CHARACTERS} are read", url=url)
    if text.count("<") > MAX_TAGS:
        raise ExtractError(f"has more than {MAX_TAGS} tags, which no article needs", url=url)
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml_html.document_fromstring(text.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ExtractError("is empty or no HTML", url=url) from error
    return root


def text_of(element: etree._Element) -> str | None:
    """The plain text of an element, its markup and scripts gone; None when there is none."""
    copy = etree.tostring(element, encoding="unicode", method="html", with_tail=False)
    return plain_text(copy)
