"""A specimen of a language: everything that a reader is told beside an article, on one sheet.

The article is one of an archive: published on 19 May 2009 at 15:45 in Zurich, imported from an old
system, with agencies, under a trust mark, closed to comments. Its lines are made by what makes
those of feeds and pages, so that whoever reads the sheet reads what subscribers will.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from swifeeds.emit import phrases
from swifeeds.emit.additions import Circumstances, EarlierArticle, additions
from swifeeds.emit.titles import feed_subtitle
from swifeeds.localise import LANGUAGES, Locale, autonym, language_name
from swifeeds.localise.letter_case import standing_alone
from swifeeds.localise.names.agencies import AGENCIES
from swifeeds.localise.names.sections import USUAL_SECTIONS
from swifeeds.model import (
    Article,
    ArticleId,
    Contributions,
    Credit,
    Dating,
    FeedKey,
    Precision,
    Provenance,
    Publication,
    Publish,
    Scope,
    Source,
    SourceId,
    SourceKind,
    TranslationLink,
    TrustMark,
)

_PUBLISHED = datetime(2009, 5, 19, 13, 45, tzinfo=UTC)
_UPDATED = datetime(2009, 5, 20, 7, 5, tzinfo=UTC)
_FIRST_OF_MAY = datetime(2009, 4, 30, 22, 30, tzinfo=UTC)
_MONTHS = tuple(datetime(2009, month, 15, 12, tzinfo=UTC) for month in range(1, 13))
_RANGES = (
    (_PUBLISHED, datetime(2009, 5, 21, 12, tzinfo=UTC)),
    (_PUBLISHED, datetime(2009, 7, 1, 12, tzinfo=UTC)),
    (datetime(2008, 10, 15, 12, tzinfo=UTC), _PUBLISHED),
)
_MARK = TrustMark(
    scheme="JTI",
    certificate="https://jti.example.org/certificates/7",
    valid_until=date(2009, 12, 31),
)
_TITLE = "Genève: «5 + 1»"
_MINUTES = (1, 2, 3, 5, 11, 21, 100)
_COUNTS = (0, 1, 2, 3, 11, 21, 100, 1400)
_TERRITORIES = ("CH", "DE", "US", "GB", "RU", "GE", "CN", "KR", "KP", "HK", "CD", "150")
_CREDITS = {
    "credit": Credit(code="with-agencies"),
    "credit of agencies": Credit(code="agencies"),
    "credit with one": Credit(code="with-agencies", agencies=("Reuters",)),
    "credit with two": Credit(code="with-agencies", agencies=("AFP", "Reuters")),
    "credit with three": Credit(code="with-agencies", agencies=("AFP", "Keystone-SDA", "XYZ Wire")),
    "credit by name": Credit(code="agencies", agencies=("AFP", "SDA")),
}
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the sheet: what it is, and how it reads."""

    name: str
    text: str


def specimen(locale: Locale) -> tuple[Line, ...]:
    """The sheet of one language. Times are in the zone of `locale`."""
    parts = (_dates, _article, _credits, _counts, _names)
    return tuple(Line(name=name, text=text) for part in parts for name, text in part(locale))


def _dates(say: Locale) -> Iterator[tuple[str, str]]:
    yield "date and time", say.date_time(_PUBLISHED)
    yield "first of a month", say.date_time(_FIRST_OF_MAY)
    yield "heading of a day", say.day_heading(_PUBLISHED)
    yield "heading of a month", say.month_heading(_PUBLISHED)
    yield "months", _listed(say.month_heading(moment) for moment in _MONTHS)
    for name, (first, last) in zip(("days", "months", "years"), _RANGES, strict=True):
        yield f"range of {name}", say.range(first, last)
    by_day = _text(phrases.dates_html(_legacy(say, updated=_PUBLISHED), Precision.DAY, say))
    yield "known to the day", by_day


