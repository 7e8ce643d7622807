"""A page as it is read: the tree, and the two addresses that matter."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement

from swifeeds.markup import absolute_url, parse_html
from swifeeds.model import Document, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A parsed page. `base` resolves its relative addresses (`<base href>` counts)."""

    document: Document
    source: Source
    root: HtmlElement
    base: str

    @property
    def url(self) -> str:
        """The address that answered."""
        return self.document.final_url

    def absolute(self, address: str | None) -> str | None:
        """An address of this page in full, None for what is not http(s)."""
        return absolute_url(address, self.base) if address and address.strip() else None


def read_page(document: Document, source: Source) -> Page:
    """Parse a page.

    Raises:
        ExtractError: empty, far too large, or no HTML at all.
    """
    root = parse_html(document.body, charset=document.charset, url=document.url)
    return page_of(document, source, root)


def page_of(document: Document, source: Source, root: HtmlElement) -> Page:
    """The page of a tree."""
    stated = next((element.get("href") for element in root.iter("base")), None)
    base = absolute_url(stated or document.final_url, document.final_url) or document.final_url
    return Page(document=document, source=source, root=root, base=base)
