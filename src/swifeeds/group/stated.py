"""Read the facts of one article: what its title, lead, text, pictures and links state."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from swifeeds.group.facts import Facts, Opening, Reference
from swifeeds.group.rules import text_of
from swifeeds.group.wording import primary, title_words
from swifeeds.localise import Day, find_entities, mentioned_days, mentioned_numbers
from swifeeds.markup import url_key
from swifeeds.model import Article

_HREF = re.compile(r'<a\b[^>]*?\shref="([^"]+)"', re.IGNORECASE)
_SRC = re.compile(r'<img\b[^>]*?\ssrc="([^"]+)"', re.IGNORECASE)
_OPENING = 1000
"""Characters of title and lead that are read: a text in the place of a lead is no lead."""

_MOST_ADDRESSES = 200
"""Pictures, and links, of an article that are looked at, the first ones: a page of thousands is a
list, and would be held against every other."""

_SIZE = re.compile(r"[-_]\d{2,4}x\d{2,4}(?=\.\w+$)")


def facts_of(article: Article, *, title: str | None = None) -> Facts:
    """The facts of one article, from title, lead, text, pictures and links.

    Args:
        article: any.
        title: the title without the site's name, where that is known: a "China Post" is in Taiwan.
    """
    if title is not None:
        article = replace(article, title=title)
    language, text = primary(article.language), text_of(article)
    source, content = str(article.source_id), article.content or ""
    return Facts(
        openings={language: frozenset({_opening(article, language)})},
        entities={language: frozenset(find_entities(text, article.language))},
        numbers=mentioned_numbers(text),
        days=mentioned_days(text, article.language),
        images=_references(source, _image_keys(article, content)),
        links=_references(source, _link_keys(article, content)),
        fingerprints=frozenset({article.fingerprint}),
        sources=frozenset({source}),
    )


def lasting_facts_of(article: Article) -> Facts:
    """Those of an article's facts that may come again in another event of its story: places and
    organisations of title and lead, pictures, and links beside the text. A tenth of the work."""
    language, source = primary(article.language), str(article.source_id)
    found = frozenset(find_entities(_opening_text(article)[:_OPENING], article.language))
    nothing = frozenset[str]()
    places = frozenset(one.code for one in found if one.kind != "org")
    opening = Opening(words=nothing, numbers=nothing, days=frozenset(), places=places)
    return Facts(
        openings={language: frozenset({opening})},
        entities={language: found},
        images=_references(source, _image_keys(article, "")),
        links=_references(source, _link_keys(article, "")),
        sources=frozenset({source}),
    )


def _references(source: str, keys: Iterator[str]) -> frozenset[Reference]:
    return frozenset((source, key) for key in islice(keys, _MOST_ADDRESSES))


def opening_days(article: Article) -> frozenset[Day]:
    """The days that title and lead name."""
    return mentioned_days(_opening_text(article), article.language)


def _opening_text(article: Article) -> str:
    return "\n".join(part for part in (article.title, article.summary) if part)


def _opening(article: Article, language: str) -> Opening:
    text = _opening_text(article)
    return Opening(
        words=title_words(article.title, language),
        numbers=mentioned_numbers(article.title),
        days=opening_days(article),
        places=frozenset(
            entity.code for entity in find_entities(text, article.language) if entity.kind != "org"
        ),
    )


def _image_keys(article: Article, content: str) -> Iterator[str]:
    pictures = (one.url for one in article.media if one.medium == "image")
    for url in (*pictures, *map(html.unescape, _SRC.findall(content))):
        yield _SIZE.sub("", url_key(url).partition("?")[0])


def _link_keys(article: Article, content: str) -> Iterator[str]:
    """Addresses on other sites; a front page is no evidence of anything."""
    own = _host(url_key(article.url)) if article.url else None
    for url in (*article.links, *map(html.unescape, _HREF.findall(content))):
        key = url_key(url)
        if url.startswith("http") and _host(key) != own and not key.endswith("/"):
            yield key


def _host(key: str) -> str:
    return key.partition("/")[0]
