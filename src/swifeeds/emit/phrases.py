"""What is said about an article, in one language: credit, import, trust, contributions, dates.

The store keeps codes; here each becomes the sentence of the reader's catalog, so that one stored
article reads rightly in ten languages (DESIGN decision 6, CONTRACT 6). What a catalog has no
message for is not said: English would stand in the middle of another language.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from swifeeds.emit.rfc3339 import rfc3339
from swifeeds.localise import Locale, translated
from swifeeds.localise.letter_case import standing_alone
from swifeeds.markup import escape
from swifeeds.model import (
    Article,
    Contributions,
    Credit,
    Entry,
    Precision,
    Provenance,
    Source,
    TrustMark,
)


def slot(number: int) -> str:
    """A stand-in for HTML inside a translated sentence: object replacement characters, which have
    no direction, so that no sentence isolates them."""
    return f"\ufffc{number}\ufffc"


SLOTS = (slot(0), slot(1))

_FULL_STOPS = ".。।۔։"
"""Of the writing systems whose sentences end with one that is not the line's own dot."""

_WORTH_TELLING = timedelta(minutes=1)
"""A later `updated` within the minute is the publisher's system saving, not an update."""


def fill(text: str, *html: str) -> str:
    """The escaped sentence with each slot replaced by its HTML."""
    filled = escape(text)
    for number, part in enumerate(html):
        filled = filled.replace(slot(number), part)
    return filled


def fact(sentence: str) -> str:
    """A sentence as one of the facts of a line: the dot between them stands for its full stop."""
    return sentence.rstrip(_FULL_STOPS)


def credit_text(credit: Credit | None, locale: Locale) -> str | None:
    """`With agencies`, or with their names, joined as the language joins a list.

    It stands alone, so it begins with a capital, but for a name that has none (`dpa`).
    """
    if credit is None:
        return None
    if credit.agencies:
        return _named_agencies(credit, locale)
    if credit.code == "agencies":
        # Translators: the credit of an article that news agencies wrote alone.
        text = translated(locale.text_in("credit", "agencies"))
    else:
        # Translators: the credit of an article that uses the work of news agencies.
        text = translated(locale.text_in("credit", "with agencies"))
    return standing_alone(text) if text else None


def _named_agencies(credit: Credit, locale: Locale) -> str | None:
    """The names alone where the text is the agencies'; each once, however often it is printed."""
    names = tuple(dict.fromkeys(map(locale.agency, credit.agencies)))
    listed = locale.join(names)
    if credit.code == "agencies":
        return listed
    # Translators: %(agencies)s is one name, or in the plural a list of names: AFP and Reuters.
    text = translated(
        locale.plural("with %(agencies)s", "with %(agencies)s", len(names), agencies=listed)
    )
    return standing_alone(text) if text and not text.startswith(names[0]) else text


def reading_text(minutes: int | None, locale: Locale) -> str | None:
    """How long the article takes to read."""
    if minutes is None:
        return None
    shown = locale.number(minutes)
    # Translators: how long an article takes to read, in one line with its date.
    return translated(
        locale.plural("%(minutes)s-minute read", "%(minutes)s-minute read", minutes, minutes=shown)
    )


def provenance_text(provenance: Provenance | None, locale: Locale) -> str | None:
    """The import note."""
    match provenance:
        case Provenance.LEGACY_IMPORT:
            return translated(
                locale.text(
                    "This article was imported automatically from our old content management"
                    " system."
                )
            )
        case None:
            return None
        case _:
            assert_never(provenance)


def contributions_text(contributions: Contributions | None, locale: Locale) -> str | None:
    """Whether readers may comment."""
    match contributions:
        case Contributions.CLOSED:
            # Translators: readers cannot comment.
            return translated(locale.text("Contributions to this article are closed."))
        case Contributions.OPEN:
            # Translators: readers can comment.
            return translated(locale.text("Contributions to this article are open."))
        case None:
            return None
        case _:
            assert_never(contributions)


def valid_trust(source: Source, on: date) -> TrustMark | None:
    """The mark that the operator vouches for, while it is valid (DESIGN decision 16)."""
    return source.trust if source.trust and source.trust.is_valid(on) else None


def trust_text(mark: TrustMark | None, locale: Locale) -> str | None:
    """The trust line, the scheme by its full name where we know it."""
    if mark is None:
        return None
    # Translators: stands alone in the sentence below: with the article or case that it needs there.
    known = translated(locale.text("the Journalism Trust Initiative (JTI)"))
    scheme = known if known and mark.scheme == "JTI" else mark.scheme
    # Translators: %(scheme)s is the message above, or the bare name of another trust mark (XYZ).
    return translated(locale.text("In line with the standards of %(scheme)s", scheme=scheme))


def precision_of(article: Article) -> Precision:
    """How exactly `published` is known."""
    return article.dating.precision if article.dating else Precision.SECOND


def dates_html(article: Article | Entry, precision: Precision, locale: Locale) -> str:
    """`Published on …; updated on …` with a `<time>` for each date; escaped HTML.

    A language that has no words for it has the date alone.
    """
    published = time_html(article.published, precision, locale)
    if _is_updated(article, precision):
        both = locale.text(
            "Published on %(date)s; updated on %(updated)s", date=SLOTS[0], updated=SLOTS[1]
        )
        if said := translated(both):
            return fill(said, published, time_html(article.updated, Precision.SECOND, locale))
    # Translators: %(date)s is a day, or a day with its time. Italian: no article before it
    # (il 1, but l’8).
    sentence = translated(locale.text("Published on %(date)s", date=SLOTS[0]))
    return fill(sentence or SLOTS[0], published)


def _is_updated(article: Article | Entry, precision: Precision) -> bool:
    enough = timedelta(days=1) if precision is Precision.DAY else _WORTH_TELLING
    return article.updated - article.published >= enough


def time_html(moment: datetime, precision: Precision, locale: Locale) -> str:
    """`<time>` with the machine's date in UTC and the reader's words.

    A date known to the day is a date alone in both (HTML 4.5.14, DESIGN decision 6).
    """
    words = escape(locale.day(moment, precision))
    return f'<time datetime="{_machine(moment, precision, locale)}">{words}</time>'


def day_html(moment: datetime, precision: Precision, locale: Locale) -> str:
    """`<time>` that shows the day alone, however exactly the moment is known."""
    words = escape(locale.date(moment))
    return f'<time datetime="{_machine(moment, precision, locale)}">{words}</time>'


def _machine(moment: datetime, precision: Precision, locale: Locale) -> str:
    if precision is Precision.DAY:
        return moment.astimezone(ZoneInfo(locale.time_zone)).date().isoformat()
    return rfc3339(moment)
