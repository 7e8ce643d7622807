"""One article's page read into a draft: who is believed for each field, and what is put aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from swifeeds.errors import NotAnArticle
from swifeeds.extract.agency_beside import read_agency_beside
from swifeeds.extract.apart import with_credit_apart
from swifeeds.extract.article_text import read_text
from swifeeds.extract.blocks import flatten
from swifeeds.extract.bylines import people_named, read_authors
from swifeeds.extract.canonical import canonical_address
from swifeeds.extract.dates import read_dates
from swifeeds.extract.declared import Declared, Said, read_declared
from swifeeds.extract.languages import choose_language, language_of_dates, running_text
from swifeeds.extract.legacy import guess_title
from swifeeds.extract.margin import Sighted, read_margin, sight
from swifeeds.extract.media import read_media
from swifeeds.extract.metatags import first
from swifeeds.extract.page import Page
from swifeeds.extract.page_embargo import read_page_embargo, take_out
from swifeeds.extract.rights import read_license, read_mining, read_rights, read_rsl
from swifeeds.extract.ruling import remove_ruled, ruled_lines, ruled_text
from swifeeds.extract.stories import read_stories
from swifeeds.extract.titles import choose_title
from swifeeds.extract.translations import read_translations
from swifeeds.extract.twins import with_script
from swifeeds.markup import canonical_url
from swifeeds.model import Draft, Person

LEAST_TEXT = 60
"""Letters (signs of CJK count double) below which a page without a lead holds no article."""

_FILLED = (
    "guid", "summary", "content", "published", "updated", "dating", "authors", "credit", "section",
    "keywords", "media", "translations", "stories", "rights", "license",
    "rsl", "rsl_elements", "mining", "origin", "embargoed_until", "held",
)  # fmt: skip
"""Fields that the linking document fills where the page leaves them open."""

_IN_SO_MANY_WORDS = frozenset({"json-ld", "microdata", "declared"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """A page with all that was found on it before anything is decided."""

    page: Page
    hint: Draft | None
    declared: Declared
    sighted: tuple[Sighted, ...]
    lines: tuple[str, ...]


def read_draft(page: Page, hint: Draft | None) -> Draft:
    """The draft of an article's page.

    Args:
        page: the page; what the source's rules remove is taken out of its tree.
        hint: what the linking document said of the article.

    Raises:
        NotAnArticle: no headline, or next to no text.
        ExtractError: a rule of the source cannot be read.
    """
    remove_ruled(page)
    sighted = sight(flatten(page.root, by_line=True))
    reading = _Reading(
        page=page,
        hint=hint,
        declared=read_declared(page),
        sighted=sighted,
        lines=tuple(seen.block.text for seen in sighted),
    )
    draft = with_company(page, reading.declared, sighted, _core(reading))
    return draft if hint is None else filled(draft, hint)


def _core(reading: _Reading) -> Draft:
    """Headline, text, dates and people."""
    page, declared = reading.page, reading.declared
    text = running_text(seen.block for seen in reading.sighted)
    language = choose_language(page, declared, reading.hint, text=text)
    language = with_script(language, page, text)
    title = _title(reading, language.text)
    dates_in = language_of_dates(language.text, declared, page.url)
    embargo = read_page_embargo(
        page, declared, reading.sighted, title=title.text, language=dates_in
    )
    sighted = take_out(embargo, reading.sighted)
    media = read_media(page, declared)
    article = read_text(
        page, declared, sighted, title=title.text, language=language.text, media=media
    )
    content = article.content(page)
    if article.weight < LEAST_TEXT and not (
        article.lead or (reading.hint and reading.hint.content)
    ):
        raise NotAnArticle("holds next to no text; it is no article", url=page.document.url)
    authors, signed = _authors(reading)
    dates = read_dates(
        page,
        declared,
        language=dates_in,
        blocks=[seen.block for seen in sighted],
        rule=ruled_text(page, page.source.rules.published),
        hint=reading.hint,
    )
    return Draft(
        source_id=page.source.id,
        retrieved=page.document.retrieved,
        language=language.text,
        title=title.text,
        url=canonical_url(canonical_address(page, first(declared.meta, "og:url"))),
        read_at=canonical_url(page.url) if page.url.startswith("http") else None,
        summary=article.lead.text if article.lead else None,
        content=content,
        published=dates.published,
        updated=dates.updated,
        dating=dates.dating,
        authors=authors,
        credit=article.credit,
        media=media,
        links=article.links(page),
        embargoed_until=embargo.until,
        held=embargo.held,
        provenances=provenances_of(
            title=title,
            summary=article.lead,
            content=article.origin if article.blocks else None,
            authors=signed if authors else None,
            language=language,
            embargo=embargo.origin,
        ),
    )


def with_company(page: Page, declared: Declared, sighted: Sequence[Sighted], draft: Draft) -> Draft:
    """The draft with what surrounds the text: section, translations, story, margin and rights."""
    margin = read_margin(page, sighted)
    return replace(
        with_credit_apart(draft, None if draft.credit else read_agency_beside(page)),
        section=declared.section,
        keywords=declared.keywords,
        translations=read_translations(
            page, declared, language=draft.language, own=draft.url or page.url
        ),
        stories=read_stories(page, declared, sighted),
        provenance=margin.provenance,
        trust=margin.trust,
        contributions=margin.contributions,
        contact=margin.contact,
        rights=read_rights(declared),
        license=read_license(page, declared),
        rsl=read_rsl(page),
        mining=read_mining(page, declared),
    )


def filled(draft: Draft, hint: Draft) -> Draft:
    """The draft with the hint's word for every field that the page leaves open."""
    open_fields = [name for name in _FILLED if not getattr(draft, name) and getattr(hint, name)]
    whole = replace(draft, **{name: getattr(hint, name) for name in open_fields})
    told = dict(hint.provenances)
    said = tuple((name, told.get(name, "feed")) for name in open_fields if name != "guid")
    return replace(whole, provenances=(*draft.provenances, *said))


def _title(reading: _Reading, language: str) -> Said:
    """The headline.

    Raises:
        NotAnArticle: there is none.
    """
    page = reading.page
    if ruled := ruled_text(page, page.source.rules.title):
        return Said(text=ruled, origin="rule")
    hint = reading.hint.title if reading.hint else None
    if found := choose_title(page, reading.declared, hint, texts=reading.lines):
        return found
    if line := guess_title(reading.sighted, language=language, zone=page.source.time_zone):
        return Said(text=line, origin="legacy")
    raise NotAnArticle("has no headline; it is no article", url=page.document.url)


def _authors(reading: _Reading) -> tuple[tuple[Person, ...] | None, str]:
    lines = ruled_lines(reading.page, reading.page.source.rules.authors)
    if ruled := people_named(lines, reading.page, reading.declared):
        return ruled, "rule"
    return read_authors(reading.page, reading.declared)


def provenances_of(
    *,
    title: Said,
    summary: Said | None,
    content: str | None,
    authors: str | None,
    language: Said,
    embargo: str | None,
) -> tuple[tuple[str, str], ...]:
    """Where each field was read that was not declared in so many words."""
    origins: Sequence[tuple[str, str | None]] = (
        ("title", title.origin),
        ("summary", summary.origin if summary else None),
        ("content", content),
        ("authors", authors),
        ("language", language.origin),
        ("embargoed_until", embargo),
    )
    return tuple(
        (name, origin) for name, origin in origins if origin and origin not in _IN_SO_MANY_WORDS
    )
