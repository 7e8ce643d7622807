"""What an item is about, in the words of its publisher."""

from __future__ import annotations

from collections.abc import Iterable

from swifeeds.extract.names import Fields, attributes_of
from swifeeds.extract.text_constructs import raw_text
from swifeeds.markup import plain_text
from swifeeds.markup.xml import Element


def distinct(words: Iterable[str | None]) -> tuple[str, ...]:
    """Each word once, whatever its letter case; addresses (machine categories) are no words."""
    plain = (plain_text(word) for word in words if word)
    kept: dict[str, str] = {}
    for word in plain:
        if word and "://" not in word:
            kept.setdefault(word.casefold(), word)
    return tuple(kept.values())


def categories_of(fields: Fields) -> tuple[str, ...]:
    """RSS `category`, Atom `label` or `term`, `dc:subject`, Media RSS keywords."""
    stated = [_category(element) for element in fields.all("category", "atom:category")]
    subjects = [raw_text(element) for element in fields.all("dc:subject")]
    keywords = [
        word
        for element in fields.all("media:keywords", "itunes:keywords")
        for word in (raw_text(element) or "").split(",")
    ]
    return distinct([*stated, *subjects, *keywords])


def _category(element: Element) -> str | None:
    attributes = attributes_of(element)
    return raw_text(element) or attributes.get("label") or attributes.get("term")
