"""Reading Atom: RFC 4287, and the 0.3 draft that old archives still hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from swifeeds.extract.bodies import is_markup, paragraphs, text_and_lead
from swifeeds.extract.categories import categories_of
from swifeeds.extract.drafts import assemble
from swifeeds.extract.enclosures import media_of
from swifeeds.extract.entry_digests import NONE, Entries
from swifeeds.extract.entry_items import items_of, left_out
from swifeeds.extract.item import Channel, Item
from swifeeds.extract.names import Fields, fields_of
from swifeeds.extract.people import read_person
from swifeeds.extract.relations import (
    licence_of,
    page_of,
    relations_of,
    rsl_of,
    translations_of,
)
from swifeeds.extract.rsl import rsl_elements
from swifeeds.extract.text_constructs import base_of, first_text, inner_html, language_of, raw_text
from swifeeds.markup import absolute_url, escape, plain_text, strip_control
from swifeeds.markup.xml import Element
from swifeeds.model import Document, Extraction, Origin, Person, Reject, Source

_PUBLISHED = ("published", "issued", "created", "dc:date", "dcterms:issued", "pubdate")
_UPDATED = ("updated", "modified", "dcterms:modified")
_RIGHTS = ("rights", "copyright", "dc:rights")
_TEXT = frozenset({"", "text", "text/plain"})
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_HTML = frozenset({"html", "text/html", "xhtml", "application/xhtml+xml"})


def read(
    root: Element,
    document: Document,
    source: Source,
    *,
    rejects: tuple[Reject, ...] = (),
    entries: Entries = NONE,
) -> Extraction:
    """The entries of an Atom document, in its order.

    Args:
        root: `feed`, or a single `entry`.
        document: gives the base address and the time of retrieval.
        source: gives language and zone where the feed names none.
        rejects: what was wrong with the document as a whole.
        entries: by what entries are known again.
    """
    channel = _channel(root, document.final_url)
    assumed = channel.language or source.language

    def read_one(element: Element, place: int, entries: Entries) -> Item:
        return _item(element, document.final_url, assumed, place, entries)

    items = items_of(root, entries, read_one)
    rejects = (*rejects, *left_out(items, document.final_url))
    return assemble(channel, items, document=document, source=source, rejects=rejects)


def _channel(root: Element, document_url: str) -> Channel:
    fields = fields_of(root)
    links = relations_of(fields.all("link"), base_of(root, document_url))
    return Channel(
        language=language_of(root) or first_text(fields.all("dc:language", "language")),
        authors=_people(fields),
        rights=_plain(fields, *_RIGHTS),
        license=licence_of(links),
        rsl=rsl_of(links),
    )


def _item(
    entry: Element, document_url: str, assumed_language: str, place: int, entries: Entries
) -> Item:
    fields = fields_of(entry)
    base = base_of(entry, document_url)
    links = relations_of(fields.all("link", "atom:link"), base)
    language = _language(entry, fields)
    url = page_of(links, language or assumed_language)
    guid = strip_control(first_text(fields.all("id", "atom:id")) or "") or None
    if entries.has(place):
        return Item(place=place, guid=guid, url=url, digest=entries.digest(place), is_known=True)
    content, summary, opening = _texts(fields, base)
    taken = _taken_from(entry, fields)
    theirs = Channel() if taken is None else _channel(taken, document_url)
    return Item(
        place=place,
        title=_plain(fields, "title", "media:title", "dc:title"),
        guid=guid,
        url=url,
        summary=summary,
        content=content,
        published=first_text(fields.all(*_PUBLISHED)),
        updated=first_text(fields.all(*_UPDATED)),
        embargo_date=first_text(fields.all("prism:embargodate")),
        opening=opening,
        authors=_people(fields) or _source_people(fields),
        categories=categories_of(fields),
        media=media_of(fields, base),
        language=language,
        rights=_plain(fields, *_RIGHTS) or theirs.rights,
        license=licence_of(links) or theirs.license,
        rsl=rsl_of(links) or theirs.rsl,
        rsl_elements=rsl_elements(entry),
        translations=translations_of(links, url),
        origin=None if taken is None else _origin(taken, document_url),
        digest=entries.digest(place),
    )


def _taken_from(entry: Element, fields: Fields) -> Element | None:
    """The feed that the entry was taken over from (RFC 4287, 4.2.11); None for an own entry."""
    sources = fields.all("source")
    feed = entry.getparent()
    if not sources or feed is None:
        return None
    own = first_text(fields_of(feed).all("id"))
    is_own = own is not None and own == first_text(fields_of(sources[0]).all("id"))
    return None if is_own else sources[0]


def _origin(taken: Element, document_url: str) -> Origin:
    """By its own `self` link, else the page that it belongs to."""
    fields = fields_of(taken)
    links = relations_of(fields.all("link"), base_of(taken, document_url))
    feed = next((link.url for link in links if link.rel == "self"), None)
    named = strip_control(first_text(fields.all("id")) or "")
    return Origin(
        id=named if _IRI.fullmatch(named) else None,
        title=_plain(fields, "title"),
        url=feed or page_of(links, None),
        is_feed=feed is not None,
    )


def _language(entry: Element, fields: Fields) -> str | None:
    texts = fields.all("content", "title", "summary")
    return language_of(entry, *texts) or first_text(fields.all("dc:language"))


def _texts(fields: Fields, base: str) -> tuple[str | None, str | None, str | None]:
    content = _first_html(fields.all("content"))
    summary = _first_html(fields.all("summary", "media:description"))
    groups = (
        fields_of(group, home="").all("media:description") for group in fields.all("media:group")
    )
    told = summary or next(filter(None, map(_first_html, groups)), None)
    at = fields.all("content") if content else fields.all("summary")
    return text_and_lead(content, told, base_of(at[0], base) if at else base)


def _first_html(elements: Iterable[Element]) -> str | None:
    return next(filter(None, map(_html, elements)), None)


def _html(construct: Element) -> str | None:
    """A text construct or content as HTML (RFC 4287, 3.1 and 4.1.3); None for anything else."""
    kind = (construct.get("type") or "").strip().lower()
    text = inner_html(construct)
    if kind in _HTML or (kind in _TEXT and (len(construct) or is_markup(text))):
        return text or None
    return paragraphs(text) or None if kind in _TEXT else None


def _plain(fields: Fields, *names: str) -> str | None:
    return next(filter(None, map(_words, fields.all(*names))), None)


def _words(construct: Element) -> str | None:
    """Of a `text` construct that shows no tags the signs `<` and `&` are meant as such."""
    text = inner_html(construct)
    kind = (construct.get("type") or "").strip().lower()
    is_literal = kind in _TEXT and not len(construct) and not is_markup(text)
    return plain_text(escape(text) if is_literal and "&" not in text else text)


def _people(fields: Fields) -> tuple[Person, ...] | None:
    people = (_person(author) for author in fields.all("author", "atom:author"))
    named = tuple(dict.fromkeys(filter(None, people)))
    creators = (raw_text(creator) for creator in fields.all("dc:creator"))
    return named or tuple(filter(None, map(read_person, filter(None, creators)))) or None


def _person(author: Element) -> Person | None:
    fields = fields_of(author)
    email = first_text(fields.all("email"))
    text = first_text(fields.all("name")) or email or raw_text(author)
    read = read_person(text) if text else None
    if read is None:
        return None
    address = read_person(email) if email else None
    page = first_text(fields.all("uri", "url"))
    return Person(
        name=read.name,
        email=read.email or (address.email if address else None),
        url=absolute_url(page, "") if page else None,
    )


def _source_people(fields: Fields) -> tuple[Person, ...] | None:
    """RFC 4287, 4.1.2: an entry without authors has those of its `source`."""
    origins = map(fields_of, fields.all("source"))
    return next(filter(None, map(_people, origins)), None)
