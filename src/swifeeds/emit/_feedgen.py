"""The one door to feedgen 1.0.0.

feedgen writes the skeleton: root, channel or feed with its required fields, and of each entry id,
title, permalink, categories, summary and content; it checks the required fields and escapes.
What it loses or says wrongly our own extensions write: it drops `rel`, `type` and `hreflang` of
every Atom entry link, keeps one `atom:link` of a channel, knows no relation that is an IRI, and
writes RSS dates through `setlocale`, which is the whole process's. A test guards each of these
defects and will tell when upstream mends it.

Rules: always set `updated` (feedgen reads the clock otherwise), always `order="append"`, never
`pretty=True`, one `alternate` link only, and no text that `strip_control` has not seen.
"""

from __future__ import annotations

import re

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator

from swifeeds.emit import atom_elements, rss_elements
from swifeeds.emit.namespaces import PREFIXES, Element
from swifeeds.markup import escape, strip_control
from swifeeds.model import Category, Entry, Feed

_PLAIN_TEXT = re.compile(rb"<(?:title|category [^<>]*)>[^<]+")
"""Titles and categories: what a publisher wrote, and readers show as it is."""


class _FeedExtension(BaseExtension):  # type: ignore[misc]
    """What we write into channel and feed. `feed` is set before anything is rendered."""

    feed: Feed

    def extend_ns(self) -> dict[str, str]:
        return dict(PREFIXES)

    def extend_rss(self, rss: Element) -> Element:
        rss_elements.finish_channel(rss[0], self.feed)
        return rss

    def extend_atom(self, root: Element) -> Element:
        atom_elements.finish_feed(root, self.feed)
        return root


class _EntryExtension(BaseEntryExtension):  # type: ignore[misc]
    """What we write into item and entry. `entry` is set before anything is rendered."""

    entry: Entry

    def extend_rss(self, item: Element) -> Element:
        rss_elements.finish_item(item, self.entry)
        return item

    def extend_atom(self, element: Element) -> Element:
        atom_elements.finish_entry(element, self.entry)
        return element


def whole_rss(feed: Feed) -> bytes:
    """The feed as RSS 2.0, in one build.

    An item's description is HTML to its readers, so the plain summary is escaped for HTML first.
    """
    generator = _shell(feed)
    # The one private name: feedgen offers no way to keep it from writing this date itself.
    generator._FeedGenerator__rss_lastBuildDate = None  # noqa: SLF001
    for entry in feed.entries:
        summary = escape(entry.summary) if entry.summary else None
        generator.add_entry(_entry(entry, entry.id, summary), order="append")
    rendered: bytes = generator.rss_str()
    return _PLAIN_TEXT.sub(_hexadecimal, rendered)


def _hexadecimal(element: re.Match[bytes]) -> bytes:
    """As the RSS Advisory Board's profile has it: some readers decode the other way twice, and then
    take `C++ <vector>` for markup."""
    return element[0].replace(b"&amp;", b"&#x26;").replace(b"&lt;", b"&#x3C;")


def whole_atom(feed: Feed) -> bytes:
    """The feed as Atom 1.0, in one build."""
    generator = _shell(feed)
    for entry in feed.entries:
        identity = entry.atom_id or entry.id
        generator.add_entry(_entry(entry, identity, entry.summary), order="append")
    rendered: bytes = generator.atom_str()
    return rendered


def _shell(feed: Feed) -> FeedGenerator:
    """Everything but the entries. No version of ours: an upgrade is no news to subscribers."""
    generator = FeedGenerator()
    generator.register_extension("swi", _FeedExtension, _EntryExtension)
    generator.swi.feed = feed
    generator.id(feed.id)
    generator.title(strip_control(feed.title).strip() or feed.page_url)
    generator.description(strip_control(feed.subtitle or "").strip() or feed.page_url)
    generator.link(href=feed.page_url, rel="alternate")
    generator.updated(feed.updated)
    generator.generator("swifeeds")
    generator.docs("")
    if feed.ttl_minutes is not None:
        generator.ttl(feed.ttl_minutes)
    if feed.language is not None:
        generator.language(feed.language)
    _describe(generator, feed)
    return generator


def _describe(generator: FeedGenerator, feed: Feed) -> None:
    if feed.author is not None:
        author = {"name": strip_control(feed.author.name)}
        generator.author({**author, "uri": feed.author.url} if feed.author.url else author)
    if feed.rights is not None:
        generator.rights(strip_control(feed.rights))
    if feed.icon is not None:
        generator.icon(feed.icon)
    if feed.logo is not None:
        generator.image(url=feed.logo, title=strip_control(feed.title), link=feed.page_url)
    for category in feed.categories:
        generator.category(_category(category))


def _entry(entry: Entry, identity: str, summary: str | None) -> FeedEntry:
    """The skeleton of an entry; a title of nothing but control characters becomes its address."""
    made = FeedEntry()
    made.register_extension("swi", _EntryExtension)
    made.swi.entry = entry
    made.id(identity)
    made.title(strip_control(entry.title).strip() or entry.url)
    made.updated(entry.updated)
    made.link(href=strip_control(entry.url), rel="alternate")
    if summary is not None:
        made.summary(strip_control(summary))
    if entry.content is not None:
        made.content(strip_control(entry.content), type="html")
    for category in entry.categories:
        made.category(_category(category))
    return made


def _category(category: Category) -> dict[str, str]:
    return {
        "term": strip_control(category.term),
        "scheme": category.scheme,
        "label": strip_control(category.label),
    }
