"""Reading JSON Feed 1.0 and 1.1, and our own `_swifeeds` extension where a feed has it."""

from __future__ import annotations

from swifeeds.extract.bodies import paragraphs, text_and_lead
from swifeeds.extract.categories import distinct
from swifeeds.extract.drafts import assemble
from swifeeds.extract.enclosures import make_media, merged
from swifeeds.extract.hostile_json import Table, entries, table, text
from swifeeds.extract.item import Channel, Item
from swifeeds.extract.swifeeds_extension import (
    read_credit,
    read_provenance,
    read_terms,
    read_translations,
)
from swifeeds.markup import absolute_url, canonical_url, plain_text
from swifeeds.model import Document, Extraction, Media, Origin, Person, Reject, Source


def read(
    data: Table, document: Document, source: Source, *, rejects: tuple[Reject, ...] = ()
) -> Extraction:
    """The items of a JSON Feed, in its order.

    Args:
        data: the document's object; values of the wrong type count as missing.
        document: gives the base address and the time of retrieval.
        source: gives language and zone where the feed names none.
        rejects: what was wrong with the document as a whole.
    """
    home = text(data.get("home_page_url")) or text(data.get("feed_url")) or ""
    base = absolute_url(home, document.final_url) or document.final_url
    terms = read_terms(table(data.get("_swifeeds")), base)
    channel = Channel(
        language=text(data.get("language")), authors=_people(data),
        rights=terms.rights, license=terms.license, rsl=terms.rsl,
    )  # fmt: skip
    items = (_item(table(item), base, n) for n, item in enumerate(entries(data.get("items")), 1))
    return assemble(channel, items, document=document, source=source, rejects=rejects)


def _item(data: Table, feed_base: str, place: int) -> Item:
    url = _address(data, feed_base)
    base = url or feed_base
    content, summary, opening = text_and_lead(_content(data), text(data.get("summary")), base)
    extension = table(data.get("_swifeeds"))
    terms = read_terms(extension, base)
    title = text(data.get("title"))
    return Item(
        place=place,
        title=plain_text(title) if title else None,
        guid=text(data.get("id")),
        url=url,
        summary=summary,
        content=content,
        published=text(data.get("date_published")),
        updated=text(data.get("date_modified")),
        opening=opening,
        authors=_people(data),
        categories=distinct(text(tag) for tag in entries(data.get("tags"))),
        media=_media(data, base),
        language=text(data.get("language")),
        credit=read_credit(extension.get("credit")),
        provenance=read_provenance(extension.get("provenance")),
        translations=read_translations(extension.get("translations"), base),
        rights=terms.rights,
        license=terms.license,
        rsl=terms.rsl,
        mining=terms.mining,
        origin=_origin(table(extension.get("source")), base),
    )


def _origin(stated: Table, base: str) -> Origin | None:
    """Whose item it is, where a feed like ours says that it is somebody else's."""
    if not stated:
        return None
    feed, site = (text(stated.get(name)) for name in ("feed_url", "url"))
    address = feed or site
    return Origin(
        title=plain_text(text(stated.get("name")) or "") or None,
        url=absolute_url(address, base) if address else None,
        is_feed=feed is not None,
    )


def _content(data: Table) -> str | None:
    """The specification demands a content even of items that have none: a repeated summary or
    title is no text."""
    words = text(data.get("content_text"))
    if words is not None and words in (text(data.get("summary")), text(data.get("title"))):
        words = None
    return text(data.get("content_html")) or (paragraphs(words) if words else None)


def _address(data: Table, base: str) -> str | None:
    """Its page, the page it is about (a link blog), or an id that is an address (1.0 allows it)."""
    stated = [(text(data.get(name)), base) for name in ("url", "external_url")]
    for address, relative_to in [*stated, (text(data.get("id")), "")]:
        if address and (absolute := absolute_url(address, relative_to)):
            return canonical_url(absolute)
    return None


def _people(data: Table) -> tuple[Person, ...] | None:
    """`authors` of 1.1, else `author` of 1.0."""
    stated = entries(data.get("authors")) or entries(data.get("author"))
    return tuple(filter(None, (_person(table(person)) for person in stated))) or None


def _person(data: Table) -> Person | None:
    name = plain_text(text(data.get("name")) or "")
    url = absolute_url(text(data.get("url")) or "", "")
    return Person(name=name, url=url) if name else None


def _media(data: Table, base: str) -> tuple[Media, ...]:
    pictures = (text(data.get(name)) for name in ("image", "banner_image"))
    images = [make_media(picture, base, medium="image") for picture in pictures if picture]
    files = [_attachment(table(file), base) for file in entries(data.get("attachments"))]
    return merged(filter(None, [*images, *files]))


def _attachment(data: Table, base: str) -> Media | None:
    return make_media(
        text(data.get("url")),
        base,
        stated_type=text(data.get("mime_type")),
        length=text(data.get("size_in_bytes")),
        caption=plain_text(text(data.get("title")) or ""),
    )
