"""The text of an article: lead, body and credit, each where it belongs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from swifeeds.extract.block_html import to_html
from swifeeds.extract.blocks import Block
from swifeeds.extract.body import find_body
from swifeeds.extract.credits import take_credit
from swifeeds.extract.declared import Declared, Said
from swifeeds.extract.leads import choose_lead
from swifeeds.extract.legacy import Legacy, read_legacy
from swifeeds.extract.margin import Sighted
from swifeeds.extract.media import is_shown_in
from swifeeds.extract.page import Page
from swifeeds.extract.phrases import strip_external
from swifeeds.extract.ruling import ruled_blocks, ruled_text
from swifeeds.extract.tidy import tidy
from swifeeds.extract.weight import weight
from swifeeds.markup import canonical_url, clean_html
from swifeeds.model import Credit, Media

_AROUND_ADDRESS = 60
"""Characters of a line that is there for the page's address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleText:
    """The text as it came apart. `origin` tells how the body was found."""

    lead: Said | None
    blocks: tuple[Block, ...]
    credit: Credit | None
    origin: str

    @property
    def weight(self) -> int:
        """How much the body says (see `body.weight`)."""
        return sum(weight(block.text) for block in self.blocks)

    def content(self, page: Page) -> str | None:
        """The body as clean HTML with absolute addresses; None when there is none."""
        cleaned = clean_html(to_html(self.blocks), page.base)
        return strip_external(cleaned) if cleaned else None

    def links(self, page: Page) -> tuple[str, ...]:
        """Where the body links to, in order, each address once."""
        found = (page.absolute(href) for block in self.blocks for href, _ in block.links)
        return tuple(dict.fromkeys(canonical_url(address) for address in found if address))


def read_text(
    page: Page,
    declared: Declared,
    sighted: Sequence[Sighted],
    *,
    title: str,
    language: str,
    media: tuple[Media, ...],
) -> ArticleText:
    """The article's text.

    Args:
        page: the page.
        declared: what it declares.
        sighted: its lines.
        title: the headline, which is no part of the text.
        language: of the article.
        media: pictures that are shown apart from the text.

    Raises:
        ExtractError: a rule of the source cannot be read.
    """
    zone = page.source.time_zone
    legacy = read_legacy(sighted, title=title, language=language, zone=zone)
    found, origin = _body(page, legacy)
    tidied = tidy(found, title=title, language=language, zone=zone)
    shown = [
        block
        for block in tidied
        if not _names_its_page(block, page)
        and (block.kind != "img" or not is_shown_in(media, block))
    ]
    blocks, credit = take_credit(shown)
    lead = _lead(page, legacy if origin == "legacy" else None)
    lead = lead or choose_lead(page, declared, blocks, title=title)
    return ArticleText(lead=lead, blocks=blocks, credit=credit, origin=origin)


def _names_its_page(block: Block, page: Page) -> bool:
    """A line that gives the page's own address: "This article is found at …"."""
    address = page.url.partition("://")[2].rstrip("/")
    return address in block.text and len(block.text) <= len(address) + _AROUND_ADDRESS


def _body(page: Page, legacy: Legacy | None) -> tuple[tuple[Block, ...], str]:
    if ruled := ruled_blocks(page, page.source.rules.content):
        return ruled, "rule"
    if legacy is not None and legacy.body:
        return legacy.body, "legacy"
    return find_body(page.root, url=page.url)


def _lead(page: Page, legacy: Legacy | None) -> Said | None:
    if ruled := ruled_text(page, page.source.rules.summary):
        return Said(text=ruled, origin="rule")
    if legacy is not None and legacy.lead:
        return Said(text=legacy.lead, origin="legacy")
    return None
