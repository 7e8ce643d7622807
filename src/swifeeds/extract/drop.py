"""Reading a JSON file that somebody put into a watched folder.

Four shapes: a JSON Feed; one article or a list of them in our own small format (docs/sources.md:
the keys are the names of `Work`); a schema.org NewsArticle as JSON-LD; entries of WordPress's REST
interface.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from swifeeds.errors import NotAnArticle
from swifeeds.extract import jsonfeed
from swifeeds.extract.bodies import is_markup, paragraphs, text_and_lead
from swifeeds.extract.categories import distinct
from swifeeds.extract.drafts import assemble
from swifeeds.extract.enclosures import make_media, merged
from swifeeds.extract.hostile_json import Table, entries, read_json, table, text
from swifeeds.extract.item import Channel, Item
from swifeeds.extract.newsarticle import articles_in, as_drop
from swifeeds.extract.people import read_person
from swifeeds.extract.swifeeds_extension import (
    read_credit,
    read_provenance,
    read_stories,
    read_translations,
)
from swifeeds.extract.wordpress import as_drops, posts_in
from swifeeds.markup import absolute_url, canonical_url, plain_text
from swifeeds.model import Document, Extraction, Media, Person, Reject, Source

KEYS = frozenset({
    "authors", "content", "credit", "embargoed_until", "guid", "keywords", "language", "license",
    "media", "provenance", "published", "rights", "section", "status", "stories", "summary",
    "title", "translations", "updated", "url",
})  # fmt: skip
"""What an article of our own format may say."""

_STATUSES = frozenset({None, "usable", "withdrawn"})


def read(document: Document, source: Source) -> Extraction:
    """The articles of a dropped JSON file.

    Raises:
        ExtractError: it is no JSON.
        NotAnArticle: it is, but holds no article in any of the four shapes.
    """
    data = read_json(document.body, charset=document.charset, url=document.final_url)
    if isinstance(table(data).get("items"), list):
        return jsonfeed.read(table(data), document, source)
    stated = _stated(data)
    if not stated:
        shapes = (
            "an article with a title, url or guid, a JSON Feed, a schema.org NewsArticle, "
            "or entries of WordPress"
        )
        raise NotAnArticle(f"is JSON, but not {shapes}", url=document.final_url)
    return read_stated(stated, document, source)


def read_stated(stated: Sequence[Table], document: Document, source: Source) -> Extraction:
    """Articles that are stated with the keys of our own format."""
    items = [_item(article, document.final_url, n) for n, article in enumerate(stated, 1)]
    known = [
        item for item, article in zip(items, stated, strict=True) if _status(article) in _STATUSES
    ]
    pairs = list(zip(items, stated, strict=True))
    rejects, remarks = (
        tuple(Reject(subject=item.subject, reason=fault) for item, article in pairs
              for fault in faults(article, item))
        for faults in (_left_out, _faults)
    )  # fmt: skip
    return assemble(
        Channel(),
        known,
        document=document,
        source=source,
        rejects=rejects,
        remarks=remarks,
        hears=False,
    )


def _stated(data: object) -> tuple[Table, ...]:
    """The articles of whichever shape it is, with the keys of our own."""
    if articles := articles_in(data):
        return tuple(map(as_drop, articles))
    posts = posts_in(data)
    return as_drops(posts) if posts else _own(data)


def _own(data: object) -> tuple[Table, ...]:
    articles = map(table, entries(data))
    return tuple(article for article in articles if {"title", "guid", "url"} & set(article))


def _status(article: Table) -> str | None:
    return text(article.get("status"))


def _left_out(article: Table, _: Item) -> Iterator[str]:
    if (status := _status(article)) not in _STATUSES:
        yield f'its status "{status}" is unknown, so it was left out; write usable or withdrawn'


def _faults(article: Table, item: Item) -> Iterator[str]:
    """What a person who wrote the file by hand would want to be told."""
    for key in sorted(set(article) - KEYS):
        near = get_close_matches(key, KEYS, n=1)
        yield f'its key "{key[:40]}" is unknown' + (f'; "{near[0]}" is meant?' if near else "")
    if article.get("credit") is not None and item.credit is None:
        yield "its credit is no code such as with-agencies"
    if article.get("provenance") is not None and item.provenance is None:
        yield "its provenance is unknown; write legacy-import or nothing"
    if article.get("url") is not None and item.url is None:
        yield "its url is no http or https address"


def _item(article: Table, document_url: str, place: int) -> Item:
    address = absolute_url(text(article.get("url")) or "", "")
    base = address or document_url
    content, summary, opening = text_and_lead(
        _html(text(article.get("content"))), text(article.get("summary")), base
    )
    return Item(
        place=place,
        title=_plain(article, "title"),
        guid=text(article.get("guid")),
        url=canonical_url(address) if address else None,
        summary=summary,
        content=content,
        published=text(article.get("published")),
        updated=text(article.get("updated")),
        embargoed_until=text(article.get("embargoed_until")),
        opening=opening,
        authors=tuple(filter(None, map(_person, entries(article.get("authors"))))) or None,
        credit=read_credit(article.get("credit")),
        categories=distinct(map(text, [article.get("section"), *entries(article.get("keywords"))])),
        media=merged(filter(None, (_media(file, base) for file in entries(article.get("media"))))),
        language=text(article.get("language")),
        rights=_plain(article, "rights"),
        license=text(article.get("license")),
        translations=read_translations(article.get("translations"), base),
        stories=read_stories(article.get("stories"), base),
        provenance=read_provenance(article.get("provenance")),
        withdrawn=_status(article) == "withdrawn",
    )


def _plain(stated: Table, key: str) -> str | None:
    return plain_text(text(stated.get(key)) or "")


def _html(content: str | None) -> str | None:
    if content is None or is_markup(content):
        return content
    return paragraphs(content)


def _person(value: object) -> Person | None:
    """A name, a line such as `Ann Author <ann@…>`, or an object of name, url and email."""
    stated = table(value)
    read = read_person(text(value) or text(stated.get("name")) or "")
    if read is None:
        return None
    url = absolute_url(text(stated.get("url")) or "", "")
    return Person(name=read.name, url=url, email=read.email or text(stated.get("email")))


def _media(value: object, base: str) -> Media | None:
    """An address, or an object with the names of `Media`."""
    stated = table(value)
    kind = text(stated.get("type"))
    return make_media(
        text(value) or text(stated.get("url")),
        base,
        stated_type=kind,
        medium=None if kind else "image",
        length=stated.get("length"),
        width=stated.get("width"),
        height=stated.get("height"),
        alt=_plain(stated, "alt"),
        caption=_plain(stated, "caption"),
        credit=_plain(stated, "credit"),
    )
