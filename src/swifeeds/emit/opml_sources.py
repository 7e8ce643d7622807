"""The feeds that a newsroom reads, as a subscription list for other readers."""

from __future__ import annotations

from collections.abc import Iterable

from swifeeds.emit.namespaces import Element, add
from swifeeds.emit.opml import document, written
from swifeeds.emit.titles import title_in
from swifeeds.model import Publication, Source, SourceKind


def render_sources(publication: Publication, sources: Iterable[Source]) -> bytes:
    """OPML 2.0 of the sources that are feeds, in their order, those of a section together.

    Args:
        publication: names the list and the sections, in its first language.
        sources: all of them; other kinds than `feed` cannot stand in such a list.
    """
    language = publication.languages[0]
    title = title_in(publication.titles, language, publication) or publication.base_url
    root, body = document(title)
    headings: dict[str, Element] = {}
    for source in sources:
        if source.kind is SourceKind.FEED:
            heading = _heading(publication, source.section)
            place = body
            if heading is not None:
                if heading not in headings:
                    headings[heading] = add(body, "outline", text=heading)
                place = headings[heading]
            add(
                place, "outline", type="rss", text=source.title, title=source.title,
                xmlUrl=source.url, language=source.language,
            )  # fmt: skip
    return written(root)


def _heading(publication: Publication, section: str | None) -> str | None:
    for one in publication.sections:
        if one.id == section:
            return title_in(one.titles, publication.languages[0], publication) or one.id
    return None
