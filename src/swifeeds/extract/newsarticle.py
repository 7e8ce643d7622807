"""A schema.org NewsArticle (JSON-LD) in the words of our own drop format."""

from __future__ import annotations

from collections.abc import Iterator

from swifeeds.extract.hostile_json import Table, entries, table, text

_ARTICLES = ("article", "blogposting", "liveblogposting")
_SAME = {
    "language": "inLanguage",
    "summary": "description",
    "content": "articleBody",
    "published": "datePublished",
    "updated": "dateModified",
    "rights": "copyrightNotice",
    "license": "license",
}


def articles_in(data: object) -> tuple[Table, ...]:
    """The article objects of a JSON-LD value: itself, of a list, or of its `@graph`."""
    return tuple(_articles(data))


def _articles(data: object) -> Iterator[Table]:
    for value in entries(data):
        stated = table(value)
        if _is_article(stated):
            yield stated
        else:
            yield from (table(e) for e in entries(stated.get("@graph")) if _is_article(table(e)))


def _is_article(stated: Table) -> bool:
    kinds = (text(kind) or "" for kind in entries(stated.get("@type")))
    return any(kind.lower().endswith(_ARTICLES) for kind in kinds)


def as_drop(stated: Table) -> dict[str, object]:
    """The same article with the keys of the drop format; what it does not say stays out."""
    drop: dict[str, object] = {
        ours: _name_or_text(stated.get(theirs)) for ours, theirs in _SAME.items()
    }
    drop |= {
        "title": text(stated.get("headline")) or text(stated.get("name")),
        "url": text(stated.get("url")) or _id_or_text(stated.get("mainEntityOfPage")),
        "guid": text(stated.get("@id")) or text(stated.get("identifier")),
        "authors": [_person(author) for author in entries(stated.get("author"))] or None,
        "section": next(map(text, entries(stated.get("articleSection"))), None),
        "keywords": list(_keywords(stated.get("keywords"))) or None,
        "media": [_media(image) for image in entries(stated.get("image"))] or None,
        "translations": list(_translations(stated)) or None,
    }
    return {name: value for name, value in drop.items() if value is not None}


def _name_or_text(value: object) -> str | None:
    """Text, or what stands for it in an object (`Language`, `CreativeWork`)."""
    for name in ("alternateName", "name", "url", "@id"):
        if found := text(table(value).get(name)):
            return found
    return text(value)


def _id_or_text(value: object) -> str | None:
    return text(table(value).get("@id")) or text(table(value).get("url")) or text(value)


def _person(value: object) -> object:
    stated = table(value)
    known = {name: stated[name] for name in ("name", "url", "email") if name in stated}
    return known or text(value)


def _keywords(value: object) -> Iterator[str]:
    for entry in entries(value):
        yield from (word.strip() for word in (text(entry) or "").split(","))


def _media(value: object) -> dict[str, object]:
    stated = table(value)
    return {
        "url": text(stated.get("contentUrl")) or text(stated.get("url")) or text(value),
        "type": stated.get("encodingFormat"),
        "width": _name_or_text(stated.get("width")),
        "height": _name_or_text(stated.get("height")),
        "caption": stated.get("caption") or stated.get("description"),
        "credit": stated.get("creditText"),
    }


def _translations(stated: Table) -> Iterator[dict[str, object]]:
    for relation in ("workTranslation", "translationOfWork"):
        for work in map(table, entries(stated.get(relation))):
            yield {
                "language": _name_or_text(work.get("inLanguage")),
                "url": text(work.get("url")) or text(work.get("@id")),
                "title": work.get("headline") or work.get("name"),
                "evidence": relation,
            }
