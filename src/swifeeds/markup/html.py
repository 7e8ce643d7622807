"""The one factory of HTML parsers."""

from __future__ import annotations

from lxml import etree
from lxml import html as lxml_html

from swifeeds.errors import ExtractError
from swifeeds.markup.charset import decode
from swifeeds.markup.size import check_page, without_data_addresses
from swifeeds.markup.text import is_bare, plain_text, strip_control

_UNSHOWN = frozenset({"script", "style"})
_ONE_CLASS = etree.ElementDefaultClassLookup(element=lxml_html.HtmlElement)


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
    text = without_data_addresses(text)
    check_page(text, url)
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


def text_of(element: etree._Element) -> str | None:
    """The plain text of an element, its markup and scripts gone; None when there is none."""
    said = element.text
    if said and not len(element) and element.tag not in _UNSHOWN and is_bare(said):
        return " ".join(said.split()) or None
    copy = etree.tostring(element, encoding="unicode", method="html", with_tail=False)
    return plain_text(copy)
