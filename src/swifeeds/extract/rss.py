"""Reading RSS: 0.9x, 1.0 (RDF), 2.0, and the modules that newsrooms use beside it.

Names are matched without regard to case and with tolerance for namespaces (`names`). RSS has no
base address: relative links are read against the channel's own, addresses in texts against the
item's, as readers do.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from swifeeds.extract.bodies import text_and_lead
from swifeeds.extract.categories import categories_of
from swifeeds.extract.drafts import assemble
from swifeeds.extract.enclosures import media_of
from swifeeds.extract.entry_digests import NONE, Entries
from swifeeds.extract.entry_items import items_of, left_out
from swifeeds.extract.item import Channel, Item
from swifeeds.extract.names import Fields, attributes_of, elements_named, fields_of
from swifeeds.extract.people import read_people
from swifeeds.extract.relations import (
    Relation,
    licence_of,
    page_of,
    relations_of,
    rsl_of,
    translations_of,
)
from swifeeds.extract.rsl import rsl_elements
from swifeeds.extract.text_constructs import (
    base_of,
    first_plain,
    first_text,
    inner_html,
    language_of,
    raw_text,
)
from swifeeds.markup import absolute_url, canonical_url, plain_text, strip_control, url_key
from swifeeds.markup.xml import Element
from swifeeds.model import Document, Extraction, Origin, Reject, Source

_PUBLISHED = ("pubdate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published",
              "dcterms:date", "published", "date")  # fmt: skip
_UPDATED = ("dcterms:modified", "atom:updated", "updated", "lastbuilddate")
_AUTHORS = ("dc:creator", "author", "itunes:author")
_CONTENT = ("content:encoded", "encoded", "xhtml:body", "xhtml:div", "atom:content", "content")
_DESCRIPTION = ("description", "atom:summary", "summary", "itunes:summary", "dc:description")
_LICENCES = ("creativecommons:license", "dcterms:license")


def read(
    root: Element,
    document: Document,
    source: Source,
    *,
    rejects: tuple[Reject, ...] = (),
    entries: Entries = NONE,
) -> Extraction:
    """The items of an RSS document, in its order.

    Args:
        root: `rss`, `rdf:RDF` or whatever else holds items.
        document: gives the base address and the time of retrieval.
        source: gives language and zone where the feed names none.
        rejects: what was wrong with the document as a whole.
        entries: by what entries are known again.
    """
    channel = next(elements_named(root, "channel"), root)
    base = _channel_address(channel, document.final_url)
    facts = _channel(root, channel)
    assumed = facts.language or source.language
    homes = frozenset({_site(base), url_key(document.url), url_key(document.final_url)})

    def read_one(element: Element, place: int, entries: Entries) -> Item:
        return _item(element, base, assumed, homes, place=place, entries=entries)

    items = items_of(root, entries, read_one)
    rejects = (*rejects, *left_out(items, document.final_url))
    return assemble(facts, items, document=document, source=source, rejects=rejects)


def _channel(root: Element, channel: Element) -> Channel:
    fields = fields_of(channel)
    return Channel(
        language=first_text(fields.all("language", "dc:language")) or language_of(channel, root),
        rights=first_plain(fields.all("copyright", "dc:rights", "dcterms:rights")),
        license=_licence(fields, ()),
        rsl=rsl_of(relations_of(fields.all("atom:link"), base_of(channel, ""))),
    )


def _channel_address(channel: Element, document_url: str) -> str:
    base = base_of(channel, document_url)
    link = first_text(fields_of(channel).all("link"))
    return (absolute_url(link, base) if link else None) or base


def _item(
    element: Element,
    channel_base: str,
    assumed_language: str,
    homes: frozenset[str],
    *,
    place: int,
    entries: Entries,
) -> Item:
    fields = fields_of(element)
    links = relations_of(fields.all("atom:link", "link"), base_of(element, channel_base))
    language = _language(element, fields)
    guid = _guid(fields)
    page = page_of(links, language or assumed_language)
    url = _address(fields, base_of(element, channel_base)) or page or _permalink(fields, guid)
    if entries.has(place):
        return Item(place=place, guid=guid, url=url, digest=entries.digest(place), is_known=True)
    base = base_of(element, url or channel_base)
    content, summary, opening = _texts(fields, base)
    return Item(
        place=place,
        title=first_plain(fields.all("title", "media:title", "atom:title", "dc:title")),
        guid=guid,
        url=url,
        summary=summary,
        content=content,
        published=first_text(fields.all(*_PUBLISHED)),
        updated=first_text(fields.all(*_UPDATED)),
        embargo_date=first_text(fields.all("prism:embargodate")),
        opening=opening,
        authors=read_people(_authors(fields)),
        categories=categories_of(fields),
        media=media_of(fields, base),
        language=language,
        rights=first_plain(
            fields.all("dc:rights", "dcterms:rights", "copyright", "media:copyright")
        ),
        license=_licence(fields, links),
        rsl=rsl_of(links),
        rsl_elements=rsl_elements(element),
        translations=translations_of(links, url),
        origin=_origin(fields, homes),
        digest=entries.digest(place),
    )


def _origin(fields: Fields, homes: frozenset[str]) -> Origin | None:
    """`source` names the feed that an item came from; many feeds name themselves there, by
    an address on the site that they speak for, or the one that they are served at."""
    stated = ((one, absolute_url(one.get("url") or "", "")) for one in fields.all("source"))
    named = [(address, raw_text(one)) for one, address in stated if address]
    if not named or any({_site(one), url_key(one)} & homes for one, _ in named):
        return None
    address, title = named[0]
    return Origin(title=plain_text(title) if title else None, url=address, is_feed=True)


def _site(address: str) -> str:
    absolute = absolute_url(address, "")
    host = (urlsplit(absolute).hostname or "") if absolute else ""
    return host.removeprefix("www.")


def _guid(fields: Fields) -> str | None:
    stated = first_text(fields.all("guid", "atom:id", "id", "dc:identifier"))
    return strip_control(stated or fields.attributes.get("rdf:about") or "") or None


def _address(fields: Fields, base: str) -> str | None:
    """What `link` says; FeedBurner's note of the real address goes before its own."""
    written = (raw_text(element) for element in fields.all("feedburner:origlink", "link"))
    found = (absolute_url(address, base) for address in written if address)
    return next(map(canonical_url, filter(None, found)), None)


