"""An entry's finished HTML: the text as its source allows, then what we add for the reader.

The text is sanitised already and stands in its own language; what we add is escaped here and
stands in the reader's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from swifeeds.emit import phrases
from swifeeds.localise import Locale, autonym, direction
from swifeeds.markup import escape
from swifeeds.model import (
    Article,
    Media,
    Precision,
    Publication,
    Publish,
    Source,
    TranslationLink,
    TrustMark,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierArticle:
    """One line of "Articles in this story"."""

    title: str
    url: str
    language: str
    published: datetime
    precision: Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What surrounds an article's text. `trust` is the source's mark while it is valid."""

    source: Source
    publication: Publication
    locale: Locale
    trust: TrustMark | None
    translations: tuple[TranslationLink, ...]
    earlier: tuple[EarlierArticle, ...]


def may_publish_text(source: Source) -> bool:
    """Text and pictures need the source's word and a right to them (DESIGN decision 16)."""
    return source.publish is Publish.FULL and (source.own or source.licence is not None)


def precision_of(article: Article) -> Precision:
    """How exactly `published` is known."""
    return article.dating.precision if article.dating else Precision.SECOND


def entry_content(article: Article, around: Circumstances) -> str | None:
    """HTML blocks that carry `lang` and `dir`; None when there is nothing to show.

    One block where text and additions share their language, else one for each.
    """
    text = "".join(_text(article, around))
    added = "".join(_added(article, around))
    reader = around.locale.language
    if article.language.lower() == reader.lower():
        return _block(article.language, text + added)
    return (_block(article.language, text) or "") + (_block(reader, added) or "") or None


def _block(language: str, html: str) -> str | None:
    if not html:
        return None
    return f"<div {_in_language(language)}>{html}</div>"


@lru_cache(maxsize=256)
def _in_language(language: str) -> str:
    """The attributes of text in a language."""
    return f'lang="{escape(language)}" dir="{direction(language)}"'


@lru_cache(maxsize=256)
def _own_name(language: str) -> str:
    return escape(autonym(language))


def _text(article: Article, around: Circumstances) -> Iterator[str]:
    if around.source.publish is Publish.LINK:
        return
    lead = escape(article.summary) if article.summary else None
    if not may_publish_text(around.source):
        if lead:
            yield f"<p>{lead}</p>"
        return
    body = article.content or ""
    image = next((media for media in article.media if media.medium == "image"), None)
    if image and around.publication.lead_image and escape(image.url) not in body:
        yield _figure(image)
    if lead and not _is_said(article, body):
        yield f"<p><strong>{lead}</strong></p>" if body else f"<p>{lead}</p>"
    yield body


def _is_said(article: Article, body: str) -> bool:
    """True when the body has the lead already, however its quotes were escaped."""
    summary = article.summary or ""
    return (
        escape(summary) in body
        or escape(summary).replace("&quot;", '"').replace("&#x27;", "'") in body
    )


def _figure(image: Media) -> str:
    """The lead image inline, because not every reader shows `media:content`."""
    sizes = "".join(
        f' {name}="{size}"'
        for name, size in (("width", image.width), ("height", image.height))
        if size
    )
    picture = f'<img src="{escape(image.url)}" alt="{escape(image.alt or "")}"{sizes}>'
    caption = escape(_caption(image))
    return f"<figure>{picture}{f'<figcaption>{caption}</figcaption>' if caption else ''}</figure>"


def _caption(image: Media) -> str:
    credit = f"({image.credit})" if image.credit else None
    return " ".join(part for part in (image.caption, credit) if part)


def _added(article: Article, around: Circumstances) -> Iterator[str]:
    publication, locale = around.publication, around.locale
    if publication.metadata_line:
        yield f"<p><small>{' · '.join(_metadata(article, around))}</small></p>"
    if publication.also_in and around.translations:
        yield _also_in(around.translations, locale)
    if publication.story_articles and around.earlier:
        yield _articles_in_story(around.earlier, locale)


def _metadata(article: Article, around: Circumstances) -> Iterator[str]:
    locale, mark = around.locale, around.trust
    yield phrases.dates_html(article, precision_of(article), locale)
    credit = phrases.credit_text(article.credit, locale)
    provenance = phrases.provenance_text(article.provenance, locale)
    trust = phrases.trust_text(mark, locale)
    contributions = phrases.contributions_text(article.contributions, locale)
    yield from (escape(sentence) for sentence in (credit, provenance) if sentence)
    if mark and trust:
        yield f'<a href="{escape(mark.certificate)}">{escape(trust)}</a>'
    if contributions:
        yield escape(contributions)


def _also_in(translations: Sequence[TranslationLink], locale: Locale) -> str:
    links = " · ".join(_translation(link) for link in translations)
    text = locale.text("Also in: %(languages)s", languages=phrases.SLOTS[0])
    return f"<p>{phrases.fill(text, links)}</p>"


def _translation(link: TranslationLink) -> str:
    return f"{_link(link.url, link.language)}{_own_name(link.language)}</a>"


def _link(url: str, language: str) -> str:
    """The start of a link to text in another language than the one around it."""
    return f'<a href="{escape(url)}" hreflang="{escape(language)}" {_in_language(language)}>'


def _articles_in_story(earlier: Sequence[EarlierArticle], locale: Locale) -> str:
    lines = "".join(_line(one, locale) for one in earlier)
    return f"<p>{escape(locale.text('Articles in this story'))}</p><ul>{lines}</ul>"


def _line(one: EarlierArticle, locale: Locale) -> str:
    """A title keeps its own language and direction inside a list of another one."""
    day = phrases.day_html(one.published, one.precision, locale)
    return f"<li>{_link(one.url, one.language)}{escape(one.title)}</a> ({day})</li>"
