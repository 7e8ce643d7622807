"""What is said about an article, in one language: credit, import, trust, contributions, dates.

The store keeps codes; here each becomes the sentence of the reader's catalog, so that one stored
article reads rightly in ten languages (DESIGN decision 6, CONTRACT 6).
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from swifeeds.localise import Locale
from swifeeds.markup import escape
from swifeeds.model import (
    Article,
    Contributions,
    Credit,
    Precision,
    Provenance,
    Source,
    TrustMark,
)

_WORTH_TELLING = timedelta(minutes=1)
"""A later `updated` within the minute is the publisher's system saving, not an update."""

_SLOT = "\ue000"
"""A private-use character that marks where HTML goes in a translated sentence."""


def credit_text(credit: Credit | None, locale: Locale) -> str | None:
    """ "with agencies", or their names as the language joins a list."""
    if credit is None:
        return None
    if credit.agencies:
        return locale.text("with %(agencies)s", agencies=locale.join(credit.agencies))
    if credit.code == "agencies":
        return locale.text("agencies")
    return locale.text("with agencies")


def provenance_text(provenance: Provenance | None, locale: Locale) -> str | None:
    """The import note."""
    if provenance is Provenance.LEGACY_IMPORT:
        return locale.text(
            "This article was imported automatically from our old content management system."
        )
    return None


def contributions_text(contributions: Contributions | None, locale: Locale) -> str | None:
    """Whether readers may comment."""
    match contributions:
        case Contributions.CLOSED:
            return locale.text("Contributions to this article are closed.")
        case Contributions.OPEN:
            return locale.text("Contributions to this article are open.")
        case None:
            return None


def valid_trust(source: Source, at: datetime) -> TrustMark | None:
    """The mark that the operator vouches for, while it is valid (DESIGN decision 16)."""
    return source.trust if source.trust and source.trust.is_valid(at) else None


def trust_text(mark: TrustMark | None, locale: Locale) -> str | None:
    """The trust line, the scheme by its full name where we know it."""
    if mark is None:
        return None
    known = locale.text("Journalism Trust Initiative (JTI)") if mark.scheme == "JTI" else None
    return locale.text("In line with the standards of %(scheme)s", scheme=known or mark.scheme)


def dates_html(article: Article, locale: Locale) -> str:
    """ "Published on …, updated on …" with `<time datetime>`; escaped HTML."""
    precision = article.dating.precision if article.dating else Precision.SECOND
    published = time_html(article.published, precision, locale)
    if not _is_updated(article, precision):
        return _filled(locale.text("Published on %(date)s", date=_SLOT), published)
    updated = time_html(article.updated, Precision.SECOND, locale)
    text = locale.text(
        "Published on %(date)s, updated on %(updated)s", date=_SLOT, updated=_SLOT + _SLOT
    )
    return _filled(text.replace(_SLOT + _SLOT, "\ue001"), published).replace("\ue001", updated)


def _filled(text: str, html: str) -> str:
    return escape(text).replace(_SLOT, html)


def _is_updated(article: Article, precision: Precision) -> bool:
    later = article.updated - article.published
    enough = timedelta(days=1) if precision is Precision.DAY else _WORTH_TELLING
    return later >= enough


def time_html(moment: datetime, precision: Precision, locale: Locale) -> str:
    """`<time>` with the machine's date in UTC and the reader's words.

    A date known to the day is a date alone in both (HTML 4.5.14, DESIGN decision 6).
    """
    if precision is Precision.DAY:
        machine = moment.astimezone(ZoneInfo(locale.time_zone)).date().isoformat()
        return f'<time datetime="{machine}">{escape(locale.date(moment))}</time>'
    machine = f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return f'<time datetime="{machine}">{escape(locale.date_time(moment))}</time>'
