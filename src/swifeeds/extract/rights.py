"""Rights and licence, where the page states them for the article."""

from __future__ import annotations

from swifeeds.extract import jsonld
from swifeeds.extract.declared import Declared
from swifeeds.extract.metatags import first
from swifeeds.extract.page import Page
from swifeeds.model import MiningTerms, mining_terms

_TERMS = "application/rsl+xml"


def read_rights(declared: Declared) -> str | None:
    """The copyright notice, or holder and year put together; None where nothing is stated."""
    article = declared.article or {}
    notice = jsonld.text(article.get("copyrightNotice"))
    if notice:
        return notice
    holder = next(
        (
            jsonld.text(node)
            for node in jsonld.follow(article.get("copyrightHolder"), declared.nodes)
        ),
        None,
    )
    year = article.get("copyrightYear")
    if holder:
        return f"© {year} {holder}" if year else f"© {holder}"
    return first(declared.meta, "dcterms.rights", "dc.rights", "copyright", "rights")


def read_license(page: Page, declared: Declared) -> str | None:
    """The address of the licence (schema.org `license`, `rel="license"` of the head)."""
    stated = (declared.article or {}).get("license")
    stated = stated.get("url") or stated.get("@id") if isinstance(stated, dict) else stated
    if isinstance(stated, str) and (address := page.absolute(stated)):
        return address
    return _linked(page, is_for_machines=False)


def read_rsl(page: Page) -> str | None:
    """The address of the terms for machines (RSL 1.0) that the page names in its head."""
    return _linked(page, is_for_machines=True)


def read_mining(page: Page, declared: Declared) -> MiningTerms | None:
    """What the page says of text and data mining in its head, else in its header fields."""
    meta = declared.meta
    stated = mining_terms(first(meta, "tdm-reservation"), first(meta, "tdm-policy"))
    return stated or page.document.mining


def _linked(page: Page, *, is_for_machines: bool) -> str | None:
    found = (
        page.absolute(link.get("href"))
        for head in page.root.iter("head")
        for link in head.iterchildren("link")
        if link.get("rel") == "license" and (link.get("type") == _TERMS) is is_for_machines
    )
    return next(filter(None, found), None)
