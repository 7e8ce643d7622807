"""A page read by its source's profile and by what it declares, and by nothing else.

No density is scored and no text searched for dates: what the profile names is where it says, or the
page was built anew. Then there is no draft, and the reader of unknown pages takes over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import accumulate

from lxml.html import HtmlElement

from swifeeds.extract.article_text import ArticleText
from swifeeds.extract.blocks import Block, flatten
from swifeeds.extract.canonical import canonical_address
from swifeeds.extract.credits import read_credit, take_credit
from swifeeds.extract.cutting import Cut, cut_page
from swifeeds.extract.declared import Declared, Said, read_declared
from swifeeds.extract.embargo_glance import may_declare
from swifeeds.extract.languages import choose_language, language_of_dates
from swifeeds.extract.leads import choose_lead
from swifeeds.extract.margin import Sighted, sight
from swifeeds.extract.marked_body import readable
from swifeeds.extract.media import is_shown_in, read_media
from swifeeds.extract.metatags import first
from swifeeds.extract.page import read_page
from swifeeds.extract.page_embargo import PageEmbargo, read_page_embargo
from swifeeds.extract.profiled_dates import read_profiled_dates
from swifeeds.extract.profiled_people import read_profiled_people
from swifeeds.extract.reading import LEAST_TEXT, filled, provenances_of, with_company
from swifeeds.extract.ruling import stated_value
from swifeeds.extract.tidy import tidy
from swifeeds.extract.twins import with_script
from swifeeds.extract.weight import weight
from swifeeds.markup import canonical_url, text_of
from swifeeds.model import Document, Draft, Media, Source

_SPOKEN = 800
"""Letters of the text by which its language is told."""

_GLANCE = 240
"""Letters of it that are enough where they are in the language that the page declares."""

RULE = "rule"
"""The provenance of what a rule found."""


def read_by_profile(document: Document, source: Source, hint: Draft | None) -> Draft | str:
    """The draft of an article's page, or what the profile did not find on it, in a few words.

    Args:
        document: the page.
        source: whose rules are the profile.
        hint: what the linking document said of the article.

    Raises:
        ExtractError: empty, far too large, or a rule that cannot be read.
    """
    cut = cut_page(document, source)
    title = text_in(cut.parts.get("title"))
    if title is None:
        return "headline"
    blocks = flatten(cut.parts["content"]) if "content" in cut.parts else ()
    if not _is_text(blocks):
        return "text"
    return _read(cut, blocks, title, hint)


def _is_text(blocks: tuple[Block, ...]) -> bool:
    weights = accumulate(weight(block.text) for block in blocks)
    return any(found >= LEAST_TEXT for found in weights)


def _read(cut: Cut, blocks: tuple[Block, ...], title: str, hint: Draft | None) -> Draft | str:
    page, parts, declared = cut.page, cut.parts, read_declared(cut.page)
    spoken = "\n".join(block.text for block in blocks)[:_SPOKEN]
    language = choose_language(page, declared, hint, text=spoken, glance=_GLANCE)
    language = with_script(language, page, spoken)
    dates_in = language_of_dates(language.text, declared, page.url)
    dates = read_profiled_dates(
        page,
        declared,
        published=text_in(parts.get("published")),
        updated=text_in(parts.get("updated")),
        language=dates_in,
        hint=hint,
    )
    if dates.published is None:
        return "date"
    embargo = _embargo(cut, declared, title=title, language=dates_in)
    said = {block.text for block in embargo.blocks}
    blocks = tuple(block for block in blocks if block.text not in said)
    media = _media(cut, declared)
    text = _text(cut, declared, readable(blocks), title=title, language=language.text, media=media)
    authors, signed = read_profiled_people(page, declared, parts.get("authors"))
    draft = Draft(
        source_id=page.source.id,
        retrieved=page.document.retrieved,
        language=language.text,
        title=title,
        url=canonical_url(canonical_address(page, first(declared.meta, "og:url"))),
        summary=text.lead.text if text.lead else None,
        content=text.content(page),
        published=dates.published,
        updated=dates.updated,
        dating=dates.dating,
        authors=authors,
        credit=text.credit,
        media=media,
        links=text.links(page),
        embargoed_until=embargo.until,
        held=embargo.held,
        provenances=provenances_of(
            title=Said(text=title, origin=RULE),
            summary=text.lead,
            content=text.origin,
            authors=signed if authors else None,
            language=language,
            embargo=embargo.origin,
        ),
    )
    return _with_company(cut, declared, blocks, draft, hint)


def _embargo(cut: Cut, declared: Declared, *, title: str, language: str) -> PageEmbargo:
    """The page is read line by line only where a glance at it says that it may declare one."""
    page = cut.page
    sighted: tuple[Sighted, ...] = ()
    zone, near = page.source.time_zone, page.document.retrieved
    if may_declare(cut.around, language=language, zone=zone, near=near):
        sighted = sight(flatten(read_page(page.document, page.source).root, by_line=True))
    return read_page_embargo(page, declared, sighted, title=title, language=language)


def _with_company(
    cut: Cut, declared: Declared, blocks: tuple[Block, ...], draft: Draft, hint: Draft | None
) -> Draft:
    around = cut.parts.get("around")
    lines = () if around is None else flatten(around, by_line=True)
    whole = with_company(cut.page, declared, sight((*blocks, *lines)), draft)
    section = text_in(cut.parts.get("section"))
    whole = replace(whole, section=section) if section and section != whole.section else whole
    return whole if hint is None else filled(whole, hint)


def text_in(part: HtmlElement | None) -> str | None:
    """The text of a part; what a machine may read (`datetime`, `content`) before what is shown."""
    if part is None:
        return None
    return next(
        (text for element in part if (text := stated_value(element) or text_of(element))), None
    )


def _text(
    cut: Cut,
    declared: Declared,
    found: tuple[Block, ...],
    *,
    title: str,
    language: str,
    media: tuple[Media, ...],
) -> ArticleText:
    tidied = tidy(found, title=title, language=language, zone=cut.page.source.time_zone)
    shown = [block for block in tidied if block.kind != "img" or not is_shown_in(media, block)]
    blocks, credit = take_credit(shown)
    stated = text_in(cut.parts.get("credit"))
    summary = text_in(cut.parts.get("summary"))
    lead = Said(text=summary, origin=RULE) if summary else None
    if lead is None and declared.summaries:
        lead = choose_lead(cut.page, declared, blocks, title=title)
    return ArticleText(
        lead=lead,
        blocks=blocks,
        credit=(read_credit(stated) if stated else None) or credit,
        origin=RULE,
    )


def _media(cut: Cut, declared: Declared) -> tuple[Media, ...]:
    """The picture that the profile names, else as on any page."""
    part = cut.parts.get("image")
    if part is None:
        return read_media(cut.page, declared)
    nothing: Mapping[str, tuple[str, ...]] = {}
    part.tag = "figure"
    found = read_media(
        replace(cut.page, root=part), replace(declared, article=None, nodes=(), meta=nothing)
    )
    caption = text_in(cut.parts.get("caption"))
    return tuple(_captioned(found, caption)) or read_media(cut.page, declared)


def _captioned(media: tuple[Media, ...], caption: str | None) -> Iterator[Media]:
    for one in media:
        yield replace(one, caption=caption) if caption else one
