"""Pages and sources for the tests of pages."""

from __future__ import annotations

from datetime import UTC, datetime

from swifeeds.extract.page import Page, read_page
from swifeeds.model import Document, Draft, Rules, Source, SourceId, SourceKind

URL = "https://harbour.example/eng/region/881"
RETRIEVED = datetime(2026, 3, 1, 12, tzinfo=UTC)


def make_source(*, rules: Rules | None = None, **changes) -> Source:
    stated = {
        "url": "https://harbour.example/eng/",
        "language": "en",
        "title": "Archive",
        "time_zone": "Europe/Zurich",
        "rules": rules or Rules(),
    }
    stated["kind"] = SourceKind.PAGE
    return Source(id=SourceId("harbour"), **(stated | changes))


def make_document(html: bytes | str, **changes) -> Document:
    stated = {"url": URL, "final_url": URL, "retrieved": RETRIEVED, "media_type": "text/html"}
    body = html.encode() if isinstance(html, str) else html
    return Document(source_id=SourceId("harbour"), body=body, **(stated | changes))


def make_page(html: str, **changes) -> Page:
    return read_page(make_document(html), make_source(**changes))


def make_hint(**changes) -> Draft:
    stated = {
        "source_id": SourceId("harbour"),
        "retrieved": RETRIEVED,
        "language": "en",
        "title": "Hint",
    }
    return Draft(**(stated | changes))


def article(body: str, *, head: str = "", title: str = "Boats run again") -> str:
    """A plain article's page."""
    return (
        f"<html lang='en'><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


TEXT = (
    "<p>The crews had stopped work on Monday, leaving thousands of commuters on the quays.</p>"
    "<p>Under the agreement a shift on the night boats will last nine hours instead of eleven.</p>"
    "<p>Mediators said that both sides had moved, and that neither had won anything at all.</p>"
)
