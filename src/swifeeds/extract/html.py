"""Pages: an index gives links, an article gives one draft.

The order of belief for every field of an article: the source's own rules, what the page declares,
what the linking document said, what the page shows, and a guess last. A field that was not
declared in so many words names in `provenances` where it was read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from swifeeds.errors import NotAnArticle
from swifeeds.extract.blocks import Block, flatten
from swifeeds.extract.body import find_body
from swifeeds.extract.declared import read_declared
from swifeeds.extract.index import find_links
from swifeeds.extract.legacy import read_legacy
from swifeeds.extract.margin import sight
from swifeeds.extract.page import Page, read_page
from swifeeds.extract.profiled import read_by_profile
from swifeeds.extract.reading import LEAST_TEXT, read_draft
from swifeeds.extract.weight import weight
from swifeeds.model import Document, Draft, Extraction, Link, Remark, RemarkKind, Source

_LIST = 12
"""Links from which a page that only calls itself an article is an index all the same."""

_FEW = 5
"""Links below which an article's page only lists what is related to it."""

_TEASER = 600
"""Letters of text that make a page with many links an article that lists them."""


def extract_page(document: Document, source: Source) -> Extraction:
    """What the source's own address gives: the links of an index, or the article that it is.

    Raises:
        NotAnArticle: neither links nor an article.
        ExtractError: no HTML at all, or a rule that cannot be read.
    """
    page = read_page(document, source)
    links = find_links(page)
    if links and (source.rules.links is not None or not _is_one_article(page, len(links))):
        return Extraction(links=tuple(Link(url=url) for url in links))
    try:
        return Extraction(drafts=(read_draft(page, None),))
    except NotAnArticle as error:
        raise NotAnArticle(
            "holds neither links to articles nor an article; name the links in `rules.links`",
            url=document.url,
        ) from error


def extract_article(document: Document, source: Source, hint: Draft | None = None) -> Extraction:
    """The one draft of an article's page.

    Args:
        document: the page.
        source: where it belongs; its rules, zone and language fill what the page leaves open.
        hint: what the linking document said of the article.

    A page on which the source's profile does not find headline, text and date is read as if nobody
    had described it, and a remark says so.

    Raises:
        NotAnArticle: no headline, or next to no text.
        ExtractError: no HTML at all, or a rule that cannot be read.
    """
    if not source.rules.alone:
        return Extraction(drafts=(read_draft(read_page(document, source), hint),))
    found = read_by_profile(document, source, hint)
    if isinstance(found, Draft):
        return Extraction(drafts=(found,))
    unruled = replace(source, rules=replace(source.rules, alone=False))
    draft = read_draft(read_page(document, unruled), hint)
    return Extraction(drafts=(draft,), remarks=(_missed(found, document, source),))


def _missed(what: str, document: Document, source: Source) -> Remark:
    message = f"its profile found no {what}; run `swifeeds source learn {source.id}`"
    return Remark(kind=RemarkKind.PROFILE_MISSED, subject=document.url, message=message)


def _is_one_article(page: Page, links: int) -> bool:
    """A page that declares itself an article and is no list, or is built like an old one."""
    declared = read_declared(page)
    if declared.article is not None or (declared.is_article and links < _LIST):
        blocks, _ = find_body(page.root, url=page.url)
        return _size(blocks) > (_TEASER if links >= _FEW else LEAST_TEXT)
    lines = sight(flatten(page.root, by_line=True))
    zone, language = page.source.time_zone, page.source.language
    legacy = read_legacy(lines, title="", language=language, zone=zone)
    return legacy is not None and _size(legacy.body) > LEAST_TEXT


def _size(blocks: Iterable[Block]) -> int:
    return sum(weight(block.text) for block in blocks)
