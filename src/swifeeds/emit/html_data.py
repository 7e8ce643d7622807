"""schema.org JSON-LD of our pages: the facts that search engines and archives read. Pure.

Every page says what it is, where it stands in the site and who publishes it. What is unknown is
left out: an empty property is a claim of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from swifeeds.emit.html_timeline import machine_date
from swifeeds.model import Entry, Feed, Media, Person, Precision, Publication

_CONTEXT = "https://schema.org"

Crumbs = Sequence[tuple[str, str]]
"""(name, address) from the site's front page to the page itself."""


def catalogue_data(
    title: str, url: str, language: str, publication: Publication
) -> Mapping[str, Any]:
    """The front page of the site in one language."""
    return _known(
        {
            "@context": _CONTEXT,
            "@type": ["WebSite", "CollectionPage"],
            "@id": url,
            "name": title,
            "url": url,
            "inLanguage": language,
            "publisher": _publisher(publication),
        }
    )


def list_data(feed: Feed, url: str, crumbs: Crumbs, publication: Publication) -> Mapping[str, Any]:
    """A page that gathers articles, newest first as in the feed; `url` is of this part of it."""
    (site_title, site_url), *_ = crumbs
    return _known(
        {
            "@context": _CONTEXT,
            "@type": "CollectionPage",
            "@id": url,
            "name": feed.title,
            "description": feed.subtitle,
            "url": url,
            "inLanguage": feed.language,
            "publisher": _publisher(publication),
            "isPartOf": [
                {"@type": "WebSite", "name": site_title, "url": site_url},
                {"@type": "CollectionPage", "name": wider.title, "url": wider.url},
            ]
            if (wider := feed.wider)
            else {"@type": "WebSite", "name": site_title, "url": site_url},
            "breadcrumb": _breadcrumb(crumbs),
            "mainEntity": {
                "@type": "ItemList",
                "numberOfItems": len(feed.entries),
                "itemListElement": [
                    {"@type": "ListItem", "position": place, "name": entry.title, "url": entry.url}
                    for place, entry in enumerate(feed.entries, start=1)
                ],
            },
        }
    )


def article_data(entry: Entry, crumbs: Crumbs, publication: Publication) -> Mapping[str, Any]:
    """A news article. Its publisher is its source where it was taken over from somebody else."""
    return _known(
        {
            "@context": _CONTEXT,
            "@type": "NewsArticle",
            "@id": entry.atom_id or entry.id,
            "mainEntityOfPage": {
                "@type": "WebPage",
                "@id": entry.url,
                "breadcrumb": _breadcrumb(crumbs),
            },
            "headline": entry.title,
            "description": entry.summary,
            "url": entry.url,
            "inLanguage": entry.language,
            "datePublished": machine_date(entry.published, entry.precision, "UTC"),
            "dateModified": machine_date(entry.updated, Precision.SECOND, "UTC"),
            "timeRequired": entry.reading_minutes and f"PT{entry.reading_minutes}M",
            "author": [_person(person) for person in entry.authors],
            "creditText": entry.credit_text,
            "publisher": _certified(_publisher_of(entry, publication), entry),
            "image": [_picture(media) for media in entry.media if media.medium == "image"],
            "keywords": list(entry.keywords),
            "isPartOf": [
                {"@type": "CollectionPage", "name": story.title, "url": story.url}
                for story in entry.stories
            ],
            "workTranslation": [
                {
                    "@type": "NewsArticle",
                    "headline": link.title,
                    "inLanguage": link.language,
                    "url": link.url,
                }
                for link in entry.translations
            ],
            "copyrightNotice": entry.rights,
            "license": entry.licence_url,
        }
    )


def _known(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, [])}


def _breadcrumb(crumbs: Crumbs) -> Mapping[str, Any]:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": url}
            for place, (name, url) in enumerate(crumbs, start=1)
        ],
    }


def _publisher(publication: Publication) -> Mapping[str, Any] | None:
    if publication.publisher is None:
        return None
    logo = publication.logo
    return _known(
        {
            "@type": "NewsMediaOrganization",
            "name": publication.publisher.name,
            "url": publication.publisher.url,
            "logo": {"@type": "ImageObject", "url": logo} if logo else None,
        }
    )


def _publisher_of(entry: Entry, publication: Publication) -> Mapping[str, Any] | None:
    if entry.source is None:
        return _publisher(publication)
    origin = entry.source
    return _known({"@type": "Organization", "name": origin.title, "url": origin.url})


def _certified(publisher: Mapping[str, Any] | None, entry: Entry) -> Mapping[str, Any] | None:
    """With the trust marks that the operator vouches for while they are valid."""
    if publisher is None or not entry.trust:
        return publisher
    marks = [
        {"@type": "Certification", "name": scheme, "url": certificate}
        for scheme, certificate in entry.trust
    ]
    return {**publisher, "hasCertification": marks}


def _person(person: Person) -> Mapping[str, Any]:
    return _known({"@type": "Person", "name": person.name, "url": person.url})


def _picture(media: Media) -> Mapping[str, Any]:
    return _known(
        {
            "@type": "ImageObject",
            "url": media.url,
            "width": media.width,
            "height": media.height,
            "caption": media.caption,
            "creditText": media.credit,
        }
    )
