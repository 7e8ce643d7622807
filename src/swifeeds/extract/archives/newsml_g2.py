"""NewsML-G2: news items with their text, pictures that belong to them, and what is no article.

A picture of the same portion becomes media of a text where a package lists both, or where the text
links to it; by itself it is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from swifeeds.extract.archives import refusals
from swifeeds.extract.archives.credit_lines import credit_in, read_byline
from swifeeds.extract.archives.dates import read_date, read_end
from swifeeds.extract.archives.entry import Entry, NoArticle, PassedOver, Reading
from swifeeds.extract.archives.g2_content import Content, content_of
from swifeeds.extract.archives.g2_media import company_of, media_in, picture_of
from swifeeds.extract.archives.g2_meta import (
    code_of,
    creators_of,
    houses_of,
    keywords_of,
    rights_of,
    section_of,
    translations_of,
)
from swifeeds.extract.archives.marks import is_kill, shouted, signal_of, standing_of
from swifeeds.extract.archives.taken_back import takes_back
from swifeeds.extract.archives.xml_tree import every, first, language_at, local_name, parse, words
from swifeeds.extract.moments import Moment
from swifeeds.markup.xml import Element
from swifeeds.model import Media

_ITEMS = ("newsItem", "packageItem", "planningItem", "conceptItem", "knowledgeItem", "catalogItem")
_REFUSED = {
    "planningItem": refusals.PLAN, "conceptItem": refusals.CONCEPT,
    "knowledgeItem": refusals.KNOWLEDGE, "catalogItem": refusals.CATALOG,
}  # fmt: skip
_CAPTION = ("caption",)


def read(body: bytes, reading: Reading) -> Iterator[Entry | NoArticle | PassedOver]:
    """The items of a portion.

    Raises:
        ExtractError: it is not well-formed.
    """
    root = parse(body, reading)
    items = [root] if local_name(root) in _ITEMS else _items_in(root)
    pictures = {
        guid: media
        for item in items
        if (guid := item.get("guid")) and (media := picture_of(item)) is not None
    }
    company = company_of(items, pictures)
    shown = [medium for media in company.values() for medium in media]
    for place, item in enumerate(items, 1):
        name = local_name(item)
        if name in _REFUSED:
            yield NoArticle(place=place, reason=_REFUSED[name])
        elif (guid := item.get("guid")) in pictures and pictures[guid] in shown:
            yield PassedOver(place=place, kind="pictures that the articles show")
        else:
            yield _read(item, place, reading, company, is_alone=len(items) == 1)


def _items_in(root: Element) -> list[Element]:
    found = [element for element in root.iter("{*}*") if local_name(element) in _ITEMS]
    return [one for one in found if one.getparent() is not None]


def _read(
    item: Element,
    place: int,
    reading: Reading,
    company: Mapping[str, tuple[Media, ...]],
    *,
    is_alone: bool,
) -> Entry | NoArticle:
    content = content_of(item)
    if (refusal := _refusal(item, content, is_alone=is_alone)) is not None:
        return NoArticle(place=place, reason=refusal)
    return _entry(item, place, reading, content, company.get(item.get("guid") or "", ()))


def _refusal(item: Element, content: Content, *, is_alone: bool) -> str | None:
    """Why it is no article: by its class, and by what it holds."""
    kind = code_of(first(item, "itemMeta/itemClass"))
    status = standing_of(code_of(first(item, "itemMeta/pubStatus")))
    if status.withdrawn or content.html:
        return None
    if local_name(item) == "packageItem":
        return refusals.PACKAGE
    if content.is_data:
        return refusals.DATA
    if refusal := refusals.refusal_of(kind):
        return refusal
    return refusals.PICTURE if picture_of(item) is not None and is_alone else None


def _entry(
    item: Element,
    place: int,
    reading: Reading,
    content: Content,
    company: tuple[Media, ...],
) -> Entry:
    meta, about = first(item, "itemMeta"), first(item, "contentMeta")
    houses = houses_of(item)
    authors, agency = read_byline(words(about, "by") or content.byline, houses=houses)
    status = standing_of(code_of(first(meta, "pubStatus")))
    published, updated = _dates(meta, about, reading)
    embargo = first(meta, "embargoed")
    until = read_end(words(embargo), reading) if embargo is not None else None
    notes = [words(note) for note in every(meta, "edNote")]
    title = words(about, "headline") or content.title or words(meta, "title")
    signals = [code_of(one) for one in every(meta, "signal")]
    held = status.held if until is None else None
    if embargo is not None and until is None:
        held = "it is embargoed without an end"
    return Entry(
        place=place,
        guid=item.get("guid"),
        language=_language(about, item, content),
        title=title,
        summary=_summary(about) or content.summary,
        content=content.html,
        published=published,
        updated=updated,
        authors=authors or creators_of(about, houses),
        credit=agency or credit_in(houses),
        section=section_of(about),
        keywords=keywords_of(about),
        media=(*content.media, *media_in(item), *company),
        translations=translations_of(item),
        rights=rights_of(item),
        embargo=until,
        version=item.get("version"),
        signal=signal_of(signals, *notes, shouted(title), shouted(words(about, "slugline"))),
        held=held,
        withdrawn=status.withdrawn or is_kill(title),
        takes_back=_named(item, is_notice=content.html is None or is_kill(title)),
    )


def _named(item: Element, *, is_notice: bool) -> tuple[str, ...]:
    """Items that a withdrawn one takes back: by links, whose relation says what they are."""
    return tuple(
        named
        for link in every(item, "itemMeta/link")
        if (named := link.get("residref") or link.get("guidref"))
        and takes_back(link.get("rel"), is_notice=is_notice)
    )


def _dates(
    meta: Element | None, about: Element | None, reading: Reading
) -> tuple[Moment | None, Moment | None]:
    """When it was first sent, and when this version was; of its content where no more is told."""
    created = _first_date(reading, meta, "firstCreated") or _first_date(
        reading, about, "contentCreated"
    )
    version = _first_date(reading, meta, "versionCreated")
    changed = version or _first_date(reading, about, "contentModified")
    published = created or changed
    is_later = changed and published and changed.at > published.at
    return published, changed if is_later else None


def _first_date(reading: Reading, where: Element | None, name: str) -> Moment | None:
    return read_date(words(where, name), reading)


def _language(about: Element | None, item: Element, content: Content) -> str | None:
    tagged = first(about, "language")
    stated = tagged.get("tag") if tagged is not None else None
    return stated or content.language or language_at(first(about, "headline")) or language_at(item)


def _summary(about: Element | None) -> str | None:
    for description in every(about, "description"):
        role = (description.get("role") or "").rpartition(":")[2].lower()
        if role not in _CAPTION and (text := words(description)):
            return text
    return None
