"""Pages: an index gives links, an article gives one draft.

The order of belief for every field of an article: the source's own rules, what the page declares,
what the linking document said, what the page shows, and a guess last. A field that was not
declared in so many words names in `provenances` where it was read.
"""

from __future__ import annotations

from dataclasses import dataclass

from swifeeds.errors import NotAnArticle
from swifeeds.extract.blocks import Block, flatten, to_html
from swifeeds.extract.body import find_body, weight
from swifeeds.extract.bylines import read_authors
from swifeeds.extract.credits import take_credit
from swifeeds.extract.dates import read_dates
from swifeeds.extract.declared import Declared, Said, canonical_address, read_declared
from swifeeds.extract.index import find_links
from swifeeds.extract.languages import choose_language
from swifeeds.extract.leads import choose_lead
from swifeeds.extract.legacy import guess_title, read_legacy
from swifeeds.extract.margin import Sighted, read_margin, sight
from swifeeds.extract.media import is_shown_in, read_media
from swifeeds.extract.page import Page, read_page
from swifeeds.extract.phrases import strip_external
from swifeeds.extract.rights import read_license, read_rights
from swifeeds.extract.selectors import select
from swifeeds.extract.stories import read_stories
from swifeeds.extract.tidy import tidy
from swifeeds.extract.titles import choose_title
from swifeeds.extract.translations import read_translations
from swifeeds.markup import canonical_url, clean_html, text_of
from swifeeds.model import Credit, Document, Draft, Extraction, Link, Media, Person, Source

_LIST = 12
"""Links from which a page that only calls itself an article is an index all the same."""

_FEW = 5
"""Links below which an article's page only lists what is related to it."""

_TEASER = 600
_LEAST_TEXT = 60
"""Letters (CJK signs double) below which a page with no lead holds no article."""


