"""What the page templates are given beyond the feed itself, worked out and worded. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from typing import assert_never
from zoneinfo import ZoneInfo

from markupsafe import escape

from swifeeds.localise.languages import autonym, direction
from swifeeds.localise.locale import Locale
from swifeeds.model import (
    ArticleId,
    Direction,
    Entry,
    Evidence,
    Feed,
    Membership,
    Precision,
    Publication,
    Rung,
    Scope,
)

FORMATS = (
    ("rss", "RSS", "application/rss+xml"),
    ("atom", "Atom", "application/atom+xml"),
    ("json", "JSON", "application/feed+json"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueLine:
    """A story, section or source as the catalogue shows it.

    `url` is its page, `feeds` its (format, address) pairs, both absolute. `updated` is when its
    newest article changed, `languages` in how many languages it exists.
    """

    title: str
    url: str
    feeds: tuple[tuple[str, str], ...]
    entries: int
    updated: datetime
    languages: int = 1
    newest_title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All that one language offers, each list in the order it is shown.

    `everything` is the feed of all articles, None while the language has none. `languages` are
    those that have a catalogue, in the site's order.
    """

    stories: tuple[CatalogueLine, ...]
    sections: tuple[CatalogueLine, ...]
    sources: tuple[CatalogueLine, ...]
    languages: tuple[str, ...]
    everything: CatalogueLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A page that says one thing, already in the reader's language. `links` are (text, address)."""

    title: str
    text: str | None = None
    links_title: str | None = None
    links: tuple[tuple[str, str], ...] = ()


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


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLinkTag:
    """One autodiscovery link of the page's head. It has no hreflang: readers show the title."""

    title: str
    type: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why an article is in a story: the rung in one phrase, and what was found."""

    phrase: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry of the timeline, its translations and the evidence for its place."""

    entry: Entry
    others: tuple[LanguageLink, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A heading of the timeline and what came under it."""

    heading: str
    items: tuple[Item, ...]


def title_in(titles: Sequence[tuple[str, str]], language: str) -> str:
    """The title in `language`, else the first there is."""
    return dict(titles).get(language) or titles[0][1]


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
    own = feed_tags(feed.urls, feed.title, feed.language)
    others = dict(feed.translation_urls)
    return own + tuple(
        tag
        for link in feed.translations
        for tag in feed_tags(others.get(link.language, ())[:1], link.title, link.language)
    )


def feed_tags(
    urls: Iterable[tuple[str, str]], title: str, language: str | None
) -> tuple[FeedLinkTag, ...]:
    """One autodiscovery link for each (format, address)."""
    found = dict(urls)
    full_title = f"{title} ({autonym(language)})" if language else title
    return tuple(
        FeedLinkTag(title=full_title, type=media_type, url=found[suffix])
        for suffix, _, media_type in FORMATS
        if suffix in found
    )


def timeline(
    feed: Feed, memberships: Mapping[ArticleId, Sequence[Membership]], locale: Locale
) -> tuple[Day, ...]:
    """The entries by day of the reader's zone: a story as it unfolded, all else newest first."""
    entries = feed.entries[::-1] if feed.key.scope is Scope.STORY else feed.entries
    days = groupby(entries, key=lambda entry: locale.day_heading(entry.published))
    return tuple(
        Day(
            heading=heading,
            items=tuple(
                Item(
                    entry=entry,
                    others=_translations(entry),
                    reasons=_reasons(feed, memberships.get(entry.article_id, ()), locale),
                )
                for entry in group
            ),
        )
        for heading, group in days
    )


def _translations(entry: Entry) -> tuple[LanguageLink, ...]:
    return tuple(
        replace(link, title=translation.title)
        for translation in entry.translations
        for link in language_links(((translation.language, translation.url),), entry.language)
    )


def _reasons(feed: Feed, memberships: Sequence[Membership], locale: Locale) -> tuple[Reason, ...]:
    """Evidence for this story alone; other lists are what they are by section or source."""
    if feed.key.scope is not Scope.STORY:
        return ()
    return reasons((one for one in memberships if one.story_id == feed.key.key), locale)


def machine_date(moment: datetime, precision: Precision, time_zone: str) -> str:
    """The `datetime` attribute of `<time>`: a date alone where no more is known (HTML 4.5.14)."""
    if precision is Precision.DAY:
        return moment.astimezone(ZoneInfo(time_zone)).date().isoformat()
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def lead(entry: Entry) -> str | None:
    """The summary, unless the content says it already."""
    if entry.summary and entry.content and str(escape(entry.summary)) in entry.content:
        return None
    return entry.summary


def reasons(memberships: Iterable[Membership], locale: Locale) -> tuple[Reason, ...]:
    """What "Why here?" opens, highest rung first."""
    return tuple(
        Reason(
            phrase=_phrase(membership.rung, locale),
            evidence=tuple(
                text for one in membership.evidence if (text := _finding(one, locale)) is not None
            ),
        )
        for membership in sorted(memberships, key=lambda one: one.rung)
    )


def _phrase(rung: Rung, locale: Locale) -> str:
    match rung:
        case Rung.EDITOR:
            return locale.text("chosen by the desk")
        case Rung.RULE:
            return locale.text("matches the rule of the story")
        case Rung.DECLARED:
            return locale.text("declared by the page itself")
        case Rung.TRANSLATION:
            return locale.text("translation of an article of the story")
        case _:
            assert_never(rung)


def _finding(evidence: Evidence, locale: Locale) -> str | None:
    """One piece of evidence in words; None for kinds that say no more than their rung."""
    detail = evidence.detail
    translated = locale.text("declared as translation by %(detail)s", detail=detail)
    sentences = {
        "word": locale.text("word: %(detail)s", detail=detail),
        "territory": locale.text("territory: %(detail)s", detail=detail),
        "section": locale.text("section: %(detail)s", detail=detail),
        "source": locale.text("source: %(detail)s", detail=detail),
        "block": locale.text("listed under: %(detail)s", detail=detail),
        "hreflang": translated,
        "translationOfWork": translated,
    }
    return sentences.get(evidence.kind)
