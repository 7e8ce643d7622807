"""schema.org JSON-LD of our pages: the few facts that search engines and archives read. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from swifeeds.emit.html_timeline import machine_date
from swifeeds.model import Entry, Feed, Precision, Publication

_CONTEXT = "https://schema.org"


def catalogue_data(title: str, url: str, language: str) -> Mapping[str, Any]:
    """The site itself."""
    return {
        "@context": _CONTEXT,
        "@type": "WebSite",
        "name": title,
        "url": url,
        "inLanguage": language,
    }


def list_data(feed: Feed, site_title: str, publication: Publication) -> Mapping[str, Any]:
    """A page that gathers articles, newest first as in the feed."""
    return {
        "@context": _CONTEXT,
        "@type": "CollectionPage",
        "name": feed.title,
        "url": feed.page_url,
        "inLanguage": feed.language,
        "isPartOf": {"@type": "WebSite", "name": site_title, "url": f"{publication.base_url}/"},
        "mainEntity": {
            "@type": "ItemList",
            "itemListElement": [
                {"@type": "ListItem", "position": place, "name": entry.title, "url": entry.url}
                for place, entry in enumerate(feed.entries, start=1)
            ],
        },
    }


def article_data(entry: Entry) -> Mapping[str, Any]:
    """A news article. Fields that are unknown are left out."""
    fields = {
        "@context": _CONTEXT,
        "@type": "NewsArticle",
        "@id": entry.id,
        "headline": entry.title,
        "description": entry.summary,
        "url": entry.url,
        "inLanguage": entry.language,
        "datePublished": machine_date(entry.published, entry.precision, "UTC"),
        "dateModified": machine_date(entry.updated, Precision.SECOND, "UTC"),
        "author": [{"@type": "Person", "name": person.name} for person in entry.authors],
        "image": [media.url for media in entry.media if media.medium == "image"],
        "workTranslation": [
            {"@type": "NewsArticle", "inLanguage": link.language, "url": link.url}
            for link in entry.translations
        ],
        "license": entry.license,
    }
    return {name: value for name, value in fields.items() if value not in (None, [])}
