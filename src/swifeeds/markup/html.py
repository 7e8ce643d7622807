"""The one factory of HTML parsers."""

from __future__ import annotations

from lxml import etree
from lxml import html as lxml_html

from swifeeds.errors import ExtractError
from swifeeds.markup.attributes import check_attributes
from swifeeds.markup.charset import decode
from swifeeds.markup.text import plain_text, strip_control

_ONE_CLASS = etree.ElementDefaultClassLookup(element=lxml_html.HtmlElement)

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
    check_size(text, url)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    # lxml.html asks Python for the class of every element it meets; ours are all of one.
    parser.set_element_class_lookup(_ONE_CLASS)
    try:
        root = lxml_html.document_fromstring(text.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ExtractError("is empty or no HTML", url=url) from error
    return root


def check_size(html: str, url: str = "") -> None:
    """Refuse what costs a parser more than any article can be worth.

    Raises:
        ExtractError: too long, too many tags, or a tag with too many attributes.
    """
    if len(html) > MAX_CHARACTERS:
        raise ExtractError(f"has {len(html)} characters, {MAX_CHARACTERS} are read", url=url)
    if html.count("<") > MAX_TAGS:
        raise ExtractError(f"has more than {MAX_TAGS} tags, which no article needs", url=url)
    check_attributes(html, url)


def text_of(element: etree._Element) -> str | None:
    """The plain text of an element, its markup and scripts gone; None when there is none."""
    copy = etree.tostring(element, encoding="unicode", method="html", with_tail=False)
    return plain_text(copy)