def extract_page(document: Document, source: Source) -> Extraction:
    """What the source's own address gives: the links of an index, or the article that it is.

    Raises:
        NotAnArticle: neither links nor an article.
        ExtractError: no HTML at all, or a rule that cannot be read.
    """
    page = read_page(document, source)
    links = find_links(page)
    if links and not (_is_one_article(page, len(links)) and source.rules.links is None):
        return Extraction(links=tuple(Link(url=url) for url in links))
    try:
        return _article(page, None)
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

    Raises:
        NotAnArticle: no headline, or next to no text.
        ExtractError: no HTML at all, or a rule that cannot be read.
    """
    return _article(read_page(document, source), hint)


def _is_one_article(page: Page, links: int) -> bool:
    """A page that declares itself an article and is no list, or is built like an old one."""
    declared = read_declared(page)
    if declared.article is not None or (declared.is_article and links < _LIST):
        size = weight(_text(find_body(page.root, url=page.url)[0]))
        return size > (_TEASER if links >= _FEW else _LEAST_TEXT)
    lines = sight(flatten(page.root, by_line=True))
    zone, language = page.source.time_zone, page.source.language
    legacy = read_legacy(lines, title="", language=language, zone=zone)
    return legacy is not None and weight(_text(legacy.body)) > _LEAST_TEXT


def _article(page: Page, hint: Draft | None) -> Extraction:
    return Extraction(drafts=(_Reading(page, hint).draft(),))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """The text of the article and how it came apart."""

    summary: Said | None
    blocks: tuple[Block, ...]
    credit: Credit | None
    origin: str


class _Reading:
    """One page being read; every method answers one question about it."""

    def __init__(self, page: Page, hint: Draft | None) -> None:
        self._page = page
        self._hint = hint
        self._rules = page.source.rules
        for rule in self._rules.remove:
            for element in select(page.root, rule, url=page.document.url):
                element.drop_tree()
        self._declared: Declared = read_declared(page)
        self._lines: tuple[Sighted, ...] = sight(flatten(page.root, by_line=True))
        self._said = tuple(seen.block.text for seen in self._lines)

    def draft(self) -> Draft:
        """The draft.

        Raises:
            NotAnArticle: no headline, or next to no text.
        """
        page, hint = self._page, self._hint
        language = choose_language(page, self._declared, hint, text="\n".join(self._said))
        title = self._title(language.text)
        media = read_media(page, self._declared)
        text = self._text(title.text, language.text, media)
        content = strip_external(clean_html(to_html(text.blocks), page.base) or "") or None
        content = content or (hint.content if hint else None)
        if weight(_text(text.blocks)) < _LEAST_TEXT and not (text.summary or content):
            raise NotAnArticle("holds next to no text; it is no article", url=page.document.url)
        margin = read_margin(page, self._lines)
        dates = read_dates(
            page,
            self._declared,
            language=language.text,
            lines=self._said,
            rule=self._ruled(self._rules.published),
            hint=hint,
        )
        authors, signed = self._authors()
        own = canonical_url(canonical_address(page, self._declared))
        provenances = {
            "title": title.origin,
            "summary": text.summary.origin if text.summary else "",
            "content": text.origin,
            "authors": signed if authors else "",
            "language": language.origin,
        }
        return Draft(
            source_id=page.source.id,
            retrieved=page.document.retrieved,
            guid=hint.guid if hint else None,
            language=language.text,
            title=title.text,
            url=own,
            summary=text.summary.text if text.summary else hint.summary if hint else None,
            content=content,
            published=dates.published,
            updated=dates.updated,
            dating=dates.dating,
            authors=authors or (hint.authors if hint else None),
            credit=text.credit or (hint.credit if hint else None),
            section=self._declared.section or (hint.section if hint else None),
            keywords=self._declared.keywords or (hint.keywords if hint else ()),
            media=media or (hint.media if hint else ()),
            translations=read_translations(
                page, self._declared, language=language.text, own=own
            ) or (hint.translations if hint else ()),
            stories=read_stories(page, self._declared, self._lines),
            provenance=margin.provenance,
            trust=margin.trust,
            contributions=margin.contributions,
            contact=margin.contact,
            rights=read_rights(self._declared) or (hint.rights if hint else None),
            license=read_license(page, self._declared) or (hint.license if hint else None),
            links=_links(text.blocks, page),
            provenances=tuple(
                (name, origin)
                for name, origin in provenances.items()
                if origin not in {"", "json-ld", "declared", "microdata"}
            ),
        )  # fmt: skip

    def _title(self, language: str) -> Said:
        """The headline.

        Raises:
            NotAnArticle: there is none.
        """
        if ruled := self._ruled(self._rules.title):
            return Said(text=ruled, origin="rule")
        hint = self._hint.title if self._hint else None
        found = choose_title(self._page, self._declared, hint, texts=self._said)
        zone = self._page.source.time_zone
        if found is None and (line := guess_title(self._lines, language=language, zone=zone)):
            return Said(text=line, origin="legacy")
        if found is None:
            raise NotAnArticle("has no headline; it is no article", url=self._page.document.url)
        return found

    def _text(self, title: str, language: str, media: tuple[Media, ...]) -> _Text:
        page, zone = self._page, self._page.source.time_zone
        summary: Said | None = None
        legacy = read_legacy(self._lines, title=title, language=language, zone=zone)
        if ruled := self._ruled_blocks():
            blocks, origin = ruled, "rule"
        elif legacy is not None and legacy.body:
            blocks, origin = legacy.body, "legacy"
            summary = Said(text=legacy.lead, origin="legacy") if legacy.lead else None
        else:
            blocks, origin = find_body(page.root, url=page.url)
        blocks = tidy(blocks, title=title, language=language, zone=zone)
        blocks = tuple(b for b in blocks if b.kind != "img" or not is_shown_in(media, b))
        blocks, credit = take_credit(blocks)
        if lead := self._ruled(self._rules.summary):
            summary = Said(text=lead, origin="rule")
        summary = summary or choose_lead(page, self._declared, blocks, title=title)
        return _Text(summary=summary, blocks=blocks, credit=credit, origin=origin)

    def _ruled(self, rule: str | None) -> str | None:
        """The text of the first element that a rule selects."""
        if rule is None:
            return None
        found = select(self._page.root, rule, url=self._page.document.url)
        texts = (
            (element.get("datetime") if element.tag == "time" else None) or text_of(element)
            for element in found
        )
        return next((text for text in texts if text), None)

    def _ruled_blocks(self) -> tuple[Block, ...]:
        if self._rules.content is None:
            return ()
        found = select(self._page.root, self._rules.content, url=self._page.document.url)
        return tuple(block for element in found for block in flatten(element))

    def _authors(self) -> tuple[tuple[Person, ...] | None, str]:
        if self._rules.authors is not None:
            found = select(self._page.root, self._rules.authors, url=self._page.document.url)
            names = tuple(Person(name=name) for element in found if (name := text_of(element)))
            if names:
                return names, "rule"
        return read_authors(self._page, self._declared)


def _text(blocks: tuple[Block, ...] | list[Block]) -> str:
    return "\n".join(block.text for block in blocks)


def _links(blocks: tuple[Block, ...], page: Page) -> tuple[str, ...]:
    """Where the text links to, in order, each address once."""
    found = (page.absolute(href) for block in blocks for href, _ in block.links)
    return tuple(dict.fromkeys(canonical_url(address) for address in found if address))
