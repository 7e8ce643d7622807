"""OPML 2.0: directories that every feed reader imports (dev.opml.org/spec2.html)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from swifeeds.emit.addresses import opml_path
from swifeeds.emit.listings import FeedListing
from swifeeds.emit.namespaces import Element, add
from swifeeds.emit.titles import title_in
from swifeeds.localise import Locale, translated
from swifeeds.model import Publication, Representation, Scope

_GROUPS = (
    (Scope.ALL, "All articles"),
    (Scope.STORY, "Stories"),
    (Scope.SECTION, "Sections"),
    (Scope.SOURCE, "Sources"),
)


def render(
    publication: Publication, listings: Sequence[FeedListing], locale: Locale | None
) -> Representation:
    """The OPML of one language, or of all when `locale` is None.

    No dates: the file changes when the list of feeds does, and readers poll the feeds.
    """
    language = locale.language if locale else publication.languages[0]
    title = title_in(publication.titles, language, publication) or publication.base_url
    owner = publication.publisher.name if publication.publisher else None
    root, body = document(title, owner)
    for heading, group in _grouped(listings, locale):
        outline = add(body, "outline", text=heading) if heading else body
        for listing in group:
            add(
                outline, "outline", type="rss", version="RSS2", text=listing.title,
                title=listing.title, description=listing.subtitle, category=_category(listing),
                xmlUrl=dict(listing.urls)["rss"], htmlUrl=listing.page_url,
                language=listing.key.language or None,
            )  # fmt: skip
    return Representation(
        path=opml_path(locale.language if locale else None),
        media_type="text/x-opml; charset=utf-8",
        body=written(root),
        language=locale.language if locale else None,
    )


def document(title: str, owner: str | None = None) -> tuple[Element, Element]:
    """The root of a list without lines, and the element that takes them."""
    root = etree.Element("opml", version="2.0")
    head = add(root, "head")
    add(head, "title", title)
    if owner is not None:
        add(head, "ownerName", owner)
    add(head, "docs", "http://opml.org/spec2.opml")
    return root, add(root, "body")


def written(root: Element) -> bytes:
    """The bytes of a list."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _grouped(
    listings: Sequence[FeedListing], locale: Locale | None
) -> Iterator[tuple[str | None, list[FeedListing]]]:
    """The feeds by what they gather; without a heading where the catalog has no word for it."""
    for scope, heading in _GROUPS:
        group = [listing for listing in listings if listing.key.scope is scope]
        if group:
            yield (translated(_worded(scope, locale)) if locale else heading), group


def _category(listing: FeedListing) -> str:
    """What the feed gathers, in codes that are the same in every language (`/story/talks`)."""
    key = listing.key
    return f"/{key.scope.value}/{key.key}".rstrip("/")


def _worded(scope: Scope, locale: Locale) -> str:
    match scope:
        case Scope.STORY:
            # Translators: heading over a list of stories.
            return locale.text("Stories")
        case Scope.SECTION:
            # Translators: heading. Parts of a newspaper: World, Business.
            return locale.text("Sections")
        case Scope.SOURCE:
            # Translators: heading. Where articles come from.
            return locale.text("Sources")
        case _:
            return locale.text("All articles")
