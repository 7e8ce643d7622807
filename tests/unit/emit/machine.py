"""What of a feed machines read: everything but the words for people.

Run as a program it prints a digest of it for every language, under each of the process's locales
that are named.
"""

from __future__ import annotations

import hashlib
import locale as process_locale
import re
import sys
from dataclasses import replace
from types import MappingProxyType

import orjson
from tests.http import sample
from tests.tongues import TAGS, tongue
from tests.unit.emit.newsroom import (
    OWN,
    PUBLICATION,
    STORY,
    TALKS,
    TODAY,
    WIRE,
    article,
    membership,
    story_key,
)
from tests.unit.emit.reading import rendered

from swifeeds.emit import Company, compose_entry, compose_feed, render_article, render_list
from swifeeds.emit.shelve import shelve
from swifeeds.localise import Locale
from swifeeds.markup import parse_html, parse_xml
from swifeeds.model import ArticleId, Dating, Dossier, Encoding, Precision
from swifeeds.serve.headers import Terms, item_headers

WRITTEN_IN = "pl"
"""The articles' own language: none of those that they are read in."""

_WORDS = frozenset({"title", "label", "alt", "aria-label", "content", "data-done", "value"})
_HUMAN = frozenset(
    {"title", "subtitle", "description", "name", "rights", "copyright", "publisher", "credit",
     "creator", "contributor", "agency", "provenance", "trust", "contributions", "category",
     "reading", "withdrawn", "summary"}
)  # fmt: skip
_TERMS = Terms(max_age=300, archive_max_age=3600, stale_while_revalidate=60, stale_if_error=86400)


def dossiers() -> list[Dossier]:
    """Every fact there is, and a date that is known to the day alone."""
    day = Dating(read_from="phrase", precision=Precision.DAY, zone="Europe/Zurich")
    made = [_article(0), _article(1, dating=day), _article(2, source_id=WIRE.id)]
    return [
        Dossier(
            article=one,
            memberships=(membership(one),),
            earlier={TALKS: (_article(3),)},
        )
        for one in made
    ]


def _article(number: int, **changes):
    made = article("en", number, **{"url": _address(number), **changes})
    return replace(
        made,
        id=ArticleId(f"one{number}"),
        language=WRITTEN_IN,
        title=f"Zażółć {number}",
        translations=(),
    )


def _address(number: int) -> str:
    return f"https://press.example.org/news/{number}"


def around(reader: Locale) -> Company:
    tag = reader.language
    publication = replace(
        PUBLICATION, languages=(tag, WRITTEN_IN), fallback_languages=(WRITTEN_IN,),
        time_zone=reader.time_zone,
    )  # fmt: skip
    return Company(
        publication=publication,
        locales=MappingProxyType({tag: reader, WRITTEN_IN: tongue(WRITTEN_IN)}),
        stories=MappingProxyType({TALKS: STORY}),
        sources=MappingProxyType({OWN.id: replace(OWN, article_pages=False), WIRE.id: WIRE}),
        at=TODAY,
    )


def machine_values(reader: Locale) -> dict[str, list[object]]:
    """The values, format by format, the feed's own language named LANG."""
    company = around(reader)
    feed = compose_feed(story_key(reader.language), dossiers(), company, editions=[WRITTEN_IN])
    assert len(feed.entries) == 3
    made = rendered(feed)
    (page, *_) = render_list(
        sample.pages(), feed, publication=company.publication, locale=reader, memberships={}
    )
    entry = compose_entry(dossiers()[0], company, reading=reader)
    own = render_article(sample.pages(), entry, publication=company.publication, locale=reader)
    found: dict[str, list[object]] = {
        "rss": list(_of_xml(parse_xml(made["rss"].body))),
        "atom": list(_of_xml(parse_xml(made["atom"].body))),
        "json": [_of_json(orjson.loads(made["json"].body))],
        "page": _of_html(page.body.decode()),
        "article": _of_html(own.body.decode()),
        "http": [_headers(one) for one in made.values()],
    }
    return {name: [_unnamed(value, reader.language) for value in values]
            for name, values in found.items()}  # fmt: skip


def _of_xml(root):
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        said = {key: value for key, value in element.items()
                if key not in _WORDS and not key.endswith("}lang")}  # fmt: skip
        if name in {"encoded", "content"} and element.text:
            yield element.tag, _of_html(element.text)
        else:
            yield element.tag, said, None if name in _HUMAN else (element.text or "").strip()


def _of_html(text: str) -> list[object]:
    """What elements there are, and what they say to machines."""
    return [
        (one.tag, [(name, one.get(name)) for name in ("datetime", "href", "src") if one.get(name)])
        for one in parse_html(text).iter()
        if isinstance(one.tag, str) and one.tag in {"time", "a", "link", "img"}
    ]


def _of_json(value):
    words = {
        "title",
        "title_language",
        "summary",
        "text",
        "name",
        "description",
        "tags",
        "rights",
        "alt",
        "agencies",
    }
    match value:
        case dict():
            return {
                key: _of_html(member) if key == "content_html" else _of_json(member)
                for key, member in value.items()
                if key not in words and not (key == "language" and "feed_url" in value)
            }
        case list():
            return [_of_json(member) for member in value]
        case _:
            return value


def _headers(representation):
    item = shelve(representation, None, now=TODAY)
    fields = item_headers(item, Encoding.IDENTITY, terms=_TERMS, now=TODAY)
    return {name: text for name, text in fields.items() if name != "ETag"}


def _unnamed(value, tag: str):
    """The same with LANG in place of the feed's language."""
    match value:
        case str():
            lowered = re.escape(tag)
            return re.sub(rf"(?<![\w-]){lowered}(?![\w-])", "LANG", value)
        case dict():
            return {key: _unnamed(member, tag) for key, member in value.items()}
        case list() | tuple():
            return [_unnamed(member, tag) for member in value]
        case _:
            return value


def digest() -> str:
    """Of the finished bytes of every language."""
    found = hashlib.sha256()
    for tag in TAGS:
        reader = tongue(tag)
        feed = compose_feed(story_key(tag), dossiers(), around(reader), editions=[WRITTEN_IN])
        for made in rendered(feed).values():
            found.update(made.body)
            found.update(repr(_headers(made)).encode())
    return found.hexdigest()


if __name__ == "__main__":
    for name in sys.argv[1:]:
        standing = process_locale.setlocale(process_locale.LC_ALL, f"{name}.UTF-8")
        sys.stdout.write(f"{standing} {digest()}\n")