def _article(say: Locale) -> Iterator[tuple[str, str]]:
    article = _legacy(say)
    line, also_in, others = additions(article, _circumstances(say))
    yield "metadata line", _text(line)
    yield "import note", phrases.provenance_text(Provenance.LEGACY_IMPORT, say) or ""
    yield "trust", phrases.trust_text(_MARK, say) or ""
    yield "comments closed", phrases.contributions_text(Contributions.CLOSED, say) or ""
    yield "comments open", phrases.contributions_text(Contributions.OPEN, say) or ""
    yield "also in", _text(also_in)
    names = say.join(autonym(tag) for tag in LANGUAGES if not say.language.startswith(tag))
    yield "also in, on pages", say.text("Also in: %(languages)s", languages=names)
    yield "of the story", _text(others.replace("<ul>", " "))
    for scope in (Scope.STORY, Scope.SECTION, Scope.SOURCE):
        yield f"all of a {scope}", feed_subtitle(FeedKey(scope=scope), _TITLE, say)
    yield "quotation", say.quoted(_TITLE)
    yield "withdrawn", say.text("Withdrawn: %(title)s", title=_TITLE)


def _credits(say: Locale) -> Iterator[tuple[str, str]]:
    for name, credit in _CREDITS.items():
        yield name, phrases.credit_text(credit, say) or ""


def _counts(say: Locale) -> Iterator[tuple[str, str]]:
    yield "reading time", _listed(phrases.reading_text(n, say) or "" for n in _MINUTES)
    yield (
        "articles",
        _listed(
            say.plural("%(count)s article", "%(count)s articles", n, count=say.number(n))
            for n in _COUNTS
        ),
    )
    yield (
        "languages",
        _listed(
            say.plural("%(count)s language", "%(count)s languages", n, count=say.number(n))
            for n in _COUNTS
        ),
    )
    yield "numbers", _listed(map(say.number, (1_400, 14_000, 1_234_567)))
    yield "lists", _listed(say.join(one) for one in ("A", "AB", "ABC", ("ANSA", "EFE", "Interfax")))


def _names(say: Locale) -> Iterator[tuple[str, str]]:
    yield "section names", _listed(say.section(usual) or "?" for usual in USUAL_SECTIONS)
    yield "agency names", _listed(map(say.agency, AGENCIES))
    yield "territories", _listed(map(say.territory, _TERRITORIES))
    yield "languages here", _listed(language_name(tag, say.language) for tag in LANGUAGES)
    yield "own name", _listed((standing_alone(say.autonym), say.autonym))


def _listed(texts: Iterable[str]) -> str:
    return " | ".join(texts)


def _text(marked: str) -> str:
    return html.unescape(_TAG.sub("", marked))


def _legacy(say: Locale, *, updated: datetime = _UPDATED) -> Article:
    return Article(
        id=ArticleId("legacy"),
        source_id=SourceId("archive"),
        language=say.language,
        title=_TITLE,
        published=_PUBLISHED,
        updated=updated,
        first_seen=_PUBLISHED,
        fingerprint="",
        dating=Dating(read_from="phrase", precision=Precision.MINUTE),
        credit=_CREDITS["credit with two"],
        provenance=Provenance.LEGACY_IMPORT,
        contributions=Contributions.CLOSED,
    )


def _circumstances(say: Locale) -> Circumstances:
    source = Source(
        id=SourceId("archive"),
        kind=SourceKind.PAGE,
        url="https://press.example.org/",
        language=say.language,
        title="Press",
        own=True,
        publish=Publish.FULL,
    )
    site = Publication(
        base_url="https://feeds.example.org",
        tag_authority="feeds.example.org,2026",
        titles=(),
        languages=(say.language,),
        time_zone=say.time_zone,
    )
    others = (
        TranslationLink(language=tag, title=_TITLE, url=f"https://press.example.org/{tag}")
        for tag in LANGUAGES
        if not say.language.startswith(tag)
    )
    earlier = EarlierArticle(
        title=_TITLE,
        url="https://press.example.org/earlier",
        language=say.language,
        published=_FIRST_OF_MAY,
        precision=Precision.MINUTE,
    )
    return Circumstances(
        source=source,
        publication=site,
        locale=say,
        trust=_MARK,
        translations=tuple(others),
        earlier=(earlier,),
        reading=phrases.reading_text(10, say),
    )
