"""The JSON-LD that a modern page carries: schema.org `NewsArticle`, alone or inside a graph."""

from __future__ import annotations

import json
from typing import Any

from swifeeds.demo.content import ZONE, Edition, Markup, Piece
from swifeeds.demo.images import HEIGHT, WIDTH


def json_ld(piece: Piece, edition: Edition, base: str) -> str:
    """The script's text; `<` is written as an escape, so that no headline can end the script."""
    article = _article(piece, edition, base)
    if piece.markup is Markup.JSON_LD_GRAPH:
        graph = [_organisation(base), _crumbs(piece, edition, base), article]
        value: dict[str, Any] = {"@context": "https://schema.org", "@graph": graph}
    else:
        value = {"@context": "https://schema.org", **article}
    return json.dumps(value, ensure_ascii=False, indent=1).replace("<", "\\u003c")


def _article(piece: Piece, edition: Edition, base: str) -> dict[str, Any]:
    words = edition.house[piece.language]
    url = base + piece.path
    article: dict[str, Any] = {
        "@type": "NewsArticle",
        "@id": f"{url}#article",
        "mainEntityOfPage": url,
        "headline": piece.title,
        "description": piece.lead,
        "inLanguage": piece.language,
        "datePublished": piece.published.astimezone(ZONE).isoformat(),
        "dateModified": (piece.updated or piece.published).astimezone(ZONE).isoformat(),
        "articleSection": words["sections"][piece.section],
        "author": [{"@type": "Person", "name": piece.author}],
        "publisher": _organisation(base),
    }
    if piece.picture:
        article["image"] = _image(piece, base)
    if piece.story in words["series"]:
        article["isPartOf"] = _series(piece, edition, base)
    return article


def _image(piece: Piece, base: str) -> dict[str, Any]:
    return {
        "@type": "ImageObject",
        "url": f"{base}/images/{piece.picture}.png",
        "width": WIDTH,
        "height": HEIGHT,
        "caption": piece.caption,
    }


def _series(piece: Piece, edition: Edition, base: str) -> dict[str, Any]:
    """One address for all languages: the series is the same, only its name is worded anew."""
    return {
        "@type": "CreativeWorkSeries",
        "name": edition.house[piece.language]["series"][piece.story],
        "url": f"{base}/series/{piece.story}/",
    }


def _organisation(base: str) -> dict[str, Any]:
    return {"@type": "NewsMediaOrganization", "name": "Lanterna", "url": f"{base}/"}


def _crumbs(piece: Piece, edition: Edition, base: str) -> dict[str, Any]:
    home = {"name": edition.house[piece.language]["front"], "item": f"{base}/{piece.language}/"}
    steps = (home, {"name": piece.title, "item": base + piece.path})
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, **step}
            for position, step in enumerate(steps, start=1)
        ],
    }
