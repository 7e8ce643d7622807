"""What Atom needs beyond what feedgen writes, and what it writes wrongly, as lxml elements.

feedgen makes `<feed xmlns=…>` as a plain attribute, so its Atom elements are in no namespace: ours
must be bare names too, or they would come out as `ns0:link`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from swifeeds.emit.links import entry_links, feed_links
from swifeeds.emit.marking import mark, mark_categories, text_of
from swifeeds.emit.namespaces import DCTERMS, HISTORY, XML, Element, add, put_in_order, qualified
from swifeeds.emit.own_elements import (
    add_history,
    add_media,
    add_own_elements,
    add_relations,
    add_terms,
)
from swifeeds.emit.rfc3339 import rfc3339
from swifeeds.emit.titles import foreign
from swifeeds.model import Entry, EntrySource, Feed, FeedLink, Person

_HEAD = (
    "id", "title", "subtitle", "updated", "author", "link", qualified(HISTORY, "archive"),
    qualified(HISTORY, "complete"), "category", "icon", "logo", "rights", "generator",
)  # fmt: skip
_ENTRY = (
    "id", "title", "link", "published", "updated", "author", "contributor", "category", "rights",
    *(qualified(DCTERMS, name) for name in ("isPartOf", "isVersionOf", "hasVersion")), "source",
    "summary", "content",
)  # fmt: skip


def finish_feed(root: Element, feed: Feed) -> None:
    """The date with `Z`, the languages of borrowed names, and all links anew: feedgen's own go."""
    text_of(root, "updated").text = rfc3339(feed.updated)
    mark(text_of(root, "title"), foreign(feed.title_language, feed.language))
    mark_categories(root, feed.categories, feed.language)
    page = FeedLink(rel="alternate", href=feed.page_url, type="text/html", hreflang=feed.language)
    _set_links(root, [page, *feed_links(feed, "atom")])
    add_history(root, feed)
    put_in_order(root, _HEAD)
    root.text = "\n"
    for child in root:
        child.tail = "\n"


def finish_entry(element: Element, entry: Entry) -> None:
    """Language, dates, links, people, source, `dcterms`, media and our own elements."""
    element.set(qualified(XML, "lang"), entry.language)
    text_of(element, "title").set("type", "text")
    mark_categories(element, entry.categories, entry.language)
    text_of(element, "updated").text = rfc3339(entry.updated)
    add(element, "published", rfc3339(entry.published))
    own = FeedLink(rel="alternate", href=entry.url, type="text/html", hreflang=entry.language)
    _set_links(element, [own, *entry_links(entry, "atom"), *_enclosures(entry)])
    for person in entry.authors:
        _add_author(element, person)
    for agency in entry.credit.agencies if entry.credit else ():
        add(add(element, "contributor"), "name", agency)
    if entry.rights is not None:
        add(element, "rights", entry.rights)
    add_relations(element, entry)
    if entry.source is not None:
        _add_source(element, entry.source)
    add_media(element, entry)
    add_own_elements(element, entry)
    add_terms(element, entry)
    put_in_order(element, _ENTRY)
    element.tail = "\n"


def _set_links(element: Element, links: Iterable[FeedLink]) -> None:
    """These links and no other, our own `alternate` first."""
    for child in element.findall("link"):
        element.remove(child)
    for link in links:
        length = str(link.length) if link.length is not None else None
        made = add(
            element, "link", rel=link.rel, type=link.type, hreflang=link.hreflang, length=length,
            href=link.href, title=link.title,
        )  # fmt: skip
        mark(made, link.language)


def _enclosures(entry: Entry) -> Iterator[FeedLink]:
    for media in entry.enclosures:
        yield FeedLink(rel="enclosure", href=media.url, type=media.type, length=media.length)


def _add_author(element: Element, person: Person) -> None:
    """An `author`; its e-mail is left out: it would be harvested."""
    author = add(element, "author")
    add(author, "name", person.name)
    if person.url is not None:
        add(author, "uri", person.url)


def _add_source(element: Element, origin: EntrySource) -> None:
    """Atom's `source`, as far as known (RFC 4287 4.2.11); `self` only where there is a feed."""
    source = add(element, "source")
    for name, said in (("id", origin.id), ("title", origin.title)):
        if said is not None:
            add(source, name, said)
    add(source, "updated", rfc3339(origin.updated))
    if origin.url is not None:
        add(source, "link", rel="self" if origin.is_feed else "alternate", href=origin.url)
