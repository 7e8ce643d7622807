"""What we add to an article's text, in the reader's words. Everything is escaped here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from swifeeds.emit import phrases
from swifeeds.localise import Locale, autonym, direction, translated
from swifeeds.markup import escape
from swifeeds.model import Article, Precision, Publication, Source, TranslationLink, TrustMark


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
    reading: str | None = None


def additions(article: Article, around: Circumstances) -> Iterator[str]:
    """The metadata line, "Also in" and "Articles in this story", each behind its switch."""
    publication, locale = around.publication, around.locale
    if publication.metadata_line and (parts := tuple(_metadata(article, around))):
        yield f"<p><small>{locale.dot.join(parts)}</small></p>"
    if publication.also_in and around.translations:
        yield _also_in(around.translations, locale)
    if publication.story_articles and around.earlier:
        yield _articles_in_story(around.earlier, locale)


def _metadata(article: Article, around: Circumstances) -> Iterator[str]:
    locale, mark, shown = around.locale, around.trust, around.publication
    if shown.dates_line:
        yield phrases.dates_html(article, phrases.precision_of(article), locale)
    if around.reading and shown.reading_time:
        yield escape(around.reading)
    credit = phrases.credit_text(article.credit, locale)
    if credit and shown.credit_line:
        yield escape(credit)
    provenance = phrases.provenance_text(article.provenance, locale)
    if provenance and shown.import_note:
        yield escape(phrases.fact(provenance))
    trust = phrases.trust_text(mark, locale)
    if mark and trust and shown.trust_line:
        yield f'<a href="{escape(mark.certificate)}">{escape(phrases.fact(trust))}</a>'
    contributions = phrases.contributions_text(article.contributions, locale)
    if contributions and shown.contributions_line:
        yield escape(phrases.fact(contributions))


def _also_in(translations: Sequence[TranslationLink], locale: Locale) -> str:
    links = locale.dot.join(_translation(link) for link in translations)
    # Translators: %(languages)s are languages by their own names.
    text = translated(locale.text("Also in: %(languages)s", languages=phrases.SLOTS[0]))
    return f"<p>{phrases.fill(text or phrases.SLOTS[0], links)}</p>"


def _translation(link: TranslationLink) -> str:
    return f"{_link(link.url, link.language)}{_own_name(link.language)}</a>"


def _link(url: str, language: str) -> str:
    """The start of a link to text in another language than the one around it."""
    return f'<a href="{escape(url)}" hreflang="{escape(language)}" {in_language(language)}>'


def _articles_in_story(earlier: Sequence[EarlierArticle], locale: Locale) -> str:
    lines = "".join(_line(one, locale) for one in earlier)
    # Translators: heading. A story gathers articles about one matter over weeks or years.
    heading = translated(locale.text("Articles in this story"))
    return f"{f'<p>{escape(heading)}</p>' if heading else ''}<ul>{lines}</ul>"


def _line(one: EarlierArticle, locale: Locale) -> str:
    """A title keeps its own language and direction inside a list of another one."""
    day = phrases.day_html(one.published, one.precision, locale)
    title = f"{_link(one.url, one.language)}{escape(one.title)}</a>"
    return f"<li>{title}{phrases.fill(locale.bracketed(phrases.SLOTS[0]), day)}</li>"


@lru_cache(maxsize=256)
def in_language(language: str) -> str:
    """The attributes of an element whose text is in a language."""
    return f'lang="{escape(language)}" dir="{direction(language)}"'


@lru_cache(maxsize=256)
def _own_name(language: str) -> str:
    return escape(autonym(language))
