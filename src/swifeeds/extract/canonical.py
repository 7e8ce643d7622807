"""The address that a page wants to be known by."""

from __future__ import annotations

from swifeeds.extract.page import Page
from swifeeds.extract.reached import is_meant_for_readers


def canonical_link(page: Page) -> str | None:
    """The first `<link rel="canonical">`, made absolute."""
    return next(
        (
            url
            for link in page.root.iter("link")
            if "canonical" in (link.get("rel") or "").lower()
            and (url := page.absolute(link.get("href")))
        ),
        None,
    )


def canonical_address(page: Page, og_url: str | None) -> str:
    """The address that the page wants to be known by, else the one that answered.

    A canonical link that leads to the front page of its site is a template's mistake, and one that
    leads inside some network (`localhost`) that of whoever put the site online.

    Args:
        page: the page.
        og_url: its OpenGraph address, which comes second.
    """
    stated = (canonical_link(page), page.absolute(og_url))
    for address in stated:
        if address and _is_meant(address, page.url):
            return address
    return page.url


def _is_meant(address: str, read_at: str) -> bool:
    is_front = not _has_path(address) and _has_path(read_at)
    return not is_front and is_meant_for_readers(address, read_at)


def _has_path(address: str) -> bool:
    return bool(address.partition("://")[2].partition("/")[2].strip("/"))
