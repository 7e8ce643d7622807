"""The finished HTML of an entry: text as the source allows, then what we add in the reader's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

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
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierArticle:
    """One line of "Articles in this story"."""

    title: str
    url: str
    language: str
    published: datetime
    precision: Precision


def may_publish_text(source: Source) -> bool:
    """Full text needs the source's word and a right to it (DESIGN decision 16)."""
    return source.publish is Publish.FULL and (source.own or source.licence is not None)


def entry_content(
    article: Article,
    *,
    source: Source,
    publication: Publication,
    locale: Locale,
    translations: Sequence[TranslationLink],
    earlier: Sequence[EarlierArticle],
    at: datetime,
) -> str | None:
    """HTML with its language and direction; None when there is nothing to show.

    The article's own text stands in its own language; what we add stands in the locale's.
    """
    text = "".join(_text(article, source, publication))
    added = "".join(_added(article, source, publication, locale, translations, earlier, at))
    if article.language.lower() == locale.language.lower():
        return _block(article.language, text + added)
    return (_block(article.language, text) or "") + (_block(locale.language, added) or "") or None


def _block(language: str, html: str) -> str | None:
    if not html:
        return None
    return f'<div lang="{escape(language)}" dir="{direction(language)}">{html}</div>'


def _text(article: Article, source: Source, publication: Publication) -> Iterator[str]:
    if source.publish is Publish.LINK:
        return
    if not may_publish_text(source):
        if article.summary:
            yield f"<p>{escape(article.summary)}</p>"
        return
    image = next((media for media in article.media if media.medium == "image"), None)
    body = article.content or ""
    if image and publication.lead_image and image.url not in body:
        yield _figure(image)
    if article.summary and article.summary not in body:
        yield f"<p><strong>{escape(article.summary)}</strong></p>"
    yield body


def _figure(image: Media) -> str:
    """The lead image inline, because not every reader shows `media:content`."""
    sizes = "".join(
        f' {name}="{size}"'
        for name, size in (("width", image.width), ("height", image.height))
        if size
    )
    picture = f'<img src="{escape(image.url)}" alt="{escape(image.alt or "")}"{sizes}>'
    caption = " ".join(part for part in (image.caption, image.credit and f"({image.credit})") if part)
    return f"<figure>{picture}{f'<figcaption>{escape(caption)}</figcaption>' if caption else ''}</figure>"


def _added(
    article: Article,
    source: Source,
    publication: Publication,
    locale: Locale,
    translations: Sequence[TranslationLink],
    earlier: Sequence[EarlierArticle],
    at: datetime,
) -> Iterator[str]:
    if publication.metadata_line:
        yield f"<p><small>{' · '.join(_metadata(article, source, locale, at))}</small></p>"
    if publication.also_in and translations:
        yield _also_in(translations, locale)
    if publication.story_articles and earlier:
        yield _articles_in_story(earlier, locale)


def _metadata(article: Article, source: Source, locale: Locale, at: datetime) -> Iterator[str]:
    yield phrases.dates_html(article, locale)
    for sentence in (
        phrases.credit_text(article.credit, locale),
        phrases.provenance_text(article.provenance, locale),
    ):
        if sentence:
            yield escape(sentence)
    mark = phrases.valid_trust(source, at)
    if mark is not None:
        text = phrases.trust_text(mark, locale) or mark.scheme
        yield f'<a href="{escape(mark.certificate)}">{escape(text)}</a>'
    if sentence := phrases.contributions_text(article.contributions, locale):
        yield escape(sentence)


def _also_in(translations: Sequence[TranslationLink], locale: Locale) -> str:
    links = " · ".join(
        f'<a href="{escape(link.url)}" hreflang="{escape(link.language)}"'
        f' lang="{escape(link.language)}" dir="{direction(link.language)}">'
        f"{escape(autonym(link.language))}</a>"
        for link in translations
    )
    slot = "\ue000"
    text = escape(locale.text("Also in: %(languages)s", languages=slot))
    return f"<p>{text.replace(slot, links)}</p>"


def _articles_in_story(earlier: Sequence[EarlierArticle], locale: Locale) -> str:
    lines = "".join(
        f'<li><a href="{escape(one.url)}" hreflang="{escape(one.language)}">{escape(one.title)}</a>'
        f" ({phrases.time_html(one.published, Precision.DAY, locale)})</li>"
        for one in earlier
    )
    heading = escape(locale.text("Articles in this story"))
    return f"<p>{heading}</p><ul>{lines}</ul>"