def _permalink(fields: Fields, guid: str | None) -> str | None:
    """A guid is the address unless it says that it is none (RSS 2.0, `isPermaLink`)."""
    stated = (element.get("isPermaLink") or "true" for element in fields.all("guid"))
    if guid is None or any(word.strip().lower() != "true" for word in stated):
        return None
    address = absolute_url(guid, "")
    return canonical_url(address) if address else None


def _language(element: Element, fields: Fields) -> str | None:
    stated = first_text(fields.all("dc:language", "dcterms:language", "language"))
    return stated or language_of(element, *fields.all("title", "description", "content:encoded"))


def _texts(fields: Fields, base: str) -> tuple[str | None, str | None, str | None]:
    content = next(filter(None, map(inner_html, fields.all(*_CONTENT))), None)
    description = next(filter(None, map(inner_html, fields.all(*_DESCRIPTION))), None)
    return text_and_lead(content, description, base)


def _authors(fields: Fields) -> list[str]:
    """Of the first element that names someone; an Atom person construct inside by its name."""
    for name in _AUTHORS:
        texts = [
            first_text(fields_of(e).all("name", "atom:name")) or raw_text(e)
            for e in fields.all(name)
        ]
        if named := list(filter(None, texts)):
            return named
    people = (fields_of(author).all("name", "atom:name") for author in fields.all("atom:author"))
    return list(filter(None, map(first_text, people)))


def _licence(fields: Fields, links: tuple[Relation, ...]) -> str | None:
    resources = (attributes_of(e).get("rdf:resource") for e in fields.all("cc:license"))
    return (
        licence_of(links)
        or first_text(fields.all(*_LICENCES))
        or next(filter(None, resources), None)
    )
