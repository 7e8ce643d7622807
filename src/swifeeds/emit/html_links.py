"""Where a page leads: its other languages and its feeds. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from swifeeds.emit.phrases import fill, slot
from swifeeds.emit.titles import foreign, with_language
from swifeeds.localise.bidi import begins_foreign
from swifeeds.localise.languages import autonym, direction
from swifeeds.localise.letter_case import standing_alone
from swifeeds.localise.locale import Locale
from swifeeds.localise.words.messages import Untranslated
from swifeeds.model import Direction, Feed, Publication

_HAN_COMMA = "、"

FORMATS = (
    ("rss", "RSS", "application/rss+xml"),
    ("atom", "Atom", "application/atom+xml"),
    ("json", "JSON", "application/feed+json"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageLink:
    """The same page or article in another language, named as its readers name it.

    `title` is the article's there, where it is worth showing.
    """

    language: str
    direction: Direction
    name: str
    url: str
    title: str | None = None
    is_current: bool = False

    @property
    def label(self) -> str:
        """The name where it stands alone, in a menu: `Français`; inside a sentence it is `name`."""
        return standing_alone(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLinkTag:
    """One autodiscovery link of the page's head. It has no hreflang: readers show the title, whose
    language is `language`, where it is known."""

    title: str
    type: str
    url: str
    language: str | None = None


def language_links(pages: Iterable[tuple[str, str]], current: str) -> tuple[LanguageLink, ...]:
    """The language switch, from (language, address) pairs in the order shown."""
    return tuple(
        LanguageLink(
            language=language,
            direction=direction(language),
            name=autonym(language),
            url=url,
            is_current=language == current,
        )
        for language, url in pages
    )


def named(links: Sequence[LanguageLink], locale: Locale, local: Callable[[str], str]) -> Markup:
    """`Deutsch, français and italiano`, each name a link in its own language and direction.

    Behind a comma that no space follows a line may break.
    """
    last = links[-1].name if links else None
    names = locale.join((slot(number) for number in range(len(links))), sound=last)
    linked = fill(names, *(_name(link, local) for link in links))
    return Markup(linked.replace(_HAN_COMMA, f"{_HAN_COMMA}<wbr>"))  # noqa: S704 - escaped


def _name(link: LanguageLink, local: Callable[[str], str]) -> str:
    return (
        f'<a href="{escape(local(link.url))}" hreflang="{escape(link.language)}" '
        f'lang="{escape(link.language)}" dir="{link.direction}">{escape(link.name)}</a>'
    )


def name_html(text: str, language: str | None, around: str) -> Markup:
    """A name for a page in the language `around`: isolated, and marked with its own language where
    that is another, so that it is read aloud and laid out as what it is.

    What begins with a foreign word runs as the page does: in Arabic, `Lanterna (العربية)` begins on
    the right.
    """
    tag = foreign(language, around)
    marks = f' lang="{escape(tag)}" dir="{direction(tag)}"' if tag else ""
    if not tag and begins_foreign(text, direction(around)):
        marks = f' dir="{direction(around)}"'
    return Markup(f"<bdi{marks}>{escape(text)}</bdi>")  # noqa: S704 - escaped here


def sentence_html(text: str, *html: str) -> Markup:
    """A sentence of ours for a page, HTML in its slots: marked as English where the catalog of the
    page's language lacks it."""
    filled = fill(text, *html)
    if isinstance(text, Untranslated):
        filled = f'<bdi lang="en" dir="ltr">{filled}</bdi>'
    return Markup(filled)  # noqa: S704 - escaped by `fill`


def in_site_order(
    pages: Iterable[tuple[str, str]], publication: Publication
) -> tuple[tuple[str, str], ...]:
    """(language, address) pairs, the site's languages first and as the operator ordered them."""
    order = {language: place for place, language in enumerate(publication.languages)}
    return tuple(sorted(pages, key=lambda one: (order.get(one[0], len(order)), one[0])))


def discovery_tags(feed: Feed) -> tuple[FeedLinkTag, ...]:
    """The feeds of a page: its own in every format, then one of each other language.

    Readers offer them in this order and tell them apart by title alone, so the title names the
    language (research/output-conformance.md 5.3).
    """
    own = feed_tags(feed.urls, feed.title, feed.language, feed.title_language)
    others = dict(feed.translation_urls)
    return own + tuple(
        tag
        for link in feed.translations
        for tag in feed_tags(
            others.get(link.language, ())[:1], link.title, link.language, link.title_language
        )
    )


def feed_tags(
    urls: Iterable[tuple[str, str]],
    title: str,
    language: str | None,
    title_language: str | None = None,
) -> tuple[FeedLinkTag, ...]:
    """One autodiscovery link for each (format, address) of the feed in a language."""
    found = dict(urls)
    full_title = with_language(title, language) if language else title
    return tuple(
        FeedLinkTag(title=full_title, type=media_type, url=found[suffix], language=title_language)
        for suffix, _, media_type in FORMATS
        if suffix in found
    )
