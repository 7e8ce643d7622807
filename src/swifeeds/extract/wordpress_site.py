"""WordPress's REST interface from outside: where it is, which entries it has, and reading them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from swifeeds.errors import ExtractError
from swifeeds.extract.drop import read_stated
from swifeeds.extract.hostile_json import Table, read_json, table, text
from swifeeds.extract.moments import is_zero_date, read_moment
from swifeeds.extract.rest_addresses import rest_place
from swifeeds.extract.wordpress import as_drops, is_public, posts_in
from swifeeds.markup import absolute_url, parse_html
from swifeeds.model import Document, Draft, Extraction, Reject, RestEntry, RestSite, Source

_RELATION = "https://api.w.org/"
_MOST = 1000
_MOST_TRANSLATIONS = 60


def read_posts(
    document: Document, source: Source, addresses: Sequence[tuple[int, str]] = ()
) -> Extraction:
    """The articles of an answer of the REST interface, one entry or a list.

    Args:
        document: the answer.
        source: where it belongs.
        addresses: number and address of entries that these may name as translations.

    Raises:
        ExtractError: it is no JSON, or says what went wrong there.
    """
    posts = posts_in(_data(document))
    stated = as_drops(posts, story_taxonomy=source.story_taxonomy, addresses=addresses)
    read = read_stated(stated, document, source)
    closed = (
        Reject(subject=str(text(post.get("link"))), reason="is not for everybody to read")
        for post in posts
        if not is_public(post)
    )
    return Extraction(
        drafts=tuple(map(_dated_by_rest, read.drafts)),
        rejects=(*read.rejects, *closed),
        noted=read.noted,
    )


def read_rest_entries(document: Document, source: Source) -> tuple[RestEntry, ...]:
    """The lines of a list of entries (`_fields=id,link,modified…`), in their order.

    Raises:
        ExtractError: it is no JSON, or no list.
    """
    data = _data(document)
    if not isinstance(data, list):
        message = "is JSON, but no list of WordPress's entries; check the address"
        raise ExtractError(message, url=document.url)
    return tuple(_entries(data[:_MOST], source))


def read_rest_site(document: Document, source: Source) -> RestSite:
    """A site's interface: from its root, or from a page that names it.

    Raises:
        ExtractError: it is neither.
    """
    del source
    if document.body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return RestSite(root=_named_root(document))
    stated = table(_data(document))
    if not {"namespaces", "routes", "gmt_offset", "timezone_string"} & set(stated):
        message = "is JSON, but not WordPress's REST interface; check the address"
        raise ExtractError(message, url=document.url)
    root = rest_place(document.final_url).root or document.final_url
    return RestSite(root=root, time_zone=_zone(stated))


def read_rest_taxonomies(document: Document) -> tuple[str, ...]:
    """The names of a site's taxonomies, as `story_taxonomy` names them.

    Raises:
        ExtractError: it is no JSON.
    """
    stated = map(table, list(table(_data(document)).values())[:_MOST])
    return tuple(slug for one in stated if (slug := text(one.get("slug"))))


def _data(document: Document) -> object:
    """Raises `ExtractError` with the site's own word where it reports an error."""
    data = read_json(document.body, charset=document.charset, url=document.url)
    stated = table(data)
    if "code" in stated and "message" in stated and "id" not in stated:
        said = text(stated.get("code")) or "an error"
        raise ExtractError(f"WordPress answers {said[:60]}", url=document.url)
    return data


def _named_root(document: Document) -> str:
    """`<link rel="https://api.w.org/">`, which every page of WordPress has."""
    root = parse_html(document.body, charset=document.charset, url=document.url)
    stated = dict(document.relations).get(_RELATION)
    for link in root.iter("link"):
        if (link.get("rel") or "").strip() == _RELATION:
            stated = stated or link.get("href")
    named = absolute_url(stated, document.final_url) if stated else None
    if named is None:
        message = "does not say that it is made with WordPress; check the address"
        raise ExtractError(message, url=document.url)
    return named


def _entries(data: Sequence[object], source: Source) -> Iterator[RestEntry]:
    for one in map(table, data):
        number, url = text(one.get("id")), absolute_url(text(one.get("link")) or "", "")
        modified = _modified(one, source)
        if number and number.isdecimal() and url and modified:
            others = table(one.get("translations")).values()
            yield RestEntry(
                number=int(number),
                url=url,
                modified=modified,
                translations=tuple(
                    int(other)
                    for other in list(map(text, others))[:_MOST_TRANSLATIONS]
                    if other and other.isdecimal() and other != number
                ),
            )


def _modified(one: Table, source: Source) -> datetime | None:
    in_utc, local = text(one.get("modified_gmt")), text(one.get("modified"))
    written = f"{in_utc}Z" if in_utc and not is_zero_date(in_utc) else local
    if written is None:
        return None
    moment = read_moment(written, language=source.language, zone=source.time_zone)
    return moment.at if moment else None


def _zone(stated: Table) -> str | None:
    """`timezone_string`; or whole hours from UTC, which have names as well."""
    named = text(stated.get("timezone_string"))
    try:
        if named:
            return ZoneInfo(named).key
    except (KeyError, ValueError, OSError):
        return None
    try:
        hours = float(text(stated.get("gmt_offset")) or "")
    except ValueError:
        return None
    return f"Etc/GMT{-int(hours):+d}" if hours.is_integer() and abs(hours) <= 12 else None  # noqa: PLR2004


def _dated_by_rest(draft: Draft) -> Draft:
    dating = replace(draft.dating, read_from="rest") if draft.dating else None
    return replace(draft, dating=dating)
