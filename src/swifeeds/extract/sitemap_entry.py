"""One entry of a sitemap: a page, and what the extensions say of the article on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from swifeeds.extract.address_language import named_language
from swifeeds.extract.categories import distinct
from swifeeds.extract.enclosures import make_media, merged
from swifeeds.extract.moments import Moment, is_zero_date, read_moment
from swifeeds.extract.names import local_name
from swifeeds.extract.text_constructs import raw_text
from swifeeds.localise.languages import canonical_tag
from swifeeds.localise.negotiation import primary_subtag
from swifeeds.markup import absolute_url, canonical_url, plain_text, url_key
from swifeeds.markup.xml import Element
from swifeeds.model import Document, Draft, Link, Media, Precision, Source, Translation

_MOST_LANGUAGES = 60
_MOST_MEDIA = 20
_YEAR = re.compile(r"\d\d")
_SEPARATORS = re.compile(r"[,;،、，؛]")
_FRESH = timedelta(hours=36)
"""A change that is dated with a day alone says nothing of a second change on that day."""

_PLAIN = frozenset({"loc", "lastmod", "changefreq", "priority"})
_AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _News:
    """Google's extension of news."""

    title: str | None = None
    language: str | None = None
    published: Moment | None = None
    keywords: tuple[str, ...] = ()


def child_text(element: Element, name: str) -> str | None:
    """The text of the first child of that local name, whatever its namespace."""
    for child in element.iterchildren("{*}*"):
        if local_name(str(child.tag)) == name:
            return raw_text(child)
    return None


def read_entry(element: Element, document: Document, source: Source) -> Link | None:
    """The link of a `url` element; None for one without an address."""
    url = absolute_url(child_text(element, "loc") or "", document.final_url)
    if url is None:
        return None
    changed = read_change(child_text(element, "lastmod"), document, source)
    # Most entries say no more than this, and there are up to fifty thousand.
    is_plain = all(local_name(str(child.tag)) in _PLAIN for child in element.iterchildren("{*}*"))
    draft = None if is_plain else _said(element, url, document, source)
    published = draft.published if draft else None
    dates = [date for date in (changed and changed.at, published) if date]
    return Link(
        url=canonical_url(url),
        draft=draft,
        lastmod=exact_change(changed, document.retrieved),
        dated=max(dates) if dates else None,
    )


def _said(element: Element, url: str, document: Document, source: Source) -> Draft | None:
    """What the extensions say of the article; None where that is nothing."""
    news = _news(element, source)
    alternates = tuple(_alternates(element, document.final_url))
    own = next((tag for tag, other in alternates if url_key(other) == url_key(url)), None)
    language = news.language or own or named_language(url)
    draft = _draft(element, url, news, document, source)
    if language:
        others = _translations(alternates, language)
        read = (*draft.provenances, ("translations", "sitemap")) if others else draft.provenances
        draft = replace(draft, language=language, translations=others, provenances=read)
    return draft if draft != _bare(document, source) else None


def read_change(written: str | None, document: Document, source: Source) -> Moment | None:
    """A `lastmod`. One that nobody can read, and one that lies ahead, say nothing."""
    # What has no year in it costs a reader of dates a millisecond, fifty thousand times.
    if written is None or is_zero_date(written) or not _YEAR.search(written):
        return None
    moment = read_moment(written, language=source.language, zone=source.time_zone)
    return moment if moment and moment.at <= document.retrieved + _AHEAD else None


def exact_change(changed: Moment | None, retrieved: datetime) -> datetime | None:
    """The date of a change by which a later one can be told."""
    if changed is None:
        return None
    is_day = changed.dating.precision is Precision.DAY
    return None if is_day and changed.at > retrieved - _FRESH else changed.at


def _news(element: Element, source: Source) -> _News:
    news = next((one for one in element.iterchildren("{*}news")), None)
    if news is None:
        return _News()
    publication = next((one for one in news.iterchildren("{*}publication")), None)
    stated = None if publication is None else child_text(publication, "language")
    language = canonical_tag(stated) if stated else None
    written = child_text(news, "publication_date")
    is_date = written is not None and not is_zero_date(written)
    return _News(
        title=plain_text(child_text(news, "title") or ""),
        language=language,
        published=read_moment(written, language=language or source.language, zone=source.time_zone)
        if written and is_date
        else None,
        keywords=distinct(_SEPARATORS.split(child_text(news, "keywords") or "")),
    )


def _bare(document: Document, source: Source) -> Draft:
    return Draft(
        source_id=source.id, retrieved=document.retrieved, language=source.language, title=""
    )


def _draft(element: Element, url: str, news: _News, document: Document, source: Source) -> Draft:
    media = merged(list(_media(element, url))[:_MOST_MEDIA])
    published = news.published
    said: dict[str, Any] = {
        "published": published and published.at,
        "dating": published and replace(published.dating, read_from="sitemap"),
        "keywords": news.keywords,
        "media": media,
    }
    told = {name: value for name, value in said.items() if value}
    return replace(
        _bare(document, source),
        title=news.title or "",
        provenances=tuple((name, "sitemap") for name in told if name != "dating"),
        **told,
    )


def _alternates(element: Element, base: str) -> Iterator[tuple[str, str]]:
    """Language and address of each form of the page, itself included."""
    count = 0
    for link in element.iterchildren("{*}link"):
        tag, url = (
            canonical_tag(link.get("hreflang") or ""),
            absolute_url(link.get("href") or "", base),
        )
        if tag and url and (link.get("rel") or "").strip().lower() == "alternate":
            count += 1
            if count > _MOST_LANGUAGES:
                return
            yield tag, canonical_url(url)


def _translations(
    alternates: tuple[tuple[str, str], ...], language: str
) -> tuple[Translation, ...]:
    main = primary_subtag(language)
    found: dict[str, Translation] = {}
    for tag, url in alternates:
        if primary_subtag(tag) != main:
            found.setdefault(url_key(url), Translation(language=tag, url=url, evidence="hreflang"))
    return tuple(found.values())


def _media(element: Element, base: str) -> Iterator[Media]:
    for image in element.iterchildren("{*}image"):
        found = make_media(
            child_text(image, "loc"),
            base,
            medium="image",
            alt=plain_text(child_text(image, "title") or ""),
            caption=plain_text(child_text(image, "caption") or ""),
        )
        yield from filter(None, [found])
    for video in element.iterchildren("{*}video"):
        film = make_media(
            child_text(video, "content_loc"),
            base,
            medium="video",
            caption=plain_text(child_text(video, "title") or ""),
        )
        picture = make_media(child_text(video, "thumbnail_loc"), base, medium="image")
        yield from filter(None, [film, picture])
