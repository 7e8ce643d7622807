"""NITF: one item of a wire, with its text in place."""

from __future__ import annotations

from collections.abc import Iterator

from swifeeds.extract.archives.credit_lines import credit_in, read_byline
from swifeeds.extract.archives.dates import read_date, read_opening
from swifeeds.extract.archives.entry import Entry, NoArticle, PassedOver, Reading
from swifeeds.extract.archives.marks import is_kill, shouted, signal_of, standing_of
from swifeeds.extract.archives.nitf_body import read_body
from swifeeds.extract.archives.subjects import is_top_level, top_level, words_of
from swifeeds.extract.archives.xml_tree import every, first, language_at, local_name, parse, words
from swifeeds.extract.moments import Moment
from swifeeds.markup.xml import Element
from swifeeds.model import Credit

_SUBJECT = ("tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type")


def read(body: bytes, reading: Reading) -> Iterator[Entry | NoArticle | PassedOver]:
    """The item of a document.

    Raises:
        ExtractError: it is not well-formed.
    """
    root = parse(body, reading)
    documents = [root] if local_name(root) == "nitf" else every(root, "//nitf")
    for place, document in enumerate(documents, 1):
        yield entry_of(document, place, reading)


def entry_of(document: Element, place: int, reading: Reading) -> Entry:
    """What one NITF document says."""
    head, data = first(document, "head"), first(document, "head/docdata")
    whole = first(document, "body")
    body = read_body(document if whole is None else whole)
    language = document.get("baselang") or language_at(whole)
    issued, changed = _issued(head, data, reading), read_date(_changed(document), reading)
    released = read_opening(_norm(data, "date.release"), reading)
    authors, agency = read_byline(body.byline, houses=_houses(document, data))
    stated_release = _norm(data, "date.release")
    status = standing_of(data.get("management-status") if data is not None else None)
    title = body.title or words(head, "title")
    notes = [one.get("info") for one in every(data, "ed-msg")]
    subjects = every(head, "//tobject.subject")
    section = _section(head, subjects)
    published = issued or released or _story_date(document, reading)
    is_later = released and published and released.at > published.at
    return Entry(
        place=place,
        guid=_guid(data, head),
        url=_url(head),
        language=language,
        title=title,
        summary=body.summary,
        content=body.html,
        published=published,
        updated=_later(changed, published),
        authors=authors,
        credit=agency or _credit(document, data),
        section=section,
        keywords=_keywords(head, data, subjects),
        media=body.media,
        rights=_rights(data),
        embargo=released if is_later else None,
        version=_version(data),
        signal=signal_of(
            _signals(document, data), *notes, shouted(words(head, "title")), shouted(title)
        ),
        held=None if is_later else status.held or _unread(stated_release, released),
        withdrawn=status.withdrawn or first(data, "del-list/kill") is not None or is_kill(title),
        takes_back=_corrected(data),
    )


def _corrected(data: Element | None) -> tuple[str, ...]:
    """The documents that this one corrects, or takes back where it is withdrawn."""
    return tuple(filter(None, (_registered(one) for one in every(data, "correction"))))


def _registered(identity: Element) -> str | None:
    """An id with its register, where the id alone would be a mere number."""
    stated, register = identity.get("id-string"), identity.get("regsrc")
    return f"{register}:{stated}" if stated and register and ":" not in stated else stated


def _unread(stated: str | None, released: Moment | None) -> str | None:
    if stated is None or released is not None:
        return None
    return f"the date of its release cannot be read: “{stated[:60]}”"


def _norm(data: Element | None, name: str) -> str | None:
    """The exact form of a date, else its text."""
    found = first(data, name)
    return None if found is None else found.get("norm") or words(found)


def _issued(head: Element | None, data: Element | None, reading: Reading) -> Moment | None:
    stated = [_norm(data, "date.issue")]
    stated += [one.get("date.publication") for one in every(head, "//pubdata")]
    stated += [_meta(head, name) for name in ("timestamp", "date", "pubdate", "publicationdate")]
    return next(filter(None, (read_date(one, reading) for one in stated)), None)


def _story_date(document: Element, reading: Reading) -> Moment | None:
    for date in every(document, "//story.date"):
        return read_date(date.get("norm") or words(date), reading)
    return None


def _changed(document: Element) -> str | None:
    """`change.date` is of the DTD as often as of the item: only what is exact is believed."""
    stated = document.get("change.date") or ""
    return stated if stated[:4].isdecimal() else None


def _later(changed: Moment | None, published: Moment | None) -> Moment | None:
    return changed if changed and published and changed.at > published.at else None


def _guid(data: Element | None, head: Element | None) -> str | None:
    """The document's id, else the key of its story."""
    identity = first(data, "doc-id")
    if identity is not None and (stated := _registered(identity)):
        return stated
    unit = first(data, "du-key")
    return (unit.get("key") if unit is not None else None) or _meta(head, "NTBID")


def _version(data: Element | None) -> str | None:
    unit = first(data, "du-key")
    return (unit.get("version") or unit.get("generation")) if unit is not None else None


def _url(head: Element | None) -> str | None:
    for data in every(head, "//pubdata"):
        if data.get("ex-ref"):
            return data.get("ex-ref")
    return _meta(head, "canonical") or _meta(head, "url")


def _meta(head: Element | None, name: str) -> str | None:
    for meta in every(head, "meta"):
        if (meta.get("name") or "").lower() == name.lower():
            return (meta.get("content") or "").strip() or None
    return None


def _section(head: Element | None, subjects: list[Element]) -> str | None:
    """The top level of IPTC's subjects, else the section that the publication names."""
    for data in every(head, "//pubdata"):
        if data.get("position.section"):
            return data.get("position.section")
    coded = [one.get("tobject.subject.refnum") for one in subjects]
    exact = next(filter(is_top_level, coded), None)
    names = [one.get("tobject.subject.type") for one in subjects]
    return next(filter(None, names), None) or top_level(exact or next(iter(coded), None))


def _keywords(
    head: Element | None, data: Element | None, subjects: list[Element]
) -> tuple[str, ...]:
    named = [one.get(name) for one in subjects for name in _SUBJECT]
    keys = [one.get("key") for one in every(data, "key-list/keyword")]
    metas = [_meta(head, name) for name in ("anpa-keyword", "slug", "slugline", "keywords")]
    split = [word for meta in metas if meta for word in meta.split(",")]
    return words_of([*named, *keys, *split])


def _signals(document: Element, data: Element | None) -> list[str | None]:
    marked = [one.get("series.name") for one in every(data, "series")]
    found = [one.get("tobject.property.type") for one in every(document, "//tobject.property")]
    correction = ["correction"] if first(data, "correction") is not None else []
    return [*correction, *found, *marked]


def _credit(document: Element, data: Element | None) -> Credit | None:
    return credit_in(_houses(document, data))


def _houses(document: Element, data: Element | None) -> list[str]:
    """Who sends it, as far as it tells."""
    stated = [words(one) for one in every(document, "//distributor")]
    stated += [one.get("src-name") for one in every(data, "del-list/from-src")]
    stated += [one.get("holder") for one in every(data, "doc.copyright")]
    return [house for house in stated if house]


def _rights(data: Element | None) -> str | None:
    for copyright_ in every(data, "doc.copyright"):
        if holder := copyright_.get("holder"):
            return " ".join(filter(None, ("©", copyright_.get("year"), holder)))
    return None
