"""Translations that a page declares: hreflang links, schema.org's work relations, and the twin of
a page in Chinese in the other script."""

from __future__ import annotations

from collections.abc import Iterator

from swifeeds.extract import jsonld
from swifeeds.extract.declared import Declared
from swifeeds.extract.page import Page
from swifeeds.extract.twins import twin_of
from swifeeds.localise.languages import canonical_tag
from swifeeds.markup import canonical_url, plain_text, url_key
from swifeeds.model import Translation

_RELATIONS = ("workTranslation", "translationOfWork")
_MOST = 60


def read_translations(
    page: Page, declared: Declared, *, language: str, own: str
) -> tuple[Translation, ...]:
    """The same article in other languages.

    `x-default`, the page itself, and further addresses of the page's own language (`en-US` beside
    `en-GB`: an edition, not a translation) are left out.

    Args:
        page: the page.
        declared: what it declares.
        language: the article's own.
        own: the article's canonical address.
    """
    stated = (*_alternates(page), *_works(page, declared), *twin_of(page, language))
    if not stated:
        return ()
    primary = language.partition("-")[0]
    mine = {url_key(address) for address in (own, page.url, page.document.url)}
    found: dict[str, Translation] = {}
    for translation in stated:
        foreign = translation.language.partition("-")[0] != primary or _differ_in_script(
            translation.language, language
        )
        if foreign and url_key(translation.url) not in mine:
            found.setdefault(translation.language, translation)
    return tuple(found.values())[:_MOST]


def _differ_in_script(one: str, other: str) -> bool:
    """Chinese in two scripts, or written for two regions, is read by different people."""
    return (
        one != other
        and one.startswith("zh")
        and other.startswith("zh")
        and "-" in one
        and "-" in other
    )


def _alternates(page: Page) -> Iterator[Translation]:
    for link in page.root.iter("link"):
        if link.get("hreflang") is None:
            continue
        rel = (link.get("rel") or "").lower().split()
        language = canonical_tag(link.get("hreflang") or "")
        address = page.absolute(link.get("href"))
        is_feed = "rss" in (link.get("type") or "") or "atom" in (link.get("type") or "")
        if "alternate" in rel and language and address and not is_feed:
            title = plain_text(link.get("title") or "")
            yield Translation(
                language=language, url=canonical_url(address), evidence="hreflang", title=title
            )


def _works(page: Page, declared: Declared) -> Iterator[Translation]:
    if declared.article is None:
        return
    for relation in _RELATIONS:
        for node in jsonld.follow(declared.article.get(relation), declared.nodes):
            language = canonical_tag(jsonld.text(node.get("inLanguage")) or "")
            stated = node.get("url") or node.get("@id")
            address = page.absolute(stated) if isinstance(stated, str) else None
            if language and address:
                title = jsonld.text(node.get("headline")) or jsonld.text(node.get("name"))
                yield Translation(
                    language=language, url=canonical_url(address), evidence=relation, title=title
                )
