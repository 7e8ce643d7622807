"""The timeline of a list: days, their articles, and why each article is there. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from typing import assert_never
from zoneinfo import ZoneInfo

from swifeeds.emit.html_links import LanguageLink, language_links
from swifeeds.localise import is_territory
from swifeeds.localise.locale import Locale
from swifeeds.model import (
    ArticleId,
    Entry,
    Evidence,
    Feed,
    Membership,
    Precision,
    Rung,
    Scope,
)


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


def reasons(memberships: Iterable[Membership], locale: Locale) -> tuple[Reason, ...]:
    """What "Why here?" opens, highest rung first; nothing of what is only suggested."""
    return tuple(
        Reason(
            phrase=_phrase(membership.rung, locale),
            evidence=tuple(
                text for one in membership.evidence if (text := _finding(one, locale)) is not None
            ),
        )
        for membership in sorted(memberships, key=lambda one: one.rung)
        if membership.rung.is_shown
    )


def _phrase(rung: Rung, locale: Locale) -> str:
    match rung:
        case Rung.EDITOR:
            # Translators: why an article is in a story: an editor put it there.
            return locale.text_in("reason", "chosen by the desk")
        case Rung.RULE:
            # Translators: why an article is in a story.
            return locale.text_in("reason", "matches the rule of the story")
        case Rung.DECLARED:
            # Translators: why an article is in a story.
            return locale.text_in("reason", "declared by the page itself")
        case Rung.TRANSLATION:
            # Translators: why an article is in a story.
            return locale.text_in("reason", "translation of an article in the story")
        case Rung.SAME:
            # Translators: why an article is in a story.
            return locale.text_in(
                "reason", "the same article as one in the story, or an update of it"
            )
        case Rung.AUTOMATIC | Rung.SUGGESTION:
            # Translators: why an article is in a story.
            return locale.text_in("reason", "placed automatically, by what it says")
        case _:
            assert_never(rung)


def _finding(evidence: Evidence, locale: Locale) -> str | None:
    """One piece of evidence in words; None for kinds that say no more than their rung."""
    detail = evidence.detail
    # Translators: why an article is in a story. %(detail)s is a technical term such as hreflang.
    translated = locale.text_in("evidence", "declared as translation by %(detail)s", detail=detail)
    sentences = {
        # Translators: why an article is in a story: a word that both have in common.
        "word": locale.text_in("evidence", "word: %(detail)s", detail=detail),
        # Translators: why an article is in a story: a country or region that both speak of.
        "territory": locale.text_in(
            "evidence", "territory: %(detail)s", detail=_territory(detail, locale)
        ),
        # Translators: why an article is in a story: the part of the newspaper that it appeared in.
        "section": locale.text_in("evidence", "section: %(detail)s", detail=detail),
        # Translators: why an article is in a story: where it comes from.
        "source": locale.text_in("evidence", "source: %(detail)s", detail=detail),
        # Translators: why an article is in a story. %(detail)s is the heading of a list on a page.
        "block": locale.text_in("evidence", "listed under: %(detail)s", detail=detail),
        "hreflang": translated,
        "rest": translated,
        "translationOfWork": translated,
        "twin": translated,
    }
    return sentences.get(evidence.kind)


def _territory(detail: str, locale: Locale) -> str:
    """The reader's own name for it: a rule keeps the code and the name that the article has."""
    code, separator, _ = detail.partition(" ")
    return locale.territory(code) if separator and is_territory(code) else detail
