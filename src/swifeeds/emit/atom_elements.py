"""What Atom needs beyond what feedgen writes, and what it writes wrongly, as lxml elements.

feedgen makes `<feed xmlns=…>` as a plain attribute, so its Atom elements are in no namespace: ours
must be bare names too, or they would come out as `ns0:link`.
"""

from __future__ import annotations

from collections.abc import Iterable

from swifeeds.emit.links import entry_links, feed_links
from swifeeds.emit.namespaces import DCTERMS, XML, Element, add, qualified
from swifeeds.emit.own_elements import add_own_elements
from swifeeds.emit.rfc3339 import rfc3339
from swifeeds.emit.rss_elements import add_media_content
from swifeeds.model import Entry, Feed, FeedLink, Person


def finish_feed(root: Element, feed: Feed) -> None:
    """Date with `Z`, and all links anew: feedgen's own go."""
    _set_updated(root, rfc3339(feed.updated))
    _remove(root, "link")
    if feed.language is None:
        page = FeedLink(rel="alternate", href=feed.page_url, type="text/html")
    else:
        page = FeedLink(
            rel="alternate", href=feed.page_url, type="text/html", hreflang=feed.language
        )
    _insert_links(root, [page, *feed_links(feed, "atom")])
    root.text = "\n"
    for child in root:
        child.tail = "\n"


def finish_entry(element: Element, entry: Entry) -> None:
    """Language, dates, links, source, `dcterms`, media and our own elements."""
    element.set(qualified(XML, "lang"), entry.language)
    _set_updated(element, rfc3339(entry.updated))
    _remove(element, "link")
    own = FeedLink(rel="alternate", href=entry.url, type="text/html", hreflang=entry.language)
    _insert_links(element, [own, *entry_links(entry, "atom"), *_enclosures(entry)])
    add(element, "published", rfc3339(entry.published))
    for person in entry.authors:
        _add_author(element, person)
    if entry.rights is not None:
        add(element, "rights", entry.rights)
    if entry.source is not None:
        source = add(element, "source")
        add(source, "id", entry.source.id)
        add(source, "title", entry.source.title)
        add(source, "updated", rfc3339(entry.source.updated))
        add(source, "link", rel="self", href=entry.source.url)
    for story in entry.stories:
        add(element, qualified(DCTERMS, "isPartOf"), story.url)
    for media in entry.media:
        add_media_content(element, media)
    add_own_elements(element, entry)
    element.tail = "\n"


def _set_updated(element: Element, text: str) -> None:
    updated = element.find("updated")
    assert updated is not None, "feedgen writes updated or raises"
    updated.text = text


def _remove(element: Element, name: str) -> None:
    for child in element.findall(name):
        element.remove(child)


def _insert_links(element: Element, links: Iterable[FeedLink]) -> None:
    """After `updated`, our own language's `alternate` first."""
    updated = element.find("updated")
    assert updated is not None
    place = element.index(updated) + 1
    for offset, link in enumerate(links):
        added = add(
            element, "link", rel=link.rel, type=link.type, hreflang=link.hreflang,
            length=str(link.length) if link.length else None, href=link.href, title=link.title,
        )  # fmt: skip
        element.insert(place + offset, added)


def _enclosures(entry: Entry) -> Iterable[FeedLink]:
    for media in entry.media:
        if media.medium in {"audio", "video"} and media.type:
            yield FeedLink(rel="enclosure", href=media.url, type=media.type, length=media.length)


def _add_author(element: Element, person: Person) -> None:
    """An `author`; its e-mail is left out: it would be harvested."""
    author = add(element, "author")
    add(author, "name", person.name)
    if person.url is not None:
        add(author, "uri", person.url)
